/** The dialogs of the menu. A dialog releases every lock, so none is ever held here. */
import type { MonthlyRunAnswer } from '../app/months/monthly-run.ts';
import type { TraceAnswer } from '../app/trace/trace.ts';
import { type TracedRow, textsBeside } from '../app/trace/traced-rows.ts';
import { withCommas } from '../sheets/numbers.ts';

const TITLE = '공약장부';
/** Most rows listed for one part: nobody could read more. All are selected in their tab anyway. */
const ROWS_SHOWN = 25;
/** Most ranges to select, since each takes the platform time. */
const RANGES_SELECTED = 200;

/** Asks for a text. Returns what the person types, or null when they cancel. */
function askForText(question: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(TITLE, question, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
}

/** Most times to ask. Nobody types something wrong more often. */
const MOST_QUESTIONS = 10;

/**
 * Asks until the answer can be read; null when the person cancels, or never answers readably.
 * @param read returns null where the answer cannot be read.
 * @param wrong said above the question when it is asked again.
 */
export function askUntilRead<Answer>(
  question: string,
  read: (typed: string) => Answer | null,
  wrong: (typed: string) => string,
): Answer | null {
  let complaint = '';
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const typed = askForText(`${complaint}${question}`);
    if (typed === null) return null;
    const answer = read(typed);
    if (answer !== null) return answer;
    complaint = `${wrong(typed)}\n\n`;
  }
  return null;
}

/** Asks a person to agree, and returns whether they do. Closing the dialog is a no. */
export function askToConfirm(question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(TITLE, question, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
}

export function tell(message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITLE, message, ui.ButtonSet.OK);
}

/** Shows the result of changing the monthly run. */
export function tellMonthlyRun(answer: MonthlyRunAnswer): void {
  tell(answer.status === 'done' ? answer.message : answer.messages.join(' '));
}

/** The tab and the first cell of what is selected; empty texts where nothing is. */
export function selectedCell(): { readonly tabName: string; readonly cell: string } {
  const range = SpreadsheetApp.getActive().getActiveRange();
  return range === null
    ? { tabName: '', cell: '' }
    : { tabName: range.getSheet().getName(), cell: range.getA1Notation().split(':')[0] ?? '' };
}

/** The sum as text. Empty where the rows are not added up: the values before the last one of a level. */
function sumText(sum: number | null, unit: string, rows: number): string {
  if (sum !== null) return `: ${withCommas(sum)}${unit}`;
  return rows === 0 ? ': 기록 없음' : '';
}

/** Shows the rows behind a cell and selects them in their tab. */
export function showTrace(answer: TraceAnswer): void {
  if (answer.status === 'stopped') {
    tell(answer.messages.join(' '));
    return;
  }
  const rows = answer.parts.flatMap((part) => part.rows);
  selectRows(rows);
  const lines = answer.parts.flatMap(({ label, sum, unit, rows: behind }) => [
    `${label}${sumText(sum, unit, behind.length)} (${withCommas(behind.length)}행)`,
    ...behind.slice(0, ROWS_SHOWN).map((row) => rowText(row, unit)),
    ...(behind.length > ROWS_SHOWN ? [`… 그 밖에 ${withCommas(behind.length - ROWS_SHOWN)}행`] : []),
    '',
  ]);
  tell(
    [
      `${answer.tab} ${answer.cell}의 근거${answer.pledge === undefined ? '' : ` · 공약 ${answer.pledge}`}`,
      ...(answer.equation === null ? [] : [answer.equation]),
      '',
      ...lines,
    ]
      .join('\n')
      .trim(),
  );
}

function rowText(traced: TracedRow, unit: string): string {
  const { tab, row, value, approximate } = traced;
  const said = textsBeside(traced).slice(0, 4).join(' · ');
  return `${tab} ${row}행: ${approximate ? '약 ' : ''}${withCommas(value)}${unit}${said === '' ? '' : `  (${said})`}`;
}

/** Selects whole rows in the tab of the first of them; neighbouring rows are one range. */
function selectRows(rows: readonly TracedRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const sheet = SpreadsheetApp.getActive().getSheetByName(first.tab);
  if (sheet === null) return;
  const numbers = [...new Set(rows.filter(({ tab }) => tab === first.tab).map(({ row }) => row))].sort(
    (a, b) => a - b,
  );
  const ranges: { from: number; to: number }[] = [];
  for (const row of numbers) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.to === row - 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  sheet.activate();
  sheet.setActiveRangeList(
    sheet.getRangeList(ranges.slice(0, RANGES_SELECTED).map(({ from, to }) => `${from}:${to}`)),
  );
}
