import { describe, expect, it } from 'vitest';
import {
  type ArchiveBlock,
  blockFingerprint,
  blockHolding,
  type StoredBlock,
} from '../../src/domain/archive.ts';
import { withoutArchivedRows } from '../../src/domain/archived-rows.ts';
import { archiveBlock } from '../../src/domain/archiving.ts';
import type { Records } from '../../src/domain/records.ts';
import { FACT_TABS } from '../../src/domain/row-facts.ts';
import { category, date, executions, meetings, period, records, suggestions } from './ledger.ts';

const TODAY = date('2025-02-03');
const CATEGORIES = [category('tea'), category('visit')] as const;

interface Logs {
  readonly meetings?: string;
  readonly suggestions?: string;
  readonly executions?: string;
}

const recordsOf = (logs: Logs): Records =>
  records({
    meetings: meetings(CATEGORIES, logs.meetings ?? ''),
    suggestions: suggestions(logs.suggestions ?? ''),
    executions: executions(logs.executions ?? ''),
  });

const stored = (block: ArchiveBlock): StoredBlock => ({
  ...block,
  lines: block.lines.map((line, index) => ({ row: index + 2, line })),
});

/** The blocks after each of these years was archived, one after the other. */
function archivedOf(logs: Logs, ...years: readonly number[]): readonly StoredBlock[] {
  const blocks: StoredBlock[] = [];
  for (const lastYear of years) {
    const left = withoutArchivedRows(recordsOf(logs), blocks, [], TODAY).records;
    const about = { lastYear, archivedAt: `${lastYear + 1}-02-03 10:00:00`, today: TODAY };
    blocks.push(stored(archiveBlock(left, [], about)));
  }
  return blocks;
}

/** What becomes of the rows: those that count, those that the archive counts for, and those that are an error. */
function fate(logs: Logs, blocks: readonly StoredBlock[]) {
  const { records: left, archived, findings } = withoutArchivedRows(recordsOf(logs), blocks, [], TODAY);
  const rows = {
    meetings: left.meetings?.map(({ held }) => held.row),
    suggestions: left.suggestions?.map(({ received }) => received.row),
    executions: left.executions?.map(({ executed }) => executed.row),
  };
  return FACT_TABS.flatMap((tab) => {
    const { standing = 0, others = 0 } = archived[tab] ?? {};
    const first = findings.find(
      ({ problem, place }) => problem.code === 'row-of-archived-year' && place?.tab === tab,
    );
    const error = first === undefined ? '' : `, ${others} not counted from row ${first.place?.row}`;
    const counts = rows[tab]?.length === 0 ? '' : ` ${rows[tab]?.join(' ')}`;
    return standing + others + (rows[tab]?.length ?? 0) === 0
      ? []
      : [`${tab}: counts${counts}, archived ${standing}${error}`];
  });
}

const TEAS = `
  2023-05-01 | tea | 2
  2023-05-01 | tea | 1
  2023-05-02 | tea | 1
  2023-05-01 | visit | 1`;
const LETTERS = `
  2023-02-01 | letters | 1 | completed | 2023-03-01 | | | 1
  2023-02-01 | letters | 1 | completed | 2023-03-02 | | | 2
  2023-02-01 | letters | 4 | inProgress |
  2023-02-02 | letters | 5 | inProgress |`;
const OPEN = `
  2023-02-01 | letters | 4 | inProgress |
  2023-02-02 | letters | 5 | inProgress |`;
const MONEY = `
  2023-05-01 | district | 300
  2023-05-01 | district | -100
  2023-05-01 | city | 500`;
const ALL: Logs = { meetings: TEAS, suggestions: LETTERS, executions: MONEY };

