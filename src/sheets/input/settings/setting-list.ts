/** Every setting of 공약: its name, its aliases and its reader. */
import type { IsoDate } from '../../../domain/date.ts';
import type { RoundingMode } from '../../../domain/rate.ts';
import type { Pledge, StatedFigureKind } from '../../../domain/records.ts';
import type { ImplementationStatus } from '../../../domain/words.ts';
import { parseChoice, parseImplementationStatus } from '../../cells/choice.ts';
import { parseCount } from '../../cells/count.ts';
import { parseRateDigits } from '../../cells/digits.ts';
import { parseDateOfAnyYear } from '../../cells/event-date.ts';
import { parseMeasure } from '../../cells/measure.ts';
import { parseMoney } from '../../cells/money.ts';
import { accepted, DASH, flagged, type Parsed } from '../../cells/parsed.ts';
import { parsePercent } from '../../cells/percent.ts';
import { parseText, parseYear } from '../../cells/plain.ts';
import { type NameTable, nameTable } from '../../name-table.ts';
import { indicatorKinds, NO_IMPLEMENTATION_STATUS_NAME } from '../../names.ts';
import { isDateCell, type RawCell, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import { isNoBudget } from '../no-budget.ts';
import { pledgeKeysOf } from '../pledges/pledge-numbers.ts';
import type { ReadRow } from '../rows/read-rows.ts';

export type Term = Pick<Pledge, 'startYear' | 'endYear'>;

/** What a setting may need in order to be read. */
interface Against extends Term {
  readonly implementationStatuses: NameTable<ImplementationStatus>;
}

/** A typed setting: a row of 공약, or a cell in the row of a pledge in 공약목록. */
export interface SettingRow {
  readonly item: string | null;
  readonly value: RawCell;
  /** The column in 공약목록; absent: the setting is in 공약. */
  readonly listed?: string;
}

/** The place of the value of a setting. */
export function placeOfSetting({ row, values: { listed } }: ReadRow<SettingRow>) {
  return listed === undefined
    ? ({ tab: 'pledge', row, field: 'value' } as const)
    : ({ tab: 'pledgeList', row, field: listed } as const);
}

export interface Setting<Value> {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether a cell means nothing, as a blank one does. */
  isNothing?(cell: RawCell, against: Pick<Against, 'implementationStatuses'>): boolean;
  /** @param unit the unit in brackets in the setting's name; null: none. */
  parse(cell: RawCell, unit: string | null, against: Against): Parsed<Value>;
}

function setting<Value>(
  name: string,
  parse: Setting<Value>['parse'],
  aliases: readonly string[] = [],
): Setting<Value> {
  return { name, aliases, parse };
}

/** A setting where a dash says that there is none. In a sentence that is printed, a dash stays a dash. */
function settingOrDash<Value>(
  name: string,
  parse: Setting<Value>['parse'],
  aliases: readonly string[] = [],
): Setting<Value> {
  return {
    ...setting(name, parse, aliases),
    isNothing: (cell) => DASH.test(compactReadText(shownText(cell))),
  };
}

const roundingModes = nameTable<RoundingMode>([
  { value: 'truncate', name: '절사', aliases: ['버림', '내림'] },
  { value: 'round', name: '반올림' },
]);

/** The settings that 시트 준비 writes, in its order. */
export const SETTINGS = {
  number: setting('공약번호', parseNumber, ['번호']),
  name: setting('공약명', parseText, ['공약 이름', '공약사업명']),
  department: setting('담당부서', parseText, ['부서', '주관부서']),
  executingBody: setting('사업주체', parseText),
  termKind: setting('임기구분', parseText),
  progressKind: settingOrDash('추진구분', parseText),
  startYear: setting('시작연도', parseYear, ['시작년도', '시작']),
  endYear: setting('종료연도', parseYear, ['종료년도', '종료']),
  termEnd: setting('임기종료일', parseDay),
  totalCostWon: setting('총사업비(백만원)', parseCost),
  indicator: settingOrDash('확인지표', parseText, ['공약이행 확인지표', '지표']),
  finalTarget: setting('최종목표', parseMeasure, ['목표', '최종 목표치']),
  unit: settingOrDash('지표단위', parseText, ['단위']),
  chosenStatus: {
    ...setting('이행구분', (cell, _, { implementationStatuses }) =>
      parseImplementationStatus(cell, implementationStatuses),
    ),
    isNothing: isNoImplementationStatus,
  },
  asOf: setting('기준일', parseDay),
  roundingMode: setting('비율 처리', (cell) => parseChoice(cell, roundingModes)),
  digits: setting('비율 소수자리', parseRateDigits),
  executionDigits: setting('집행률 소수자리', parseRateDigits),
  handlingLimitDays: setting('건의 처리기한(일)', countIn('일'), ['처리기한']),
  policyGoal: setting('정책목표', parseText),
  policyOutline: setting('정책개요', parseText),
  amendments: setting('수정사항', parseText),
} as const;

/**
 * Settings of pledges that are measured by something other than meetings. 시트 준비 does not write them; 탭 더하기
 * does.
 */
export const INDICATOR_SETTINGS = {
  kind: settingOrDash('집계', (cell) => parseChoice(cell, indicatorKinds), ['집계방법', '집계방식']),
  baseline: setting('기준값', parseMeasure, ['기준치']),
};

/** Figures that are computed, so nobody needs to type them. A typed one is compared with the computed one. */
export const STATED = {
  cumulativeMeetings: setting('누적실적', parseStatedValue, ['실적', '소통횟수', '소통실적']),
  implementationPercent: settingOrDash('이행률', parsePercent),
  suggestionCount: setting('건의건수', countIn('건'), ['건의사항', '건의사항 건수']),
  executedWon: setting('집행액(백만원)', (cell, unit) => parseMoney(cell, unit, '백만원')),
  executionPercent: settingOrDash('집행률', parsePercent),
} satisfies Record<StatedFigureKind, Setting<number>>;
export const STATED_KINDS = [
  'cumulativeMeetings',
  'implementationPercent',
  'suggestionCount',
  'executedWon',
  'executionPercent',
] as const satisfies readonly StatedFigureKind[];

/** Whether an item of 공약 is a stated percentage. */
export function isPercentSetting(item: string): boolean {
  const name = settingNamed(item);
  return name === STATED.implementationPercent.name || name === STATED.executionPercent.name;
}

/** Whether an item of 공약 is the final target or the baseline of the indicator. */
export function isMeasuredSetting(item: string): boolean {
  const name = settingNamed(item);
  return name === SETTINGS.finalTarget.name || name === INDICATOR_SETTINGS.baseline.name;
}

/** Whether an item of 공약 is the number of the pledge. */
export function isNumberSetting(item: string): boolean {
  return settingNamed(item) === SETTINGS.number.name;
}

/** Whether an item of 공약 is an amount of money. */
export function isMoneySetting(item: string): boolean {
  const name = settingNamed(item);
  return name === SETTINGS.totalCostWon.name || name === STATED.executedWon.name;
}

/** The setting of a stated 이행률. */
export const STATED_PERCENT = STATED.implementationPercent;

const ALL_SETTINGS: readonly Setting<unknown>[] = [
  ...Object.values(SETTINGS),
  ...Object.values(INDICATOR_SETTINGS),
  ...Object.values(STATED),
];
export const SETTING_NAMES = ALL_SETTINGS.map(({ name }) => name);
/** Name of the setting that an item of 공약 means, by name or alias; undefined: none. */
export function settingNamed(item: string): string | undefined {
  return SETTING_NAME_BY_KEY.get(headingKey(item));
}

const SETTING_NAME_BY_KEY: ReadonlyMap<string, string> = new Map(
  ALL_SETTINGS.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((spelling): [string, string] => [headingKey(spelling), name]),
  ),
);

