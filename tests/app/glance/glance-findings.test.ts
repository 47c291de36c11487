/** What the sidebar lists of the findings, and of how many it says only the number. */
import { describe, expect, it } from 'vitest';
import { glanceFindings } from '../../../src/app/glance/glance-findings.ts';
import type { ClassificationNames } from '../../../src/sheets/input/classification.ts';
import { CLASSIFICATION_KINDS } from '../../../src/sheets/input/classification-kinds.ts';
import type { ListedFinding } from '../../../src/sheets/output/results/listed-finding.ts';

const NO_NAMES = Object.fromEntries(
  Object.values(CLASSIFICATION_KINDS).map((kind) => [kind, []]),
) as unknown as ClassificationNames;

const finding = (given: Partial<ListedFinding>): ListedFinding => ({
  severity: 'error',
  code: 'no-category',
  tab: '소통기록',
  cell: 'A2',
  found: '',
  what: '일자가 없습니다.',
  remedy: '적어 주세요.',
  addable: null,
  ...given,
});

/** So many findings of one kind, each in a row of its own. */
const many = (count: number, given: Partial<ListedFinding> = {}) =>
  Array.from({ length: count }, (_, at) => finding({ cell: `A${at + 2}`, ...given }));

/** Each kind as `how many places + how many more`. */
const shown = (findings: readonly ListedFinding[]) => {
  const { kinds, more } = glanceFindings(findings, NO_NAMES);
  return [...kinds.map(({ places, more: left }) => `${places.length}+${left}`), `+${more}`];
};

const sentence = (length: number) => '가'.repeat(length);

describe('the findings of the sidebar', () => {
  it.each<[string, readonly ListedFinding[], readonly string[]]>([
    ['none', [], ['+0']],
    ['one', many(1), ['1+0', '+0']],
    ['as many as are shown of a kind', many(20), ['20+0', '+0']],
    ['more of a kind than are shown', many(23), ['20+3', '+0']],
    [
      'those that differ in what to do, in their tab or in their kind are of other kinds',
      [...many(2), ...many(1, { remedy: '고쳐 주세요.' }), ...many(3, { tab: '건의사항' })],
      ['2+0', '1+0', '3+0', '+0'],
    ],
    [
      'eight places of each kind, if twenty are too long',
      [...many(20, { what: sentence(200) }), ...many(20, { what: sentence(200), tab: '건의사항' })],
      ['8+12', '8+12', '+0'],
    ],
    [
      'three places of each kind, if eight are too long',
      ['가', '나', '다', '라'].flatMap((tab) => many(20, { what: sentence(200), tab })),
      ['3+17', '3+17', '3+17', '3+17', '+0'],
    ],
    [
      'one place of each kind, if three are too long',
      Array.from({ length: 12 }, (_, at) => many(4, { what: sentence(200), tab: `탭${at}` })).flat(),
      [...Array(12).fill('1+3'), '+0'],
    ],
    [
      'the first kinds, and of how many findings are the others, if one of each is too long',
      Array.from({ length: 40 }, (_, at) => many(2, { what: sentence(240), tab: `탭${at}` })).flat(),
      [...Array(19).fill('1+1'), '+42'],
    ],
  ])('%s', (_, findings, expected) => {
    expect(shown(findings)).toEqual(expected);
    // A Korean character takes three bytes where the sidebar's figures are kept.
    expect(JSON.stringify(glanceFindings(findings, NO_NAMES).kinds).length).toBeLessThan(7_100);
  });

  it('begin with the worst, each severity in the order of 점검, and are counted', () => {
    const { kinds, counts } = glanceFindings(
      [
        finding({ severity: 'notice', code: 'nothing-typed', tab: '공약' }),
        finding({ severity: 'warning', code: 'zero-lost' }),
        finding({ severity: 'error', tab: '건의사항' }),
        finding({ severity: 'warning', code: 'zero-lost', tab: '예산집행' }),
        finding({ severity: 'error' }),
        finding({ severity: 'error' }),
      ],
      NO_NAMES,
    );
    expect(kinds.map(({ severity, places: [first] }) => `${severity} ${first?.tab}`)).toEqual([
      'error 건의사항',
      'error 소통기록',
      'warning 소통기록',
      'warning 예산집행',
      'notice 공약',
    ]);
    expect(counts).toEqual({ error: 3, warning: 2, notice: 1 });
  });

  it('are cut where they are long', () => {
    const { kinds } = glanceFindings([finding({ what: sentence(500), remedy: sentence(500) })], NO_NAMES);
    expect([kinds[0]?.places[0]?.what.length, kinds[0]?.remedy.length]).toEqual([240, 240]);
  });

  it('come with the names that a name they are about may be an alias of, at most sixty of a kind', () => {
    const names = { ...NO_NAMES, 소통: Array.from({ length: 70 }, (_, at) => `이름${at}`), 출처: ['누리집'] };
    const addable = { kind: '소통', name: '차담' } as const;
    const { names: offered, kinds } = glanceFindings([finding({ addable }), finding({})], names);
    expect(Object.entries(offered).map(([kind, list]) => [kind, list.length])).toEqual([['소통', 60]]);
    expect(kinds[0]?.places.map((place) => place.addable)).toEqual([addable, null]);
  });
});
