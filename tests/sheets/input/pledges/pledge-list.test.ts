/** The rows of 공약목록: what each pledge is called, to whom it belongs, and what is told of a cell. */
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../../src/sheets/input/nothing-known.ts';
import { readPledgeList } from '../../../../src/sheets/input/pledges/pledge-list.ts';
import { dateCell, places, rawTab } from '../../fixtures.ts';

const read = (headings: string, ...rows: readonly string[]) =>
  readPledgeList(rawTab('공약목록', [`공약번호 | 공약명 | ${headings}`, ...rows].join('\n')), NOTHING_KNOWN);

describe('a share in 이행률', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['above one, beside shares', ['0.54', '1.2'], ['3: 1.2 may be 120']],
    ['above one, as text', ['0.54', '" 1.2 "'], ['3: 1.2 may be 120']],
    ['above one, and odd', ['0.5', '1.15'], ['3: 1.15 may be 115']],
    ['above one, beside percents', ['54', '1.2'], []],
    ['of one, and of two', ['0.54', '1', '2'], []],
    ['above one, beside nought', ['0', '1.2'], []],
    ['above one, beside a blank', ['', '1.2'], []],
  ])('%s', (_, percents, told) => {
    const rows = percents.map((percent, at) => `"1-${at + 1}" | 가 | ${percent}`);
    const { findings } = read('이행률', ...rows);
    expect(
      findings.map(({ problem, place }) =>
        problem.code === 'share-for-percent' && place?.field === 'implementationPercent'
          ? `${place.row}: ${problem.found} may be ${problem.share}`
          : problem.code,
      ),
    ).toEqual(told);
  });
});

describe('a field or department', () => {
  it.each([
    ['복지', '복지'],
    [' 복지 ', '복지'],
    ['-', null],
    ['ㅡ', null],
    ['미지정', null],
    ['미 지정', null],
    ['', null],
    ['지정', '지정'],
  ])('%o is %s', (typed, is) => {
    const { pledges } = read('분야 | 담당부서', `"1-1" | 가 | "${typed}" | "${typed}"`);
    expect([pledges[0]?.field ?? null, pledges[0]?.cells.department || null]).toEqual([is, is]);
  });

  it('that is spelt in two ways is one, and told in its own column', () => {
    const { pledges, findings, departmentOf } = read(
      '분야 | 담당부서',
      '"1-1" | 가 | 복지 | 총무과',
      '"1-2" | 나 | 복 지 | 총무 과',
    );
    expect(pledges.map(({ field, cells }) => [field, cells.department])).toEqual([
      ['복지', '총무과'],
      ['복지', '총무과'],
    ]);
    expect(places(findings)).toEqual([
      'pledgeList 3 field: spelt-otherwise',
      'pledgeList 3 department: spelt-otherwise',
    ]);
    expect(departmentOf('총 무과')).toBe('총무과');
  });
});

describe('a number', () => {
  it('is as typed, and as a person would have typed one that became a day', () => {
    const raw = rawTab('공약목록', '공약번호 | 공약명\n" 01－06 " | 가\n1.7 | 나\n | 다');
    const withDay = {
      ...raw,
      rows: raw.rows.map((row, at) => (at === 3 ? [dateCell('2026-02-03'), '다'] : row)),
    };
    const { pledges } = readPledgeList(withDay, NOTHING_KNOWN);
    expect(pledges.map(({ number, key, row }) => [number, key, row])).toEqual([
      ['01－06', '1-6', 2],
      ['1.7', '1-7', 3],
      ['2-3', '2-3', 4],
    ]);
  });

  it('that stands twice is read once, and told with the first row', () => {
    const { pledges, findings, account } = read('분야', '"1-1" | 가 |', '"1-2" | 나 |', '"01-01" | 다 |');
    expect(pledges.map(({ row }) => row)).toEqual([2, 3]);
    expect(findings).toEqual([
      {
        problem: { code: 'doubled-pledge-number', found: '01-01', firstRow: 2 },
        place: { tab: 'pledgeList', row: 4, field: 'number' },
      },
    ]);
    expect(account).toEqual({ read: 3, excluded: 1, skipped: 0 });
  });

  it.each(['', '-', '없음', '#REF!'])('%o is none, and its row is left out', (cell) => {
    const { pledges, account } = read('분야', `"${cell}" | 가 |`, '"1-2" | 나 |');
    expect(pledges.map(({ number }) => number)).toEqual(['1-2']);
    expect(account).toEqual({ read: 2, excluded: 1, skipped: 0 });
  });
});

it('a list without its headings has no pledges', () => {
  const { pledges, headings, findings } = readPledgeList(rawTab('공약목록', '가 | 나\n1 | 2'), NOTHING_KNOWN);
  expect([pledges, headings]).toEqual([[], null]);
  expect(places(findings)).toContain('pledgeList: missing-heading');
});
