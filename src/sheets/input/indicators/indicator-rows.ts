/** Rows about one indicator each: yearly targets, and results. */
import type { Finding } from '../../../domain/finding.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { parseCount } from '../../cells/count.ts';
import type { Measured } from '../../cells/measure.ts';
import type { NameTable } from '../../name-table.ts';
import type { ReadContext } from '../columns.ts';
import { isUnitOf, MEETING_UNITS, namesAnotherUnit } from './indicator-units.ts';
import { sharesOf } from './share-values.ts';
import type { TypedCells } from './typed-cells.ts';

export type ContextOfIndicators = Pick<
  ReadContext,
  'indicators' | 'unnamed' | 'unitOfMeetings' | 'plansMeetings'
>;

/** The part of the reading context that depends on the indicators. */
export function contextOfIndicators({
  indicators,
  names,
  unnamed,
}: AgainstIndicators & { readonly names: NameTable<Indicator> }): ContextOfIndicators {
  return {
    indicators: names,
    unnamed,
    unitOfMeetings: indicators.find(({ kind }) => kind === 'meetings')?.unit ?? null,
    plansMeetings: indicators.every(({ kind }) => kind === 'meetings'),
  };
}

/** A row that was read, before its indicator and its unit are checked. */
export interface IndicatorRow<Record> {
  readonly row: number;
  /** null: the row names no indicator. */
  readonly indicator: Indicator | null;
  readonly measured: Pick<Measured, 'value' | 'unit' | 'isTotal'>;
  /** The column of its value. */
  readonly field: string;
  /** @param value the value that is meant: 70 for a typed 0.7 that means 70 %. */
  about(indicator: Indicator, value: number): Record;
}

/** The indicators that rows are checked against. */
export interface AgainstIndicators {
  readonly indicators: readonly Indicator[];
  /** The indicator of a row that names none; null where that is ambiguous. */
  readonly unnamed: Indicator | null;
  /** Whether an indicator has no name, so that no row can name it. */
  readonly isOneNameless: boolean;
}

/**
 * Keeps the rows whose indicator and unit are right; each other row is a finding. A row that names no
 * indicator belongs to the only one. Where there are several, it is left out.
 * @param plannedOf planned values of an indicator; none where they are not known yet.
 */
export function rowsOfIndicators<Record>(
  tab: 'targets' | 'results',
  rows: readonly IndicatorRow<Record>[],
  against: AgainstIndicators,
  cells: TypedCells,
  plannedOf: (indicator: Indicator) => readonly number[] = () => [],
): {
  readonly rows: readonly Record[];
  readonly excluded: number;
  readonly findings: readonly Finding[];
} {
  const kept: {
    readonly row: IndicatorRow<Record>;
    readonly indicator: Indicator;
  }[] = [];
  const rowsKept = new Set<number>();
  const rowsLeft = new Set<number>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const indicator = row.indicator ?? against.unnamed;
    const problem =
      indicator === null ? indicatorNotNamed(against) : problemOf(tab, row, indicator, against, cells);
    if (problem === null && indicator !== null) {
      kept.push({ row, indicator });
      rowsKept.add(row.row);
    } else if (problem !== null) {
      // A row of a wide table gives several values. A problem of its indicator is reported once.
      const isReported = rowsLeft.has(row.row) && problem.field === 'indicator';
      rowsLeft.add(row.row);
      if (isReported) continue;
      findings.push({ problem: problem.problem, place: { tab, row: row.row, field: problem.field } });
    }
  }
  const shares = sharesOf(
    tab,
    kept.map(({ row, indicator }) => ({ ...row, indicator })),
    plannedOf,
  );
  const excluded = [...rowsLeft].filter((row) => !rowsKept.has(row)).length;
  return {
    rows: kept.map(({ row, indicator }, index) =>
      row.about(indicator, shares.values[index] ?? row.measured.value),
    ),
    excluded,
    findings: [...findings, ...shares.findings],
  };
}

interface ProblemOfRow {
  readonly field: string;
  readonly problem: Finding['problem'];
}

/** Finding for a row that does not say which of several indicators it is about. */
export function indicatorNotNamed({ indicators, isOneNameless }: AgainstIndicators): ProblemOfRow {
  const names = indicators.flatMap(({ name }) => name ?? []);
  return {
    field: 'indicator',
    problem: { code: 'indicator-not-named', names, isOneNameless },
  };
}

function problemOf(
  tab: 'targets' | 'results',
  { row, measured, field }: Pick<IndicatorRow<unknown>, 'row' | 'measured' | 'field'>,
  indicator: Indicator,
  { indicators }: AgainstIndicators,
  cells: TypedCells,
): ProblemOfRow | null {
  const found = cells.textAt(row, field) ?? `${measured.value}${measured.unit ?? ''}`;
  if (tab === 'results' && indicator.kind === 'meetings') {
    return { field, problem: { code: 'result-of-meetings', found: indicator.name ?? '' } };
  }
  if (indicator.kind === 'meetings' && indicators.length > 1) {
    const count = parseCount(found, [...MEETING_UNITS, indicator.unit ?? []].flat());
    if (!count.ok) return { field, problem: count.flag };
  }
  if (indicator.kind !== 'meetings' && !isUnitOf(measured, indicator)) {
    return {
      field,
      problem: {
        code: 'unit-of-another-indicator',
        found,
        unit: indicator.unit,
      },
    };
  }
  const heading = cells.unitTextsOf(row, field).find((text) => namesAnotherUnit(text, indicator));
  if (heading !== undefined && measured.unit === null) {
    return {
      field,
      problem: {
        code: 'unit-of-another-indicator',
        found: heading,
        unit: indicator.unit,
      },
    };
  }
  if (tab === 'results' && indicator.kind === 'cumulative' && measured.isTotal === true) {
    return { field, problem: { code: 'sum-for-a-part', found } };
  }
  // A level may be negative, and so may a correction of a sum. A self-assessed percentage may not.
  const isBelowZero = tab === 'results' && indicator.kind === 'selfAssessed' && measured.value < 0;
  return isBelowZero ? { field, problem: { code: 'negative-count', found } } : null;
}
