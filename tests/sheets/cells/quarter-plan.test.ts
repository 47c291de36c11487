import { describe, expect, it } from 'vitest';
import { planIn } from '../../../src/sheets/cells/quarter-plan.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { mobileNumber } from '../made-up-numbers.ts';

/** What is kept of the cell, `planned` where something is to be done, and what is told. */
function shown(cell: RawCell): string {
  const { text, isPlanned, problems } = planIn(cell);
  return [text ?? 'nothing', isPlanned && 'planned', ...problems.map(({ code }) => `(${code})`)]
    .filter(Boolean)
    .join(' ');
}

describe('a cell of the schedule', () => {
  it.each<RawCell>([...'■●○◎□▣◆★✓✔vVoO1√', 'ｖ', ' ■ ', 1, true])('%o is a mark', (cell) => {
    expect(shown(cell)).toBe('■ planned');
  });

  it.each<RawCell>(['', ' ', '-', '–', '0', 0, '없음', '해당 없음', false])('%o plans nothing', (cell) => {
    expect(shown(cell)).toBe('nothing');
  });

  it.each([...'xX×✕✖✗✘╳', '＊', '?', '#REF!'])('%s may say this or that, and is told', (cell) => {
    expect(shown(cell)).toBe('nothing (not-a-mark)');
  });

  it.each(['미정', '보류', '취소', '중단', '중지', '폐기', '연기', '제외', '미추진', '미실시'])(
    '%s is kept, and is no plan',
    (cell) => {
      expect(shown(` ${cell} `)).toBe(cell);
    },
  );

  it.each<[RawCell, string]>([
    ['설계', '설계 planned'],
    ['10개소', '10개소 planned'],
    ['①', '① planned'],
    ['協議', '協議 planned'],
    [`담당 ${mobileNumber()}`, `담당 ${mobileNumber()} planned (personal-data)`],
    [2, '2 planned'],
  ])('%o is kept as a plan: %s', (cell, is) => {
    expect(shown(cell)).toBe(is);
  });
});