/** A term whose years are not known. */
export const NO_TERM: Term = { startYear: null, endYear: null };

/** The number of the pledge: 1-6 where Sheets turned it into a date. */
function parseNumber(cell: RawCell): Parsed<string> {
  return parseText(isDateCell(cell) ? (pledgeKeysOf(cell)[0] ?? '') : cell);
}

/**
 * Whether a cell means no implementation status: a dash, or 미정, unless the office has a status of that name.
 */
function isNoImplementationStatus(
  cell: RawCell,
  { implementationStatuses }: Pick<Against, 'implementationStatuses'>,
): boolean {
  const text = compactReadText(shownText(cell));
  return !implementationStatuses.lists(text) && (text === NO_IMPLEMENTATION_STATUS_NAME || DASH.test(text));
}

/** Total cost of the pledge in won; 비예산 is 0. */
function parseCost(cell: RawCell, unit: string | null): Parsed<number> {
  return isNoBudget(shownText(cell)) ? accepted(0) : parseMoney(cell, unit, '백만원');
}

/** A day, inside the term or not. */
function parseDay(cell: RawCell, _unit: string | null, term: Term): Parsed<IsoDate> {
  const parsed = parseDateOfAnyYear(cell, { ...term, tabYear: null });
  if (!parsed.ok) return parsed;
  return parsed.value.precision === 'day'
    ? { ...parsed, value: parsed.value.first }
    : flagged({ code: 'not-a-date', found: shownText(cell).trim() });
}

function parseStatedValue(cell: RawCell): Parsed<number> {
  const parsed = parseMeasure(cell);
  return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
}

/** Reads a whole number, with or without this unit. */
function countIn(unit: string): Setting<number>['parse'] {
  return (cell) => {
    const parsed = parseCount(cell, [unit]);
    return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
  };
}
