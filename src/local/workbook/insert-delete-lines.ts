/** Inserts and deletes rows and columns, and moves everything that belongs to them. */
import type { SheetState } from './document.ts';
import { cellKey } from './grid.ts';
import type { Rectangle } from './rectangle.ts';

/** Rows or columns. */
export type Dimension = 'rows' | 'columns';

/**
 * Inserts empty rows or columns before a position. They get the look of the line at `likePosition`, as in
 * Sheets. Unlike in Sheets, references in formulas are not adjusted.
 */
export function insertLines(
  sheet: SheetState,
  dimension: Dimension,
  before: number,
  count: number,
  likePosition: number,
): void {
  if (dimension === 'rows') {
    const like = sheet.styles[likePosition - 1] ?? [];
    insertAt(sheet.values, before - 1, count, () => []);
    insertAt(sheet.styles, before - 1, count, () => [...like], like.length > 0);
    sheet.maxRows += count;
  } else {
    for (const cells of sheet.values) insertAt(cells, before - 1, count, () => null);
    for (const cells of sheet.styles) {
      const like = cells[likePosition - 1];
      insertAt(cells, before - 1, count, () => like, like !== undefined);
    }
    sheet.maxColumns += count;
  }
  moveLines(sheet, dimension, (position) => (position >= before ? position + count : position));
  const moved = (rectangle: Rectangle): Rectangle => {
    const { start, length } = extent(rectangle, dimension);
    if (start >= before) return withExtent(rectangle, dimension, start + count, length);
    return start + length > before ? withExtent(rectangle, dimension, start, length + count) : rectangle;
  };
  sheet.merges = sheet.merges.map(moved);
  moveObjects(sheet, dimension, moved, (position) => (position >= before ? position + count : position));
  if (sheet.filter !== undefined) sheet.filter = moved(sheet.filter);
}

/** Deletes rows or columns. As with inserting, references in formulas are not adjusted. */
export function deleteLines(sheet: SheetState, dimension: Dimension, from: number, count: number): void {
  const frozen = (lines: number) => lines - Math.max(0, Math.min(lines, from + count - 1) - from + 1);
  if (dimension === 'rows') {
    sheet.values.splice(from - 1, count);
    sheet.styles.splice(from - 1, count);
    sheet.maxRows -= count;
    sheet.frozenRows = frozen(sheet.frozenRows);
  } else {
    for (const cells of [...sheet.values, ...sheet.styles]) cells.splice(from - 1, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns = frozen(sheet.frozenColumns);
  }
  moveLines(sheet, dimension, (position) => {
    if (position < from) return position;
    return position < from + count ? null : position - count;
  });
  const rest = (rectangle: Rectangle): Rectangle | null => {
    const { start, length } = extent(rectangle, dimension);
    const end = start + length;
    const lost = Math.max(0, Math.min(end, from + count) - Math.max(start, from));
    const newStart = start < from ? start : Math.max(from, start - count);
    return length === lost ? null : withExtent(rectangle, dimension, newStart, length - lost);
  };
  sheet.merges = sheet.merges.flatMap((merge) => {
    const left = rest(merge);
    return left === null || (left.rows === 1 && left.columns === 1) ? [] : [left];
  });
  moveObjects(sheet, dimension, rest, (position) =>
    position < from ? position : Math.max(from, position - count),
  );
  const filter = sheet.filter === undefined ? null : rest(sheet.filter);
  if (filter === null) delete sheet.filter;
  else sheet.filter = filter;
}

/**
 * Moves charts, conditional formats and tables with their cells. A table or rule is removed when all of its
 * cells are deleted.
 */
function moveObjects(
  sheet: SheetState,
  dimension: Dimension,
  moved: (rectangle: Rectangle) => Rectangle | null,
  line: (position: number) => number,
): void {
  const side = dimension === 'rows' ? 'row' : 'column';
  if (sheet.charts !== undefined) {
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      position: { ...chart.position, [side]: line(chart.position[side]) },
      ranges: chart.ranges.flatMap((range) => {
        const left = range.sheetId === sheet.id ? moved(range) : range;
        return left === null ? [] : [{ ...left, sheetId: range.sheetId }];
      }),
    }));
  }
  if (sheet.tables !== undefined) sheet.tables = sheet.tables.flatMap((table) => moved(table) ?? []);
  if (sheet.conditionalRules !== undefined) {
    sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
      const ranges = rule.ranges.flatMap((range) => moved(range) ?? []);
      return ranges.length === 0 ? [] : [{ ...rule, ranges }];
    });
  }
}

/**
 * Inserts new items, or nothing beyond the end of the list, where a missing item is blank.
 * @param looks true if new items are not blank; they are then also inserted right at the end
 */
function insertAt<Item>(
  items: Item[],
  index: number,
  count: number,
  create: () => Item,
  looks = false,
): void {
  if (index < items.length || (looks && index === items.length)) {
    const tail = items.splice(index);
    for (let added = 0; added < count; added += 1) items.push(create());
    for (const item of tail) items.push(item);
  }
}

/** Moves all entries stored by row, column or cell. Where `move` returns null, the entry is dropped. */
function moveLines(sheet: SheetState, dimension: Dimension, move: (position: number) => number | null): void {
  const moveCell = (key: string): string | null => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const moved = move(dimension === 'rows' ? row : column);
    if (moved === null) return null;
    return dimension === 'rows' ? cellKey(moved, column) : cellKey(row, moved);
  };
  rekey(sheet.formulas, moveCell);
  rekey(sheet.notes, moveCell);
  for (const byCell of [sheet.links, sheet.validations]) {
    if (byCell !== undefined) rekey<string, unknown>(byCell, moveCell);
  }
  rekey(dimension === 'rows' ? sheet.rowHeights : sheet.columnWidths, move);
  moveEach(dimension === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns, move);
  if (dimension === 'rows' && sheet.rowsHiddenByFilter !== undefined) {
    moveEach(sheet.rowsHiddenByFilter, move);
  }
}

function moveEach(lines: Set<number>, move: (position: number) => number | null): void {
  const positions = [...lines].map(move);
  lines.clear();
  for (const position of positions) if (position !== null) lines.add(position);
}

function rekey<Key, Value>(map: Map<Key, Value>, move: (key: Key) => Key | null): void {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const moved = move(key);
    if (moved !== null) map.set(moved, value);
  }
}

function extent(rectangle: Rectangle, dimension: Dimension): { start: number; length: number } {
  return dimension === 'rows'
    ? { start: rectangle.row, length: rectangle.rows }
    : { start: rectangle.column, length: rectangle.columns };
}

function withExtent(rectangle: Rectangle, dimension: Dimension, start: number, length: number): Rectangle {
  return dimension === 'rows'
    ? { ...rectangle, row: start, rows: length }
    : { ...rectangle, column: start, columns: length };
}
