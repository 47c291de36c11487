/** Tabs as data: what a tab is called, which columns it has, how each cell is read. Row types are derived from it. */
import type { Period } from '../../domain/date.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { BudgetTime, Category } from '../../domain/records.ts';
import type { InputTab } from '../../domain/tabs.ts';
import type { FundingSource, HandlingStatus } from '../../domain/words.ts';
import { parseBudgetTime } from '../cells/budget-time.ts';
import { parseChoice } from '../cells/choice.ts';
import { type Count, parseCount } from '../cells/count.ts';
import { parseValueDigits } from '../cells/digits.ts';
import { type DateContext, dateOfSerial, parseEventDate } from '../cells/event-date.ts';
import { type Measured, parseMeasure } from '../cells/measure.ts';
import { moneyUnitIn, parseMoney } from '../cells/money.ts';
import { accepted, type Parsed } from '../cells/parsed.ts';
import { parseText, parseYear } from '../cells/plain.ts';
import type { NameTable } from '../name-table.ts';
import type { RawCell } from '../raw.ts';
import type { PledgeNumbers } from './pledges/pledge-numbers.ts';

/** What cells are read against; it comes from the settings and the classification. */
export interface ReadContext extends DateContext {
  readonly pledges: PledgeNumbers;
  readonly categories: NameTable<Category>;
  readonly occasions: NameTable<string>;
  readonly dongs: NameTable<string>;
  readonly departments: NameTable<string>;
  readonly statuses: NameTable<HandlingStatus>;
  readonly fundingSources: NameTable<FundingSource>;
  readonly indicators: NameTable<Indicator>;
  /** The indicator of a row that names none; null where nobody can tell. */
  readonly unnamed: Indicator | null;
  /** What the pledge counts its meetings in, where somebody says it: 개소. */
  readonly unitOfMeetings: string | null;
  /** Whether the yearly plan is of meetings alone, and so in whole numbers. */
  readonly plansMeetings: boolean;
}

export interface Column<Value> {
  readonly heading: string;
  readonly aliases: readonly string[];
  /** Without this heading the tab cannot be read. */
  readonly required: boolean;
  /** Whether 시트 준비 leaves it to a person to add it, where a pledge needs it. */
  readonly isAdded?: true;
  /** Whether figures, tables or their names depend on it; a remark only stands beside them. */
  readonly counts: boolean;
  /** The units in which its cells may be counted: a heading that is just `회` means the column of 횟수. */
  readonly units?: readonly string[];
  /** What a blank cell means; null: the row cannot be counted without it. */
  readonly blank: { readonly value: Value } | null;
  /** What a cell that cannot be read leaves, so that its row counts without it; absent: the row is left out. */
  readonly unread?: { readonly value: Value };
  /** What the lower cells of a merged block hold: the same again, a share that nobody can tell, or nothing. */
  readonly merged: 'same' | 'unknownShare' | 'nothing';
  /** Where a row of totals may put its word behind a name (`시장방문 소계`); elsewhere the word stands alone (`소계`). */
  readonly namesTotals: boolean;
  /** False where nearly every cell says something of its own: to look it up would take longer than to read it. */
  readonly repeats: boolean;
  /** Whether a list has this very name: it is then data, even if it reads like a total. */
  lists?(text: string, context: ReadContext): boolean;
  /** Whether a text of this column makes its row one of totals beyond the words that do so everywhere. */
  isTotal?(text: string): boolean;
  /** The number that totals add up; absent where totals make no sense. */
  summed?(value: Value): number | null;
  /** The unit that a cell names, for columns in which units can be mixed up. */
  unitIn?(cell: RawCell): string | null;
  /** The unit where neither heading nor cell names one. */
  readonly defaultUnit?: string;
  /** What a cell means that is blank or cannot be read, by the others of its row; null: no more than it says. */
  meantBeside?(
    cell: RawCell,
    values: Readonly<Record<string, unknown>>,
    context: ReadContext,
  ): { readonly value: Value } | null;
  /** @param unit the unit that the heading names in brackets, else the one that stands above the table, or null. */
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

/** The same column, which 시트 준비 does not make. */
export function addedColumn<Value>(column: Column<Value>): Column<Value> {
  return { ...column, isAdded: true };
}

/** Free text; blank is null. */
export function textColumn(naming: Naming): Column<string | null> {
  return { ...named({ counts: false, ...naming }), ...FREE, blank: { value: null }, parse: parseText };
}

/** Free text without which the row says nothing. */
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

/** A number of the row's own: written into each row of a merged block it would make all but the first a duplicate. */
export function identifierColumn(naming: Naming): Column<string | null> {
  return { ...labelTextColumn(naming), merged: 'nothing', repeats: false };
}

/** A cell that is read later, by what stands beside it. */
export function rawColumn(naming: Naming): Column<RawCell> {
  return { ...named(naming), ...FREE, blank: { value: '' }, parse: (cell) => accepted(cell) };
}

/** The same of a label: merged over several rows it is that of each. */
export function labelRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), merged: 'same' };
}

