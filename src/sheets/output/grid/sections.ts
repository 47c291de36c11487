/** Puts sections of an output tab below one another; charts and formats move down with their rows. */
import type { ConditionalFormat, GridArea, GridChart } from './charts-and-formats.ts';
import type { Grid, GridRow } from './grid.ts';

/** A part of a tab. Its charts and formats count rows from its own first row. */
export interface Section {
  readonly rows: readonly GridRow[];
  readonly charts?: readonly GridChart[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

/** Joins sections, one below the other. */
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
        place: moved(chart.place),
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

/** `=$D6<$B6` moved down by three rows is `=$D9<$B9`. */
function withRowsMoved(formula: string, by: number): string {
  return formula.replace(
    /(\$[A-Z]+)(\d+)/g,
    (_, column: string, row: string) => `${column}${Number(row) + by}`,
  );
}

/** Adds blank rows so that the section is as long as its charts, plus one blank row. */
export function withRoomForCharts(section: Section): Section {
  const last = (section.charts ?? []).map(({ place }) => place.row + place.rows - 1);
  const missing = Math.max(section.rows.length, ...last) + 1 - section.rows.length;
  return { ...section, rows: [...section.rows, ...Array.from({ length: missing }, () => [])] };
}
