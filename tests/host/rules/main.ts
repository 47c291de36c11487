/** The entry file of the test build: exactly the functions that Google Sheets may call. */
import { RULES } from './index.ts';
import { ledgerLines } from './ledger.ts';
import { LOCAL_RULES } from './local-rules.ts';
import { MARK, markLine, marksLines } from './marks.ts';
import { record } from './outcome.ts';
import { provokedLines } from './provoked.ts';
import { logLines, reportRows, summaryOf } from './report.ts';
import { inKorea, type Outcome, outcomesOf } from './run-rules.ts';
import { makeOneShotTrigger, removeOneShotTriggers, triggerLines } from './trigger.ts';

/** Adds the menu, in the order of use. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('host-check')
    .addItem('Run all rules', 'checkHost')
    .addItem('Fill in, recalculate and close the sample', 'checkLedger')
    .addItem('See what a trigger sees (takes a minute or two)', 'checkTrigger')
    .addSeparator()
    .addItem('Mark this file', 'markFile')
    .addItem('See what became of the marks', 'checkMarks')
    .addToUi();
}

/**
 * Runs every rule in the open spreadsheet. Writes to a new tab and to the log which agree with the local host
 * and which differ.
 * @returns the summary
 */
export function checkHost(): string {
  const book = SpreadsheetApp.getActive();
  const outcomes = outcomesOf(RULES, book);
  const summary = summaryOf(outcomes);
  writeReport(book, outcomes);
  record(book, 'Rules', logLines(outcomes));
  record(book, 'Provoked errors', provokedLines(book));
  for (const line of logLines(outcomes)) console.log(line);
  book.toast(summary, 'host-check', -1);
  return summary;
}

/**
 * Fills in, recalculates and closes the sample in tabs that it deletes again.
 * @returns the report
 */
export function checkLedger(): string {
  const book = SpreadsheetApp.getActive();
  return told(
    book,
    'The sample',
    inKorea(book, () => ledgerLines(book)),
  );
}

/** Creates a trigger that records what it sees. */
export function checkTrigger(): void {
  makeOneShotTrigger();
  SpreadsheetApp.getActive().toast(
    'In a minute or two the tab Outcome says what the trigger saw.',
    'host-check',
    -1,
  );
}

/** Called by the trigger. */
export function seenByTrigger(event: unknown): void {
  const book = SpreadsheetApp.getActive();
  record(book, 'What a trigger sees', triggerLines(book, event));
  removeOneShotTriggers();
}

/** Writes the next number into a cell, the properties and the metadata of this file. */
export function markFile(): void {
  const book = SpreadsheetApp.getActive();
  told(book, MARK, [markLine(book)]);
}

/**
 * Reports where the number is found, to be used after restoring a version or in a copy.
 * @returns the report
 */
export function checkMarks(): string {
  const book = SpreadsheetApp.getActive();
  return told(book, 'What became of the marks', marksLines(book));
}

function told(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  part: string,
  lines: readonly string[],
): string {
  record(book, part, lines);
  for (const line of lines) console.log(line);
  book.toast('The tab Outcome holds the whole in its first cell.', 'host-check', -1);
  return lines.join('\n');
}

/** The unmet expectations of the rule with this name; null if there is no such rule. */
export function checkRule(name: string): Outcome['differences'] {
  const [outcome] = outcomesOf(
    RULES.filter((rule) => rule.name === name),
    SpreadsheetApp.getActive(),
  );
  return outcome?.differences ?? null;
}

function writeReport(book: GoogleAppsScript.Spreadsheet.Spreadsheet, outcomes: readonly Outcome[]): void {
  const rows = reportRows(outcomes, LOCAL_RULES);
  const time = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM-dd HH.mm.ss');
  const sheet = book.insertSheet(`Rules ${time}`);
  const width = Math.max(...rows.map((row) => row.length));
  const missing = rows.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet
    .getRange(1, 1, rows.length, width)
    .setNumberFormat('@')
    .setValues(rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]));
  sheet.setFrozenRows(2);
}