/** The same of a number: merged over several rows nobody can tell the share of each, and the rows stay without it. */
export function shareRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), merged: 'unknownShare', unread: { value: '' } };
}

/** When something happened; a row without it cannot be counted. */
export function eventDateColumn(naming: Naming): Column<Period> {
  return { ...named(naming), ...LABEL, blank: null, parse: parseEventDate };
}

/** When money was spent: before the term and after it as well. */
export function spendingDateColumn(naming: Naming): Column<Period> {
  return {
    ...eventDateColumn(naming),
    parse: (cell, context) => parseEventDate(cell, { ...context, anyYear: true }),
  };
}

/** When something happened, where it has; blank is null. */
export function optionalDateColumn(naming: Naming): Column<Period | null> {
  return { ...named(naming), ...LABEL, blank: { value: null }, parse: parseEventDate };
}

/** What a blank count of times means, told from a 1 that somebody typed. */
export const UNSAID_ONCE: Count = { value: 1, approximate: false, unit: null };

/** The day of a decision, which may lie before the pledge began. */
export function dayColumn(naming: Naming): Column<Period> {
  return {
    ...named(naming),
    ...LABEL,
    blank: null,
    parse: (cell, context) => {
      const serial = dateOfSerial(cell, context);
      if (serial !== null) return accepted({ first: serial, last: serial, precision: 'day' });
      return parseEventDate(cell, { startYear: null, endYear: null, tabYear: context.tabYear });
    },
  };
}

/** A cell that says something, read later by what stands beside it. */
export function requiredRawColumn(naming: Naming): Column<RawCell> {
  return { ...rawColumn(naming), blank: null };
}

/** How many times the row counts; blank is 1. */
export function timesColumn(naming: Naming, units: readonly string[]): Column<Count> {
  return {
    ...named(naming),
    ...NUMBER,
    units,
    blank: { value: UNSAID_ONCE },
    summed: ({ value }) => value,
    parse: (cell) => parseCount(cell, units),
  };
}

/** The same for meetings, which may be counted in the unit of the pledge. */
export function meetingTimesColumn(naming: Naming, units: readonly string[]): Column<Count> {
  return {
    ...timesColumn(naming, units),
    parse: (cell, { unitOfMeetings }) => parseCount(cell, withUnit(units, unitOfMeetings)),
  };
}

function withUnit(units: readonly string[], unit: string | null): readonly string[] {
  return unit === null ? units : [...units, unit];
}

/** A number of people or groups; blank is null: not known. */
export function peopleColumn(naming: Naming, units: readonly string[]): Column<Count | null> {
  return {
    ...named(naming),
    ...NUMBER,
    units,
    blank: { value: null },
    summed: (count) => count?.value ?? null,
    parse: (cell) => parseCount(cell, units),
  };
}

/** What a plan sets; a row without it plans nothing. Meetings are whole; whatever else is measured may have decimals. */
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

/** A value of an indicator; a row without it says nothing. */
export function resultColumn(naming: Naming): Column<Measured> {
  return {
    ...named(naming),
    ...NUMBER,
    blank: null,
    summed: ({ value }) => value,
    parse: parseMeasure,
  };
}

/** A value of an indicator; blank is null: not said. */
export function measureColumn(naming: Naming): Column<Measured | null> {
  return { ...named(naming), ...NUMBER, merged: 'nothing', blank: { value: null }, parse: parseMeasure };
}

/** A number of digits after the point; blank is null: as many as there are. */
export function digitsColumn(naming: Naming): Column<number | null> {
  return { ...named(naming), ...FREE, blank: { value: null }, parse: parseValueDigits };
}

/** An amount in whole won; `unit` is how it is written where neither heading nor cell says. */
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

/** When money is planned: a year, or before or after the years of the pledge. */
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

/** A year that the pledge does not have is taken all the same: the term in the settings may be what is wrong. */
function parseYearOfTerm(cell: RawCell, { startYear, endYear }: ReadContext): Parsed<number> {
  const parsed = parseYear(cell);
  if (!parsed.ok) return parsed;
  const year = parsed.value;
  const isOutside = (startYear !== null && year < startYear) || (endYear !== null && year > endYear);
  return isOutside
    ? accepted(year, ...parsed.notices, {
        code: 'year-outside-term',
        found: String(year),
        from: startYear,
        to: endYear,
      })
    : parsed;
}

/** One of the names of a table; a row without it cannot be counted. */
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

/** One of the names of a table; blank is null: not said. */
export function optionalChoiceColumn<Value>(
  naming: Naming,
  tableOf: (context: ReadContext) => NameTable<Value>,
): Column<Value | null> {
  return { ...choiceColumn<Value | null>(naming, tableOf), blank: { value: null } };
}
