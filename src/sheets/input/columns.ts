/** Tabs as data: the name of a tab, its columns, and how each cell is read. Row types are derived from it. */
import type { Period } from '../../domain/date.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { BudgetTime, Category } from '../../domain/records.ts';
import type { InputTab } from '../../domain/tabs.ts';
import type { FundingSource, HandlingStatus } from '../../domain/words.ts';
import { parseBudgetTime } from '../cells/budget-time.ts';
import { parseChoice } from '../cells/choice.ts';
import { type Count, parseCount } from '../cells/count.ts';
import { parseValueDigits } from '../cells/digits.ts';
import { type DateContext, parseDateOfAnyYear, parseEventDate } from '../cells/event-date.ts';
import { type Measured, parseMeasure } from '../cells/measure.ts';
import { moneyUnitIn, parseMoney } from '../cells/money.ts';
import { accepted, type Parsed } from '../cells/parsed.ts';
import { parseText, parseYear } from '../cells/plain.ts';
import type { NameTable } from '../name-table.ts';
import type { RawCell } from '../raw.ts';
import type { PledgeNumbers } from './pledges/pledge-numbers.ts';

/** What a cell may need in order to be read. It comes from the settings and 분류. */
export interface ReadContext extends DateContext {
  readonly pledges: PledgeNumbers;
  readonly categories: NameTable<Category>;
  readonly occasions: NameTable<string>;
  readonly dongs: NameTable<string>;
  readonly departments: NameTable<string>;
  readonly statuses: NameTable<HandlingStatus>;
  readonly fundingSources: NameTable<FundingSource>;
  readonly indicators: NameTable<Indicator>;
  /** The indicator of a row that names none; null where that is ambiguous. */
  readonly unnamed: Indicator | null;
  /** Unit in which the pledge counts its meetings, such as 개소; null where none is typed. */
  readonly unitOfMeetings: string | null;
  /** Whether the yearly targets are all of meetings, and so whole numbers. */
  readonly plansMeetings: boolean;
}

export interface Column<Value> {
  readonly heading: string;
  readonly aliases: readonly string[];
  /** Whether the tab cannot be read without this heading. */
  readonly required: boolean;
  /** True where 시트 준비 does not make the column. A person adds it where a pledge needs it. */
  readonly isAdded?: true;
  /** True where rows are counted in it: 횟수, 건수, 참석인원. */
  readonly isCount?: true;
  /** True where a cell of the spreadsheet may hold a real date. */
  readonly isDate?: true;
  /** The time of a row, by its value in this column. Only columns that say when a row happened have it. */
  periodOf?(value: Value): Period;
  /** Whether figures, tables or their names depend on it. False for remarks. */
  readonly counts: boolean;
  /**
   * Units in which its cells may be counted. A heading that is only a unit means this column: `회` means 횟수.
   */
  readonly units?: readonly string[];
  /** Value of a blank cell; null: a row with a blank cell is left out. */
  readonly blank: { readonly value: Value } | null;
  /** Value used for a cell that cannot be read, so that its row still counts; absent: the row is left out. */
  readonly unread?: { readonly value: Value };
  /** Value of the lower cells of a merged block: the same, an unknown share, or nothing. */
  readonly merged: 'same' | 'unknownShare' | 'nothing';
  /**
   * Whether a row of totals may have its word after a name (`시장방문 소계`). Elsewhere the word must be alone
   * (`소계`).
   */
  readonly namesTotals: boolean;
  /** False where nearly every cell differs, so that a cache of parsed cells would cost more than it saves. */
  readonly repeats: boolean;
  /** Whether a list has exactly this name. It is then data, even if it reads like a total. */
  lists?(text: string, context: ReadContext): boolean;
  /**
   * Whether a text in this column makes its row one of totals, beyond the words that do so in every column.
   * @param cells the cells of the row.
   * @param index index of the text among them.
   */
  isTotal?(text: string, cells: readonly RawCell[], index: number): boolean;
  /** The number that totals add up; absent where totals make no sense. */
  summed?(value: Value): number | null;
  /** Whether the number of this row is added to those of others; absent: always. */
  addsUp?(values: Readonly<Record<string, unknown>>, context: ReadContext): boolean;
  /** The unit that a cell names, for columns in which units can be mixed up. */
  unitIn?(cell: RawCell): string | null;
  /** Unit of a number where neither the heading nor the cell names one. */
  readonly defaultUnit?: string;
  /** Value of a cell that is blank or cannot be read, taken from the other cells of its row; null: none. */
  meantBeside?(
    cell: RawCell,
    values: Readonly<Record<string, unknown>>,
    context: ReadContext,
  ): { readonly value: Value } | null;
  /** @param unit the unit in brackets in the heading, else the one above the table; null: none. */
  parse(cell: RawCell, context: ReadContext, unit: string | null): Parsed<Value>;
}

