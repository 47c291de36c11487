/** How findings are listed: which become one line, in which order, and that none is lost. */
import { expect, it } from 'vitest';
import type { Finding, Problem } from '../../../../src/domain/finding.ts';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { listedFindings } from '../../../../src/sheets/output/results/listed-finding.ts';
import { date } from '../../../domain/ledger.ts';
import { mobileNumber } from '../../made-up-numbers.ts';

function at(tab: InputTab, row: number, field: string, problem: Problem): Finding {
  return { problem, place: { tab, row, field } };
}

const noDate: Problem = { code: 'completed-without-date' };
const unknown = (found: string): Problem => ({
  code: 'unknown-name',
  found,
  nearest: null,
  names: [],
  isImplementationStatus: false,
});
const people = (count: number): Problem => ({ code: 'people-without-meeting', people: count });
const rows = Array.from({ length: 30 }, (_, index) => index + 2);

it.each<{ case: string; found: readonly Finding[]; lines: number; says: readonly string[] }>([
  {
    case: 'a notice of many rows, once, with their number and the first cells',
    found: rows.map((row) => at('suggestions', row, 'handledOn', noDate)),
    lines: 1,
    says: ['(30곳: ', '외 20곳'],
  },
  {
    case: 'of two kinds that look at the same cells some sentences each, and the number of the others',
    found: [
      ...[3, 4, 5].map((row) => at('meetings', row, 'times', people(row))),
      at('meetings', 9, 'times', { code: 'more-sites-than-meetings', sites: 2, held: 1 }),
    ],
    lines: 1,
    says: ['만난 사람(단체)은 3입니다', '만난 사람(단체)은 4입니다', '같은 것이 1곳 더', '찾은 곳은 2개소'],
  },
  {
    case: 'the sentences that all of them end with once, after the others',
    found: [2024, 2025].map((year, index) =>
      at('budgetPlans', index + 2, 'year', {
        code: 'year-outside-term',
        found: String(year),
        from: 2026,
        to: null,
      }),
    ),
    lines: 1,
    says: [
      '2024년은 공약 탭의 기간(2026년~)에 들지 않습니다(2:2). 2025년은',
      '들지 않습니다(3:3). 이 해의 금액은 기투자로 셉니다.',
    ],
  },
  {
    case: 'each tab by itself',
    found: [
      at('meetings', 3, 'note', { code: 'personal-data', kind: 'mobile-number' }),
      at('suggestions', 3, 'note', { code: 'personal-data', kind: 'mobile-number' }),
    ],
    lines: 2,
    says: [],
  },
  {
    case: 'an unknown name with all its rows, and another by itself',
    found: [2, 3, 4].flatMap((row) => [
      at('meetings', row, 'category', unknown('마을 모임')),
      at('meetings', row + 10, 'category', unknown('반상회')),
    ]),
    lines: 2,
    says: ["'마을 모임'은 모르는 이름이어서 3행", "'반상회'는 모르는 이름이어서 3행"],
  },
  {
    case: 'errors that are no names each with a line of its own',
    found: [2, 3].map((row) => at('meetings', row, 'date', { code: 'not-a-date', found: '모름' })),
    lines: 2,
    says: [],
  },
])('lists $case', ({ found, lines, says }) => {
  const listed = listedFindings(found, {});
  expect(listed).toHaveLength(lines);
  for (const text of says) expect(listed.map(({ what }) => what).join('\n')).toContain(text);
});

const PLAN = { name: null, kind: 'meetings' } as const;

it('lists first what makes figures wrong, then contradictions, then what may be right, then how things were typed', () => {
  const found: readonly Finding[] = [
    at('meetings', 2, 'date', { code: 'year-precision', found: '2022', last: date('2022-12-31') }),
    at('meetings', 3, 'date', { code: 'held-early', name: '차담회', year: 2024, quarter: 1 }),
    at('targets', 2, 'planned', {
      code: 'plan-outrun',
      about: PLAN,
      year: 2024,
      planned: 90,
      yearBefore: 2023,
      reached: 91,
    }),
    at('meetings', 4, 'times', people(3)),
    at('targets', 3, 'planned', { code: 'plan-missed', about: PLAN, year: 2023, planned: 9, reached: 8 }),
    at('meetings', 5, 'category', unknown('반상회')),
  ];
  expect(listedFindings(found, {}).map(({ code }) => code)).toEqual([
    'unknown-name',
    'plan-missed',
    'people-without-meeting',
    'plan-outrun',
    'held-early',
    'year-precision',
  ]);
});

