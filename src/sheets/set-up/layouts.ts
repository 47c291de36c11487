/** Input tabs as they are made: headings with notes, rows to begin with, formats and rules. Pure; `google/` carries it out. */
import type { IsoDate } from '../../domain/date.ts';
import { monthOf, yearOf } from '../../domain/date.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { columnLetters } from '../addresses.ts';
import { CLASSIFICATION_KINDS } from '../input/classification-kinds.ts';
import { findHeadings } from '../input/headings.ts';
import { classificationTab, INPUT_TAB_NAMES } from '../input/tabs.ts';
import { handlingStatusNames, OPENING_BALANCE_NAME } from '../names.ts';
import { type RawCell, type RawTab, shownText } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { COLUMN_GUIDES, type ColumnGuide, scheduleGuides } from './columns.ts';
import { AMOUNT_FORMAT, TEXT, UNFORMATTED } from './formats.ts';
import { formulaFor, type ListedKind, type Rule } from './rules.ts';
import { settingLook, settingRows, VALUE_COLUMN } from './settings.ts';

type Row = readonly (string | number)[];

/** What a cell is expected to hold, in the words of a spreadsheet. A cell that holds anything else is only marked. */
export type CellRule =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly tabName: string; readonly cells: string }
  | { readonly kind: 'numberBetween'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'formula'; readonly formula: string };

/** Cells in A1 notation; `B2:B` runs to the end of the tab. */
export interface RuledCells {
  readonly cells: string;
  readonly rule: CellRule;
}

export interface TabLayout {
  readonly tab: InputTab;
  readonly name: string;
  readonly columns: readonly ColumnGuide[];
  /** Where what is typed into each column stands; null: text at the left, a number at the right. */
  readonly alignments: readonly (Alignment | null)[];
  /** The headings, and the rows to begin with. A string is text whatever it looks like. */
  readonly block: readonly Row[];
  /** The number format of each cell of the block. */
  readonly blockFormats: readonly (readonly string[])[];
  readonly rules: readonly RuledCells[];
}

export type Alignment = 'left' | 'center' | 'right';

/** Where the names of each kind stand in 분류; null: it lists none. */
export type NamePlaces = Readonly<Record<ListedKind, string | null>>;

const NO_PLACES: NamePlaces = { meetings: null, origins: null, statuses: null, funds: null };

/**
 * The layouts of these tabs.
 * @param rowsOf the rows that a tab begins with.
 * @param classification 분류 as it stands; null where it is one of the tabs, or not there.
 */
export function tabLayouts(
  tabs: readonly InputTab[],
  rowsOf: (tab: InputTab) => readonly Row[],
  quarters: readonly string[],
  classification: RawTab | null,
): readonly TabLayout[] {
  // With the sample too: its names stand where those of the staff will stand.
  const made: RawTab = {
    name: classificationTab.name,
    rows: [COLUMN_GUIDES.classification.map(({ heading }) => heading), ...BUILT_IN_NAMES],
  };
  const places = namePlaces(tabs.includes('classification') ? made : classification);
  return INPUT_TABS.filter((tab) => tabs.includes(tab)).map((tab) =>
    tabLayout(tab, tab === 'schedule' ? scheduleGuides(quarters) : COLUMN_GUIDES[tab], rowsOf(tab), places),
  );
}

function tabLayout(
  tab: InputTab,
  columns: readonly ColumnGuide[],
  rows: readonly Row[],
  places: NamePlaces,
): TabLayout {
  const own = rows.map((row) => (tab === 'pledge' ? settingLook(String(row[0])) : undefined));
  const ruled = (cells: string, rule: Rule | null | undefined): RuledCells[] => {
    const cellRule = rule == null ? null : cellRuleOf(rule, cells, places);
    return cellRule === null ? [] : [{ cells, rule: cellRule }];
  };
  return {
    tab,
    name: INPUT_TAB_NAMES[tab],
    columns,
    alignments: columns.map(({ format }, index) =>
      tab === 'pledge' && index === VALUE_COLUMN ? 'left' : alignmentOf(format, index === columns.length - 1),
    ),
    block: [columns.map(({ heading }) => heading), ...rows],
    blockFormats: [
      columns.map(() => TEXT),
      ...rows.map((row, index) =>
        columns.map(({ format }, column) =>
          formatOf(row[column] ?? '', column === VALUE_COLUMN ? (own[index]?.format ?? format) : format),
        ),
      ),
    ],
    rules: [
      ...columnsByRule(columns).flatMap(({ rule, first, last }) =>
        ruled(`${columnLetters(first)}2:${columnLetters(last)}`, rule),
      ),
      ...own.flatMap((look, index) => ruled(`${columnLetters(VALUE_COLUMN + 1)}${index + 2}`, look?.rule)),
    ],
  };
}

/** No number touches the text in the next column: dates, years and counts stand in the middle; at the right, what has nothing beside it. */
function alignmentOf(format: string, isLast: boolean): Alignment | null {
  if (format === TEXT) return null;
  return isLast || format === AMOUNT_FORMAT ? 'right' : 'center';
}

