/** Reads and writes the looks of the cells of a range. */
import type { CellStyle } from '../../../workbook/document.ts';
import {
  eraseStyle,
  forEachCell,
  restyle,
  SharedStyles,
  type StyleChange,
  styleAt,
} from '../../../workbook/grid.ts';
import { signatureError } from '../../service.ts';
import { drawBorders, lineStyleOf } from './borders.ts';
import { colorOf } from './colors.ts';
import { LOOKS, TextStyle } from './looks.ts';
import { firstOf, gridOf, mapCells, RangeContent } from './range-content.ts';
import { type RangePlace, refuseInTable } from './range-place.ts';
import { flushedSheet, write } from './sheet-base.ts';

type Looks = typeof LOOKS;
type ValueOf<Name extends keyof Looks> = ReturnType<Looks[Name]['read']>;
type LookMethods = { [Name in keyof Looks as `get${Name}`]: () => ValueOf<Name> } & {
  [Name in keyof Looks as `get${Name}s`]: () => ValueOf<Name>[][];
} & { [Name in keyof Looks as `set${Name}` | `set${Name}s`]: (given: unknown) => RangePlace };

/** A range class with the four methods of each look. */
function withLooks() {
  class LookingRange extends RangeContent {}
  for (const [name, { read, change }] of Object.entries(LOOKS)) {
    Object.assign(LookingRange.prototype, {
      [`get${name}s`](this: RangePlace) {
        return stylesOf<unknown>(this, read);
      },
      [`get${name}`](this: RangePlace) {
        return firstOf(stylesOf<unknown>(this, read), null);
      },
      [`set${name}`](this: RangePlace, given: unknown) {
        const wanted = change(given);
        refuseTypedFormat(this, name);
        write(this, (sheet) => restyle(sheet, this.rectangle, wanted));
        return this;
      },
      [`set${name}s`](this: RangePlace, given: unknown) {
        return restyleEach(this, `set${name}s`, given, change);
      },
    });
  }
  // TypeScript cannot see the methods that the loop has added.
  return LookingRange as new (
    ...place: ConstructorParameters<typeof RangeContent>
  ) => RangeContent & LookMethods;
}

export class RangeStyle extends withLooks() {
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: unknown,
    style?: unknown,
  ): this {
    const lines = { top, left, bottom, right, vertical, horizontal };
    const line = { style: lineStyleOf(style), color: colorOf(color) ?? '#000000' };
    return write(this, (sheet) => drawBorders(sheet, this.rectangle, lines, line));
  }

  setTextStyles(styles: unknown): this {
    restyleEach(this, 'setTextStyles', styles, (style) => {
      if (style instanceof TextStyle) return style.state;
      throw signatureError('SpreadsheetApp.Range.setTextStyles', [styles]);
    });
    return this;
  }

  clearFormat(): this {
    return write(this, (sheet) => eraseStyle(sheet, this.rectangle));
  }
}

/** Throws if a number format is set in a table, where the column's type decides it. */
function refuseTypedFormat({ sheet, rectangle }: RangePlace, look: string): void {
  if (look !== 'NumberFormat') return;
  refuseInTable(sheet, rectangle, "You can't set the number format of cells in a typed column.");
}

function stylesOf<Value>(range: RangePlace, read: (style: CellStyle) => Value): Value[][] {
  flushedSheet(range);
  return mapCells(range, (row, column) => read(styleAt(range.sheet, row, column)));
}

function restyleEach(
  range: RangePlace,
  method: string,
  values: unknown,
  changeOf: (value: unknown) => StyleChange,
): RangePlace {
  const wanted = gridOf(range, method, values);
  refuseTypedFormat(range, method.slice('set'.length, -1));
  const changes = new Map([...new Set(wanted.flat())].map((value) => [value, changeOf(value)]));
  write(range, (sheet) => {
    const shared = new SharedStyles(sheet);
    forEachCell(range.rectangle, (row, column, rowOffset, columnOffset) => {
      const value = wanted[rowOffset]?.[columnOffset];
      shared.change(row, column, value, () => changes.get(value) ?? {});
    });
  });
  return range;
}
