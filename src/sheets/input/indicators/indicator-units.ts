/** Whether a typed unit is that of the indicator: `2개소` counts where the indicator is counted in 개소. */
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { textKey } from '../../text-key.ts';

const PERCENT_UNITS: ReadonlySet<string> = new Set(['%', '퍼센트', '프로', '%p']);

/** Whether values of this unit are percentages. */
export function isPercentUnit(unit: string): boolean {
  return PERCENT_UNITS.has(textKey(unit));
}

/** The unit that values of an indicator are written with; empty where nobody says one. */
export function unitOfIndicator({ unit, kind }: Pick<Indicator, 'unit' | 'kind'>): string {
  if (unit !== null) return unit;
  return kind === 'meetings' ? '회' : kind === 'selfAssessed' ? '%' : '';
}

/** The unit of the first indicator, which stands for the pledge. */
export function unitOfFirst(indicators: readonly Pick<Indicator, 'unit' | 'kind'>[]): string {
  return unitOfIndicator(indicators[0] ?? { unit: null, kind: 'meetings' });
}

/** @param measured with the unit as it is typed; without one it is that of the indicator. */
export function isUnitOf(
  measured: { readonly unit: string | null } | null,
  indicator: Pick<Indicator, 'unit' | 'kind'>,
): boolean {
  const typed = measured?.unit ?? null;
  if (typed === null) return true;
  const own = unitOfIndicator(indicator);
  return textKey(typed) === textKey(own) || (isPercentUnit(typed) && isPercentUnit(own));
}