describe('of rows of archived years', () => {
  it.each<{ what: string; logs: Logs; fates: readonly string[] }>([
    {
      what: 'those that were archived do not count; what was open then does',
      logs: ALL,
      fates: [
        'meetings: counts, archived 4',
        'suggestions: counts 4 5, archived 2',
        'executions: counts, archived 3',
      ],
    },
    {
      what: 'nothing but what was open is left once they are deleted',
      logs: { suggestions: OPEN },
      fates: ['suggestions: counts 2 3, archived 0'],
    },
    {
      what: 'those of later years count, wherever they stand',
      logs: { meetings: `2024-01-01 | tea | 1\n${TEAS}`, executions: `${MONEY}\n2024-01-01 | city | 1` },
      fates: ['meetings: counts 2, archived 4', 'executions: counts 5, archived 3'],
    },
    {
      what: 'one that is new on a day with archived ones makes all of that day and name an error',
      logs: { meetings: `${TEAS}\n2023-05-01 | tea | 1` },
      fates: ['meetings: counts, archived 2, 3 not counted from row 2'],
    },
    {
      what: 'one that is new on a day of its own is an error alone',
      logs: { meetings: `${TEAS}\n2023-05-03 | tea | 1` },
      fates: ['meetings: counts, archived 4, 1 not counted from row 6'],
    },
    {
      what: 'the rest of a day is an error where the day was deleted in part',
      logs: { meetings: '2023-05-01 | tea | 2\n2023-05-02 | tea | 1' },
      fates: ['meetings: counts, archived 1, 1 not counted from row 2'],
    },
    {
      what: 'an amount that was changed is an error with its day and source',
      logs: {
        executions: '2023-05-01 | district | 301\n2023-05-01 | district | -100\n2023-05-01 | city | 500',
      },
      fates: ['executions: counts, archived 1, 2 not counted from row 2'],
    },
    {
      what: 'two amounts that were changed to the same sum are errors too',
      logs: {
        executions: '2023-05-01 | district | 301\n2023-05-01 | district | -101\n2023-05-01 | city | 500',
      },
      fates: ['executions: counts, archived 1, 2 not counted from row 2'],
    },
    {
      what: 'an archived suggestion that was opened again is an error',
      logs: {
        suggestions: `2023-02-01 | letters | 1 | inProgress | | | | 1\n2023-02-01 | letters | 1 | completed | 2023-03-02 | | | 2${OPEN}`,
      },
      fates: ['suggestions: counts 4 5, archived 0, 2 not counted from row 2'],
    },
    {
      what: 'one that was carried counts whatever becomes of it',
      logs: {
        suggestions:
          '2023-02-01 | letters | 4 | completed | 2023-12-30\n2023-02-02 | letters | 5 | notFeasible | 2024-05-05',
      },
      fates: ['suggestions: counts 2 3, archived 0'],
    },
    {
      what: 'one that was carried and edited counts in the place of the one that is missing',
      logs: {
        suggestions: '2023-02-01 | letters | 4 | inProgress | | A\n2023-02-02 | letters | 5 | inProgress |',
      },
      fates: ['suggestions: counts 2 3, archived 0'],
    },
    {
      what: 'the same, where it stands below the others and below rows of later years',
      logs: {
        suggestions:
          '2024-02-01 | letters | 4 | inProgress |\n2023-02-02 | letters | 5 | inProgress |\n2023-02-01 | letters | 4 | inProgress | | A',
      },
      fates: ['suggestions: counts 2 3 4, archived 0'],
    },
    {
      what: 'the same, dated on the last of the archived days',
      logs: {
        suggestions: '2023-02-02 | letters | 5 | inProgress |\n2023-12-31 | letters | 4 | inProgress | | A',
      },
      fates: ['suggestions: counts 2 3, archived 0'],
    },
    {
      what: 'and only as many as are missing',
      logs: {
        suggestions:
          '2023-02-01 | letters | 4 | inProgress | | A\n2023-02-01 | letters | 4 | inProgress | | B\n2023-02-02 | letters | 5 | inProgress |',
      },
      fates: ['suggestions: counts 2 4, archived 0, 1 not counted from row 3'],
    },
    {
      what: 'an edited one that was at its end by then may be an archived one, and is an error',
      logs: {
        suggestions:
          '2023-02-01 | letters | 4 | completed | 2023-12-30 | A\n2023-02-02 | letters | 5 | inProgress |',
      },
      fates: ['suggestions: counts 3, archived 0, 1 not counted from row 2'],
    },
  ])('$what', ({ logs, fates }) => {
    expect(fate(logs, archivedOf(ALL, 2023))).toEqual(fates);
  });

  it.each(['2 | 3 | 40', '~2 | 3 | 40', '2 | ~3 | 40', '2 | 3 | ~40', '2 | 4 | 40', '2 | 3 |'])(
    'a meeting of 2 with 3 groups and 40 people that says %s today is that one only where it says the same',
    (says) => {
      const blocks = archivedOf({ meetings: '2023-05-01 | tea | 2 | 3 | 40' }, 2023);
      const isSame = says === '2 | 3 | 40';
      expect(fate({ meetings: `2023-05-01 | tea | ${says}` }, blocks)).toEqual([
        isSame ? 'meetings: counts, archived 1' : 'meetings: counts, archived 0, 1 not counted from row 2',
      ]);
    },
  );

  it('tabs that are missing stay missing', () => {
    const missing = { ...recordsOf(ALL), meetings: null, suggestions: null, executions: null };
    const { records: left, archived } = withoutArchivedRows(missing, archivedOf(ALL, 2023), [], TODAY);
    expect([left.meetings, left.suggestions, left.executions]).toEqual([null, null, null]);
    expect(archived.meetings).toEqual({ lastYear: 2023, lines: 3, rows: 4, standing: 0, others: 0 });
  });

  it('nothing is said where nothing is archived', () => {
    expect(withoutArchivedRows(recordsOf(ALL), [], [], TODAY)).toEqual({
      records: recordsOf(ALL),
      archived: {},
      findings: [],
    });
  });

  it('those that may be deleted are named in runs', () => {
    const logs = {
      ...ALL,
      meetings: `2024-01-01 | tea | 1\n${TEAS}\n2024-01-02 | tea |\n2023-05-09 | tea | 1`,
    };
    const { findings } = withoutArchivedRows(recordsOf(logs), archivedOf(logs, 2023), [], TODAY);
    expect(findings.map(({ problem }) => problem)).toEqual([
      {
        code: 'archived-years',
        lastYear: 2023,
        archivedAt: '2024-02-03 10:00:00',
        lines: 7,
        rows: 10,
        carried: 2,
        standing: [
          {
            tab: 'meetings',
            rows: 5,
            ranges: [
              { from: 3, to: 6 },
              { from: 8, to: 8 },
            ],
          },
          { tab: 'suggestions', rows: 2, ranges: [{ from: 2, to: 3 }] },
          { tab: 'executions', rows: 3, ranges: [{ from: 2, to: 4 }] },
        ],
      },
    ]);
  });
});

