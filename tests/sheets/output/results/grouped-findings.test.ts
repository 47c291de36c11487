/** How findings are listed: which become one line, in which order, and that none is lost. */
import { expect, it } from 'vitest';
import type { Finding, Problem } from '../../../../src/domain/finding.ts';
import type { InputTab } from '../../../../src/domain/tabs.ts';
import { listedFindings } from '../../../../src/sheets/output/results/listed-finding.ts';
import { date } from '../../../domain/ledger.ts';

function at(tab: InputTab, row: number, field: string, problem: Problem): Finding {
  return { problem, place: { tab, row, field } };
}

const noDate: Problem = { code: 'completed-without-date' };
const unknown = (found: string): Problem => ({
  code: 'unknown-name',
  found,
  nearest: null,
  names: [],
  isClass: false,
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
      held: 91,
    }),
    at('meetings', 4, 'times', people(3)),
    at('targets', 3, 'planned', { code: 'plan-missed', about: PLAN, year: 2023, planned: 9, held: 8 }),
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
