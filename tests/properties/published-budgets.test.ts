/**
 * Budget plans as offices publish them, mixed with whatever else such tables hold: totals, spent amounts,
 * percentages, notes, other units. In every form the plan is the same, and nothing is an error.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/domain/finding.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import type { RawCell } from '../../src/sheets/raw.ts';
import { rawTab } from '../sheets/fixtures.ts';
import { randomRuns } from '../support/random-runs.ts';

const FUNDS = ['국비', '도비', '군비', '구비', '특별교부세', '지방소멸대응기금', '민자', '기타'] as const;
const YEARS = [2022, 2023, 2024, 2025] as const;

interface Plan {
  readonly fundingSources: readonly string[];
  readonly years: readonly number[];
  /** In million won, by funding source and year. */
  readonly amounts: readonly (readonly number[])[];
  readonly spent: readonly (readonly number[])[];
}

const plan: fc.Arbitrary<Plan> = fc
  .record({
    fundingSources: fc.uniqueArray(fc.constantFrom(...FUNDS), { minLength: 1, maxLength: 4 }),
    years: fc.integer({ min: 2, max: YEARS.length }).map((count) => YEARS.slice(0, count)),
  })
  .chain(({ fundingSources, years }) => {
    const table = fc.array(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: years.length, maxLength: years.length }),
      { minLength: fundingSources.length, maxLength: fundingSources.length },
    );
    return fc.record({
      fundingSources: fc.constant(fundingSources),
      years: fc.constant(years),
      amounts: table,
      spent: table,
    });
  });

const sumsOf = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
const total = (row: readonly number[]): number => row.reduce((sum, each) => sum + each, 0);

const pair = fc.constantFrom(
  ['계획', '집행'],
  ['소요액', '확보액'],
  ['변경', '당초'],
  ['경정', '기정'],
  ['연간', '누적'],
  ['예산액', '결산액'],
  ['투자계획', '집행액'],
);
const joined = fc.constantFrom(
  (fundingSource: string, kind: string) => `${fundingSource} ${kind}`,
  (fundingSource: string, kind: string) => `${fundingSource}(${kind})`,
  (fundingSource: string, kind: string) => `${fundingSource}${kind}`,
  (fundingSource: string, kind: string) => `${kind}_${fundingSource}`,
);

/** Tables in which a plan is published: rows below one heading row. */
const published = fc
  .record({
    plan,
    pair,
    joined,
    form: fc.constantFrom(
      ...['sections', 'labels', 'columns', 'column', 'list', 'listColumn', 'over', 'below', 'works', 'plain'],
    ),
    second: fc.boolean(),
    word: fc.constantFrom('계', '합계', '총사업비', 'TOTAL', '전체'),
    totalRow: fc.constantFrom('none', 'first', 'last'),
    totalColumn: fc.constantFrom('none', 'first', 'last'),
    note: fc.boolean(),
    unit: fc.constantFrom('none', 'label', 'column'),
    mark: fc.constantFrom('', '- ', '○ ', '① ', '가. '),
    isSpaced: fc.boolean(),
    ratio: fc.boolean(),
  })
  .chain((dress) => fc.record({ dress: fc.constant(dress), isApart: fc.boolean(), remarks: fc.boolean() }))
  .map(({ dress, isApart, remarks }) => {
    const rows = tableOf(dress).map((row, at): RawCell[] =>
      remarks && row.length > 1 ? [...row, at === 0 ? '비고' : at % 2 === 0 ? '추정' : ''] : row,
    );
    const below = dress.form === 'over' || dress.form === 'below' ? 2 : 1;
    return {
      dress,
      rows: isApart ? rows.flatMap((row, at): RawCell[][] => (at < below - 1 ? [row] : [row, ['']])) : rows,
    };
  });

type Dress = Parameters<typeof tableOf>[0];

