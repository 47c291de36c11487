import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Figure,
  figureOf,
  type Source,
  sourcesOf,
  sumOf,
  zeroIfUnknown,
} from '../../src/domain/figure.ts';
import { source } from './ledger.ts';

const rows = (...amounts: string[]): Source[] =>
  amounts.map((amount, index) => source('meetings', index + 2, amount));

const anySource: fc.Arbitrary<Source> = fc.record({
  tab: fc.constant('meetings' as const),
  row: fc.integer({ min: 2, max: 1000 }),
  amount: fc.integer({ min: -1000, max: 1000 }),
  approximate: fc.boolean(),
});

/** A figure of rows, or a total of such figures, nested up to three deep. */
const anyFigure: fc.Arbitrary<Figure> = fc.letrec<{ figure: Figure }>((tie) => ({
  figure: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.array(anySource, { maxLength: 5 }).map(figureOf),
    fc.array(tie('figure'), { maxLength: 4 }).map(sumOf),
  ),
})).figure;

describe('a figure', () => {
  it.each([
    { case: 'no rows: unknown, not zero', from: [], value: null, approximate: false },
    { case: 'a row that says zero: a known zero', from: ['0'], value: 0, approximate: false },
    { case: 'rows: their sum', from: ['15', '1', '1'], value: 17, approximate: false },
    { case: 'a correction: subtracted', from: ['1000', '-300'], value: 700, approximate: false },
    { case: 'one estimate: the whole is one', from: ['411', '~130'], value: 541, approximate: true },
  ])('of $case', ({ from, value, approximate }) => {
    expect(figureOf(rows(...from))).toMatchObject({ value, approximate });
  });

  it.each([
    { case: 'nothing', parts: [], value: null, approximate: false },
    { case: 'unknown parts only: unknown', parts: [[], []], value: null, approximate: false },
    { case: 'an unknown part: adds nothing', parts: [['3'], []], value: 3, approximate: false },
    { case: 'a zero and an unknown: zero', parts: [['0'], []], value: 0, approximate: false },
    { case: 'an estimate in one part: an estimate', parts: [['3'], ['~200']], value: 203, approximate: true },
  ])('summed from $case', ({ parts, value, approximate }) => {
    expect(sumOf(parts.map((amounts) => figureOf(rows(...amounts))))).toMatchObject({ value, approximate });
  });

  it('can be read as zero if a log has no rows', () => {
    expect(zeroIfUnknown(figureOf([])).value).toBe(0);
    expect(zeroIfUnknown(figureOf(rows('5'))).value).toBe(5);
  });

  it('lists its rows in the order of its parts', () => {
    const [first, second, third] = rows('1', '2', '3');
    if (first === undefined || second === undefined || third === undefined) throw new Error('three rows');
    const total = sumOf([figureOf([third]), sumOf([figureOf([first]), figureOf([second])])]);
    expect(sourcesOf(total)).toEqual([third, first, second]);
  });

  it('is always the sum of its rows, and unknown exactly when it has none', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const sources = sourcesOf(figure);
        if (figure.value === null) expect(sources).toEqual([]);
        else {
          expect(sources.length).toBeGreaterThan(0);
          expect(sources.reduce((sum, { amount }) => sum + amount, 0)).toBe(figure.value);
        }
        expect(figure.approximate).toBe(sources.some(({ approximate }) => approximate));
      }),
    );
  });
});
