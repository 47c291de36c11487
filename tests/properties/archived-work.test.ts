/**
 * A clerk who goes on working after years have been archived and their rows deleted has the figures of one who has kept every row, and is
 * told of no error.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computed, NOTHING_AROUND } from '../../src/app/compute.ts';
import { firstDayOfNextMonth, type IsoDate, lastDayOfYear, yearOf } from '../../src/domain/date.ts';
import { newStatusChanges } from '../../src/domain/status-history.ts';
import type { RawTabs } from '../../src/sheets/input/read-records.ts';
import type { RawCell } from '../../src/sheets/raw.ts';
import { rawTab, sampleTabs } from '../sheets/fixtures.ts';
import { type Archived, archivedUpTo, figuresOf } from '../support/archiving.ts';
import { day } from '../support/workbooks.ts';

type Log = 'meetings' | 'suggestions' | 'executions';

interface Row {
  readonly tab: Log;
  cells: readonly RawCell[];
  isDeleted: boolean;
}

interface Ledger {
  rows: readonly Row[];
  today: IsoDate;
  /** Every name that the category, and the origin, has had; the last is its name. */
  readonly categories: string[];
  readonly origins: string[];
  /** What is remembered where every row was kept, and where years are archived. */
  kept: Archived;
  archived: Archived;
}

const HEADINGS: Readonly<Record<Log, readonly string[]>> = {
  meetings: ['일자', '분류', '내용', '횟수', '참석인원'],
  suggestions: ['접수번호', '접수일', '출처', '동', '건의내용', '소관부서', '처리상황', '처리일', '건수'],
  executions: ['집행일', '재원', '금액(원)'],
};

function tabsOf({ rows, categories, origins }: Ledger, withDeleted: boolean): RawTabs {
  const log = (tab: Log) => ({
    name: rawTab(tab, '').name,
    rows: [HEADINGS[tab], ...rowsOf(rows, tab, withDeleted).map(({ cells }) => cells)],
  });
  const listed = (kind: string, names: readonly string[]) =>
    `${kind} | ${names.at(-1)} | ${names.slice(0, -1).join(', ')}`;
  return {
    ...sampleTabs(),
    classification: rawTab(
      '분류',
      `종류 | 이름 | 별칭\n${listed('소통', categories)}\n소통 | 차담회 |\n${listed('출처', origins)}`,
    ),
    meetings: log('meetings'),
    suggestions: log('suggestions'),
    executions: log('executions'),
  };
}

function rowsOf(rows: readonly Row[], tab: Log, withDeleted: boolean): readonly Row[] {
  return rows.filter((row) => row.tab === tab && (withDeleted || !row.isDeleted));
}

/** The rows that count themselves; every other one that stands is archived. */
function countingRows(ledger: Ledger): ReadonlySet<Row> {
  const around = { ...NOTHING_AROUND, ...ledger.archived };
  const { records } = computed(tabsOf(ledger, false), ledger.today, ledger.today, around).read;
  const numbers: Readonly<Record<Log, readonly number[]>> = {
    meetings: (records.meetings ?? []).map(({ held }) => held.row),
    suggestions: (records.suggestions ?? []).map(({ received }) => received.row),
    executions: (records.executions ?? []).map(({ executed }) => executed.row),
  };
  const logs: readonly Log[] = ['meetings', 'suggestions', 'executions'];
  return new Set(
    logs.flatMap((tab) => {
      const standing = rowsOf(ledger.rows, tab, false);
      return numbers[tab].flatMap((number) => standing[number - 2] ?? []);
    }),
  );
}

type Choose = <Value>(values: readonly Value[]) => Value;

const STATUSES = ['', '완료', '추진중', '검토중', '추진불가', '이송'];
const DEPARTMENTS = ['', '교통과', '공원과'];

/** A day, month or year that is over and not archived. */
function freeDate({ today, archived }: Ledger, choose: Choose): RawCell {
  const first = Math.max(2022, ...archived.archive.map(({ lastYear }) => lastYear + 1));
  const year = choose(Array.from({ length: yearOf(today) - first + 1 }, (_, index) => first + index));
  if (year === yearOf(today)) return { date: day(`${year}-01-01`) };
  return choose<RawCell>([
    { date: day(`${year}-03-05`) },
    { date: day(`${year}-12-31`) },
    `${year}. 7월`,
    `${year}`,
  ]);
}

function add(ledger: Ledger, tab: Log, cells: readonly RawCell[]): void {
  ledger.rows = [...ledger.rows, { tab, cells, isDeleted: false }];
}

