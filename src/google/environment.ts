/** Everything that the use cases need, from the services of the spreadsheet that the script is bound to. */
import type { Clock, Environment, Lock, Screen } from '../app/ports.ts';
import { isoDateFrom } from '../domain/date.ts';
import { dateCellReader } from './dates.ts';
import { propertyGlances } from './glance-store.ts';
import { spreadsheetWorkbook } from './workbook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const APPLICATION_NAME = '공약장부';
const TOAST_SECONDS = 10;

/** Made anew for every execution: nothing of a spreadsheet outlives one. */
export function boundEnvironment(): Environment {
  const spreadsheet = SpreadsheetApp.getActive();
  const spreadsheetZone = spreadsheet.getSpreadsheetTimeZone();
  const dateCell = dateCellReader({
    spreadsheetZone,
    scriptZone: Session.getScriptTimeZone(),
    offsetText: (instant, zone) => Utilities.formatDate(instant, zone, 'Z'),
    dateText: (instant, zone) => Utilities.formatDate(instant, zone, 'yyyy-MM-dd'),
  });
  return {
    workbook: spreadsheetWorkbook(spreadsheet, dateCell),
    clock: spreadsheetClock(spreadsheetZone),
    lock: documentLock(),
    screen: spreadsheetScreen(spreadsheet),
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
    milliseconds: () => Date.now(),
  };
}

/** One lock for the document, so that two people cannot write at once. It ends with the execution whatever happens. */
function documentLock(): Lock {
  const lock = LockService.getDocumentLock();
  return { take: () => lock.tryLock(0), release: () => lock.releaseLock() };
}

function spreadsheetScreen(spreadsheet: Spreadsheet): Screen {
  return { toast: (message) => spreadsheet.toast(message, APPLICATION_NAME, TOAST_SECONDS) };
}
