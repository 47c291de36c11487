/**
 * Actions on the records themselves, such as an undo: under the lock, with a row in 실행기록, rows before
 * properties.
 */
import { RECORD_TABS } from '../../domain/tabs.ts';
import { APPENDED_TABS } from '../../sheets/output/tabs.ts';
import { type StoppedAnswer, stopped, underLock } from '../answers.ts';
import type { Environment } from '../ports.ts';
import { type RecordBooks, recordBooks } from '../records/record-books.ts';
import { runLine } from '../run/run-line.ts';
import { DONE, RUN_LOG_LAYOUT } from '../run/run-log.ts';
import { foreignTabsAmong } from '../workbook-tabs.ts';

export type RecordAnswer = { readonly status: 'done'; readonly message: string } | StoppedAnswer;

/**
 * What to do after reading the records, with the outcome for 실행기록 and the message for the person; or why
 * nothing is done.
 */
export type RecordDecision =
  | { readonly act: (timestamp: string) => void; readonly outcome: string; readonly message: string }
  | { readonly act: null; readonly reason: string };

/** The records as they are now, for a question. */
export function recordsNow(environment: Environment): RecordBooks {
  return recordBooks(environment, foreignTabsAmong(environment.workbook, RECORD_TABS));
}

export function actOnRecords(
  environment: Environment,
  action: string,
  decide: (books: RecordBooks) => RecordDecision,
): RecordAnswer {
  const answer = underLock(environment, () => decideAndAct(environment, action, decide));
  environment.screen.toast(answer.status === 'done' ? answer.message : answer.messages.join(' '));
  return answer;
}

function decideAndAct(
  environment: Environment,
  action: string,
  decide: (books: RecordBooks) => RecordDecision,
): RecordAnswer {
  const { workbook } = environment;
  const foreign = foreignTabsAmong(workbook, APPENDED_TABS);
  const books = recordBooks(environment, foreign);
  const decision = decide(books);
  if (decision.act === null) return stopped(decision.reason);
  const log = foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT);
  const line = runLine(environment, { action, startedBy: 'menu' }, log);
  try {
    line.begin([]);
    books.guarded.storeFirstGuards();
    decision.act(line.timestamp);
    line.end(`${DONE}, ${decision.outcome}`, []);
    workbook.flush();
    books.guarded.storeGuards();
  } catch (error) {
    line.breakOff(error, decision.outcome);
    throw error;
  }
  return { status: 'done', message: decision.message };
}