describe('a second archiving', () => {
  const LOGS: Logs = {
    meetings: `${TEAS}\n2024-05-01 | tea | 1`,
    suggestions: `
      2023-02-01 | letters | 1 | completed | 2023-03-01 | | | 1
      2023-02-01 | letters | 4 | completed | 2024-03-01 | | | 2
      2023-02-02 | letters | 5 | inProgress | | | | 3
      2024-02-02 | letters | 6 | completed | 2024-03-01 | | | 4`,
  };
  const blocks = archivedOf(LOGS, 2023, 2024);

  it('holds what the first left, and what came to its end since', () => {
    expect(blocks.map(({ lastYear, lines, carried }) => [lastYear, lines.length, carried])).toEqual([
      [2023, 4, ['2', '3']],
      [2024, 3, ['3']],
    ]);
    expect(fate(LOGS, blocks)).toEqual(['meetings: counts, archived 5', 'suggestions: counts 4, archived 3']);
  });

  it('is read in any order', () => {
    expect(fate(LOGS, blocks.toReversed())).toEqual(fate(LOGS, blocks));
  });

  it('takes an edited suggestion for one that the last of them carried', () => {
    const later = { suggestions: '2023-02-02 | letters | 5 | inProgress | | A' };
    expect(fate(later, blocks)).toEqual(['suggestions: counts 2, archived 0']);
    expect(fate(later, blocks.toReversed())).toEqual(['suggestions: counts 2, archived 0']);
    const both = { suggestions: `${later.suggestions}\n2023-02-02 | letters | 4 | inProgress | | A` };
    expect(fate(both, blocks)).toEqual(['suggestions: counts 2, archived 0, 1 not counted from row 3']);
  });

  it('says when the last one was', () => {
    const [finding] = withoutArchivedRows(recordsOf(LOGS), blocks.toReversed(), [], TODAY).findings;
    expect(finding?.problem).toMatchObject({ lastYear: 2024, archivedAt: '2025-02-03 10:00:00', rows: 8 });
  });
});

