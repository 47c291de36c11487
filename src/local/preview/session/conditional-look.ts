/**
 * Cell styles from conditional formats. Supports the criteria that the bundle uses; others have no effect.
 */
import { parseA1 } from '../../workbook/a1.ts';
import { COMPARISONS } from '../../workbook/comparisons.ts';
import { displayText } from '../../workbook/display.ts';
import type { CellContent, SheetState } from '../../workbook/document.ts';
import { movedFormula, type Token, tokensOf } from '../../workbook/formula-tokens.ts';
import { cellKey, contentAt, styleAt } from '../../workbook/grid.ts';
import type { ConditionalLook, ConditionalRule } from '../../workbook/sheet-objects.ts';

/** The style of every cell that meets a rule, by `row,column`. The first matching rule counts. */
export function conditionalLooks(sheet: SheetState, locale: string): ReadonlyMap<string, ConditionalLook> {
  const looks = new Map<string, ConditionalLook>();
  for (const { ranges, condition, look } of sheet.conditionalRules ?? []) {
    for (const { row, column, rows, columns } of ranges) {
      const test = testOf(condition, { row, column });
      if (test === null) continue;
      const lastRow = Math.min(row + rows - 1, sheet.values.length);
      for (let at = row; at <= lastRow; at += 1) {
        for (let across = column; across < column + columns; across += 1) {
          const key = cellKey(at, across);
          if (!looks.has(key) && test(sheet, at, across, locale)) looks.set(key, look);
        }
      }
    }
  }
  return looks;
}

type Test = (sheet: SheetState, row: number, column: number, locale: string) => boolean;
/** @param first first cell of the range; the formula's references are relative to it */
function testOf(
  condition: ConditionalRule['condition'],
  first: { readonly row: number; readonly column: number },
): Test | null {
  const [value = ''] = condition?.values ?? [];
  switch (condition?.criterion) {
    case 'TEXT_EQUAL_TO':
      return (sheet, row, column, locale) =>
        displayText(contentAt(sheet, row, column), styleAt(sheet, row, column), locale).toLowerCase() ===
        String(value).toLowerCase();
    case 'CUSTOM_FORMULA': {
      const formula = conditionFormula(String(value));
      return formula === null
        ? null
        : (sheet, row, column) =>
            formula((reference) => {
              const cell = parseA1(movedFormula(reference, row - first.row, column - first.column));
              return cell === null ? null : contentAt(sheet, cell.row, cell.column);
            }) === true;
    }
    default:
      return null;
  }
}

/** Computes a value. `contentOf` gives the content of a reference such as `$B4`. */
type Formula = (contentOf: (reference: string) => CellContent) => CellContent;

/**
 * Parses a formula of AND, OR, NOT, ISNUMBER, N, comparisons, numbers and references, such as
 * `=AND(ISNUMBER($B4),$D4<$B4)`; null for any other formula.
 */
function conditionFormula(text: string): Formula | null {
  const tokens = tokensOf(text.replace(/^=/, '')).filter(({ kind }) => kind !== 'space');
  let at = 0;
  const take = (kind: Token['kind'], wanted: string | null = null): string | null => {
    const token = tokens[at];
    if (token?.kind !== kind || (wanted !== null && token.text !== wanted)) return null;
    at += 1;
    return token.text;
  };
  const comparison = (): Formula | null => {
    const left = operand();
    const compare = COMPARISONS[tokens[at]?.text ?? ''];
    if (left === null || compare === undefined) return left;
    at += 1;
    const right = operand();
    return right === null ? null : (of) => compare(numberOf(left(of)), numberOf(right(of)));
  };
  const operand = (): Formula | null => {
    const number = take('number');
    if (number !== null) return () => Number(number);
    const reference = take('reference');
    if (reference !== null) return (contentOf) => contentOf(reference);
    const apply = FUNCTIONS[take('call') ?? ''];
    if (apply === undefined || take('mark', '(') === null) return null;
    const given: Formula[] = [];
    do {
      const value = comparison();
      if (value === null) return null;
      given.push(value);
    } while (take('mark', ',') !== null);
    return take('mark', ')') === null ? null : (of) => apply(given.map((value) => value(of)));
  };
  const formula = comparison();
  return at === tokens.length ? formula : null;
}

const FUNCTIONS: Readonly<Record<string, (values: readonly CellContent[]) => CellContent>> = {
  AND: (values) => values.every((value) => value === true),
  OR: (values) => values.some((value) => value === true),
  NOT: ([value]) => value !== true,
  ISNUMBER: ([value]) => typeof value === 'number',
  N: ([value]) => numberOf(value ?? null),
};

function numberOf(value: CellContent): number {
  return typeof value === 'number' ? value : value === true ? 1 : 0;
}