/** Columns beside one another that have the very same rule, numbered from 1: a spreadsheet takes one call for all of them. */
function columnsByRule(columns: readonly ColumnGuide[]) {
  const runs: { readonly rule: ColumnGuide['rule']; readonly first: number; last: number }[] = [];
  columns.forEach(({ rule }, index) => {
    const run = runs[runs.length - 1];
    // A formula is written for one column.
    if (run !== undefined && run.rule === rule && rule?.kind !== 'formula') run.last = index + 1;
    else runs.push({ rule, first: index + 1, last: index + 1 });
  });
  return runs;
}

/** A text that stands there from the beginning stays text in any column; a number keeps a format of numbers. */
function formatOf(cell: string | number, format: string): string {
  if (cell === '') return format;
  if (typeof cell === 'string') return TEXT;
  return format === TEXT ? UNFORMATTED : format;
}

function cellRuleOf(rule: Rule, cells: string, places: NamePlaces): CellRule | null {
  switch (rule.kind) {
    case 'names': {
      const range = places[rule.of];
      if (range !== null) return { kind: 'range', tabName: INPUT_TAB_NAMES.classification, cells: range };
      return rule.builtIn.length === 0 ? null : { kind: 'list', values: rule.builtIn };
    }
    case 'scheduleNames':
      return { kind: 'range', tabName: INPUT_TAB_NAMES.schedule, cells: 'A2:A200' };
    case 'formula':
      return { kind: 'formula', formula: formulaFor(rule.of, cells.split(':')[0] ?? cells) };
    default:
      return rule;
  }
}

/** Rows of 분류 that a list of names may grow by, below the last name that there is. */
const SPARE_ROWS = 200;

/**
 * From the first to the last name of a kind. Rows inserted between the two belong to it, as Sheets widens the range; the names
 * at the end of the tab may grow downwards. Categories of meetings and origins have no built-in names: one without a name yet has
 * the rows below all others, which it may share with them.
 */
export function namePlaces(classification: RawTab | null): NamePlaces {
  const headings = classification === null ? null : findHeadings(classificationTab, classification).headings;
  const kindColumn = headings?.cells.get('kind')?.column;
  const nameColumn = headings?.cells.get('name')?.column;
  if (classification === null || headings === null || kindColumn === undefined || nameColumn === undefined) {
    return NO_PLACES;
  }
  const rowsOfKind = (kind: string | null) =>
    classification.rows.flatMap((row, index) => {
      const typed: RawCell = row[kindColumn - 1] ?? '';
      const isOne = index >= headings.row && typeof typed === 'string' && typed !== '';
      return isOne && (kind === null || textKey(typed) === textKey(kind)) ? [index + 1] : [];
    });
  const last = Math.max(0, ...rowsOfKind(null));
  const statuses = rowsOfKind(CLASSIFICATION_KINDS.statuses).map((row) =>
    textKey(shownText(classification.rows[row - 1]?.[nameColumn - 1] ?? '')),
  );
  const namesEveryStatus = handlingStatusNames.every(({ name }) => statuses.includes(textKey(name)));
  const letters = columnLetters(nameColumn);
  const place = (kind: string, isOpen: boolean) => {
    const rows = rowsOfKind(kind);
    if (last === 0 || (rows.length === 0 && !isOpen)) return null;
    const first = Math.min(...rows, last + 1);
    const end = Math.max(...rows, first);
    return `${letters}${first}:${letters}${end >= last ? last + SPARE_ROWS : end}`;
  };
  return {
    meetings: place(CLASSIFICATION_KINDS.meetings, true),
    origins: place(CLASSIFICATION_KINDS.origins, true),
    // Where 분류 names some of them only, the others may be chosen all the same.
    statuses: namesEveryStatus ? place(CLASSIFICATION_KINDS.statuses, false) : null,
    funds: place(CLASSIFICATION_KINDS.funds, false),
  };
}

/** The rows that a new tab begins with: every setting without its value, and the names that are built in. */
export function rowsToBeginWith(tab: InputTab): readonly Row[] {
  switch (tab) {
    case 'pledge':
      return settingRows({});
    case 'classification':
      return BUILT_IN_NAMES;
    default:
      return [];
  }
}

/** They stand in 분류 so that they can be chosen. 이월 comes last: the categories of the staff follow below it. */
export const BUILT_IN_NAMES: readonly Row[] = [
  ...handlingStatusNames.map(({ name }) => [CLASSIFICATION_KINDS.statuses, name, '', '']),
  [CLASSIFICATION_KINDS.meetings, OPENING_BALANCE_NAME, '', ''],
];

const TERM_YEARS = 4;
/** The first year of a term of office: 2022, 2026, … It begins on 1 July. */
const A_FIRST_YEAR = 2022;
const FIRST_MONTH = 7;

/** The headings of the quarters of the term of office that a day falls into: `2022.1` … `2026.4`. */
export function quartersOfTerm(today: IsoDate): readonly string[] {
  const year = yearOf(today) - (monthOf(today) < FIRST_MONTH ? 1 : 0);
  const first = A_FIRST_YEAR + Math.floor((year - A_FIRST_YEAR) / TERM_YEARS) * TERM_YEARS;
  return Array.from({ length: TERM_YEARS + 1 }, (_, index) => first + index).flatMap((each) =>
    [1, 2, 3, 4].map((quarter) => `${each}.${quarter}`),
  );
}
