/** Borders around and between the cells of a range. */
import type { BorderLine, CellStyle, SheetState } from '../../../workbook/document.ts';
import { forEachCell, SharedStyles } from '../../../workbook/grid.ts';
import type { Rectangle } from '../../../workbook/rectangle.ts';
import { enumerationOf } from '../../enumeration.ts';

export const BORDER_STYLE = enumerationOf('DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE');

const LINE_STYLES = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'solid',
  SOLID_MEDIUM: 'solid-medium',
  SOLID_THICK: 'solid-thick',
  DOUBLE: 'double',
} as const;

export function lineStyleOf(style: unknown): BorderLine['style'] {
  return LINE_STYLES[BORDER_STYLE.nameOf(style) ?? 'SOLID'];
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

/** For each line: `true` draws it, `false` removes it, `null` leaves it as it is. */
type Wanted<Line extends string> = Readonly<Record<Line, boolean | null>>;

/** Draws and removes lines around a rectangle and between its cells. */
export function drawBorders(
  sheet: SheetState,
  rectangle: Rectangle,
  lines: Wanted<Side | 'vertical' | 'horizontal'>,
  line: BorderLine,
): void {
  const shared = new SharedStyles(sheet);
  forEachCell(rectangle, (row, column, rowOffset, columnOffset) => {
    const isTop = rowOffset === 0;
    const isBottom = rowOffset === rectangle.rows - 1;
    const isLeft = columnOffset === 0;
    const isRight = columnOffset === rectangle.columns - 1;
    const place = (isTop ? 1 : 0) + (isBottom ? 2 : 0) + (isLeft ? 4 : 0) + (isRight ? 8 : 0);
    shared.change(row, column, place, (before) => ({
      borders: bordersOf(
        before,
        {
          top: isTop ? lines.top : lines.horizontal,
          bottom: isBottom ? lines.bottom : lines.horizontal,
          left: isLeft ? lines.left : lines.vertical,
          right: isRight ? lines.right : lines.vertical,
        },
        line,
      ),
    }));
  });
}

function bordersOf(style: CellStyle, wanted: Wanted<Side>, line: BorderLine): CellStyle['borders'] {
  const borders: { [Name in Side]?: BorderLine } = { ...style.borders };
  for (const side of SIDES) {
    if (wanted[side] === true) borders[side] = line;
    else if (wanted[side] === false) delete borders[side];
  }
  return Object.keys(borders).length === 0 ? undefined : borders;
}
