/** The indicator that the settings of 공약 describe. */
import type { Indicator, IndicatorPlace } from '../../../domain/indicators/indicator.ts';
import { parseCount } from '../../cells/count.ts';
import { type Measured, parseMeasure } from '../../cells/measure.ts';
import { flagged, type Parsed } from '../../cells/parsed.ts';
import { shownText } from '../../raw.ts';
import {
  isPercentUnit,
  isUnitOf,
  MEETING_UNITS,
  namesAnotherUnit,
  unitInNames,
  unitOfIndicator,
} from '../indicators/indicator-units.ts';
import type { ReadRow } from '../rows/read-rows.ts';
import {
  INDICATOR_SETTINGS,
  placeOfSetting,
  SETTINGS,
  type Setting,
  type SettingRow,
} from './setting-list.ts';

export interface OwnIndicator {
  /** null: 집계 cannot be read. */
  readonly indicator: Indicator | null;
  /** Whether any of its settings is filled. */
  readonly isStated: boolean;
}

type ReadSetting = <Value>(wanted: Setting<Value>) => Value | null;

/**
 * The indicator that the settings describe. A target of meetings is a whole number. Any other target may have
 * decimals, and has the unit of the indicator.
 */
export function ownIndicator(
  given: ReadonlyMap<string, ReadRow<SettingRow>>,
  read: ReadSetting,
  isExcluded: (row: ReadRow<SettingRow>) => boolean,
): OwnIndicator {
  const name = read(SETTINGS.indicator);
  const typedUnit = read(SETTINGS.unit);
  const typedKind = read(INDICATOR_SETTINGS.kind);
  const rowOf = (setting: Setting<unknown>) => given.get(setting.name) ?? null;
  const kindRow = rowOf(INDICATOR_SETTINGS.kind);
  const kind = typedKind ?? 'meetings';
  const measured = [SETTINGS.finalTarget, INDICATOR_SETTINGS.baseline].map((wanted) => {
    const parsed = parseMeasure(given.get(wanted.name)?.values.value ?? '');
    return parsed.ok ? parsed.value : null;
  });
  const unit = typedUnit ?? unitInNames(kind, name, ...measured);
  const readValue = (wanted: Setting<Measured>) => {
    const heading = given.get(wanted.name)?.values.item ?? '';
    const value = read({
      ...wanted,
      parse: valueReaderOf({ kind, unit }, heading),
    });
    const row = rowOf(wanted);
    return { value: value?.value ?? null, place: value === null || row === null ? null : placeOf(row) };
  };
  const target = readValue(SETTINGS.finalTarget);
  const baseline = readValue(INDICATOR_SETTINGS.baseline);
  const isStated =
    name !== null ||
    typedUnit !== null ||
    typedKind !== null ||
    target.value !== null ||
    baseline.value !== null;
  // A 집계 that cannot be read is never replaced by the default.
  if (typedKind === null && kindRow !== null && isExcluded(kindRow)) return { indicator: null, isStated };
  return {
    indicator: {
      name,
      kind,
      kindPlace: typedKind === null || kindRow === null ? null : placeOf(kindRow),
      unit,
      isPercent: isPercentUnit(unitOfIndicator({ kind, unit })),
      baseline: baseline.value,
      baselinePlace: baseline.place,
      target: target.value,
      targetPlace: target.place,
      digits: null,
    },
    isStated,
  };
}

function placeOf(row: ReadRow<SettingRow>): IndicatorPlace {
  const { tab, field } = placeOfSetting(row);
  return tab === 'pledge' ? { tab, row: row.row } : { tab, row: row.row, field };
}

/** @param heading text before the value, which may name its unit in brackets: `최종목표(천명)`. */
export function valueReaderOf(
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  heading: string,
): Setting<Measured>['parse'] {
  const { kind, unit } = indicator;
  const units = unit === null ? MEETING_UNITS : [...MEETING_UNITS, unit];
  return (cell) => {
    const parsed: Parsed<Measured> = kind === 'meetings' ? parseCount(cell, units) : parseMeasure(cell);
    if (!parsed.ok) return parsed;
    if (kind !== 'meetings' && !isUnitOf(parsed.value, indicator)) {
      return flagged({
        code: 'unit-of-another-indicator',
        found: shownText(cell).trim(),
        unit,
      });
    }
    return parsed.value.unit === null && namesAnotherUnit(heading, indicator)
      ? flagged({
          code: 'unit-of-another-indicator',
          found: heading.trim(),
          unit,
        })
      : parsed;
  };
}
