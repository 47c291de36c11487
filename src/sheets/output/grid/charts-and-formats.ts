/** Charts and conditional formats of an output tab, as data. */

/** Cells of a grid. Rows and columns count from 1. */
export interface GridArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridChart {
  /** Identifies the chart within its tab. Never changes. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'columns' | 'stackedBars';
  /** Areas side by side. Their first column names the points, their first row the series. */
  readonly areas: readonly GridArea[];
  /** Cells that the grid leaves blank for the chart, so that it covers no figure. */
  readonly place: GridArea;
  /** In pixels. */
  readonly width: number;
  /** One for each series. */
  readonly colors: readonly string[];
}

/** Look of a cell while its condition is true. */
export type ConditionalLook = 'behind' | 'over' | 'error' | 'warning' | 'notice';

export interface ConditionalFormat {
  readonly area: GridArea;
  /** A text in the cell, or a formula written for the first cell of the area: `=$D12<$B12`. */
  readonly when: { readonly text: string } | { readonly formula: string };
  readonly look: ConditionalLook;
}

/**
 * A rule in a tab is known as ours by its look. So a look never changes: a rule with the earlier one would be
 * kept as somebody else's. That is why `behind` and `over` keep a colour of their own, though nobody sees how
 * it differs from that of `warning` and `error`.
 */
export const CONDITIONAL_LOOKS: Readonly<
  Record<ConditionalLook, { readonly background: string; readonly color: string }>
> = {
  behind: { background: '#fdf0d5', color: '#7a4b01' },
  over: { background: '#fbe3e0', color: '#9b1c11' },
  error: { background: '#fbe3e0', color: '#9b1c10' },
  warning: { background: '#fdf0d5', color: '#7a4b00' },
  notice: { background: '#e8f0fb', color: '#1d4f91' },
};
