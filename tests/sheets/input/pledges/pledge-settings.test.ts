/** Which settings of 공약 hold for the whole book of an office, which for pledges without their own, and which for none. */
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../../src/sheets/input/nothing-known.ts';
import { readPledgeList } from '../../../../src/sheets/input/pledges/pledge-list.ts';
import {
  bookSettings,
  listedCells,
  settingsOfListed,
} from '../../../../src/sheets/input/pledges/pledge-settings.ts';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { pledgeTab } from '../../../../src/sheets/input/tabs.ts';
import { places, rawTab } from '../../fixtures.ts';

const settings = (...rows: readonly string[]) => rawTab('공약', ['항목 | 값', ...rows].join('\n'));
const SHARED = ['임기종료일', '기준일', '비율 처리', '비율 소수자리', '집행률 소수자리', '건의 처리기한(일)'];
const DEFAULTS = ['사업주체', '임기구분', '추진구분', '시작연도', '종료연도'];

describe('a setting of 공약', () => {
  it.each(SHARED)('holds for the book: %s', (name) => {
    const { shared, defaults, findings } = bookSettings(settings(`${name} | 2`));
    expect(shared.map(({ values }) => values.item)).toEqual([name]);
    expect([...defaults]).toEqual([]);
    expect(places(findings)).not.toContain('pledge 2 value: settings-of-a-pledge');
  });

  it.each(DEFAULTS)('holds for pledges without their own: %s', (name) => {
    const { shared, defaults, findings } = bookSettings(settings(`${name} | 2022`));
    expect(shared).toEqual([]);
    expect([...defaults.keys()]).toEqual([name]);
    expect(findings).toEqual([]);
  });

  it('of one pledge is told, all at the first, if it says something', () => {
    const rows = ['기준일 | 2024-03-31', '공약명 |', '담당부서 | 복지과', '최종목표 | 200', '메모 | 무엇'];
    const { findings, formerNumber } = bookSettings(settings(...rows));
    expect(findings.map(({ problem, place }) => [place?.row, problem])).toContainEqual([
      4,
      { code: 'settings-of-a-pledge', items: ['담당부서', '최종목표'] },
    ]);
    expect(places(findings)).toContain('pledge 6 item: unknown-setting');
    expect(formerNumber).toBeNull();
  });

  it('of the number is that of the pledge that the book kept before', () => {
    expect(bookSettings(settings('공약번호 | "1-6"')).formerNumber).toBe('1-6');
  });

  it('is none where there is no 공약, or no heading in it', () => {
    expect(bookSettings(undefined)).toMatchObject({
      shared: [],
      headings: null,
      account: null,
      findings: [],
    });
    const unread = bookSettings(rawTab('공약', '가 | 나'));
    expect(unread).toMatchObject({ shared: [], headings: null, account: null });
    expect(new Set(places(unread.findings))).toEqual(new Set(['pledge: missing-heading']));
    expect(bookSettings(settings('기준일 |')).account).toMatchObject({ read: 1 });
  });
});

describe('the settings of a listed pledge', () => {
  const of = (headings: string, row: string) => {
    const list = readPledgeList(rawTab('공약목록', `${headings}\n${row}`), NOTHING_KNOWN);
    const [pledge] = list.pledges;
    if (pledge === undefined) throw new Error('no pledge');
    const book = bookSettings(settings('시작연도 | 2022', '추진구분 | 지속', '기준일 | 2024-03-31'));
    return settingsOfListed(pledge, list.headings, book).map(
      ({ row: at, values: { item, value } }) =>
        `${at}: ${item} = ${typeof value === 'object' ? 'a day' : value}`,
    );
  };

  it('are those of its row, then the book’s where its cells are blank, then those of the book', () => {
    expect(of('공약번호 | 공약명 | 시작연도 | 최종목표', '"1-6" | 쉼터 | 2023 | 30')).toEqual([
      '2: 공약번호 = 1-6',
      '2: 공약명 = 쉼터',
      '3: 추진구분 = 지속',
      '2: 시작연도 = 2023',
      '2: 최종목표 = 30',
      '4: 기준일 = a day',
    ]);
    expect(of('공약번호 | 공약명 | 시작연도', '"1-6" | 쉼터 |')).toContain('2: 시작연도 = 2022');
  });

  it('have the unit of their heading', () => {
    expect(of('공약번호 | 공약명 | 총사업비(천원)', '"1-6" | 쉼터 | 30')).toContain('2: 총사업비(천원) = 30');
  });
});

it('the settings of 공약 make a row of 공약목록, in the order of its columns', () => {
  const rows = [
    '공약명 | 쉼터',
    '공약번호 | "1-6"',
    '집계 | 누적',
    '기준값 | 5',
    '이행률 | 70',
    '기준일 | 2024-03-31',
  ];
  const { rows: read } = readRows(pledgeTab, settings(...rows), NOTHING_KNOWN);
  const cells = listedCells(read);
  expect(cells.slice(0, 4)).toEqual(['1-6', '쉼터', '', '']);
  expect(cells.filter((cell) => cell !== '')).toEqual(['1-6', '쉼터', '누적', 5, 70]);
});
