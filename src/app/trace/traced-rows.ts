/** The input rows behind a traced figure, each with the texts of its cells. */
import { type Figure, type Source, sourcesOf } from '../../domain/figure.ts';
import type { InputTab } from '../../domain/tabs.ts';
import { tabNameOf } from '../../sheets/addresses.ts';
import { type Headings, headingsOfRow } from '../../sheets/input/headings.ts';
import { withPercentsShown } from '../../sheets/input/indicators/percent-cells.ts';
import { PLEDGE_NUMBER_HEADING, pledgeNumberIndex } from '../../sheets/input/pledges/pledge-column.ts';
import { shownStrangeNumber } from '../../sheets/input/pledges/pledge-numbers.ts';
import { withoutPersonalData } from '../../sheets/personal-data.ts';
import { type RawCell, type RawTab, type RawTabs, shownText } from '../../sheets/raw.ts';

export interface TracedRow {
  readonly tab: string;
  readonly row: number;
  /** The texts of the row by heading, 공약번호 first, without blank cells and personal data. */
  readonly columns: Readonly<Record<string, string>>;
  /** Heading of the column that holds the amount itself; absent: the amount is no cell of the row. */
  readonly amountHeading?: string;
  readonly value: number;
  readonly approximate: boolean;
}

/** The field of each tab that its figures sum up, where it has one alone. */
const AMOUNT_FIELDS: Partial<Record<InputTab, string>> = {
  meetings: 'times',
  suggestions: 'times',
  results: 'value',
  budgetPlans: 'planned',
  executions: 'executed',
};

/**
 * Returns a function for the rows behind a figure.
 * @param numbers the 공약번호 of the book's pledges. Any other cell of that column may be one that Sheets made a
 * day.
 */
export function rowReader(
  raw: RawTabs,
  headings: Readonly<Partial<Record<InputTab, Headings>>>,
  numbers: readonly string[],
): (figure: Figure) => readonly TracedRow[] {
  const shown = new Map<InputTab, RawTab['rows']>();
  const rowsOf = (tab: InputTab) => {
    const known = shown.get(tab);
    if (known !== undefined) return known;
    const tabRaw = raw[tab];
    const rows = tabRaw === undefined ? [] : withPercentsShown(tab, tabRaw).rows;
    shown.set(tab, rows);
    return rows;
  };
  return (figure) => sourcesOf(figure).map(tracedRow);

  function tracedRow({ tab, row, amount, approximate }: Source): TracedRow {
    const cells = rowsOf(tab)[row - 1] ?? [];
    const ofTab = headings[tab];
    const own = ofTab === undefined ? null : headingsOfRow(ofTab, row);
    const texts = own?.texts ?? [];
    const amountColumn = own?.cells.get(AMOUNT_FIELDS[tab] ?? '')?.column;
    const amountHeading = amountColumn === undefined ? undefined : shownHeading(texts[amountColumn - 1]);
    return {
      tab: tabNameOf(tab),
      row,
      columns: columnsOf(cells, texts, own === null ? null : pledgeNumberIndex(own), numbers),
      ...(amountHeading === undefined ? {} : { amountHeading }),
      value: amount,
      approximate,
    };
  }
}

/** The texts of a row for a short line beside its amount: its first columns, without the amount again. */
export function textsBeside({ columns, amountHeading }: TracedRow): readonly string[] {
  return Object.entries(columns).flatMap(([heading, text]) => (heading === amountHeading ? [] : [text]));
}

/** The texts of a row by heading, without blank cells. */
function columnsOf(
  cells: readonly RawCell[],
  headings: readonly string[],
  pledgeNumber: number | null,
  numbers: readonly string[],
): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {};
  // A record keeps the order in which its keys are added.
  const number = pledgeNumber === null ? '' : shownNumber(cells[pledgeNumber] ?? '', numbers);
  if (number !== '') columns[shownHeading(headings[pledgeNumber ?? -1]) || PLEDGE_NUMBER_HEADING] = number;
  for (const [index, cell] of cells.entries()) {
    if (index === pledgeNumber) continue;
    const heading = shownHeading(headings[index]);
    const text = textOf(cell);
    if (heading !== '' && text !== '') columns[heading] = text;
  }
  return columns;
}

/** A 공약번호 as it was typed, as far as that is known. */
function shownNumber(cell: RawCell, numbers: readonly string[]): string {
  if (cell === '') return '';
  const text = shownText(cell).trim();
  return numbers.includes(text) ? withoutPersonalData(text) : withoutPersonalData(shownStrangeNumber(cell));
}

function shownHeading(heading: string | undefined): string {
  return withoutPersonalData(heading ?? '').trim();
}

function textOf(cell: RawCell): string {
  return withoutPersonalData(shownText(cell).trim());
}
