import { expect, it } from 'vitest';
import { severityOf } from '../../src/domain/finding.ts';

// Occurs only in tabs that the add-on itself appends to, so no workbook of tests/problems shows it.
it('a record that is not as it was written is a warning', () => {
  const problem = { code: 'damaged-record', damage: 'altered', rows: 1, month: '2024-03' } as const;
  expect(severityOf({ problem, place: null })).toBe('warning');
});
