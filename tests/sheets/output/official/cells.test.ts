import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../../src/domain/figure.ts';
import { unitCell } from '../../../../src/sheets/output/official/cells.ts';

describe('a unit beside its number', () => {
  it.each([
    { unit: '회', format: '#,##0"회"' },
    { unit: '"회"', format: '#,##0"회"' },
    { unit: '회\\', format: '#,##0"회"' },
    { unit: '회; 건', format: '#,##0"회; 건"' },
    { unit: '', format: '#,##0""' },
  ])('$unit never breaks the number format', ({ unit, format }) => {
    expect(unitCell(figureOf([]), unit).format).toBe(`${format};"△"${format};"-"`);
  });
});