export interface TabDefinition<Columns extends Readonly<Record<string, Column<unknown>>>> {
  readonly tab: InputTab;
  readonly name: string;
  readonly columns: Columns;
}

/** The values of one row of a tab, by column. */
export type RowOf<Tab> =
  Tab extends TabDefinition<infer Columns>
    ? { readonly [Field in keyof Columns]: Columns[Field] extends Column<infer Value> ? Value : never }
    : never;

export function defineTab<Columns extends Readonly<Record<string, Column<unknown>>>>(
  tab: InputTab,
  name: string,
  columns: Columns,
): TabDefinition<Columns> {
  return { tab, name, columns };
}

interface Naming {
  readonly heading: string;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  readonly counts?: boolean;
}

function named({ heading, aliases = [], required = false, counts = true }: Naming) {
  return { heading, aliases, required, counts };
}

const FREE = { merged: 'nothing', namesTotals: false, repeats: false } as const;
const LABEL = { merged: 'same', namesTotals: true, repeats: true } as const;
const NUMBER = { merged: 'unknownShare', namesTotals: false, repeats: true } as const;

/** Marks a column that 시트 준비 does not make. */
export function addedColumn<Value>(column: Column<Value>): Column<Value> {
  return { ...column, isAdded: true };
}

/** Free text; blank is null. */
export function textColumn(naming: Naming): Column<string | null> {
  return { ...named({ counts: false, ...naming }), ...FREE, blank: { value: null }, parse: parseText };
}

/** Free text. A row without it is left out. */
export function requiredTextColumn(naming: Naming): Column<string> {
  return { ...named(naming), ...FREE, blank: null, parse: parseText };
}

/** Text that labels the row. */
export function labelTextColumn(naming: Naming): Column<string | null> {
  return { ...textColumn(naming), ...LABEL };
}

/** Free text that rows often share, such as a place. */
export function sharedTextColumn(naming: Naming): Column<string | null> {
  return { ...textColumn(naming), merged: 'same', repeats: true };
}

/** An identifier of one row. Only the first row of a merged block gets it; the others would be duplicates. */
export function identifierColumn(naming: Naming): Column<string | null> {
  return { ...labelTextColumn(naming), merged: 'nothing', repeats: false };
}

/** A raw cell, read later together with the other cells of its row. */
export function rawColumn(naming: Naming): Column<RawCell> {
  return { ...named(naming), ...FREE, blank: { value: '' }, parse: (cell) => accepted(cell) };
}

/** A raw label. In a merged block it applies to every row. */
export function labelRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), merged: 'same' };
}

/** A raw number. In a merged block each row's share is unknown, so the rows count without it. */
export function shareRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), merged: 'unknownShare', unread: { value: '' } };
}

/** When something happened; a row without it cannot be counted. */
export function eventDateColumn(naming: Naming): Column<Period> {
  return {
    ...named(naming),
    ...LABEL,
    isDate: true,
    periodOf: (period) => period,
    blank: null,
    parse: parseEventDate,
  };
}

/** When money was spent. Dates before and after the term are accepted. */
export function spendingDateColumn(naming: Naming): Column<Period> {
  return {
    ...eventDateColumn(naming),
    // Only what a date needs: copying all that is known of a tab takes longer than reading the day.
    parse: (cell, { startYear, endYear, tabYear, planStart = null }) =>
      parseEventDate(cell, { startYear, endYear, tabYear, planStart, anyYear: true }),
  };
}

/** When something happened; blank is null. */
export function optionalDateColumn(naming: Naming): Column<Period | null> {
  return { ...named(naming), ...LABEL, isDate: true, blank: { value: null }, parse: parseEventDate };
}

/** Value of a blank count. Compared by identity, it differs from a typed 1. */
export const UNSAID_ONCE: Count = { value: 1, approximate: false, unit: null };

/** The day of a decision, which may lie before the pledge began. */
export function dayColumn(naming: Naming): Column<Period> {
  return {
    ...named(naming),
    ...LABEL,
    isDate: true,
    blank: null,
    parse: parseDateOfAnyYear,
  };
}

/** A raw cell that must not be blank, read later together with the other cells of its row. */
export function requiredRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), blank: null };
}