function tableOf({
  plan: { fundingSources, years, amounts, spent },
  pair: [counts, not],
  joined: join,
  form,
  second,
  word,
  totalRow,
  totalColumn,
  note,
  unit,
  mark,
  isSpaced,
  ratio,
}: {
  readonly plan: Plan;
  readonly pair: readonly string[];
  readonly joined: (fundingSource: string, kind: string) => string;
  readonly form: string;
  readonly second: boolean;
  readonly word: string;
  readonly totalRow: string;
  readonly totalColumn: string;
  readonly note: boolean;
  readonly unit: string;
  readonly mark: string;
  readonly isSpaced: boolean;
  readonly ratio: boolean;
}): RawCell[][] {
  const inUnit = (value: number) => (unit === 'none' ? value : value * 1000);
  const label = (fundingSource: string) => {
    const spaced = isSpaced ? [...fundingSource].join(' ') : fundingSource;
    return `${mark}${unit === 'label' ? `${spaced}(천원)` : spaced}`;
  };
  const withTotal = (row: readonly number[]): RawCell[] => {
    const cells = row.map(inUnit);
    if (totalColumn === 'first') return [inUnit(total(row)), ...cells];
    return totalColumn === 'last' ? [...cells, inUnit(total(row))] : cells;
  };
  const behind: RawCell[] = unit === 'column' ? ['천원'] : [];
  const headed = (names: readonly RawCell[]): RawCell[] => [
    ...(totalColumn === 'first' ? ['계'] : []),
    ...names,
    ...(totalColumn === 'last' ? ['계'] : []),
    ...(unit === 'column' ? ['단위'] : []),
  ];
  const ofFundingSources = (rows: readonly (readonly number[])[], named = label) =>
    fundingSources.map((fundingSource, at): RawCell[] => [
      named(fundingSource),
      ...withTotal(rows[at] ?? []),
      ...behind,
    ]);
  const withSum = (rows: RawCell[][], values: readonly (readonly number[])[], text: string): RawCell[][] => {
    const sum: RawCell[] = [label(text), ...withTotal(sumsOf(values)), ...behind];
    if (totalRow === 'first') return [sum, ...rows];
    return totalRow === 'last' ? [...rows, sum] : rows;
  };
  const kinds = (second ? [not, counts] : [counts, not]) as readonly [string, string];
  const valuesOf = (kind: string) => (kind === counts ? amounts : spent);
  const notes: RawCell[][] = note ? [['※ 2026년 이후는 따로 정함']] : [];
  const ratios: RawCell[][] = ratio ? [['집행률(%)', ...withTotal(years.map(() => 50)).map(() => 50)]] : [];
  switch (form) {
    case 'sections':
      return [
        ['구분', ...headed(years)],
        ...kinds.flatMap((kind): RawCell[][] => [
          [kind, ...withTotal(sumsOf(valuesOf(kind))), ...behind].map((cell, at) =>
            at === 0 && unit === 'label' ? `${kind}(천원)` : cell,
          ),
          ...ofFundingSources(valuesOf(kind)),
        ]),
        ...ratios,
        ...notes,
      ];
    case 'labels':
      return [
        ['재원', ...headed(years)],
        ...fundingSources.flatMap((fundingSource, at): RawCell[][] =>
          kinds.map((kind) => [
            label(join(fundingSource, kind)),
            ...withTotal(valuesOf(kind)[at] ?? []),
            ...behind,
          ]),
        ),
        ...notes,
      ];
    case 'columns':
      return [
        ['재원', ...years.flatMap((year) => kinds.map((kind) => `${year}년 ${kind}`))],
        ...fundingSources.map((fundingSource, at): RawCell[] => [
          label(fundingSource),
          ...years.flatMap((_, y) => kinds.map((kind) => inUnit(valuesOf(kind)[at]?.[y] ?? 0))),
        ]),
        ...notes,
      ].map((row, at) => (unit === 'column' ? [...row, at === 0 ? '단위' : '천원'] : row));
    case 'column':
      return [
        ['재원', '구분', ...headed(years)],
        ...fundingSources.flatMap((fundingSource, at): RawCell[][] =>
          kinds.map((kind) => [
            label(fundingSource),
            kind,
            ...withTotal(valuesOf(kind)[at] ?? []),
            ...behind,
          ]),
        ),
      ];
    case 'over':
    case 'below': {
      const upper = form === 'over' ? kinds : years;
      const lower = form === 'over' ? years : kinds;
      const valueAt = (at: number, one: string | number, other: string | number) => {
        const [kind, year] = form === 'over' ? [one, other] : [other, one];
        return inUnit(valuesOf(String(kind))[at]?.[years.indexOf(Number(year))] ?? 0);
      };
      return [
        ['재원', ...upper.flatMap((text) => lower.map((_, at): RawCell => (at === 0 ? text : '')))],
        ['', ...upper.flatMap(() => [...lower])],
        ...fundingSources.map((fundingSource, at): RawCell[] => [
          label(fundingSource),
          ...upper.flatMap((one) => lower.map((other) => valueAt(at, one, other))),
        ]),
        ...notes,
      ].map((row, at) => (unit === 'column' ? [...row, at === 0 ? '단위' : at === 1 ? '' : '천원'] : row));
    }
    case 'works': {
      // Here the spent amounts serve as the plan of a second work.
      const works: readonly (readonly [string, readonly (readonly number[])[]])[] = [
        ['도로 정비', amounts],
        ['하천 정비', spent],
      ];
      const rows = works.flatMap(([work, values]) =>
        withSum(ofFundingSources(values), values, '소계').map((row, at): RawCell[] => [
          at === 0 ? work : '',
          ...row,
        ]),
      );
      const all = [...amounts, ...spent];
      return [
        ['세부사업', '재원', ...headed(years)],
        ...rows,
        ...(totalRow === 'none' ? [] : [[label('합계'), '', ...withTotal(sumsOf(all)), ...behind]]),
        ...notes.map((row): RawCell[] => ['', ...row]),
      ];
    }
    case 'list':
      return [
        ['연도', '재원', '금액', ...(unit === 'column' ? ['단위'] : [])],
        ...fundingSources.flatMap((fundingSource, at) =>
          years.flatMap((year, y): RawCell[][] =>
            kinds.map((kind) => [
              year,
              label(join(fundingSource, kind)),
              inUnit(valuesOf(kind)[at]?.[y] ?? 0),
              ...behind,
            ]),
          ),
        ),
      ];
    case 'listColumn':
      return [
        ['구분', '연도', '재원', '금액', ...(unit === 'column' ? ['단위'] : [])],
        ...kinds.flatMap((kind) =>
          fundingSources.flatMap((fundingSource, at) =>
            years.map((year, y): RawCell[] => [
              at + y === 0 ? kind : '',
              year,
              label(fundingSource),
              inUnit(valuesOf(kind)[at]?.[y] ?? 0),
              ...behind,
            ]),
          ),
        ),
      ];
    default:
      return [
        ['재원별', ...headed(years.map((year) => `${year}년`))],
        ...withSum(ofFundingSources(amounts), amounts, word),
        ...ratios,
        ...notes,
      ];
  }
}

