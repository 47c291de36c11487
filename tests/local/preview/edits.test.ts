import { expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { Edits } from '../../../src/local/preview/session/edits.ts';
import { NOW } from '../../support/running.ts';

it.each([
  ['@', '=1+1', '=1+1', undefined],
  ['@', '1-6', '1-6', undefined],
  ['General', '=HYPERLINK("#gid=0","여기")', '여기', '=HYPERLINK("#gid=0","여기")'],
  ['General', "'007", '007', undefined],
])('in a cell of the format %s, %s is kept as %s', (numberFormat, typed, value, formula) => {
  const document = createDocument();
  const [sheet] = document.sheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  sheet.styles.push([{ numberFormat }]);
  new Edits(document, () => NOW).write(sheet, [[1, 1, typed]]);
  expect(sheet.values[0]?.[0]).toBe(value);
  expect(sheet.formulas.get('1,1')).toBe(formula);
});

it.each([
  ['=SUM(A1:A2)', 3, 0],
  ['=VLOOKUP(1,A1:A2,1)', { error: '#N/A' }, 1],
])('a typed formula %s shows %j, and a value is typed over it', (typed, shown, unknown) => {
  const document = createDocument();
  const [sheet] = document.sheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  sheet.values.push([1], [2]);
  const edits = new Edits(document, () => NOW);
  expect(edits.write(sheet, [[3, 1, typed]])).toHaveLength(unknown);
  expect(sheet.values[2]?.[0]).toEqual(shown);
  expect(edits.write(sheet, [[3, 1, '7']])).toEqual([]);
  expect(sheet.values[2]?.[0]).toBe(7);
  expect(sheet.formulas.size).toBe(0);
});
