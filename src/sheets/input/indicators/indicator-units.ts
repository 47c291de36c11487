/** Compares a typed unit with that of the indicator: `2개소` counts where the indicator is counted in 개소. */
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { keptByText } from '../../kept.ts';
import { PERCENT_UNITS } from '../../percent-units.ts';
import { compactText, textKey } from '../../text-key.ts';

/** Meetings may be counted in any of these, whatever the indicator's own unit is. */
export const MEETING_UNITS = ['회', '번', '차례', '건', '명', '개', '개소', '곳'];

/** Whether values of this unit are percentages. */
export function isPercentUnit(unit: string): boolean {
  return PERCENT_UNITS.has(unitKey(unit));
}

/** Key by which units are compared: ㎞, KM and km are the same, and so are ㎡, m² and m2. */
export const unitKey = keptByText((unit) =>
  // `textKey` comes first. NFKC alone would take seconds on a letter with thousands of combining marks.
  textKey(textKey(unit).normalize('NFKC')),
);

/** The unit of an indicator's values; empty where none is known. */
export function unitOfIndicator({ unit, kind }: Pick<Indicator, 'unit' | 'kind'>): string {
  if (unit !== null) return unit;
  return kind === 'meetings' ? '회' : kind === 'selfAssessed' ? '%' : '';
}

/** The unit of a pledge's first indicator. */
export function unitOfFirst(indicators: readonly Pick<Indicator, 'unit' | 'kind'>[]): string {
  return unitOfIndicator(indicators[0] ?? { unit: null, kind: 'meetings' });
}

/** Whether a typed unit is that of the indicator. A value without a unit is accepted. */
export function isUnitOf(
  measured: { readonly unit: string | null } | null,
  indicator: Pick<Indicator, 'unit' | 'kind'>,
): boolean {
  return measured?.unit == null || isSameUnit(measured.unit, unitOfIndicator(indicator));
}

function isSameUnit(one: string, other: string): boolean {
  return unitKey(one) === unitKey(other) || (isPercentUnit(one) && isPercentUnit(other));
}

/** Multiples of a unit: 천명 means thousands of 명. */
const MULTIPLE = /^(?:십|백|천|만|억)+/;
/** Known units. Other words in brackets are remarks: `값(누적)`. */
const UNITS: ReadonlySet<string> = new Set(
  [
    ...[
      '명',
      '인',
      '회',
      '번',
      '차례',
      '건',
      '개',
      '개소',
      '곳',
      '대',
      '가구',
      '세대',
      '권',
      '그루',
      '마리',
      '원',
    ],
    ...['톤', 't', 'kg', 'g', 'km', 'm', 'cm', 'mm', '㎡', '㎢', '㎥', 'ha', '평', 'kw', 'mw', 'kwh', 'mwh'],
    ...['%', '퍼센트', '시간', '개월'],
  ].map(unitKey),
);
const KEYS_OF_MEETING_UNITS: ReadonlySet<string> = new Set(MEETING_UNITS.map(unitKey));

/** Whether a heading names another unit than the indicator's: `값(천명)` where that is 명. */
export function namesAnotherUnit(heading: string, indicator: Pick<Indicator, 'unit' | 'kind'>): boolean {
  const own = unitOfIndicator(indicator);
  const units = unitsIn(heading).filter(({ text, isNamedUnit }) => isNamedUnit || isUnit(text, own));
  const isOwn = (text: string) =>
    isSameUnit(text, own) || (indicator.kind === 'meetings' && KEYS_OF_MEETING_UNITS.has(unitKey(text)));
  return units.length > 0 && !units.some(({ text }) => isOwn(text));
}

function isUnit(text: string, own: string): boolean {
  const single = text.replace(MULTIPLE, '');
  return isSameUnit(text, own) || single === '' || UNITS.has(unitKey(single)) || isSameUnit(single, own);
}

/**
 * The unit of an indicator whose unit is not typed: km from `도로(km)`, or from a target of `12.5km`; null:
 * none. Also null for meetings and self-assessed percentages, which have units of their own.
 */
export function unitInNames(
  kind: Indicator['kind'],
  name: string | null,
  ...values: readonly ({ readonly unit: string | null } | null)[]
): string | null {
  if (kind === 'meetings' || kind === 'selfAssessed') return null;
  return unitOfName(name ?? '') ?? values.find((value) => value?.unit)?.unit ?? null;
}

/** The unit in brackets at the end of a name; null: none. */
export function unitOfName(name: string): string | null {
  const brackets = /\([^()]*\)$/.exec(compactText(name))?.[0] ?? '';
  const [unit, ...others] = unitsIn(brackets).filter(
    ({ text, isNamedUnit }) => isNamedUnit || isUnit(text, '%'),
  );
  return unit === undefined || others.length > 0 ? null : unit.text;
}

/** The texts in brackets. `isNamedUnit`: the text calls itself a unit, as in `(단위: 병상)`. */
const unitsIn = keptByText((heading): readonly { readonly text: string; readonly isNamedUnit: boolean }[] =>
  [...compactText(heading).matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) =>
    inside.split(',').flatMap((part) => {
      const text = part.replace(SAID, '');
      return text === '' ? [] : [{ text, isNamedUnit: text !== part }];
    }),
  ),
);

const SAID = /^단위:?/;
