/** 사용법, which is written over only where it still says what we wrote. */
import { describe, expect, it } from 'vitest';
import { guideFits, guideGrid, isGuideText, MOST_GUIDE_ROWS } from '../../../src/sheets/set-up/guide.ts';

const shown = (isOffice: boolean) =>
  guideGrid(isOffice).rows.map((row) => row.map(({ value }) => String(value)));
const [OF_ONE, OF_OFFICE] = [shown(false), shown(true)];
const edited = (rows: readonly (readonly string[])[], row: number, column: number, text: string) =>
  rows.map((cells, index) => (index === row ? cells.with(column, text) : cells));
/** A step that is told otherwise in an office's book. */
const STEP = OF_ONE.findIndex(
  (row, index) => row[1] !== undefined && row[1] !== '' && row[1] !== OF_OFFICE[index]?.[1],
);

describe('사용법', () => {
  it('has as many rows as the longer of both', () => {
    expect(MOST_GUIDE_ROWS).toBe(OF_OFFICE.length);
    expect(OF_OFFICE.length).toBeGreaterThan(OF_ONE.length);
  });

  it.each<[string, readonly (readonly string[])[], boolean, boolean]>([
    ['as written for one pledge, in its book', OF_ONE, false, true],
    ['as written for an office, in its book', OF_OFFICE, true, true],
    ['of one pledge in the book of an office', OF_ONE, true, false],
    ['of an office in the book of one pledge', OF_OFFICE, false, false],
    ['with a line that a person wrote', edited(OF_ONE, STEP, 1, '우리 과는 이렇게 합니다.'), false, true],
    ['with a line of the other book', edited(OF_ONE, STEP, 1, OF_OFFICE[STEP]?.[1] ?? ''), false, false],
    [
      'with a line that was emptied though neither book has it empty',
      edited(OF_ONE, STEP, 1, ''),
      false,
      true,
    ],
    ['emptied altogether, in the book of one pledge', [], false, true],
    ['emptied altogether, in the book of an office', [], true, false],
  ])('%s', (_case, rows, isOffice, fits) => {
    expect(guideFits(rows, isOffice)).toBe(fits);
  });

  it.each<[number, number, string, boolean]>([
    [STEP, 1, OF_ONE[STEP]?.[1] ?? '', true],
    [STEP, 1, OF_OFFICE[STEP]?.[1] ?? '', true],
    [STEP + 1, 1, OF_ONE[STEP]?.[1] ?? '', false],
    [STEP, 0, OF_ONE[STEP]?.[1] ?? '', false],
    [STEP, 1, '우리 과는 이렇게 합니다.', false],
    [MOST_GUIDE_ROWS, 0, '', true],
    [MOST_GUIDE_ROWS, 0, '메모', false],
  ])('row %i column %i: %s is its text: %s', (row, column, text, is) => {
    expect(isGuideText(row, column, text)).toBe(is);
  });
});
