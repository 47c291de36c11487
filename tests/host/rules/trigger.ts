/** Records what a time trigger sees, which no menu can show, by means of a one-shot trigger. */
import { saidBy } from './provoked.ts';
import { type Book, plain, type Seen } from './rule.ts';

/** Name of the entry function that the trigger calls. */
const HANDLER = 'seenByTrigger';
const SHEET = 'host-check in a trigger';

/** What a trigger sees in the local host. The rules name the sources. */
export const SEEN_BY_TRIGGER: Readonly<Record<string, Seen>> = {
  'keys of the event':
    'authMode day-of-month day-of-week hour minute month second timezone triggerUid week-of-year year',
  'the shown sheet': 'none',
  'the selection': 'none',
  'a sheet at no position': 'Exception: Please select an active sheet first.',
  'a sheet at a position': SHEET,
  'the shown sheet then': 'none',
  'a lock': true,
  'the cache': 'v',
  'document properties': 'v',
  'user properties': 'v',
  'a message at the edge': 'not refused',
  'a user interface': 'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
  'its own trigger': true,
};

/** Creates the trigger, which fires within a minute or two. */
export function makeOneShotTrigger(): void {
  removeOneShotTriggers();
  ScriptApp.newTrigger(HANDLER).timeBased().after(1000).create();
}

export function removeOneShotTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
  }
}

/** One line for each item: what was seen, and what the local host shows if that differs. */
export function triggerLines(book: Book, event: unknown): string[] {
  const seen = seenIn(book, event);
  const lines = Object.entries(seen).map(([what, found]) => {
    const expected = SEEN_BY_TRIGGER[what];
    const isAsExpected = expected === undefined || JSON.stringify(expected) === JSON.stringify(found);
    return `${what}: ${String(found)}${isAsExpected ? '' : ` DIFFERS from ${String(expected)}`}`;
  });
  return [`language ${Session.getActiveUserLocale()}`, ...lines];
}

function seenIn(book: Book, event: unknown): Readonly<Record<string, Seen>> {
  const key = 'host-check trigger';
  const properties = (store: GoogleAppsScript.Properties.Properties) => {
    const kept = store.setProperty(key, 'v').getProperty(key);
    store.deleteProperty(key);
    return kept;
  };
  const shown = () => attempt(() => nameOf(book.getActiveSheet()));
  // Keep this order: the later calls may activate a sheet.
  const atFirst = { shown: shown(), selection: attempt(() => notationOf(book.getActiveRange())) };
  const atNoPosition = saidBy(() => book.deleteSheet(book.insertSheet(`${SHEET} at none`)));
  const made = attempt(() => book.insertSheet(SHEET, 0).getName());
  const then = shown();
  const sheet = book.getSheetByName(SHEET);
  if (sheet !== null) book.deleteSheet(sheet);
  return {
    'keys of the event':
      typeof event === 'object' && event !== null ? Object.keys(event).sort().join(' ') : plain(event),
    'the shown sheet': atFirst.shown,
    'the selection': atFirst.selection,
    'a sheet at no position': atNoPosition,
    'a sheet at a position': made,
    'the shown sheet then': then,
    'a lock': attempt(() => {
      const lock = LockService.getDocumentLock();
      const got = lock.tryLock(1000);
      lock.releaseLock();
      return got;
    }),
    'the cache': attempt(() => {
      CacheService.getDocumentCache()?.put(key, 'v', 60);
      return CacheService.getDocumentCache()?.get(key) ?? null;
    }),
    'document properties': attempt(() => properties(PropertiesService.getDocumentProperties())),
    'user properties': attempt(() => properties(PropertiesService.getUserProperties())),
    'a message at the edge': saidBy(() => book.toast('host-check')),
    'a user interface': saidBy(() => SpreadsheetApp.getUi()),
    'its own trigger': attempt(() => ScriptApp.getProjectTriggers().length > 0),
  };
}

function attempt(look: () => Seen): Seen {
  try {
    return look();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** The platform's type declarations wrongly exclude null. */
function nameOf(sheet: GoogleAppsScript.Spreadsheet.Sheet | null): string {
  return sheet === null ? 'none' : sheet.getName();
}

function notationOf(range: GoogleAppsScript.Spreadsheet.Range | null): string {
  return range === null ? 'none' : range.getA1Notation();
}