/** Findings that stand under each other in one book. */
const BOOKS: Readonly<Record<string, readonly Finding[]>> = {
  'names, of which each is told once for a column, with its cells': [
    ...['마을 모임', '마을모임', '반상회'].map((name, index) =>
      at('meetings', index + 2, 'category', unknown(name)),
    ),
    at('suggestions', 2, 'occasion', unknown('마을 모임')),
    at('suggestions', 3, 'status', unknown('마을 모임')),
    ...[5, 6].map((row) =>
      at('meetings', row, 'category', { code: 'misspelt-name', found: '차담희', meant: '차담회' }),
    ),
    at('meetings', 7, 'category', { code: 'misspelt-name', found: '시장반문', meant: '시장방문' }),
  ],
  'names that have to be corrected one by one': (['pledge', 'classification'] as const).flatMap((tab) =>
    [2, 3].flatMap((row) => [
      at(tab, row, 'kind', unknown('가나')),
      at(tab, row, 'kind', { code: 'misspelt-name', found: '차담희', meant: '차담회' }),
      at(tab, row, 'value', { code: 'unit-of-another-indicator', found: '3명', unit: '회' }),
    ]),
  ),
  'a unit in the heading of several columns': [
    at('targets', 2, '2023', { code: 'unit-of-another-indicator', found: '명', unit: '회' }),
    at('targets', 4, '2024', { code: 'unit-of-another-indicator', found: '명', unit: '회' }),
    at('targets', 3, '2024', { code: 'unit-of-another-indicator', found: '개소', unit: '회' }),
  ],
  'numbers of pledges': (['meetings', 'suggestions'] as const).flatMap((tab) =>
    [2, 3].flatMap((row) => [
      at(tab, row, 'pledge', { code: 'another-pledge', found: '1-7', pledge: '1-6' }),
      at(tab, row + 10, 'pledge', { code: 'unknown-pledge', found: '9-9', nearest: null }),
      at(tab, row + 20, 'pledge', { code: 'zero-lost', found: '1.1', pledge: '1-1', other: '1-10' }),
      at(tab, row + 30, 'pledge', { code: 'no-pledge-number' }),
      at(tab, row + 40, 'pledge', { code: 'several-pledges', found: `1-${row}`, numbers: ['1-6', '1-7'] }),
    ]),
  ),
  'everything about how something was typed, in one line for a tab': [
    at('meetings', 2, 'date', { code: 'year-precision', found: '2022', last: date('2022-12-31') }),
    at('meetings', 3, 'date', { code: 'year-precision', found: '2023', last: date('2023-12-31') }),
    at('meetings', 4, 'date', { code: 'month-precision', found: '2024. 3월', last: date('2024-03-31') }),
    at('meetings', 5, 'date', { code: 'two-digit-year', found: '24.3.5', meant: date('2024-03-05') }),
    at('meetings', 6, 'date', { code: 'several-days', found: '3. 5.~6.', meant: date('2024-03-06') }),
    at('meetings', 7, 'date', { code: 'year-of-the-tab', found: '3/5', meant: date('2024-03-05') }),
    at('meetings', 8, 'attendees', { code: 'approximate-count', found: '130여명', meant: 130 }),
    at('meetings', 9, 'place', { code: 'merged-label', found: '구청', firstRow: 8 }),
    ...[2, 3, 4].map((row) =>
      at('suggestions', row, 'date', { code: 'year-precision', found: '2022', last: date('2022-12-31') }),
    ),
  ],
  'warnings of many rows': [
    ...[2, 3].map((row) =>
      at('meetings', row, 'date', { code: 'date-before-plan', found: '2014. 3. 5.', from: 2022 }),
    ),
    ...[4, 5].map((row) =>
      at('meetings', row, 'date', {
        code: 'year-not-shown',
        found: '3/5',
        meant: date('2023-03-05'),
        tabYear: 2024,
      }),
    ),
    ...[6, 7].map((row) =>
      at('meetings', row, 'date', {
        code: 'weekday-mismatch',
        found: '2024. 3. 5.(수)',
        meant: date('2024-03-05'),
      }),
    ),
  ],
  'kinds about the same cells': [
    ...(['held-early', 'held-late', 'held-unplanned'] as const).map((code, index) =>
      at('meetings', index + 2, 'date', { code, name: '차담회', year: 2024, quarter: 1 }),
    ),
    at('meetings', 5, 'category', { code: 'category-without-schedule', found: '반상회' }),
    at('meetings', 6, 'times', people(3)),
    at('meetings', 7, 'times', { code: 'more-sites-than-meetings', sites: 2, held: 1 }),
  ],
  'more messages than are told': [1, 2, 3, 4, 5, 6, 6, 7].map((count, index) =>
    at('meetings', index + 2, 'times', people(count)),
  ),
  'what has no cell': [
    ...[1, 2].map(
      (): Finding => ({
        problem: { code: 'hidden-rows' },
        place: { tab: 'meetings', row: null, field: null },
      }),
    ),
    ...[1, 2].map((): Finding => ({ problem: { code: 'hidden-rows-unknown' }, place: null })),
  ],
};

it('lists the findings of a book so', async () => {
  const texts = Object.entries(BOOKS).map(([name, found]) => {
    const lines = listedFindings(found, {}).map(({ severity, code, tab, cell, what, remedy }) =>
      [`${severity} ${code} ${tab} ${cell}`.trim(), what, remedy].join('\n  '),
    );
    return [`# ${name}`, ...lines].join('\n');
  });
  await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot('grouped-findings.expected.txt');
});

it.each<[InputTab, string, string, string | null]>([
  ['meetings', 'category', '반상회', '소통'],
  ['suggestions', 'occasion', '반상회', '출처'],
  ['suggestions', 'status', '반상회', '처리상황'],
  ['budgetPlans', 'fundingSource', '군비', '재원'],
  ['executions', 'fundingSource', '군비', '재원'],
  ['results', 'indicator', '반상회', null],
  ['pledge', 'value', '반상회', null],
  ['meetings', 'category', '반'.repeat(60), '소통'],
  ['meetings', 'category', '반'.repeat(61), null],
  ['meetings', 'category', `반장 ${mobileNumber()}`, null],
])('a name in %s %s (%s) can be added as %s', (tab, field, name, kind) => {
  const [listed] = listedFindings([at(tab, 2, field, unknown(name))], {});
  expect(listed?.addable).toEqual(kind === null ? null : { kind, name });
});

it('no other finding offers a name to add', () => {
  const problem: Problem = { code: 'misspelt-name', found: '차담희', meant: '차담회' };
  expect(listedFindings([at('meetings', 2, 'category', problem)], {})[0]?.addable).toBeNull();
});
