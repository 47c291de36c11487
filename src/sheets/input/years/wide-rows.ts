/**
 * Reads a wide table, with one column per year, as offices publish it. Each cell is read like a row of the
 * long form, so both forms give the same figures: `시장방문 | 20 | 50` below 2022 and 2023 is `시장방문 | 2022 | 20`
 * and `시장방문 | 2023 | 50`.
 */
import type { Finding } from '../../../domain/finding.ts';
import { columnLetters } from '../../addresses.ts';
import { type RawCell, type RawTab, shownText } from '../../raw.ts';
import type { ReadContext, RowOf, TabDefinition } from '../columns.ts';
import { PLEDGE_NUMBER_HEADING } from '../pledges/pledge-column.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { filledIndexes, type ReadRow, type ReadRows, readRowsAs } from '../rows/read-rows.ts';
import { isFilled } from '../rows/row-kind.ts';
import { unknownColumns, unreadColumns, withUnknownColumns } from '../rows/unread-columns.ts';
import { headingKeys, type TableHeadings } from '../tables-below.ts';
import { targetsTab } from '../tabs.ts';
import { longForm, type YearlyRow } from './long-form.ts';
import {
  fieldOf,
  headingsOf,
  type Layout,
  layoutOf,
  mayBeYear,
  type WideForm,
  yearColumnBeside,
} from './wide-layout.ts';
import { yearHeading } from './year-columns.ts';

/** Reads a wide table; null if the tab holds none and must be read as the long form. */
export function readWideRowsAs<Definition extends TabDefinition<Columns>, Row>(
  definition: Definition,
  raw: RawTab,
  context: ReadContext,
  form: WideForm,
  rowOf: (row: ReadRow<RowOf<Definition>>) => Row,
): ReadRows<Row> | null {
  const layout = layoutOf(definition, raw, form, context);
  if (layout === null) return null;
  const { tab } = definition;
  const known = headingsOf(layout);
  const beside = yearColumnBeside(definition, raw, layout, form);
  if (beside !== null) {
    const finding: Finding = {
      problem: { code: 'year-beside-years', found: layout.texts[beside] ?? '' },
      place: { tab, row: known.row, field: null },
    };
    return { ...NOTHING_READ, findings: [finding] };
  }
  if (layout.isYearly) {
    const label = shownText(raw.rows[layout.last]?.[Math.min(...layout.periods.keys())] ?? '').trim();
    const findings = yearlyRows(tab, [{ row: known.row, label, isAlone: true }]);
    return { ...NOTHING_READ, findings };
  }
  const unknown = unknownColumns(known, raw.rows[0]?.length ?? 0);
  const headings = withUnknownColumns(known, unknown);
  const findings: Finding[] = [...layout.doubled].map(([column, read]) => ({
    problem: {
      code: 'doubled-heading',
      heading: layout.texts[column] ?? '',
      read: layout.texts[read] ?? '',
    },
    place: { tab, row: headings.row, field: null },
  }));
  const { long, places, rowsWithValues, words, across, yearly } = longForm(
    definition,
    raw,
    layout,
    form,
    context,
  );
  findings.push(...yearlyRows(tab, yearly), ...across);
  for (const { row, column, found } of words) {
    findings.push({
      problem: { code: 'words-for-a-value', found },
      place: { tab, row, field: fieldOf(layout, column) },
    });
  }
  const counted = new Set<number>();
  const placeOf = (row: number) => places[row - 1] ?? { row, column: 0 };
  const reading = readRowsAs(definition, long, context, (read) => {
    const { row, column } = placeOf(read.row);
    counted.add(row);
    return rowOf({ ...read, row, field: fieldOf(layout, column) });
  });
  const reported = new Set<string>();
  for (const { problem, place } of reading.findings) {
    if (place === null || place.row === null) continue;
    const { row, column } = placeOf(place.row);
    const isOfCell = place.field === form.valueField || place.field === form.yearField;
    const field = isOfCell ? fieldOf(layout, column) : place.field;
    // A wrong label is found once for each cell of its row, and reported only once.
    const key = `${problem.code} ${row} ${field}`;
    if (!reported.has(key)) findings.push({ problem, place: { tab, row, field } });
    reported.add(key);
  }
  const filled = new Map(
    unknown.flatMap((column) => {
      const at = column.column - 1;
      const isLabel = layout.labels.includes(at) && !mayBeYear(layout, at);
      const cell = isLabel ? undefined : firstFilled(raw, headings.row, column.column - 1);
      return cell === undefined ? [] : [[column, cell] as const];
    }),
  );
  const withoutYear = [...filled.keys()].filter(({ column }) => mayBeYear(layout, column - 1));
  if (withoutYear.length > 0) {
    findings.push({
      problem: {
        code: 'year-not-told',
        columns: withoutYear.map(({ column }) => shownHeading(layout, column - 1)),
      },
      place: { tab, row: headings.row, field: withoutYear[0]?.field ?? null },
    });
  }
  for (const column of withoutYear) filled.delete(column);
  findings.push(...unreadColumns(tab, headings, [], filled));
  const read = filledIndexes(raw, headings.row).length;
  const excluded = [...rowsWithValues].filter((row) => !counted.has(row)).length;
  return {
    headings,
    rows: reading.rows,
    read,
    excluded,
    skipped: read - excluded - counted.size,
    findings,
    subtotals: [],
  };
}

const NOTHING_READ = { headings: null, rows: [], read: 0, excluded: 0, skipped: 0, subtotals: [] };

function shownHeading({ texts }: Layout, column: number): string {
  const text = texts[column] ?? '';
  return text === '' ? `${columnLetters(column + 1)}열` : text;
}

function yearlyRows(tab: TabDefinition<Columns>['tab'], rows: readonly YearlyRow[]): readonly Finding[] {
  const alone = rows.filter(({ isAlone }) => isAlone);
  const beside = rows.filter(({ isAlone }) => !isAlone);
  const findingsOf = (code: 'yearly-rows-alone' | 'yearly-rows-aside', of: readonly YearlyRow[]) =>
    of.slice(0, 1).map(({ row }): Finding => {
      const named = of.map((each) => ({ row: each.row, label: each.label }));
      return { problem: { code, rows: named }, place: { tab, row, field: null } };
    });
  return [...findingsOf('yearly-rows-alone', alone), ...findingsOf('yearly-rows-aside', beside)];
}

function firstFilled(raw: RawTab, from: number, column: number): RawCell | undefined {
  return raw.rows
    .slice(from)
    .map((row) => row[column] ?? '')
    .find(isFilled);
}

const { year, indicator } = targetsTab.columns;
/** The headings by which the tables within 연차목표 are recognised. */
export const TARGET_TABLES: TableHeadings = {
  tab: 'targets',
  labels: headingKeys(year, indicator, { heading: PLEDGE_NUMBER_HEADING, aliases: ['구분', '번호', '연번'] }),
  list: [year, targetsTab.columns.planned].map((column) => headingKeys(column)),
  withoutLabel: true,
  timeOf: (cell) => {
    const named = yearHeading(cell);
    return named === null ? null : `${named.year} ${named.part}`;
  },
};

/** The wide form of 연차목표: one column per year, such as 20, 50 and 90 below 2022 to 2024. */
export const WIDE_TARGETS: WideForm = {
  yearField: 'year',
  valueField: 'planned',
  labels: TARGET_TABLES.labels,
  periodOf: (cell) => {
    const named = yearHeading(cell);
    return named === null ? null : { period: named.year, part: named.part };
  },
};
