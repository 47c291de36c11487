/** Charts and conditional formats of a result tab, as data. */

/** Cells of a grid. Rows and columns count from 1. */
export interface GridArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridChart {
  /** Tells the charts of one tab apart; it never changes. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'columns' | 'stackedBars';
  /** Side by side: the first column names the points, the first row the series. */
  readonly areas: readonly GridArea[];
  /** The cells that the grid leaves blank for it, so that it covers no figure: beside what it draws, or below. */
  readonly place: GridArea;
  /** Pixels. */
  readonly width: number;
  /** One a series. */
  readonly colors: readonly string[];
}

/** How a cell looks while what is said of it holds. */
export type ConditionalLook = 'behind' | 'over' | 'error' | 'warning' | 'notice';

export interface ConditionalFormat {
  readonly area: GridArea;
  /** A text that the cell holds, or a formula for the first cell of the area, as in `=$D12<$B12`. */
  readonly when: { readonly text: string } | { readonly formula: string };
  readonly look: ConditionalLook;
}

export const CONDITIONAL_LOOKS: Readonly<
  Record<ConditionalLook, { readonly background: string; readonly color: string }>
> = {
  behind: { background: '#fdf0d5', color: '#7a4b01' },
  over: { background: '#fbe3e0', color: '#9b1c11' },
  error: { background: '#fbe3e0', color: '#9b1c10' },
  warning: { background: '#fdf0d5', color: '#7a4b00' },
  notice: { background: '#e8f0fb', color: '#1d4f91' },
};
