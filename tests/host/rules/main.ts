/** The test build: exactly the functions that Google Sheets may call. */
import { RULES } from './index.ts';
import { LOCAL_RULES } from './local-rules.ts';
import { logLines, reportRows, summaryOf } from './report.ts';
import { type Outcome, outcomesOf } from './run-rules.ts';

/** Puts the menu into the menu bar. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('host-check').addItem('Run all rules', 'checkHost').addToUi();
}

/**
 * Runs every rule in the spreadsheet that is open, and writes to a new tab and to the log what agrees with the local host and what
 * differs. @returns the summary
 */
export function checkHost(): string {
  const book = SpreadsheetApp.getActive();
  const outcomes = outcomesOf(RULES, book);
  const summary = summaryOf(outcomes);
  writeReport(book, outcomes);
  for (const line of logLines(outcomes)) console.log(line);
  book.toast(summary, 'host-check', -1);
  return summary;
}

/** What one rule expects and was not found, by its name. */
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
