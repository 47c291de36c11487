/** What a result tab shows beside its cells, as data: charts of its own figures, and formats that follow the figures. */
import type { Grid, GridRow } from './grid.ts';

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
  /** The rows that the grid leaves blank for it, so that it covers no figure. */
  readonly row: number;
  readonly rows: number;
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

/** A part of a tab, whose charts and formats count rows from its own first. */
export interface Section {
  readonly rows: readonly GridRow[];
  readonly charts?: readonly GridChart[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

/** Sections one below the other. */
export function stacked(
  sections: readonly Section[],
): Required<Pick<Grid, 'rows' | 'charts' | 'conditionalFormats'>> {
  const rows: GridRow[] = [];
  const charts: GridChart[] = [];
  const conditionalFormats: ConditionalFormat[] = [];
  for (const section of sections) {
    const above = rows.length;
    const moved = (area: GridArea): GridArea => ({ ...area, row: area.row + above });
    rows.push(...section.rows);
    charts.push(
      ...(section.charts ?? []).map((chart) => ({
        ...chart,
        row: chart.row + above,
        areas: chart.areas.map(moved),
      })),
    );
    conditionalFormats.push(
      ...(section.conditionalFormats ?? []).map((format) => ({
        ...format,
        area: moved(format.area),
        when: 'text' in format.when ? format.when : { formula: withRowsMoved(format.when.formula, above) },
      })),
    );
  }
  return { rows, charts, conditionalFormats };
}

/** `=$D6<$B6` three rows further down is `=$D9<$B9`. */
function withRowsMoved(formula: string, by: number): string {
  return formula.replace(
    /(\$[A-Z]+)(\d+)/g,
    (_, column: string, row: string) => `${column}${Number(row) + by}`,
  );
}

/** Blank rows that a chart lies on, and one more below it. */
export function roomForChart(rows: number): readonly GridRow[] {
  return Array.from({ length: rows + 1 }, () => []);
}
