/** Breaks the references to a deleted sheet. */
import { parseA1 } from './a1.ts';
import type { SheetState } from './document.ts';
import { tokensOf } from './formula-tokens.ts';
import { setContent } from './grid.ts';

const LOST = '#REF!';

/** Replaces references to a sheet by `#REF!`. They stay lost even if a new sheet gets the same name. */
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