function read(rows: readonly (readonly RawCell[])[]) {
  const width = Math.max(...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array<RawCell>(width - row.length).fill('')]);
  const title = ['(단위: 백만원)', ...Array<RawCell>(width - 1).fill('')];
  const { records, findings } = readRecords({
    pledge: rawTab('공약', '항목 | 값\n공약번호 | 1-1\n시작연도 | 2022\n종료연도 | 2026'),
    budgetPlans: { name: '예산계획', rows: [title, ...padded] },
  });
  const names = new Map(records.lists.fundingSources.map(({ word, name }) => [word, name]));
  const bad = findings.filter(
    (finding) => finding.place?.tab === 'budgetPlans' && severityOf(finding) !== 'notice',
  );
  return {
    plans: (records.budgetPlans ?? [])
      .map(
        ({ fundingSource, when, planned }) =>
          `${names.get(fundingSource)?.replace(/\s/g, '')} ${when} ${planned.amount}`,
      )
      .sort(),
    bad: bad.map(({ problem }) => problem),
    wrongSums: records.subtotals.filter(
      ({ written, sumOfAll, sumOfGroup }) => written !== sumOfAll && written !== sumOfGroup,
    ),
  };
}

const SHORT: Readonly<Record<string, string>> = { 국비: '국', 구비: '구', 시비: '시' };

describe('a budget plan', () => {
  it('is the same in every table that offices publish', () => {
    fc.assert(
      fc.property(published, ({ dress, rows }) => {
        const { fundingSources, years, amounts, spent } = (dress as Dress).plan;
        const counted = dress.form === 'works' ? [amounts, spent] : [amounts];
        const wanted = counted.flatMap((values) =>
          fundingSources.flatMap((fundingSource, at) =>
            years.map(
              (year, y) =>
                `${SHORT[fundingSource] ?? fundingSource} ${year} ${(values[at]?.[y] ?? 0) * 1_000_000}`,
            ),
          ),
        );
        expect(read(rows)).toEqual({ plans: wanted.sort(), bad: [], wrongSums: [] });
      }),
      randomRuns(500),
    );
  });
});
