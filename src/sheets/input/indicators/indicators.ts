/** The indicators of a pledge: that of its settings, and those of 지표. */
import type { Finding } from '../../../domain/finding.ts';
import { type Indicator, isSumOfPercents } from '../../../domain/indicators/indicator.ts';
import type { Measured } from '../../cells/measure.ts';
import { type NameTable, nameTable } from '../../name-table.ts';
import { textKey } from '../../text-key.ts';
import type { RowOf } from '../columns.ts';
import type { ReadRow } from '../rows/read-rows.ts';
import type { indicatorsTab } from '../tabs.ts';
import type { AgainstIndicators } from './indicator-rows.ts';
import {
  isPercentUnit,
  isUnitOf,
  namesAnotherUnit,
  unitInNames,
  unitOfIndicator,
} from './indicator-units.ts';
import type { TypedCells } from './typed-cells.ts';

export interface ReadIndicators extends AgainstIndicators {
  /** The indicator of a row of 공약변경 that names none: that of the settings, else the only one. */
  readonly unnamedInChanges: Indicator | null;
  readonly names: NameTable<Indicator>;
  /** Number of rows of 지표 that are left out. */
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

/**
 * Puts the indicators of a pledge together.
 * @param own the indicator of the settings; `isStated`: any of its settings is filled. If none is filled and
 * 지표 has rows, this indicator is left out.
 * @param rows rows of 지표.
 * @param cells cells of 지표; null where no row of it was read.
 */
export function indicatorsOf(
  own: { readonly indicator: Indicator | null; readonly isStated: boolean },
  rows: readonly ReadRow<RowOf<typeof indicatorsTab>>[],
  cells: TypedCells | null,
): ReadIndicators {
  const findings: Finding[] = [];
  const indicators: Indicator[] = [];
  if (own.indicator !== null && (own.isStated || rows.length === 0)) indicators.push(own.indicator);
  const leaveOut = (row: number, field: string, problem: Finding['problem']) => {
    findings.push({ problem, place: { tab: 'indicators', row, field } });
  };
  const rowOfName = new Map<string, number | null>(
    indicators.flatMap(({ name }) => (name === null ? [] : [[textKey(name), null]])),
  );
  for (const { row, values } of rows) {
    const name = values.name;
    if (name === null) {
      leaveOut(row, 'name', { code: 'required-blank' });
      continue;
    }
    const { kind } = values;
    const unit = values.unit ?? unitInNames(kind, name, values.target, values.baseline);
    const indicator: Indicator = {
      name,
      kind,
      kindPlace: { tab: 'indicators', row },
      unit,
      isPercent: isPercentUnit(unitOfIndicator({ kind, unit })),
      ...placed('baseline', values.baseline, row),
      ...placed('target', values.target, row),
      digits: values.digits,
    };
    const problem = problemOf(indicator, indicators, rowOfName);
    const wrongUnit = (['baseline', 'target'] as const).flatMap((field) => {
      const measured = values[field];
      if (measured === null) return [];
      const found = isUnitOf(measured, indicator)
        ? measured.unit === null
          ? cells?.unitTextsOf(row, field).find((text) => namesAnotherUnit(text, indicator))
          : undefined
        : (cells?.textAt(row, field) ?? `${measured.value}${measured.unit}`);
      return found === undefined ? [] : [{ field, found }];
    })[0];
    if (problem !== null) leaveOut(row, problem.field, problem.problem);
    else if (wrongUnit !== undefined) {
      leaveOut(row, wrongUnit.field, {
        code: 'unit-of-another-indicator',
        found: wrongUnit.found,
        unit: indicator.unit,
      });
    } else {
      rowOfName.set(textKey(name), row);
      indicators.push(indicator);
    }
  }
  const excluded = findings.length;
  for (const indicator of indicators) {
    const { kindPlace: place } = indicator;
    if (!isSumOfPercents(indicator) || place === null) continue;
    findings.push({
      problem: { code: 'sum-of-percents', found: indicator.unit ?? '' },
      place: { ...place, field: place.tab === 'indicators' ? 'kind' : 'value' },
    });
  }
  const isOwnUnread = own.isStated && own.indicator === null;
  const [first = null] = indicators;
  const unnamed = indicators.length === 1 && !isOwnUnread ? first : null;
  return {
    indicators,
    unnamed,
    unnamedInChanges: own.indicator !== null && indicators.includes(own.indicator) ? own.indicator : unnamed,
    isOneNameless: indicators.some(({ name }) => name === null),
    names: nameTable(
      indicators.flatMap((value) => (value.name === null ? [] : [{ value, name: value.name }])),
    ),
    excluded,
    findings,
  };
}

function placed<Field extends 'baseline' | 'target'>(
  field: Field,
  measured: Measured | null,
  row: number,
): Pick<Indicator, Field | `${Field}Place`> {
  const place = measured === null ? null : { tab: 'indicators' as const, row };
  // The object has exactly the two keys that the type names.
  return { [field]: measured?.value ?? null, [`${field}Place`]: place } as Pick<
    Indicator,
    Field | `${Field}Place`
  >;
}

/** Why a row of 지표 is not an indicator; null: it is one. */
function problemOf(
  { name, kind }: Indicator,
  earlier: readonly Indicator[],
  rowOfName: ReadonlyMap<string, number | null>,
): { readonly field: string; readonly problem: Finding['problem'] } | null {
  const firstRow = rowOfName.get(textKey(name ?? ''));
  if (firstRow !== undefined) {
    return { field: 'name', problem: { code: 'doubled-name', found: name ?? '', firstRow } };
  }
  if (kind === 'meetings' && earlier.some((one) => one.kind === 'meetings')) {
    return { field: 'kind', problem: { code: 'second-indicator-of-meetings', found: name ?? '' } };
  }
  return null;
}
