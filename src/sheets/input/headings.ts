/** Finding a tab's headings by name, in any order, below any title rows. */
import type { Finding } from '../../domain/finding.ts';
import { isMoneyUnit } from '../cells/money.ts';
import { nearestName } from '../name-table.ts';
import type { RawCell, RawTab } from '../raw.ts';
import { compactText, textKey } from '../text-key.ts';
import type { Column, TabDefinition } from './columns.ts';

export interface HeadingCell {
  /** Column number from 1. */
  readonly column: number;
  /** A unit named in brackets: `집행액(천원)`. */
  readonly unit: string | null;
}

export interface Headings {
  /** Row number from 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, HeadingCell>;
}

type Columns = Readonly<Record<string, Column<unknown>>>;

/** Headings stand near the top; what looks like one further down is data. */
const ROWS_SEARCHED = 30;

/**
 * The row of a tab that carries its headings: the one that names most of its required columns, the first of equals.
 * Where a required one is missing, the findings name each with the cell that is most like it, and there are no headings.
 */
export function findHeadings(
  definition: TabDefinition<Columns>,
  raw: RawTab,
): { readonly headings: Headings | null; readonly findings: readonly Finding[] } {
  const fieldByKey = fieldsByHeadingKey(definition.columns);
  const required = Object.keys(definition.columns).filter((field) => definition.columns[field]?.required);

  let best: { readonly index: number; readonly fields: ReadonlyMap<string, number> } | null = null;
  let most = 0;
  for (const [index, row] of raw.rows.slice(0, ROWS_SEARCHED).entries()) {
    const fields = fieldsOfRow(row, fieldByKey);
    const named = required.filter((field) => fields.has(field)).length;
    if (named > most) {
      most = named;
      best = { index, fields };
    }
  }

  const row = best === null ? [] : (raw.rows[best.index] ?? []);
  const fields = best?.fields ?? new Map<string, number>();
  const missing = required.filter((field) => !fields.has(field));
  if (best === null || missing.length > 0) {
    const unused = row.flatMap((cell, column) =>
      typeof cell === 'string' && cell.trim() !== '' && ![...fields.values()].includes(column)
        ? [cell.trim()]
        : [],
    );
    return {
      headings: null,
      findings: missing.map((field) => {
        const heading = definition.columns[field]?.heading ?? field;
        return {
          problem: { code: 'missing-heading', heading, nearest: nearestName(heading, unused) },
          place: { tab: definition.tab, row: best === null ? null : best.index + 1, field: null },
        };
      }),
    };
  }

  const cells = new Map<string, HeadingCell>();
  for (const [field, column] of fields) {
    cells.set(field, { column: column + 1, unit: unitOf(row[column] ?? '') });
  }
  return {
    headings: { row: best.index + 1, cells },
    findings: doubledHeadings(row, fieldByKey).map((heading) => ({
      problem: { code: 'doubled-heading', heading },
      place: { tab: definition.tab, row: (best?.index ?? 0) + 1, field: null },
    })),
  };
}

/** A heading without its unit and marks: `집행액 (천원)` and `집행액*` are both 집행액. */
export function headingKey(text: string): string {
  return textKey(
    compactText(text)
      .replace(/\([^)]*\)/g, '')
      .replace(/[*※]/g, ''),
  );
}

function fieldsByHeadingKey(columns: Columns): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const field of Object.keys(columns)) fields.set(headingKey(columns[field]?.heading ?? ''), field);
  for (const [field, column] of Object.entries(columns)) {
    for (const alias of column.aliases) {
      const key = headingKey(alias);
      if (!fields.has(key)) fields.set(key, field);
    }
  }
  return fields;
}

/** Column index by field: a column's own name goes before an alias that another column bears. */
function fieldsOfRow(
  row: readonly RawCell[],
  fieldByKey: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  for (const [column, cell] of row.entries()) {
    const field = typeof cell === 'string' ? fieldByKey.get(headingKey(cell)) : undefined;
    if (field !== undefined && !fields.has(field)) fields.set(field, column);
  }
  return fields;
}

function doubledHeadings(
  row: readonly RawCell[],
  fieldByKey: ReadonlyMap<string, string>,
): readonly string[] {
  const seen = new Set<string>();
  return row.flatMap((cell) => {
    const field = typeof cell === 'string' ? fieldByKey.get(headingKey(cell)) : undefined;
    if (field === undefined || typeof cell !== 'string') return [];
    if (seen.has(field)) return [cell.trim()];
    seen.add(field);
    return [];
  });
}

function unitOf(cell: RawCell): string | null {
  const unit = typeof cell === 'string' ? /\((?:단위:?)?([^)]*)\)/.exec(compactText(cell))?.[1] : undefined;
  return unit !== undefined && isMoneyUnit(unit) ? unit : null;
}
