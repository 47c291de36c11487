/** Finding a tab's headings by name, in any order, below any title rows. */
import type { Finding } from '../../domain/finding.ts';
import { isMoneyUnit } from '../cells/money.ts';
import { nearestName } from '../name-table.ts';
import { type RawCell, type RawTab, shownText } from '../raw.ts';
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
  const names = headingNames(definition.columns);
  const required = Object.keys(definition.columns).filter((field) => definition.columns[field]?.required);

  let best: { readonly index: number; readonly fields: ColumnsByField } | null = null;
  let most = 0;
  for (const [index, row] of raw.rows.slice(0, ROWS_SEARCHED).entries()) {
    const fields = columnsOfRow(row, names);
    const named = required.filter((field) => fields.has(field)).length;
    if (named > most) {
      most = named;
      best = { index, fields };
    }
  }

  const row = best === null ? [] : (raw.rows[best.index] ?? []);
  const fields: ColumnsByField = best?.fields ?? new Map();
  const missing = required.filter((field) => !fields.has(field));
  if (best === null || missing.length > 0) {
    const used = new Set([...fields.values()].flat());
    const unused = row.flatMap((cell, column) =>
      typeof cell === 'string' && !used.has(column) ? [cell.trim()] : [],
    );
    return {
      headings: null,
      findings: missing.map((field) => {
        const { heading = field, aliases = [] } = definition.columns[field] ?? {};
        return {
          problem: {
            code: 'missing-heading',
            heading,
            nearest: nearestHeading([heading, ...aliases], unused),
          },
          place: { tab: definition.tab, row: best === null ? null : best.index + 1, field: null },
        };
      }),
    };
  }

  const { index } = best;
  const cells = new Map<string, HeadingCell>();
  const findings: Finding[] = [];
  for (const [field, [column = 0, ...doubles]] of fields) {
    cells.set(field, { column: column + 1, unit: unitIn(row[column] ?? '') });
    for (const double of doubles) {
      findings.push({
        problem: { code: 'doubled-heading', heading: shownText(row[double] ?? '').trim() },
        place: { tab: definition.tab, row: index + 1, field: null },
      });
    }
  }
  return { headings: { row: index + 1, cells }, findings };
}

/** The cell that is most like one of the names that a heading may have, the earlier name before the later. */
function nearestHeading(names: readonly string[], cells: readonly string[]): string | null {
  for (const name of names) {
    const nearest = nearestName(name, cells);
    if (nearest !== null) return nearest;
  }
  return null;
}

/** A heading without its unit and marks: `집행액 (천원)` and `집행액*` are both 집행액. */
export function headingKey(text: string): string {
  return textKey(
    compactText(text)
      .replace(/\([^()]*\)/g, '')
      .replace(/[*※]/g, ''),
  );
}

/** What a tab's headings may be called: each key with the field it stands for. */
interface HeadingNames {
  readonly own: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
}

/** The columns that bear a field's heading, by field: one, or more where it is doubled. */
type ColumnsByField = ReadonlyMap<string, readonly number[]>;

function headingNames(columns: Columns): HeadingNames {
  const own = new Map(Object.entries(columns).map(([field, { heading }]) => [headingKey(heading), field]));
  const aliases = new Map(
    Object.entries(columns).flatMap(([field, column]) =>
      column.aliases.map((alias): [string, string] => [headingKey(alias), field]),
    ),
  );
  return { own, aliases };
}

/** A field's own heading goes before an alias, which is then just another column: `구분 | 일자 | 분류` has its 분류. */
function columnsOfRow(row: readonly RawCell[], { own, aliases }: HeadingNames): ColumnsByField {
  return new Map([...columnsNamed(row, aliases), ...columnsNamed(row, own)]);
}

function columnsNamed(row: readonly RawCell[], names: ReadonlyMap<string, string>): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (const [column, cell] of row.entries()) {
    const field = typeof cell === 'string' ? names.get(headingKey(cell)) : undefined;
    if (field !== undefined) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return columns;
}

/** The unit of money that a heading names in brackets: 천원 of `집행액(천원)` or `집행액(단위: 천원, 구비)`; or null. */
export function unitIn(cell: RawCell): string | null {
  if (typeof cell !== 'string') return null;
  const bracketed = [...compactText(cell).matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) =>
    inside.replace(/단위:?/, '').split(','),
  );
  return bracketed.find(isMoneyUnit) ?? null;
}
