/** Key figures, large and side by side, each below its name and above a note that compares it. */
import { type GridCell, type GridRow, textCell } from './grid.ts';

export interface KeyFigure {
  readonly name: string;
  readonly figure: GridCell;
  readonly note: string;
  /** Number of columns it takes. Those after the first stay blank for the text to run over. */
  readonly columns: number;
}

/** Three rows: names, figures, notes. */
export function keyFigureRows(figures: readonly KeyFigure[]): readonly GridRow[] {
  const row = (cellOf: (figure: KeyFigure) => GridCell): GridRow =>
    figures.flatMap((figure) => {
      const cell = cellOf(figure);
      return [cell, ...Array<GridCell>(figure.columns - 1).fill(textCell('', cell.role))];
    });
  return [
    row(({ name }) => textCell(name, 'keyName')),
    row(({ figure }) => figure),
    row(({ note }) => textCell(note, 'keyNote')),
  ];
}
