/** A field or department that is spelt in two ways is one, and the second spelling is told. */
import { expect, it } from 'vitest';
import { sameNames } from '../../../../src/sheets/input/pledges/same-names.ts';
import type { RawCell } from '../../../../src/sheets/raw.ts';

const names = (...cells: readonly (RawCell | null)[]) =>
  sameNames(
    'field',
    cells.map((cell, index) => ({ row: index + 2, cell })),
  );

it.each<[string, readonly (RawCell | null)[], readonly string[]]>([
  ['one spelling', ['복지', '복지', '문화'], []],
  ['with a space', ['복지', '복 지', '문화'], ['3: 복 지 for 복지']],
  ['with a space at its end', ['복지', ' 복지 '], []],
  ['each time it is otherwise', ['복 지', '복지', '복지'], ['3: 복지 for 복 지', '4: 복지 for 복 지']],
  ['in decomposed letters', ['복지', '복지'.normalize('NFD')], []],
  ['beside blanks and numbers', ['', null, ' ', 7, '복지'], []],
])('%s', (_, cells, told) => {
  const { findings } = names(...cells);
  expect(
    findings.map(({ problem, place }) =>
      problem.code === 'spelt-otherwise'
        ? `${place?.row}: ${problem.found} for ${problem.meant}`
        : problem.code,
    ),
  ).toEqual(told);
  expect(findings.every(({ place }) => place?.tab === 'pledgeList' && place.field === 'field')).toBe(true);
});

it('a name has its first spelling, in the list and elsewhere', () => {
  const { nameOf } = names('  복 지', '복지');
  expect([nameOf('복지'), nameOf('복  지'), nameOf('문 화'), nameOf('문화')]).toEqual([
    '복 지',
    '복 지',
    '문 화',
    '문 화',
  ]);
});
