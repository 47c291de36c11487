/**
 * A pledge with any number of rows, always the same: the sample with its three logs made longer. The rows are
 * clean, as a spreadsheet holds typed input: dates as dates, counts as numbers, names from the lists.
 */
import { type IsoDate, isoDateFromSerial, serialOf } from '../../src/domain/date.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES } from '../../src/domain/words.ts';
import { createDocument } from '../../src/local/workbook/blank.ts';
import type { CellContent, DocumentState } from '../../src/local/workbook/document.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { fundingSourceName, handlingStatusName, OPENING_BALANCE_NAME } from '../../src/sheets/names.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { type DateCell, isDateCell, type RawCell, type RawTab } from '../../src/sheets/raw.ts';
import { SAMPLE, type SampleTab } from '../../src/sheets/sample.ts';
import type { Names } from '../support/formulas/figure-formulas.ts';

/** Half a year before the last row, so that some rows are not counted yet. */
export const AS_OF = '2025-06-30' as IsoDate;
/** The day of the recalculation, after every date in the rows: a date in the future would be a finding. */
export const TODAY = '2027-01-04' as IsoDate;
export const NOW = new Date('2027-01-04T01:00:00Z');
const FIRST_DAY = serialOf('2022-07-01' as IsoDate);
const DAYS = serialOf('2025-12-31' as IsoDate) - FIRST_DAY + 1;
/** Days. Most suggestions are handled within a year. */
const LONGEST_HANDLING = 360;
const SEED = 20240331;

const CATEGORIES = namesOf('소통').filter((name) => name !== OPENING_BALANCE_NAME);
const OCCASIONS = namesOf('출처');
const DONGS = Array.from({ length: 15 }, (_, index) => `제${index + 1}동`);
const DEPARTMENTS = ['총무과', '교통과', '공원과', '복지과', '건축과', '문화과', '환경과', '재무과'];
/** Names that the rows use. */
export const NAMES: Names = {
  years: [2022, 2023, 2024, 2025, 2026],
  categories: CATEGORIES,
  occasions: OCCASIONS,
  dongs: DONGS,
  departments: DEPARTMENTS,
};
/** So many places that two meetings of one day are rarely at the same one, which would be a finding. */
const PLACES = DONGS.flatMap((dong) =>
  Array.from({ length: 100 }, (_, index) => `${dong} ${index + 1}통 경로당`),
);

function namesOf(kind: string): readonly string[] {
  const rows = SAMPLE.find(({ tab }) => tab === 'classification')?.rows ?? [];
  return rows.filter(([first]) => first === kind).map(([, name]) => String(name));
}

type Row = readonly RawCell[];

/** All tabs. Each of the three logs gets this many rows. */
export function tabsWith(rows: number): RawTabs {
  const random = randomNumbers(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  // The bundle's own reader of dates also makes one object for each day.
  const days = new Map<number, DateCell>();
  const dayOf = (serial: number): DateCell => {
    const known = days.get(serial);
    if (known !== undefined) return known;
    const date = isoDateFromSerial(serial);
    if (date === null) throw new Error(`${serial} is no day`);
    const cell = { date };
    days.set(serial, cell);
    return cell;
  };
  /** The rows of a log are in order of time. */
  const dayOfRow = (index: number) => FIRST_DAY + Math.floor((index * DAYS) / rows);

  const meeting = (_: unknown, index: number): Row => [
    dayOf(dayOfRow(index)),
    oneOf(CATEGORIES),
    `${index + 1}번째 만남`,
    oneOf(PLACES),
    1 + below(3),
    below(3) === 0 ? 1 + below(20) : '',
    below(2) === 0 ? 5 + below(400) : '',
    '',
  ];
  const suggestion = (_: unknown, index: number): Row => {
    const received = dayOfRow(index);
    const status = oneOf([...HANDLING_STATUSES, null]);
    return [
      `2022-${index + 1}`,
      dayOf(received),
      oneOf(OCCASIONS),
      oneOf(DONGS),
      `${index + 1}번째 건의`,
      oneOf(DEPARTMENTS),
      status === null ? '' : handlingStatusName(status),
      status === 'completed' ? dayOf(received + below(LONGEST_HANDLING)) : '',
      1 + below(4),
      '',
    ];
  };
  const execution = (_: unknown, index: number): Row => [
    dayOf(dayOfRow(index)),
    fundingSourceName(oneOf(FUNDING_SOURCES)),
    (1 + below(900)) * 1000,
    `${index + 1}번째 집행`,
  ];

  const logs: Partial<Record<SampleTab['tab'], readonly Row[]>> = {
    meetings: Array.from({ length: rows }, meeting),
    suggestions: Array.from({ length: rows }, suggestion),
    executions: Array.from({ length: rows }, execution),
  };
  return Object.fromEntries(
    SAMPLE.map(({ tab, headings, rows: sampleRows }): [SampleTab['tab'], RawTab] => [
      tab,
      { name: INPUT_TAB_NAMES[tab], rows: [headings, ...(logs[tab] ?? sampleRows)] },
    ]),
  );
}

/** The same as a spreadsheet of the local host. */
export function documentWith(tabs: RawTabs): DocumentState {
  const list = Object.values(tabs);
  const document = createDocument({ sheets: list.map(({ name }) => name) });
  for (const [index, { rows }] of list.entries()) {
    const sheet = document.sheets[index];
    if (sheet === undefined) throw new Error('a tab without a sheet');
    sheet.values = rows.map((row) => row.map(contentOf));
    sheet.styles = rows.map((row) =>
      row.map((cell) => (isDateCell(cell) ? { numberFormat: 'yyyy. m. d.' } : undefined)),
    );
    // The grid is only as large as the rows: three logs of 100,000 rows with the 26 columns of a new sheet
    // would take most of the ten million cells.
    sheet.maxRows = rows.length;
    sheet.maxColumns = rows[0]?.length ?? 1;
  }
  return document;
}

/** What a spreadsheet stores in the cell. A date becomes its serial number. */
export function contentOf(cell: RawCell): CellContent {
  if (isDateCell(cell)) return serialOf(cell.date);
  return cell === '' ? null : cell;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