describe('the block that holds a row', () => {
  const blocks = [
    { lastYear: 2024, carried: ['b'] },
    { lastYear: 2023, carried: ['a', 'b'] },
  ];
  it.each([
    { day: '2023-12-31', key: null, year: 2023 },
    { day: '2024-01-01', key: null, year: 2024 },
    { day: '2023', key: null, year: 2023 },
    { day: '2024-12', key: null, year: 2024 },
    { day: '2025-01-01', key: null, year: null },
    { day: '2023-05-01', key: 'c', year: 2023 },
    { day: '2023-05-01', key: 'a', year: 2024 },
    { day: '2023-05-01', key: 'b', year: null },
    { day: '2024-05-01', key: 'b', year: null },
  ])('of $day with the key $key is that of $year', ({ day, key, year }) => {
    expect(blockHolding(blocks)(period(day), key)?.lastYear ?? null).toBe(year);
  });

  it.each([
    { what: 'ended in the earlier year', key: 'c', ended: '2023-06-01', year: 2023 },
    {
      what: 'ended in the later year, under a key that it was not carried by',
      key: 'c',
      ended: '2024-06-01',
      year: 2024,
    },
    { what: 'not ended in either', key: 'c', ended: '2025-06-01', year: 2023 },
    { what: 'carried by its new key over the later year', key: 'd', ended: '2025-06-01', year: null },
  ])('is of a suggestion of the earlier year $what that of $year', ({ key, ended, year }) => {
    const later = [
      { lastYear: 2024, carried: ['d'] },
      { lastYear: 2023, carried: ['old key of d'] },
    ];
    const holding = blockHolding(later)(period('2023-05-01'), key, (day) => day >= ended);
    expect(holding?.lastYear ?? null).toBe(year);
  });
});

describe('the fingerprint of a block', () => {
  const block = archiveBlock(recordsOf(ALL), [], {
    lastYear: 2023,
    archivedAt: '2024-02-03 10:00:00',
    today: TODAY,
  });
  const [first, ...rest] = block.lines;
  if (first?.tab !== 'meetings') throw new Error('no meeting');

  it('is the same in any order', () => {
    const turned = { ...block, lines: block.lines.toReversed(), carried: block.carried.toReversed() };
    expect(blockFingerprint(turned)).toBe(blockFingerprint(block));
  });

  it.each<{ what: string; other: ArchiveBlock }>([
    { what: 'another year', other: { ...block, lastYear: 2022 } },
    { what: 'another time', other: { ...block, archivedAt: '2024-02-03 10:00:01' } },
    { what: 'a line less', other: { ...block, lines: rest } },
    { what: 'a line twice', other: { ...block, lines: [...block.lines, first] } },
    {
      what: 'another amount',
      other: { ...block, lines: [{ ...first, count: { ...first.count, amount: 9 } }, ...rest] },
    },
    { what: 'another number of rows', other: { ...block, lines: [{ ...first, rows: 9 }, ...rest] } },
    { what: 'another content', other: { ...block, lines: [{ ...first, content: 'x' }, ...rest] } },
    { what: 'sites', other: { ...block, lines: [{ ...first, groupsAreSites: true }, ...rest] } },
    {
      what: 'people',
      other: { ...block, lines: [{ ...first, attendees: { amount: 0, approximate: false } }, ...rest] },
    },
    { what: 'a suggestion less that was carried', other: { ...block, carried: block.carried.slice(1) } },
    { what: 'a name less', other: { ...block, order: block.order.slice(1) } },
  ])('is another one with $what', ({ other }) => {
    expect(blockFingerprint(other)).not.toBe(blockFingerprint(block));
  });
});
