/**
 * Lists of a closed month, each as the text of one cell: readable for people, and read back by later runs.
 */
import { INDICATOR_KINDS, type IndicatorKind } from '../../../domain/indicators/indicator.ts';
import type {
  MonthlyFundingSource,
  MonthlyIndicator,
  MonthlyStatus,
} from '../../../domain/months/monthly-figures.ts';
import type { LeftOut } from '../../../domain/months/monthly-record.ts';
import { INPUT_TABS, type InputTab } from '../../../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { namelessIndicator } from '../../monthly-figures.ts';
import { indicatorKindName } from '../../names.ts';
import { withCommas } from '../../numbers.ts';
import { withoutPersonalData } from '../../personal-data.ts';
import { RECORDED_FUNDING_SOURCES, RECORDED_STATUSES } from '../../recorded-names.ts';
import { escaped, namedValuesIn, namedValuesText, unescaped } from './named-values.ts';

/** Writes a list into a cell and reads it back. */
export interface ListCell<Item> {
  textOf(items: readonly Item[]): string;
  /** null: the list was too long to be written; undefined: the text is no such list. */
  read(text: string): readonly Item[] | null | undefined;
}

function listCell<Item>(
  partsOf: (item: Item) => { readonly name: string; readonly value: string },
  itemOf: (name: string, value: string) => Item | null,
): ListCell<Item> {
  return {
    textOf: (items) => namedValuesText(items.map(partsOf)),
    read: (text) => {
      const values = namedValuesIn(text);
      if (values === null) return undefined;
      if (values === 'too-long') return null;
      const items = values.flatMap(({ name, value }) => itemOf(name, value) ?? []);
      return items.length === values.length ? items : undefined;
    },
  };
}

const KIND_OF_NAME: ReadonlyMap<string, IndicatorKind> = new Map(
  INDICATOR_KINDS.map((kind) => [indicatorKindName(kind), kind]),
);

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** Each part starts with a different character, so the pattern takes one pass over a text of any length. */
const INDICATOR = new RegExp(
  String.raw`^(약 )?(${NUMBER})?((?:\\[\s\S]|[^\\/(\[])*)(?:/(${NUMBER}))?(?:\((${NUMBER})%\))?\[([^ \]]+)(?: 기준값 (${NUMBER}))?\]$`,
);
/** Characters that are escaped in a unit, because it is written between the value and the target. */
const UNIT_SIGNS = ';/([';
const BEGINS_LIKE_A_VALUE = /^[-.\d약]/;

/** `걷는 길=12.5km/20(62%)[누적 기준값 3]`; with an unknown value `걷는 길=km/20[현재값]`. */
export const INDICATORS_CELL: ListCell<MonthlyIndicator> = listCell(
  ({ kind, name, unit, baseline, value, approximate, target, ratePercent }) => ({
    name: withoutPersonalData(name ?? namelessIndicator(kind)),
    value: [
      approximate ? '약 ' : '',
      decimalText(value),
      unitText(unit),
      target === null ? '' : `/${decimalText(target)}`,
      ratePercent === null ? '' : `(${ratePercent}%)`,
      `[${indicatorKindName(kind)}${baseline === null ? '' : ` 기준값 ${decimalText(baseline)}`}]`,
    ].join(''),
  }),
  (name, text) => {
    const [found, about, value, unit = '', target, rate, kindName = '', baseline] =
      INDICATOR.exec(text) ?? [];
    const kind = KIND_OF_NAME.get(kindName);
    if (found === undefined || kind === undefined) return null;
    return {
      kind,
      name: name === namelessIndicator(kind) ? null : name,
      unit: unit === '' ? null : unescaped(unit),
      baseline: numberOf(baseline),
      value: numberOf(value),
      approximate: about !== undefined,
      target: numberOf(target),
      ratePercent: numberOf(rate),
    };
  },
);

/** `완료=96; 추진중=약 21; 상태 없음=403` */
export const STATUSES_CELL: ListCell<MonthlyStatus> = listCell(
  ({ name, count, approximate }) => ({
    name: RECORDED_STATUSES.nameOf(name),
    value: `${approximate ? '약 ' : ''}${withCommas(count)}`,
  }),
  (name, text) => {
    const [, about, count] = /^(약 )?(\d[\d,]*)$/.exec(text) ?? [];
    if (count === undefined) return null;
    return {
      name: RECORDED_STATUSES.wordOf(name),
      count: Number(count.replace(/,/g, '')),
      approximate: about !== undefined,
    };
  },
);

/** `구=계획 27,000,000 집행 5,700,000`; unknown amounts are left out. */
export const FUNDING_SOURCES_CELL: ListCell<MonthlyFundingSource> = listCell(
  ({ name, plannedWon, executedWon }) => ({
    name: withoutPersonalData(RECORDED_FUNDING_SOURCES.nameOf(name)),
    value: [
      ...(plannedWon === null ? [] : [`계획 ${withCommas(plannedWon)}`]),
      ...(executedWon === null ? [] : [`집행 ${withCommas(executedWon)}`]),
    ].join(' '),
  }),
  (name, text) => {
    const [found, planned, executed] = /^(?:계획 (-?\d[\d,]*))?(?: ?집행 (-?\d[\d,]*))?$/.exec(text) ?? [];
    if (found === undefined) return null;
    return {
      name: RECORDED_FUNDING_SOURCES.wordOf(name),
      plannedWon: numberOf(planned?.replace(/,/g, '')),
      executedWon: numberOf(executed?.replace(/,/g, '')),
    };
  },
);

const TAB_OF_NAME: ReadonlyMap<string, InputTab> = new Map(
  INPUT_TABS.map((tab) => [INPUT_TAB_NAMES[tab], tab]),
);

/** `소통기록 2; 예산집행 1` */
export function textOfLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut.map(({ tab, rows }) => `${INPUT_TAB_NAMES[tab]} ${withCommas(rows)}`).join('; ');
}

/** Reads {@link textOfLeftOut} back; undefined where the text is no such list. */
export function leftOutIn(text: string): readonly LeftOut[] | undefined {
  if (text === '') return [];
  const parts = text.split('; ');
  const leftOut = parts.flatMap((part): readonly LeftOut[] => {
    const [, name = '', rows] = /^(\S+) (\d[\d,]*)$/.exec(part) ?? [];
    const tab = TAB_OF_NAME.get(name);
    return tab === undefined || rows === undefined ? [] : [{ tab, rows: Number(rows.replace(/,/g, '')) }];
  });
  return leftOut.length === parts.length ? leftOut : undefined;
}

function unitText(unit: string | null): string {
  const text = escaped(withoutPersonalData(unit ?? ''), UNIT_SIGNS);
  return BEGINS_LIKE_A_VALUE.test(text) ? `\\${text}` : text;
}

/** A number with all its digits, never in scientific notation; blank for null. */
function decimalText(number: number | null): string {
  const text = String(number ?? '');
  return text.includes('e')
    ? Number(text)
        .toFixed(MOST_DECIMALS)
        .replace(/\.?0+$/, '')
    : text;
}

const MOST_DECIMALS = 20;

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
