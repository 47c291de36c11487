/** 연차목표 with a column a year: which cells are targets, which rows are none, and what is told of them. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../../src/sheets/input/read-records.ts';
import type { MergedCells } from '../../../../src/sheets/raw.ts';
import { places, rawTab } from '../../fixtures.ts';
import { TERM } from '../../small-book.ts';

const LAMPS = `${TERM}\n확인지표 | 가로등\n집계 | 누적\n지표단위 | 개\n최종목표 | 100`;

/** `가로등 2024 10` for each target, and what is told, but for columns that are not read. */
function read(table: string, merges: readonly MergedCells[] = [], more: { readonly roads?: boolean } = {}) {
  const { records, findings, accounts } = readRecords({
    pledge: rawTab('공약', LAMPS),
    ...(more.roads === true
      ? { indicators: rawTab('지표', '지표 | 집계 | 단위 | 최종목표\n도로 | 누적 | km | 10') }
      : {}),
    targets: { ...rawTab('연차목표', table), merges: () => merges },
  });
  return {
    targets: (records.targets ?? []).map(
      ({ indicator, year, planned }) => `${indicator.name} ${year} ${planned.amount}`,
    ),
    cells: (records.targets ?? []).map(({ planned }) => `${planned.row} ${planned.field}`),
    told: places(findings)
      .filter((place) => place.startsWith('targets ') && !place.endsWith('unused-columns'))
      .map((place) => place.replace('targets ', '')),
    account: accounts.targets,
  };
}

const TWO = ['가로등 2024 10', '가로등 2025 20'];

describe('one indicator', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['as it is', '구분 | 2024 | 2025\n목표 | 10 | 20', TWO, []],
    ['with a blank year', '구분 | 2024 | 2025\n목표 | | 20', ['가로등 2025 20'], []],
    ['with a note', '구분 | 2024 | 2025\n목표 | 10 | 20\n※ 2025년은 잠정 | |', TWO, []],
    [
      'with a note that has numbers',
      '구분 | 2024 | 2025\n목표 | 10 | 20\n※ 예산 | 5 |',
      TWO,
      ['3: note-with-values'],
    ],
    ['with a blank row', '구분 | 2024 | 2025\n | |\n목표 | 10 | 20', TWO, []],
    ['with its headings once more', '구분 | 2024 | 2025\n목표 | 10 | 20\n구분 | 2024 | 2025', TWO, []],
    ['with results', '구분 | 2024 | 2025\n목표 | 10 | 20\n실적 | 9 | 18', TWO, []],
    ['with remarks', '구분 | 2024 | 2025\n목표 | 10 | 20\n비고 | 7 | 8', TWO, []],
    ['with percentages', '구분 | 2024 | 2025\n목표 | 10 | 20\n목표(%) | 10 | 20', TWO, []],
    ['with its total', '구분 | 2024 | 2025 | 계\n목표 | 10 | 20 | 20', TWO, []],
    ['with words', '구분 | 2024 | 2025\n목표 | 설계 | 20', ['가로등 2025 20'], ['2 2024: words-for-a-value']],
    [
      'with what each adds',
      '구분 | 2024 | 2025\n연간 | 10 | 10\n누적 | 10 | 20',
      TWO,
      ['2: yearly-rows-aside'],
    ],
    ['of what each adds alone', '구분 | 2024 | 2025\n연간 | 10 | 10', [], ['2: yearly-rows-alone']],
    ['whose total is the sum', '구분 | 2024 | 2025 | 계\n목표 | 10 | 20 | 30', [], ['2: yearly-rows-alone']],
    [
      'whose 총목표 is the sum',
      '구분 | 2024 | 2025 | 총 목표\n목표 | 10 | 20 | 30',
      [],
      ['2: yearly-rows-alone'],
    ],
    [
      'whose span is the sum',
      '구분 | 2024 | 2025 | 24~25\n목표 | 10 | 20 | 30',
      [],
      ['2: yearly-rows-alone'],
    ],
    ['beside another number', '구분 | 2024 | 2025 | 예산\n목표 | 10 | 20 | 30', TWO, []],
    // The plan in force is that after the change, year by year.
    ['before and after', '구분 | 2024 | 2025\n당초 | 10 | 30\n변경 | | 20', TWO, []],
    ['before alone', '구분 | 2024 | 2025\n당초 | 10 | 20', TWO, []],
  ])('%s', (_, table, targets, told) => {
    expect(read(table)).toMatchObject({ targets, told });
  });

  it('has the cell of each target', () => {
    expect(read('연차별 계획 | |\n구분 | 2024 | 2025\n목표 | 10 | 20').cells).toEqual(['3 2024', '3 2025']);
  });

  it('does not know how much of a number that is merged belongs to a year', () => {
    const across = [{ row: 2, column: 2, rows: 1, columns: 2 }];
    expect(read('구분 | 2024 | 2025 | 2026\n목표 | 20 | | 30', across)).toMatchObject({
      targets: ['가로등 2026 30'],
      told: ['2 2024: merged-across'],
    });
    // A merged block in another row is no matter.
    expect(
      read('구분 | 2024 | 2025 | 2026\n목표 | 20 | | 30', [{ ...across[0], row: 3 } as MergedCells]),
    ).toMatchObject({ targets: ['가로등 2024 20', '가로등 2026 30'], told: [] });
  });
});

describe('two indicators', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['by name', '지표 | 2024\n가로등 | 10\n도로 | 3', ['가로등 2024 10', '도로 2024 3'], []],
    [
      'each with what a year adds',
      '지표 | 구분 | 2024\n가로등 | 연간 | 5\n가로등 | 누적 | 10\n도로 | 연간 | 1\n도로 | 누적 | 3',
      ['가로등 2024 10', '도로 2024 3'],
      ['2: yearly-rows-aside'],
    ],
    [
      'of which one says what each adds',
      '지표 | 구분 | 2024\n가로등 | 누적 | 10\n도로 | 연간 | 3',
      ['가로등 2024 10'],
      ['3: yearly-rows-alone'],
    ],
    [
      'with a total of both',
      '지표 | 2024\n가로등 | 10\n도로 | 3\n계 | 13',
      ['가로등 2024 10', '도로 2024 3'],
      [],
    ],
    [
      'of which one is not known',
      '지표 | 2024\n가로등 | 10\n하천 | 3',
      ['가로등 2024 10'],
      ['3 indicator: unknown-name'],
    ],
  ])('%s', (_, table, targets, told) => {
    expect(read(table, [], { roads: true })).toMatchObject({ targets, told });
  });
});