/** How many times the row counts; blank is 1. */
export function timesColumn(naming: Naming, units: readonly string[]): Column<Count> {
  return {
    ...named(naming),
    ...NUMBER,
    units,
    isCount: true,
    blank: { value: UNSAID_ONCE },
    summed: ({ value }) => value,
    parse: (cell) => parseCount(cell, units),
  };
}

/** Number of meetings; blank is 1. The pledge's own unit is accepted too. */
export function meetingTimesColumn(naming: Naming, units: readonly string[]): Column<Count> {
  return {
    ...timesColumn(naming, units),
    parse: (cell, { unitOfMeetings }) => parseCount(cell, withUnit(units, unitOfMeetings)),
  };
}

function withUnit(units: readonly string[], unit: string | null): readonly string[] {
  return unit === null ? units : [...units, unit];
}

/** A number of people or groups; blank is null, not known. */
export function peopleColumn(naming: Naming, units: readonly string[]): Column<Count | null> {
  return {
    ...named(naming),
    ...NUMBER,
    units,
    isCount: true,
    blank: { value: null },
    summed: (count) => count?.value ?? null,
    parse: (cell) => parseCount(cell, units),
  };
}

/**
 * A planned value. A row without it is left out. Meetings are whole numbers; other values may have decimals.
 */
export function plannedColumn(naming: Naming, units: readonly string[]): Column<Count> {
  return {
    ...named(naming),
    ...NUMBER,
    units,
    blank: null,
    parse: (cell, { plansMeetings, unitOfMeetings }) =>
      plansMeetings ? parseCount(cell, withUnit(units, unitOfMeetings)) : parseMeasure(cell),
  };
}

/** A result of an indicator. A row without it is left out. */
export function resultColumn(naming: Naming): Column<Measured> {
  return {
    ...named(naming),
    ...NUMBER,
    blank: null,
    summed: ({ value }) => value,
    parse: parseMeasure,
  };
}

/** A value of an indicator; blank is null. */
export function measureColumn(naming: Naming): Column<Measured | null> {
  return { ...named(naming), ...NUMBER, merged: 'nothing', blank: { value: null }, parse: parseMeasure };
}

/** A number of decimal places; blank is null: as many as the value has. */
export function digitsColumn(naming: Naming): Column<number | null> {
  return { ...named(naming), ...FREE, blank: { value: null }, parse: parseValueDigits };
}

/** An amount in whole won. `unit` applies where neither the heading nor the cell names one. */
export function moneyColumn(naming: Naming, unit: string): Column<number> {
  return {
    ...named(naming),
    ...NUMBER,
    blank: null,
    defaultUnit: unit,
    unitIn: moneyUnitIn,
    summed: (won) => won,
    parse: (cell, _context, headingUnit) => parseMoney(cell, headingUnit, unit),
  };
}

/** When money is planned: a year, 기투자 or 임기후. */
export function budgetTimeColumn(naming: Naming): Column<BudgetTime> {
  return {
    ...named(naming),
    ...LABEL,
    blank: null,
    parse: (cell, context) => {
      const parsed = parseBudgetTime(cell);
      return parsed.ok && typeof parsed.value === 'number' ? parseYearOfTerm(cell, context) : parsed;
    },
  };
}

export function yearColumn(naming: Naming): Column<number> {
  return { ...named(naming), ...LABEL, blank: null, parse: parseYearOfTerm };
}

/** Accepts a year outside the term with a notice: the term in the settings may be what is wrong. */
function parseYearOfTerm(cell: RawCell, { startYear, endYear }: ReadContext): Parsed<number> {
  const parsed = parseYear(cell);
  if (!parsed.ok) return parsed;
  const year = parsed.value;
  const isOutside = (startYear !== null && year < startYear) || (endYear !== null && year > endYear);
  return isOutside
    ? accepted(year, [
        ...parsed.notices,
        { code: 'year-outside-term', found: String(year), from: startYear, to: endYear },
      ])
    : parsed;
}

/** One of the names of a table. A row without it is left out. */
export function choiceColumn<Value>(
  naming: Naming,
  tableOf: (context: ReadContext) => NameTable<Value>,
): Column<Value> {
  return {
    ...named(naming),
    ...LABEL,
    blank: null,
    lists: (text, context) => tableOf(context).lists(text),
    parse: (cell, context) => parseChoice(cell, tableOf(context)),
  };
}

/** One of the names of a table; blank is null. */
export function optionalChoiceColumn<Value>(
  naming: Naming,
  tableOf: (context: ReadContext) => NameTable<Value>,
): Column<Value | null> {
  return { ...choiceColumn<Value | null>(naming, tableOf), blank: { value: null } };
}
