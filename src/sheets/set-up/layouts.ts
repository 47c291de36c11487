/**
 * Layouts of new input tabs: headings with notes, first rows, formats, rules. Pure; `google/` makes the tabs.
 */
import { type IsoDate, monthOf, QUARTERS, yearOf } from '../../domain/date.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { columnLetters } from '../addresses.ts';
import { CLASSIFICATION_KINDS } from '../input/classification-kinds.ts';
import { findHeadings } from '../input/headings.ts';
import { SHARED_TABS } from '../input/read-office.ts';
import { classificationTab, INPUT_TAB_NAMES } from '../input/tabs.ts';
import { handlingStatusNames, OPENING_BALANCE_NAME } from '../names.ts';
import { type RawCell, type RawTab, shownText } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { COLUMN_GUIDES, type ColumnGuide, PLEDGE_NUMBER_GUIDE, scheduleGuides } from './columns.ts';
import { AMOUNT_FORMAT, TEXT, UNFORMATTED } from './formats.ts';
import { formulaFor, type ListedKind, type Rule } from './rules.ts';
import { settingLook, settingRows, VALUE_COLUMN } from './settings.ts';

type Row = readonly (string | number)[];

/**
 * What a cell is expected to hold, as a spreadsheet expresses it. A cell that breaks the rule is only marked.
 */
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
  /** Alignment of each column; null: the spreadsheet's own (text left, numbers right). */
  readonly alignments: readonly (Alignment | null)[];
  /** The headings and the first rows. A string is written as text, whatever it looks like. */
  readonly block: readonly Row[];
  /** Number format of each cell of the block. */
  readonly blockFormats: readonly (readonly string[])[];
  readonly rules: readonly RuledCells[];
}

export type Alignment = 'left' | 'center' | 'right';

/** Range of the names of each kind in 분류; null where the kind has none. */
export type NamePlaces = Readonly<Record<ListedKind, string | null>>;

const NO_PLACES: NamePlaces = { meetings: null, occasions: null, statuses: null, fundingSources: null };

/**
 * The layouts of these tabs.
 * @param rowsOf the first rows of each tab.
 * @param classification 분류 as it is now; null where it is among the tabs to make, or missing.
 * @param isOffice whether the book has a 공약목록: rows then say to which pledge they belong.
 */
export function tabLayouts(
  tabs: readonly InputTab[],
  rowsOf: (tab: InputTab) => readonly Row[],
  quarters: readonly string[],
  classification: RawTab | null,
  isOffice = false,
): readonly TabLayout[] {
  // The same ranges with the sample: its names are where the staff's own will be.
  const made: RawTab = {
    name: classificationTab.name,
    rows: [COLUMN_GUIDES.classification.map(({ heading }) => heading), ...BUILT_IN_NAMES],
  };
  const places = namePlaces(tabs.includes('classification') ? made : classification);
  return INPUT_TABS.filter((tab) => tabs.includes(tab)).map((tab) => {
    const own = tab === 'schedule' ? scheduleGuides(quarters) : COLUMN_GUIDES[tab];
    const columns = isOffice && !SHARED_TABS.has(tab) ? [...own, PLEDGE_NUMBER_GUIDE] : own;
    return tabLayout(tab, columns, rowsOf(tab), places);
  });
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

/**
 * Aligns columns so that no number touches the text beside it: amounts and the last column right, other
 * numbers and dates centred.
 */
function alignmentOf(format: string, isLast: boolean): Alignment | null {
  if (format === TEXT) return null;
  return isLast || format === AMOUNT_FORMAT ? 'right' : 'center';
}

/**
 * Groups neighbouring columns that share one rule object: each group takes one call to the spreadsheet.
 * Columns count from 1.
 */
function columnsByRule(columns: readonly ColumnGuide[]) {
  const runs: { readonly rule: ColumnGuide['rule']; readonly first: number; last: number }[] = [];
  columns.forEach(({ rule }, index) => {
    const run = runs[runs.length - 1];
    // A formula refers to the cells of one column.
    if (run !== undefined && run.rule === rule && rule?.kind !== 'formula') run.last = index + 1;
    else runs.push({ rule, first: index + 1, last: index + 1 });
  });
  return runs;
}

/** A first text is stored as text in any column; a first number always gets a number format. */
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

/** Rows below the last name that belong to the list that ends the tab, so that names can be added. */
const SPARE_ROWS = 200;

/**
 * Range of the names of each kind in 분류, from the first to the last. Rows inserted in between are included,
 * since Sheets widens the range, and a range at the end of the tab gets {@link SPARE_ROWS} more. 소통 and 출처
 * have no built-in names: while one has none, its range is the rows below all others, which both may share.
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
    occasions: place(CLASSIFICATION_KINDS.occasions, true),
    // Where 분류 lists only some of the statuses, the built-in list is offered, so that all can be chosen.
    statuses: namesEveryStatus ? place(CLASSIFICATION_KINDS.statuses, false) : null,
    fundingSources: place(CLASSIFICATION_KINDS.fundingSources, false),
  };
}

/** The first rows of a new tab: every setting with a blank value, or the built-in names. */
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

/** Listed in 분류 so that they can be chosen. 이월 comes last, so that the staff's own categories follow it. */
export const BUILT_IN_NAMES: readonly Row[] = [
  ...handlingStatusNames.map(({ name }) => [CLASSIFICATION_KINDS.statuses, name, '', '']),
  [CLASSIFICATION_KINDS.meetings, OPENING_BALANCE_NAME, '', ''],
];

const TERM_YEARS = 4;
/** The first year of any term of office, from which the others are counted. A term begins on 1 July. */
const A_FIRST_YEAR = 2022;
const FIRST_MONTH = 7;

/** Headings of all quarters of the years of the term of office that a day belongs to: `2022.1` … `2026.4`. */
export function quartersOfTerm(today: IsoDate): readonly string[] {
  const year = yearOf(today) - (monthOf(today) < FIRST_MONTH ? 1 : 0);
  const first = A_FIRST_YEAR + Math.floor((year - A_FIRST_YEAR) / TERM_YEARS) * TERM_YEARS;
  return Array.from({ length: TERM_YEARS + 1 }, (_, index) => first + index).flatMap((each) =>
    QUARTERS.map((quarter) => `${each}.${quarter}`),
  );
}
