/**
 * 매월 자동 계산: turns the monthly trigger on and off, and reports its state.
 *
 * A spreadsheet has at most one such trigger. Nobody can see another person's triggers, so whoever turns it
 * on leaves a note with the spreadsheet: when it runs and, in their own words, who they are. (Reading their
 * e-mail address would need one more permission.)
 */
import { daysBetween, type IsoDate, isoDateFrom } from '../../domain/date.ts';
import {
  isSchedule,
  lastRunDay,
  type Moment,
  type MonthlySchedule,
  nextRunDay,
} from '../../domain/months/monthly-schedule.ts';
import { isJsonObject, jsonObjectIn } from '../../sheets/json.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import { shownDate } from '../../sheets/raw.ts';
import { cutTo } from '../../sheets/short-text.ts';
import { plainText } from '../../sheets/text-key.ts';
import { type StoppedAnswer, stopped, underLock } from '../answers.ts';
import type { Environment } from '../ports.ts';

/** The state of the monthly run, as plain data for the menu and the sidebar. */
export interface MonthlyRunState {
  /** False in an add-on, where it cannot be turned on. */
  readonly possible: boolean;
  readonly on: boolean;
  /** Whether the current person turned it on. */
  readonly mine: boolean;
  /** Whether the current person may turn it on or off or change its time. */
  readonly canBeChanged: boolean;
  /** Who turned it on, in their own words; empty if it is off. */
  readonly owner: string;
  readonly day: number | null;
  readonly hour: number | null;
  /** `2024. 5. 3. 7시~8시`; null if it is off. */
  readonly nextRun: string | null;
  /** When it last ran and with what result; null: never. */
  readonly lastResult: string | null;
  /** Sentences about problems. */
  readonly warnings: readonly string[];
}

export type MonthlyRunAnswer =
  | { readonly status: 'done'; readonly message: string; readonly state: MonthlyRunState }
  | StoppedAnswer;

/** The note that is kept with the spreadsheet. */
interface Note {
  readonly triggerId: string;
  readonly owner: string;
  readonly schedule: MonthlySchedule;
  readonly turnedOn: IsoDate;
  readonly lastRun: { readonly day: IsoDate; readonly outcome: string } | null;
}

const NOTE_KEY = 'pledge-ledger.monthly-run';
/**
 * The id of the person's own trigger. With it, the trigger is known as theirs even if they deleted it
 * elsewhere.
 */
const OWN_KEY = 'pledge-ledger.own-trigger';
/** After this many days a missing run will not come: its owner has left or deleted the trigger. */
const DAYS_UNTIL_GIVEN_UP = 3;
const LONGEST_OWNER = 40;

const NO_OWNER = '누가 켰는지 다른 직원이 알아볼 말을 적어 주세요. 예: 총무팀';

/** The owner's words as they are kept and shown: without personal data, and at most 40 characters long. */
export function ownerWords(typed: string): string {
  return cutTo(withoutPersonalData(plainText(typed).trim()), LONGEST_OWNER, '').trim();
}

/** Turns the monthly run on, or changes its time. @param owner who turns it on, in their own words. */
export function turnOnMonthlyRun(
  environment: Environment,
  schedule: MonthlySchedule,
  owner: string,
): MonthlyRunAnswer {
  const { triggers, clock } = environment;
  if (triggers === null) return stopped(NOT_IN_AN_ADD_ON);
  const words = ownerWords(owner);
  if (!isSchedule(schedule)) return stopped('날짜는 1~28일, 시각은 0~23시 가운데서 골라 주세요.');
  if (words === '') return stopped(NO_OWNER);
  return underLock(environment, () => {
    const before = noteOf(environment);
    const mine = triggers.mine();
    if (mine === null) return stopped(TRIGGERS_UNSEEN);
    if (before !== null && isAnothers(environment, before, mine)) return stopped(othersText(before));
    // The new trigger is made first. If the platform refuses it, the old one is still there.
    const triggerId = triggers.make(schedule);
    keep(environment, {
      triggerId,
      owner: words,
      schedule,
      turnedOn: clock.today(),
      lastRun: before?.lastRun ?? null,
    });
    environment.personNotes.set(OWN_KEY, triggerId);
    triggers.remove(mine);
    const state = monthlyRunState(environment);
    return {
      status: 'done',
      message: `매월 자동 계산을 켰습니다. 다음 실행은 ${state.nextRun}입니다.`,
      state,
    };
  });
}