const DEEDS: Readonly<Record<string, (ledger: Ledger, choose: Choose, serial: number) => void>> = {
  'a meeting': (ledger, choose) =>
    add(ledger, 'meetings', [
      freeDate(ledger, choose),
      choose(['시장방문', '차담회', '이월', '']),
      choose(['', '첫째', '둘째\n줄']),
      choose<RawCell>(['', 0, 2, '약 3회']),
      choose<RawCell>(['', 10, '약 20명']),
    ]),
  'a suggestion': (ledger, choose, serial) => {
    const date = freeDate(ledger, choose);
    const status = choose(STATUSES);
    const number = choose(['', '', `n-${serial}`]);
    const handledOn = status === '' ? '' : choose<RawCell>(['', freeDate(ledger, choose)]);
    const about = [choose(['연두방문', '']), choose(['1동', '']), choose(['', '버스']), choose(DEPARTMENTS)];
    const cells = [number, date, ...about, status, handledOn, choose<RawCell>(['', 2])];
    // Two that say the same have one key.
    for (let rows = number === '' ? choose([1, 1, 2]) : 1; rows > 0; rows -= 1)
      add(ledger, 'suggestions', cells);
  },
  'an execution': (ledger, choose) =>
    add(ledger, 'executions', [freeDate(ledger, choose), choose(['구', '시']), choose([3000, -1000])]),
  'an edit of a suggestion that counts': (ledger, choose, serial) => {
    const counting = countingRows(ledger);
    const rows = ledger.rows.filter((row) => row.tab === 'suggestions' && counting.has(row));
    if (rows.length === 0) return;
    const row = choose(rows);
    const [number = '', ...rest] = row.cells;
    row.cells = choose<() => readonly RawCell[]>([
      () => [number === '' ? `f-${serial}` : number, ...rest],
      () => row.cells.with(5, choose(DEPARTMENTS)),
      // Without a day nobody could tell one that got another key from one that was archived.
      () => row.cells.with(6, choose(STATUSES.slice(1))).with(7, { date: ledger.today }),
    ])();
  },
  'a recalculation': (ledger) => {
    const seen = (of: Archived, withDeleted: boolean): Archived => {
      const around = { ...NOTHING_AROUND, ...of };
      const { records } = computed(tabsOf(ledger, withDeleted), ledger.today, ledger.today, around).read;
      const added = newStatusChanges(records.suggestions ?? [], of.history, ledger.today);
      return { ...of, history: [...of.history, ...added] };
    };
    ledger.kept = seen(ledger.kept, true);
    ledger.archived = seen(ledger.archived, false);
  },
  'some months': (ledger, choose) => {
    for (let month = choose([1, 4, 9]); month > 0; month -= 1)
      ledger.today = firstDayOfNextMonth(ledger.today);
  },
  'an archiving': (ledger) => {
    const year = yearOf(ledger.today) - 1;
    if (ledger.archived.archive.some(({ lastYear }) => lastYear >= year)) return;
    ledger.archived = archivedUpTo(tabsOf(ledger, false), year, ledger.today, ledger.archived);
  },
  'deleting what is archived': (ledger) => {
    const counting = countingRows(ledger);
    for (const row of ledger.rows) if (!counting.has(row)) row.isDeleted = true;
  },
  'the log turned round': (ledger) => {
    ledger.rows = ledger.rows.toReversed();
  },
  'another name of a category': ({ categories }, _, serial) => void categories.push(`방문 ${serial}`),
  'another name of an origin': ({ origins }, _, serial) => void origins.push(`출처 ${serial}`),
};

const anyDeeds = fc.array(
  fc.record({
    deed: fc.constantFrom(
      ...Object.keys(DEEDS),
      'a suggestion',
      'some months',
      'an archiving',
      'a recalculation',
    ),
    choices: fc.array(fc.nat(59), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 12, maxLength: 40 },
);

it('has the same figures after every deed', { timeout: 120_000 }, () => {
  let archivings = 0;
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const ledger: Ledger = {
        rows: [],
        today: day('2023-11-05'),
        categories: ['시장방문'],
        origins: ['연두방문'],
        kept: { archive: [], history: [] },
        archived: { archive: [], history: [] },
      };
      deeds.forEach(({ deed, choices }, serial) => {
        let next = 0;
        const choose: Choose = (values) => {
          const value = values[(choices[next++ % choices.length] ?? 0) % values.length];
          if (value === undefined) throw new Error('nothing to choose from');
          return value;
        };
        DEEDS[deed]?.(ledger, choose, serial);
        const { archived, kept, today } = ledger;
        const last = archived.archive.at(-1);
        if (last === undefined) return;
        for (const asOf of [lastDayOfYear(last.lastYear), today]) {
          const now = figuresOf(tabsOf(ledger, false), asOf, today, archived);
          expect(now, `${deed}, as of ${asOf}`).toEqual(figuresOf(tabsOf(ledger, true), asOf, today, kept));
        }
      });
      archivings += ledger.archived.archive.length;
    }),
    { numRuns: 50 },
  );
  expect(archivings).toBeGreaterThan(50);
});
