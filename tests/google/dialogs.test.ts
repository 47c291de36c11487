/** What the user sees selected after a trace. */
import { describe, expect, it } from 'vitest';
import { hostOf, recalculated } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

/**
 * The rows selected after tracing the number of meetings of the category. Each row of the log is given by its
 * category.
 */
function selected(categories: readonly string[]): {
  readonly ranges: readonly string[];
  readonly message: string;
} {
  const document = ledger({
    소통기록: `일자 | 분류\n${categories.map((category) => `2024. 3. 5. | ${category}`).join('\n')}`,
  });
  recalculated(document);
  const { id, values } = sheetNamed(document, '소통누적');
  const row = values.findIndex(([first]) => first === '가');
  document.activeSheetId = id;
  document.selection = `B${row + 1}`;
  const { error, dialogs } = hostOf(document).execute('showSelectedTrace');
  if (error !== null) throw error;
  return {
    ranges: document.selection.split(',').map((range) => range.replace(/[A-Z]+/g, '')),
    message: dialogs[0]?.message ?? '',
  };
}

describe('the rows that a trace selects', () => {
  it.each([
    ['one row', ['가', '나'], ['2:2']],
    ['neighbouring rows as one range', ['가', '가', '가', '나'], ['2:4']],
    ['rows with others between them', ['가', '나', '가', '가'], ['2:2', '4:5']],
  ])('%s', (_, categories, expected) => {
    const { ranges, message } = selected(categories);
    expect(ranges, message).toEqual(expected);
  });

  it('are the first 200 ranges of very many, and the sum covers all', () => {
    const categories = Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? '가' : '나'));
    const { ranges, message } = selected(categories);
    expect(ranges).toHaveLength(200);
    expect(message).toContain('합: 250 (250행)');
  });
});
