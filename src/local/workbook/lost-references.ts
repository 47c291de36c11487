/** What becomes of formulas when a sheet that they look into is deleted. */
import { parseA1 } from './a1.ts';
import type { SheetState } from './document.ts';
import { tokensOf } from './formula-tokens.ts';
import { setContent } from './grid.ts';

const LOST = '#REF!';

/** References to the sheet of that name are lost for good: one that is made anew under its name is another sheet. */
export function loseReferences(sheet: SheetState, name: string): void {
  for (const [key, formula] of [...sheet.formulas]) {
    const left = withoutReferences(formula, name);
    if (left === formula) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    setContent(sheet, row, column, { error: LOST });
    sheet.formulas.set(key, left);
  }
}

function withoutReferences(formula: string, name: string): string {
  if (!formula.includes('!')) return formula;
  return tokensOf(formula)
    .map(({ kind, text }) =>
      kind === 'reference' && parseA1(text)?.sheet?.toLowerCase() === name.toLowerCase() ? LOST : text,
    )
    .join('');
}
