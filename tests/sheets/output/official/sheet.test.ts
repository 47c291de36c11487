/** Single cells of 실적보고. For whole sheets see result-tabs. */
import { describe, expect, it } from 'vitest';
import type { Records } from '../../../../src/domain/records.ts';
import { calculate } from '../../../../src/domain/report.ts';
import { asOfText } from '../../../../src/sheets/output/official/results.ts';
import { officialSheet } from '../../../../src/sheets/output/official/sheet.ts';
import {
  budgetPlans,
  category,
  date,
  meetings,
  pledge,
  records,
  suggestions,
} from '../../../domain/ledger.ts';

const rowsOf = (given: Partial<Records>) => {
  const report = calculate(records(given), { asOf: date('2024-03-31'), today: date('2024-04-02') });
  return officialSheet(report, {}, []).rows.map((row) => row.map(({ value }) => value));
};

/** The table at the top, whose headings take two rows. */
const headOf = (given: Partial<Records>) => {
  const rows = rowsOf(given);
  const first = rows.findIndex((row) => row[0] === '사업주체');
  return { headings: rows[first] ?? [], values: rows[first + 2] ?? [] };
};

describe('the top of the sheet', () => {
  it.each([
    [2022, 2026, '2022~2026'],
    [2022, null, '2022~'],
    [null, 2026, '~2026'],
    [null, null, ''],
  ])('shows a pledge from %s to %s as %s', (startYear, endYear, text) => {
    const { headings, values } = headOf({ pledge: pledge({ startYear, endYear }) });
    expect(values[headings.indexOf('사업기간')]).toBe(text);
  });

  it.each([
    ['what the plan sums up to', '2024 | city | 5000000', null, 5, ''],
    ['what both say', '2024 | city | 5000000', 5_000_000, 5, ''],
    ['the cost of the settings, where there is no plan', '', 27_000_000, 27, ''],
    ['nothing, where neither is known', '', null, '', ''],
    [
      'the cost of the settings, marked, where the plan says another',
      '2024 | city | 5000000',
      27_000_000,
      27,
      '※ 총사업비는 공약 탭에 적은 것이고, 예산계획의 합은 5,000,000원입니다.',
    ],
    [
      'the same where the plan is nothing',
      '2024 | city | 0',
      27_000_000,
      27,
      '※ 총사업비는 공약 탭에 적은 것이고, 예산계획의 합은 0원입니다.',
    ],
  ])('shows as its cost %s', (_, plans, totalCostWon, shown, told) => {
    const given = { pledge: pledge({ totalCostWon }), budgetPlans: budgetPlans(plans) };
    const { headings, values } = headOf(given);
    expect(values[headings.indexOf('총사업비\n(백만원)')]).toBe(shown);
    expect(rowsOf(given)[2]?.[0]).toBe(told);
  });
});

describe('the date of the sheet', () => {
  it.each([
    ['2024-03-31', '2024.3월'],
    ['2024-02-29', '2024.2월'],
    ['2023-12-31', '2023.12월'],
    ['2024-03-15', '2024.3.15.'],
    ['2024-02-28', '2024.2.28.'],
  ])('%s is %s', (day, text) => {
    expect(asOfText(date(day))).toBe(text);
  });
});

describe('a part whose log is missing', () => {
  const given = {
    meetings: meetings([category('차담회')], '2024-01-05 | 차담회 | 2'),
    suggestions: suggestions('2024-03-01 | 초도방문 | 1 | completed'),
  };
  /** The rows between two titles, without blank cells and rows. */
  const between = (from: string, to: string, changes: Partial<Records>) => {
    const texts = rowsOf({ ...given, ...changes }).map((row) =>
      row.filter((value) => value !== '').join(' | '),
    );
    return texts.slice(texts.indexOf(from) + 1, texts.indexOf(to)).filter((text) => text !== '');
  };
  const held = ['구분 | 계 | 차담회', '소통횟수 | 2 | 2'];
  const received = ['건의사항 | 합계 | completed', '초도방문 | 1 | 1'];
  const notComputed = '필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.';

  it.each<[string, Partial<Records>, readonly string[]]>([
    ['both are there', {}, ['◎ 2024년도', ...held, ...received]],
    ['no suggestions', { suggestions: null }, ['◎ 2024년도', ...held, `건의사항 | ${notComputed}`]],
    ['no meetings', { meetings: null }, ['◎ 2024년도', ...received]],
  ])('does not affect the other: %s', (_, changes, told) => {
    expect(between('세부 추진 내용', '예산집행현황', changes)).toEqual(told);
  });
});

it('a table of many categories continues below, and shows its total once', () => {
  const names = Array.from({ length: 31 }, (_, index) => `분류 이름 ${index + 1}번`);
  const rows = rowsOf({
    meetings: meetings(
      names.map((name) => category(name)),
      names.map((name) => `2024-01-05 | ${name} | 1`).join('\n'),
    ),
  });
  const tables = rows.flatMap((row, index) =>
    row[0] === '구분' && row.includes('분류 이름 1번') ? [index] : [],
  );
  const [first = 0] = tables;
  const labels = rows.slice(first, first + 4).map((row) => row.filter((value) => value !== '').slice(0, 3));
  expect(labels).toEqual([
    ['구분', '계', '분류 이름 1번'],
    ['소통횟수', 31, 1],
    ['구분', expect.stringMatching(/^분류 이름 \d+번$/), expect.stringMatching(/^분류 이름 \d+번$/)],
    ['소통횟수', 1, 1],
  ]);
});

it('years come in order, even one with suggestions only', () => {
  const rows = rowsOf({
    meetings: meetings([category('차담회')], '2024-01-05 | 차담회 | 1'),
    suggestions: suggestions('2021-03-01 | 초도방문 | 1 | completed'),
  });
  const told = rows.map(([first]) => String(first)).filter((text) => text.startsWith('◎'));
  expect(told).toEqual(['◎ 2021년도', '◎ 2024년도']);
  // Meetings in a year outside the pledge are unknown.
  const counts = rows.filter(([first]) => first === '소통횟수');
  expect(counts.map((row) => row.filter((value) => value !== ''))).toEqual([
    ['소통횟수'],
    ['소통횟수', 1, 1],
  ]);
});
