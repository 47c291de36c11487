/** Rows that are each about one indicator: of the yearly plan, and of results. */
import type { Finding } from '../../../domain/finding.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import type { NameTable } from '../../name-table.ts';
import type { ReadContext } from '../columns.ts';
import { isUnitOf } from './indicator-units.ts';

export type ContextOfIndicators = Pick<ReadContext, 'indicators' | 'unitOfMeetings' | 'plansMeetings'>;

/** What cells are read against that belong to indicators. */
export function contextOfIndicators(
  indicators: readonly Indicator[],
  names: NameTable<Indicator>,
): ContextOfIndicators {
  return {
    indicators: names,
    unitOfMeetings: indicators.find(({ kind }) => kind === 'meetings')?.unit ?? null,
    plansMeetings: indicators.every(({ kind }) => kind === 'meetings'),
  };
}

/** A row that was read, before it is known to be of an indicator. */
export interface IndicatorRow<Record> {
  readonly row: number;
  /** null: the row names none. */
  readonly indicator: Indicator | null;
  readonly measured: { readonly value: number; readonly unit: string | null };
  /** The column of its value. */
  readonly field: string;
  about(indicator: Indicator): Record;
}

/**
 * The rows whose indicator and unit are known; of each other one a finding. A row that names none is of the only one there is: of
 * several nobody can tell which is meant.
 */
export function rowsOfIndicators<Record>(
  tab: 'targets' | 'results',
  rows: readonly IndicatorRow<Record>[],
  indicators: readonly Indicator[],
): { readonly rows: readonly Record[]; readonly excluded: number; readonly findings: readonly Finding[] } {
  const kept: Record[] = [];
  const rowsKept = new Set<number>();
  const rowsLeft = new Set<number>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const indicator = row.indicator ?? (indicators.length === 1 ? (indicators[0] ?? null) : null);
    const problem = problemOf(tab, row, indicator, indicators);
    if (problem === null && indicator !== null) {
      kept.push(row.about(indicator));
      rowsKept.add(row.row);
    } else if (problem !== null) {
      // One row of a table of years may be several: of its indicator it is told once.
      const isTold = rowsLeft.has(row.row) && problem.field === 'indicator';
      rowsLeft.add(row.row);
      if (isTold) continue;
      findings.push({ problem: problem.problem, place: { tab, row: row.row, field: problem.field } });
    }
  }
  const excluded = [...rowsLeft].filter((row) => !rowsKept.has(row)).length;
  return { rows: kept, excluded, findings };
}

function problemOf(
  tab: 'targets' | 'results',
  { measured, field }: Pick<IndicatorRow<unknown>, 'measured' | 'field'>,
  indicator: Indicator | null,
  indicators: readonly Indicator[],
): { readonly field: string; readonly problem: Finding['problem'] } | null {
  if (indicator === null) {
    const names = indicators.flatMap(({ name }) => name ?? []);
    return { field: 'indicator', problem: { code: 'indicator-not-named', names } };
  }
  const found = `${measured.value}${measured.unit ?? ''}`;
  if (tab === 'results' && indicator.kind === 'meetings') {
    return { field, problem: { code: 'result-of-meetings', found: indicator.name ?? '' } };
  }
  if (indicator.kind === 'meetings' && indicators.length > 1) {
    if (!Number.isInteger(measured.value)) return { field, problem: { code: 'fractional-count', found } };
    if (measured.value < 0) return { field, problem: { code: 'negative-count', found } };
  }
  if (indicator.kind !== 'meetings' && !isUnitOf(measured, indicator)) {
    return { field, problem: { code: 'unit-of-another-indicator', found, unit: indicator.unit } };
  }
  // A level may lie below zero, and a sum may be taken back; a percentage that somebody states can be neither.
  const isBelowZero = tab === 'results' && indicator.kind === 'selfAssessed' && measured.value < 0;
  return isBelowZero ? { field, problem: { code: 'negative-count', found } } : null;
}