/** Turns the monthly run off. Only its owner can, unless it is overdue. */
export function turnOffMonthlyRun(environment: Environment): MonthlyRunAnswer {
  const { triggers } = environment;
  if (triggers === null) return stopped(NOT_IN_AN_ADD_ON);
  return underLock(environment, () => {
    const note = noteOf(environment);
    const mine = triggers.mine();
    if (mine === null) return stopped(TRIGGERS_UNSEEN);
    if (note === null && mine.length === 0) return stopped('매월 자동 계산이 켜져 있지 않습니다.');
    if (note !== null && isAnothers(environment, note, mine)) return stopped(othersText(note));
    triggers.remove(mine);
    environment.documentNotes.remove(NOTE_KEY);
    environment.personNotes.remove(OWN_KEY);
    return { status: 'done', message: '매월 자동 계산을 껐습니다.', state: monthlyRunState(environment) };
  });
}

export function monthlyRunState(environment: Environment): MonthlyRunState {
  const note = noteOf(environment);
  if (environment.triggers === null) {
    return {
      ...OFF,
      possible: false,
      canBeChanged: false,
      lastResult: lastResultOf(note),
      warnings: [NOT_IN_AN_ADD_ON],
    };
  }
  const mine = environment.triggers.mine();
  const own = note !== null && isMine(environment, note, mine ?? []);
  const isLost = own && mine !== null && !mine.includes(note.triggerId);
  if (note === null || isLost) {
    return { ...OFF, mine: own, lastResult: lastResultOf(note), warnings: isLost ? [LOST_TEXT] : [] };
  }
  const now = moment(environment);
  return {
    possible: true,
    on: true,
    mine: own,
    canBeChanged: !isAnothers(environment, note, mine ?? []),
    owner: note.owner,
    day: note.schedule.day,
    hour: note.schedule.hour,
    nextRun: timeText(nextRunDay(note.schedule, now), note.schedule),
    lastResult: lastResultOf(note),
    warnings: [
      ...(own && mine === null ? [TRIGGERS_UNSEEN] : []),
      ...(isGivenUp(note, now) ? [lateText(note, now)] : []),
    ],
  };
}

const OFF: MonthlyRunState = {
  possible: true,
  on: false,
  mine: false,
  canBeChanged: true,
  owner: '',
  day: null,
  hour: null,
  nextRun: null,
  lastResult: null,
  warnings: [],
};

/** The state as lines for a dialog. */
export function monthlyRunText({
  on,
  owner,
  day,
  hour,
  nextRun,
  lastResult,
  warnings,
}: MonthlyRunState): string {
  const lines = on
    ? [
        `매월 자동 계산: 켜짐 (매월 ${day}일 ${hour}시~${(hour ?? 0) + 1}시)`,
        `켠 사람: ${owner}`,
        `다음 실행: ${nextRun}`,
      ]
    : ['매월 자동 계산: 꺼짐'];
  return [...lines, `마지막 결과: ${lastResult ?? '아직 없습니다.'}`, ...warnings].join('\n');
}

/**
 * Removes the outdated triggers of the person whose trigger fired. If that trigger is the one named in the
 * note, all others are outdated. If not, it is outdated itself: it was left by an interrupted change, was
 * replaced by another person's, or was made on Google's own page.
 * @returns why the trigger that fired may not close a month, for whoever made it; null: it is the one named.
 */
export function removeOutdatedTriggers(environment: Environment, triggerId: string): string | null {
  const { triggers } = environment;
  if (triggers === null) return `${NOT_IN_AN_ADD_ON} ${REMOVE_BY_HAND}`;
  const note = noteOf(environment);
  const mine = triggers.mine();
  const isCurrent = note?.triggerId === triggerId;
  if (mine !== null) triggers.remove(isCurrent ? mine.filter((id) => id !== triggerId) : [triggerId]);
  if (isCurrent) return null;
  const why =
    note === null
      ? '매월 자동 계산이 켜져 있지 않은데 예약이 실행되었습니다.'
      : `매월 자동 계산은 '${note.owner}'에서 켠 예약(매월 ${note.schedule.day}일 ${note.schedule.hour}시)이 맡고 있는데 다른 예약이 실행되었습니다.`;
  const how =
    note === null ? ' 계속 쓰려면 공약장부 메뉴의 설정에서 매월 자동 계산을 눌러 다시 켜 주세요.' : '';
  const gone =
    mine === null
      ? '마감하지 않았습니다. Apps Script의 트리거 화면에서 그 예약을 지워 주세요.'
      : '마감하지 않고 그 예약을 지웠습니다.';
  return `${why} ${gone}${how}`;
}

/** Notes the result of a run. */
export function noteMonthlyOutcome(environment: Environment, outcome: string): void {
  const note = noteOf(environment);
  if (note !== null) keep(environment, { ...note, lastRun: { day: environment.clock.today(), outcome } });
}

