/** The looks that conditional formats give to cells, for the criteria that the bundle uses; others have no effect here. */
import { columnNumber } from '../../workbook/a1.ts';
import { displayText } from '../../workbook/display.ts';
import type { CellContent, SheetState } from '../../workbook/document.ts';
import { cellKey, contentAt, styleAt } from '../../workbook/grid.ts';
import type { ConditionalLook, ConditionalRule } from '../../workbook/sheet-objects.ts';

/** The look of every cell for which a rule of the sheet holds, by `row,column`; of several rules the first counts. */
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
interface Place {
  readonly row: number;
  readonly column: number;
}

function testOf(condition: ConditionalRule['condition'], first: Place): Test | null {
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
            formula((reference) =>
              contentAt(
                sheet,
                reference.rowFixed ? reference.row : reference.row + row - first.row,
                reference.columnFixed ? reference.column : reference.column + column - first.column,
              ),
            ) === true;
    }
    default:
      return null;
  }
}

interface Reference extends Place {
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}
type Formula = (contentOf: (reference: Reference) => CellContent) => CellContent;

const TOKEN = /\s*(?:(<=|>=|<>|[<>=(),])|(\d+(?:\.\d+)?)|(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)|([A-Z]+)(?=\())/y;

/**
 * A formula of AND, OR, NOT, ISNUMBER, N, comparisons, numbers and cells, as in `=AND(ISNUMBER($B4),$D4<$B4)`; null for any other.
 */
export function conditionFormula(text: string): Formula | null {
  const source = text.replace(/^=/, '');
  let at = 0;
  const next = (): RegExpExecArray | null => {
    TOKEN.lastIndex = at;
    return TOKEN.exec(source);
  };
  const take = (symbol: string): boolean => {
    const token = next();
    if (token?.[1] !== symbol) return false;
    at = TOKEN.lastIndex;
    return true;
  };
  const comparison = (): Formula | null => {
    const left = operand();
    const compare = COMPARISONS[next()?.[1] ?? ''];
    if (left === null || compare === undefined) return left;
    at = TOKEN.lastIndex;
    const right = operand();
    return right === null ? null : (contentOf) => compare(left(contentOf), right(contentOf));
  };
  const operand = (): Formula | null => {
    const token = next();
    if (token === null) return null;
    at = TOKEN.lastIndex;
    const [, , number, columnFixed, column, rowFixed, row, name] = token;
    if (number !== undefined) return () => Number(number);
    if (column !== undefined && row !== undefined) {
      const reference = {
        row: Number(row),
        column: columnNumber(column),
        rowFixed: rowFixed === '$',
        columnFixed: columnFixed === '$',
      };
      return (contentOf) => contentOf(reference);
    }
    const apply = FUNCTIONS[name ?? ''];
    if (apply === undefined || !take('(')) return null;
    const given: Formula[] = [];
    do {
      const value = comparison();
      if (value === null) return null;
      given.push(value);
    } while (take(','));
    return take(')') ? (contentOf) => apply(given.map((value) => value(contentOf))) : null;
  };
  const formula = comparison();
  return at === source.trimEnd().length ? formula : null;
}

const FUNCTIONS: Readonly<Record<string, (values: readonly CellContent[]) => CellContent>> = {
  AND: (values) => values.every((value) => value === true),
  OR: (values) => values.some((value) => value === true),
  NOT: ([value]) => value !== true,
  ISNUMBER: ([value]) => typeof value === 'number',
  N: ([value]) => numberOf(value ?? null),
};

const COMPARISONS: Readonly<Record<string, (left: CellContent, right: CellContent) => boolean>> = {
  '<': (left, right) => numberOf(left) < numberOf(right),
  '>': (left, right) => numberOf(left) > numberOf(right),
  '<=': (left, right) => numberOf(left) <= numberOf(right),
  '>=': (left, right) => numberOf(left) >= numberOf(right),
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
};

function numberOf(value: CellContent): number {
  return typeof value === 'number' ? value : value === true ? 1 : 0;
}
