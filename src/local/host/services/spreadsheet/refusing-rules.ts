/** Data validation rules that refuse invalid values. Most rules only warn. */
import { formatA1 } from '../../../workbook/a1.ts';
import type { SheetState } from '../../../workbook/document.ts';
import { cellKey, forEachCell } from '../../../workbook/grid.ts';
import type { Rectangle } from '../../../workbook/rectangle.ts';
import type { CellValue } from '../../cell-values.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';

/** Whether any cell of the sheet has a refusing rule. */
export function hasRefusingRule({ validations }: SheetState): boolean {
  for (const { allowInvalid } of validations?.values() ?? []) if (!allowInvalid) return true;
  return false;
}

/**
 * Throws if a value breaks a refusing rule of its cell. A script may write only what a person may type. Blank
 * values pass. Only lists can be checked; for any other rule it throws NotImplementedError.
 * @param valueAt the value at an offset of the rectangle, or the text of a formula
 */
export function refuseInvalid(
  sheet: SheetState,
  rectangle: Rectangle,
  valueAt: (rowOffset: number, columnOffset: number) => CellValue,
): void {
  if (!hasRefusingRule(sheet)) return;
  forEachCell(rectangle, (row, column, rowOffset, columnOffset) => {
    const rule = sheet.validations?.get(cellKey(row, column));
    const value = valueAt(rowOffset, columnOffset);
    if (rule === undefined || rule.allowInvalid || value === '' || value === null || value === undefined) {
      return;
    }
    const isFormula = typeof value === 'string' && value.startsWith('=');
    if (rule.criterion !== 'VALUE_IN_LIST' || isFormula || value instanceof Date) {
      throw new NotImplementedError(
        `whether a rule that refuses (${rule.criterion}) allows ${String(value)}`,
      );
    }
    if (!rule.values.map(String).includes(String(value))) {
      const cell = formatA1({ row, column, rows: 1, columns: 1 });
      throw new ServiceError(
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
      );
    }
  });
}