/**
 * In an add-on one script serves many spreadsheets. Its list holds a person's triggers for all of them, and a
 * time trigger does not say which spreadsheet it belongs to. Turning the monthly run on in a second
 * spreadsheet could take it from the first, or close months in the wrong one.
 * https://developers.google.com/apps-script/reference/script/trigger#getTriggerSourceId()
 */
const NOT_IN_AN_ADD_ON =
  '애드온에서는 매월 자동 계산을 쓸 수 없습니다. 예약이 어느 스프레드시트의 것인지 구글이 알려 주지 않기 때문입니다. 매월 공약장부 메뉴의 지난달 마감하기를 눌러 주세요.';
const REMOVE_BY_HAND =
  '마감하지 않았습니다. https://script.google.com/home/triggers 에서 공약장부의 예약을 지워 주세요.';

/** Shown when Google hides the triggers: a person may untick single permissions when asked for them. */
const TRIGGERS_UNSEEN =
  '구글이 예약(트리거)을 보여 주지 않아 매월 자동 계산을 켜거나 끄거나 확인할 수 없습니다. 권한을 묻는 창에서 모든 항목에 표시했는지 확인해 주세요. 다시 묻지 않으면 https://myaccount.google.com/connections 에서 공약장부의 연결을 지우고 메뉴를 다시 눌러 주세요. 다른 기능은 그대로 쓸 수 있습니다.';

const LOST_TEXT =
  '켜 두었던 자동 계산을 찾을 수 없습니다. Apps Script 화면에서 지운 듯합니다. 필요하면 다시 켜 주세요.';

function othersText({ owner, schedule, turnedOn, lastRun }: Note): string {
  const ran = lastRun === null ? '아직 실행되지 않았습니다' : `마지막 실행은 ${shownDate(lastRun.day)}입니다`;
  return `매월 자동 계산은 이미 '${owner}'에서 켜 두었습니다(매월 ${schedule.day}일 ${schedule.hour}시, ${shownDate(turnedOn)}에 켬, ${ran}). 바꾸거나 끄려면 켠 사람에게 부탁해 주세요.`;
}

function lateText(note: Note, now: Moment): string {
  return `${shownDate(lastRunDay(note.schedule, now))}에 있어야 할 실행이 없었습니다. 켠 사람이 바뀌었다면 이제 다른 사람이 새로 켤 수 있습니다.`;
}

/** Whether the monthly run is overdue for so long that somebody else may turn it on. */
function isGivenUp({ schedule, turnedOn, lastRun }: Note, now: Moment): boolean {
  const due = lastRunDay(schedule, now);
  const heardOn = lastRun !== null && lastRun.day > turnedOn ? lastRun.day : turnedOn;
  return heardOn < due && daysBetween(due, now.date) >= DAYS_UNTIL_GIVEN_UP;
}

/** Whether the noted trigger is the current person's, also if they deleted it on Google's own page. */
function isMine({ personNotes }: Environment, { triggerId }: Note, mine: readonly string[]): boolean {
  return mine.includes(triggerId) || personNotes.get(OWN_KEY) === triggerId;
}

/** Whether another person turned it on and it still runs. Only they can change it then. */
function isAnothers(environment: Environment, note: Note, mine: readonly string[]): boolean {
  return !isMine(environment, note, mine) && !isGivenUp(note, moment(environment));
}

function lastResultOf(note: Note | null): string | null {
  return note?.lastRun == null ? null : `${shownDate(note.lastRun.day)} ${note.lastRun.outcome}`;
}

function timeText(day: IsoDate, { hour }: MonthlySchedule): string {
  return `${shownDate(day)} ${hour}시~${hour + 1}시`;
}

function moment({ clock }: Environment): Moment {
  return { date: clock.today(), hour: Number(clock.timestamp().slice(11, 13)) };
}

function keep({ documentNotes }: Environment, note: Note): void {
  documentNotes.set(NOTE_KEY, JSON.stringify(note));
}

/** The note; null: none, or an unreadable one. */
function noteOf({ documentNotes }: Environment): Note | null {
  const note = jsonObjectIn(documentNotes.get(NOTE_KEY) ?? '');
  return isNote(note) ? note : null;
}

function isNote(value: unknown): value is Note {
  if (!isJsonObject(value) || !isJsonObject(value.schedule)) return false;
  const { triggerId, owner, schedule, turnedOn, lastRun } = value;
  return (
    typeof triggerId === 'string' &&
    typeof owner === 'string' &&
    typeof schedule.day === 'number' &&
    typeof schedule.hour === 'number' &&
    isSchedule({ day: schedule.day, hour: schedule.hour }) &&
    isDay(turnedOn) &&
    (lastRun === null || (isJsonObject(lastRun) && isDay(lastRun.day) && typeof lastRun.outcome === 'string'))
  );
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isoDateFrom(value) !== null;
}
