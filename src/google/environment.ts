/**
 * Everything that the use cases need, made from the services of the spreadsheet that the script is bound to.
 */

import type { Clock, Environment, Lock, Notes, Pace, Screen } from '../app/ports.ts';
import { TIME_BUDGET_SECONDS } from '../app/run/limits.ts';
import { OutOfTime } from '../app/stopped-run.ts';
import { isoDateFrom } from '../domain/date.ts';
import { dateCellReader } from './dates.ts';
import { propertyGlances } from './glance-store.ts';
import { monthlyTriggers } from './monthly-triggers.ts';
import { keepProgress } from './progress.ts';
import { spreadsheetWorkbook } from './workbook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const KOREA = 'Asia/Seoul';
const OFFSET_OF_KOREA = '+0900';
const APPLICATION_NAME = '공약장부';
const TOAST_SECONDS = 10;
/** Milliseconds between messages about progress. Faster work has none, since a message costs a call. */
const QUIET_TIME = 3000;

/** Shown where the script has no open spreadsheet, or where a trigger calls an add-on. */
const NO_SPREADSHEET =
  '열려 있는 스프레드시트가 없어 아무것도 하지 않았습니다. 공약장부는 스프레드시트의 확장 프로그램 → Apps Script에 붙여 넣거나 애드온으로 설치해 그 메뉴에서 씁니다. 예약이 실행된 것이면 https://script.google.com/home/triggers 에서 공약장부의 예약을 지워 주세요.';

/** Made for every execution, since nothing of a spreadsheet outlives one. */
export function boundEnvironment(): Environment {
  const spreadsheet: Spreadsheet | null = SpreadsheetApp.getActive();
  if (spreadsheet === null) throw new Error(NO_SPREADSHEET);
  const spreadsheetZone = spreadsheet.getSpreadsheetTimeZone();
  const dateCell = dateCellReader({
    spreadsheetZone,
    scriptZone: Session.getScriptTimeZone(),
    offsetText: (instant, zone) => Utilities.formatDate(instant, zone, 'Z'),
    dateText: (instant, zone) => Utilities.formatDate(instant, zone, 'yyyy-MM-dd'),
  });
  const clock = spreadsheetClock(spreadsheetZone);
  const screen = spreadsheetScreen(spreadsheet);
  return {
    workbook: spreadsheetWorkbook(spreadsheet, dateCell),
    clock,
    lock: documentLock(),
    screen,
    pace: executionPace(clock, screen),
    documentNotes: notesIn(() => PropertiesService.getDocumentProperties()),
    personNotes: notesIn(() => PropertiesService.getUserProperties()),
    triggers: monthlyTriggers(spreadsheetZone),
    glances: propertyGlances(),
  };
}

function spreadsheetClock(zone: string): Clock {
  return {
    today: () => {
      const today = isoDateFrom(Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd'));
      if (today === null) throw new Error(`the platform gave no date for ${zone}`);
      return today;
    },
    timestamp: () => Utilities.formatDate(new Date(), zone, 'yyyy-MM-dd HH:mm:ss'),
    foreignZone: () =>
      zone === KOREA || Utilities.formatDate(new Date(), zone, 'Z') === OFFSET_OF_KOREA ? null : zone,
    milliseconds: () => Date.now(),
  };
}

/** Reports the progress of one execution, and ends it before the platform would. */
function executionPace(clock: Clock, screen: Screen): Pace {
  const startedAt = clock.milliseconds();
  let toldAt = startedAt;
  const announce = (message: string) => {
    toldAt = clock.milliseconds();
    screen.toast(message);
    keepProgress(message);
  };
  return {
    announce,
    step: (name) => {
      const now = clock.milliseconds();
      const seconds = (now - startedAt) / 1000;
      if (seconds > TIME_BUDGET_SECONDS) throw new OutOfTime(name, seconds);
      if (now - toldAt >= QUIET_TIME) announce(`${name} 중입니다…`);
    },
  };
}

function notesIn(store: () => GoogleAppsScript.Properties.Properties): Notes {
  return {
    get: (key) => store().getProperty(key),
    set: (key, text) => {
      store().setProperty(key, text);
    },
    remove: (key) => {
      store().deleteProperty(key);
    },
  };
}

/**
 * One lock for the document, so that two people cannot write at once. The platform releases it when the
 * execution ends, however that happens.
 */
function documentLock(): Lock {
  const lock = LockService.getDocumentLock();
  return { take: (patience = 0) => lock.tryLock(patience), release: () => lock.releaseLock() };
}

/** Shows messages. One that cannot be shown stops nothing: in a trigger there may be nobody to show it to. */
function spreadsheetScreen(spreadsheet: Spreadsheet): Screen {
  return {
    toast: (message) => {
      try {
        spreadsheet.toast(message, APPLICATION_NAME, TOAST_SECONDS);
      } catch {
        console.warn(message);
      }
    },
  };
}
