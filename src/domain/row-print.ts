/**
 * What tells a row of an archived year from another of the same day, or year, and name: all that any table shows of it, but for names
 * that staff may change in their lists afterwards. Whoever changes one has another name, and no other row.
 */
import { periodText } from './date.ts';
import { fingerprint } from './fingerprint.ts';
import type { Execution, Meeting, Suggestion } from './records.ts';
import type { StatusThen } from './words.ts';

export function meetingPrint({ date, content, held, groups, groupsAreSites, attendees }: Meeting): string {
  return printOf([
    periodText(date),
    content,
    held.amount,
    held.approximate,
    groups?.amount ?? null,
    groups?.approximate ?? null,
    groupsAreSites,
    attendees?.amount ?? null,
    attendees?.approximate ?? null,
  ]);
}

/** @param status the one that it had come to by the end of the archived years. */
export function suggestionPrint(
  { number, date, dong, department, received }: Suggestion,
  status: StatusThen,
): string {
  return printOf([number, periodText(date), dong, department, received.amount, received.approximate, status]);
}

export function executionPrint({ date, executed }: Execution): string {
  return printOf([periodText(date), executed.amount]);
}

function printOf(parts: readonly (string | number | boolean | null)[]): string {
  return fingerprint(JSON.stringify(parts));
}
