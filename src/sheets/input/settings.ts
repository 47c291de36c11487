/** The settings of a pledge (공약): one row a setting, each with a reader of its own. */
import type { IsoDate } from '../../domain/date.ts';
import type { Finding, Place } from '../../domain/finding.ts';
import type { Indicator, IndicatorPlace } from '../../domain/indicators/indicator.ts';
import type { RoundingMode } from '../../domain/rate.ts';
import type { Pledge, StatedFigureKind } from '../../domain/records.ts';
import type { ImplementationStatus } from '../../domain/words.ts';
import { parseChoice, parseClass } from '../cells/choice.ts';
import { parseCount } from '../cells/count.ts';
import { parseRateDigits } from '../cells/digits.ts';
import { dateOfSerial, parseEventDate } from '../cells/event-date.ts';
import { type Measured, parseMeasure } from '../cells/measure.ts';
import { parseMoney } from '../cells/money.ts';
import { accepted, flagged, type Parsed } from '../cells/parsed.ts';
import { parsePercent } from '../cells/percent.ts';
import { parseText, parseYear } from '../cells/plain.ts';
import { type NameTable, nameTable, nearestName } from '../name-table.ts';
import { indicatorKinds } from '../names.ts';
import { isBlank, type RawCell, shownText } from '../raw.ts';
import { textKey } from '../text-key.ts';
import { headingKey, unitIn } from './headings.ts';
import { isPercentUnit, isUnitOf, namesAnotherUnit, unitOfIndicator } from './indicators/indicator-units.ts';
import type { ReadRow } from './rows/read-rows.ts';

type Term = Pick<Pledge, 'startYear' | 'endYear'>;

/** What a setting is read against. */
interface Against extends Term {
  readonly classes: NameTable<ImplementationStatus>;
}

export interface Setting<Value> {
  readonly name: string;
  readonly aliases: readonly string[];
  /** @param unit the unit that the setting's name has in brackets, or null. */
  parse(cell: RawCell, unit: string | null, against: Against): Parsed<Value>;
}

function setting<Value>(
  name: string,
  parse: Setting<Value>['parse'],
  aliases: readonly string[] = [],
): Setting<Value> {
  return { name, aliases, parse };
}

/** 39/200 is shown as 19 %, 5.7/27 as 21.1 %: what the reference sheet's figures take. */
const DEFAULT_DIGITS = 0;
const DEFAULT_EXECUTION_DIGITS = 1;
/** A year: what has not been answered by then is listed. */
const DEFAULT_HANDLING_LIMIT_DAYS = 365;
const TARGET_UNITS = ['회', '건', '명', '개', '개소', '곳'];

const roundingModes = nameTable<RoundingMode>([
  { value: 'truncate', name: '절사', aliases: ['버림', '내림'] },
  { value: 'round', name: '반올림' },
]);

/** Every setting, in the order in which a set-up writes them. */
export const SETTINGS = {
  number: setting('공약번호', parseText, ['번호']),
  name: setting('공약명', parseText, ['공약 이름', '공약사업명']),
  department: setting('담당부서', parseText, ['부서', '주관부서']),
  executingBody: setting('사업주체', parseText),
  termKind: setting('임기구분', parseText),
  progressKind: setting('추진구분', parseText),
  startYear: setting('시작연도', parseYear, ['시작년도', '시작']),
  endYear: setting('종료연도', parseYear, ['종료년도', '종료']),
  termEnd: setting('임기종료일', parseDay),
  totalCostWon: setting('총사업비(백만원)', (cell, unit) => parseMoney(cell, unit, '백만원')),
  indicator: setting('확인지표', parseText, ['공약이행 확인지표', '지표']),
  finalTarget: setting('최종목표', parseMeasure, ['목표', '최종 목표치']),
  unit: setting('지표단위', parseText, ['단위']),
  chosenStatus: setting('이행구분', (cell, _, { classes }) => parseClass(cell, classes)),
  asOf: setting('기준일', parseDay),
  roundingMode: setting('비율 처리', (cell) => parseChoice(cell, roundingModes)),
  digits: setting('비율 소수자리', parseRateDigits),
  executionDigits: setting('집행률 소수자리', parseRateDigits),
  handlingLimitDays: setting('건의 처리기한(일)', parseLimit, ['처리기한']),
  policyGoal: setting('정책목표', parseText),
  policyOutline: setting('정책개요', parseText),
  amendments: setting('수정사항', parseText),
} as const;

/** Settings of pledges that are measured by something else than meetings. 시트 준비 does not write them, 탭 더하기 does. */
export const INDICATOR_SETTINGS = {
  kind: setting('집계', (cell) => parseChoice(cell, indicatorKinds), ['집계방법', '집계방식']),
  baseline: setting('기준값', parseMeasure, ['기준치']),
};

/** Figures that nobody need type: they are computed. Where one is typed all the same, the rows are held against it. */
const STATED = {
  cumulativeMeetings: setting('누적실적', parseStatedValue, ['실적', '소통횟수', '소통실적']),
  implementationPercent: setting('이행률', parsePercent),
  suggestionCount: setting('건의건수', parseSuggestionCount, ['건의사항', '건의사항 건수']),
  executedWon: setting('집행액(백만원)', (cell, unit) => parseMoney(cell, unit, '백만원')),
  executionPercent: setting('집행률', parsePercent),
} satisfies Record<StatedFigureKind, Setting<number>>;
const STATED_KINDS = [
  'cumulativeMeetings',
  'implementationPercent',
  'suggestionCount',
  'executedWon',
  'executionPercent',
] as const satisfies readonly StatedFigureKind[];

/** Whether an item of 공약 is a percentage that somebody states. */
export function isPercentSetting(item: string): boolean {
  const name = settingNamed(item);
  return name === STATED.implementationPercent.name || name === STATED.executionPercent.name;
}

/** Whether an item of 공약 is a value of the indicator. */
export function isMeasuredSetting(item: string): boolean {
  const name = settingNamed(item);
  return name === SETTINGS.finalTarget.name || name === INDICATOR_SETTINGS.baseline.name;
}

/** The rate that somebody states, as it is read. */
export const STATED_PERCENT = STATED.implementationPercent;

export interface SettingRow {
  readonly item: string | null;
  readonly value: RawCell;
}

export interface ReadSettings {
  readonly pledge: Pledge;
  /** null: what the pledge is measured by cannot be read. `isStated`: any of its settings is filled. */
  readonly own: {
    readonly indicator: Indicator | null;
    readonly isStated: boolean;
  };
  /** What is wrong with the as-of date, if it was given and is none: nothing may then be computed for a guessed one. */
  readonly asOfFinding: Finding | null;
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

/** The number of the pledge, which all other tabs are read against; null where it is blank or cannot be read. */
export function pledgeNumberOf(rows: readonly ReadRow<SettingRow>[]): string | null {
  const cell = settingsByName(rows).given.get(SETTINGS.number.name)?.values.value ?? '';
  const parsed = isBlank(cell) ? null : parseText(cell);
  return parsed?.ok === true ? parsed.value : null;
}

/**
 * The pledge as its settings say. A setting that is absent, blank or flagged is null, or has its default.
 * @param classes the names of 이행구분 that this office knows.
 */
export function settingsOf(
  rows: readonly ReadRow<SettingRow>[],
  classes: NameTable<ImplementationStatus>,
): ReadSettings {
  const { given, excludedRows, findings: itemFindings } = settingsByName(rows);
  const findings: Finding[] = [...itemFindings];
  const excluded = new Set(excludedRows);

  const read = <Value>(wanted: Setting<Value>, term: Term = NO_TERM): Value | null => {
    const row = given.get(wanted.name);
    if (row === undefined || isBlank(row.values.value)) return null;
    const parsed = wanted.parse(row.values.value, unitIn(row.values.item ?? ''), { ...term, classes });
    const problems = parsed.ok ? parsed.notices : [parsed.flag];
    for (const problem of problems) findings.push({ problem, place: valueCellOf(row) });
    if (!parsed.ok) excluded.add(row.row);
    return parsed.ok ? parsed.value : null;
  };

  const term: Term = { startYear: read(SETTINGS.startYear), endYear: read(SETTINGS.endYear) };
  const mode = read(SETTINGS.roundingMode) ?? 'truncate';
  const progressKind = read(SETTINGS.progressKind);
  const own = ownIndicator(given, read, (row) => excluded.has(row));
  const pledge: Pledge = {
    number: read(SETTINGS.number),
    name: read(SETTINGS.name),
    department: read(SETTINGS.department),
    executingBody: read(SETTINGS.executingBody),
    termKind: read(SETTINGS.termKind),
    progressKind,
    continuing: progressKind !== null && isContinuing(progressKind) === true,
    ...term,
    termEnd: read(SETTINGS.termEnd, term),
    totalCostWon: read(SETTINGS.totalCostWon),
    chosenStatus: read(SETTINGS.chosenStatus),
    asOf: read(SETTINGS.asOf, term),
    ratePrecision: { mode, digits: read(SETTINGS.digits) ?? DEFAULT_DIGITS },
    executionRatePrecision: { mode, digits: read(SETTINGS.executionDigits) ?? DEFAULT_EXECUTION_DIGITS },
    policyGoal: read(SETTINGS.policyGoal),
    policyOutline: read(SETTINGS.policyOutline),
    amendments: read(SETTINGS.amendments),
    handlingLimitDays: read(SETTINGS.handlingLimitDays) ?? DEFAULT_HANDLING_LIMIT_DAYS,
    stated: STATED_KINDS.flatMap((kind) => {
      const value = read(STATED[kind]);
      const row = given.get(STATED[kind].name)?.row;
      return value === null || row === undefined ? [] : [{ kind, value, row }];
    }),
  };
  findings.push(
    ...mixedPercents(given),
    ...termReversed(term, given),
    ...unknownProgressKind(progressKind, given),
  );
  const asOfRow = given.get(SETTINGS.asOf.name)?.row;
  const asOfFinding =
    asOfRow !== undefined && excluded.has(asOfRow) ? findings.find(isAt(asOfRow)) : undefined;
  return { pledge, own, asOfFinding: asOfFinding ?? null, excluded: excluded.size, findings };
}

/** One percentage typed as text (`54%`) beside another held as a number (0.211): both are read, and worth a look. */
function mixedPercents(given: ReadonlyMap<string, ReadRow<SettingRow>>): readonly Finding[] {
  const percents = [STATED.implementationPercent, STATED.executionPercent].flatMap(
    ({ name }) => given.get(name) ?? [],
  );
  const typed = percents.filter(({ values }) => !isBlank(values.value));
  const [first] = typed;
  return first !== undefined && new Set(typed.map(({ values }) => typeof values.value)).size > 1
    ? [{ problem: { code: 'mixed-percent' }, place: valueCellOf(first) }]
    : [];
}

function termReversed(
  { startYear, endYear }: Term,
  given: ReadonlyMap<string, ReadRow<SettingRow>>,
): readonly Finding[] {
  const row = given.get(SETTINGS.endYear.name);
  return startYear !== null && endYear !== null && row !== undefined && startYear > endYear
    ? [{ problem: { code: 'term-reversed', startYear, endYear }, place: valueCellOf(row) }]
    : [];
}

/** How pledges that go on after their target, and those that end with it, are marked. */
const CONTINUING = /지속|계속|상시|매년|연례/;
const ENDING = /완료|종료|단년|단기|한시|일회|1회|신규|임기내/;
const DENIED = /비(?:지속|계속)|미(?:지속|계속)|아님|않|안함/;

/** Whether a pledge goes on after its target is met; null where the words do not say. */
function isContinuing(progressKind: string): boolean | null {
  const key = textKey(progressKind);
  if (DENIED.test(key)) return false;
  if (CONTINUING.test(key)) return true;
  return ENDING.test(key) ? false : null;
}

function unknownProgressKind(
  progressKind: string | null,
  given: ReadonlyMap<string, ReadRow<SettingRow>>,
): readonly Finding[] {
  const row = given.get(SETTINGS.progressKind.name);
  return progressKind !== null && row !== undefined && isContinuing(progressKind) === null
    ? [{ problem: { code: 'unknown-progress-kind', found: progressKind }, place: valueCellOf(row) }]
    : [];
}

const NO_TERM: Term = { startYear: null, endYear: null };

const isAt = (row: number) => (finding: Finding) => finding.place?.row === row;

/** The row of each setting, by its name. */
function settingsByName(rows: readonly ReadRow<SettingRow>[]): {
  readonly given: ReadonlyMap<string, ReadRow<SettingRow>>;
  readonly excludedRows: readonly number[];
  readonly findings: readonly Finding[];
} {
  const given = new Map<string, ReadRow<SettingRow>>();
  const excludedRows: number[] = [];
  const findings: Finding[] = [];
  for (const row of rows) {
    const item = row.values.item ?? '';
    const name = settingNamed(item);
    if (name !== undefined && !given.has(name)) {
      given.set(name, row);
      continue;
    }
    excludedRows.push(row.row);
    findings.push({
      problem: isBlank(item)
        ? { code: 'required-blank' }
        : name === undefined
          ? { code: 'unknown-setting', found: item, nearest: nearestName(item, SETTING_NAMES) }
          : { code: 'doubled-setting', found: item },
      place: { tab: 'pledge', row: row.row, field: 'item' },
    });
  }
  return { given, excludedRows, findings };
}

function valueCellOf(row: ReadRow<SettingRow>): Place {
  return { tab: 'pledge', row: row.row, field: 'value' };
}

const ALL_SETTINGS: readonly Setting<unknown>[] = [
  ...Object.values(SETTINGS),
  ...Object.values(INDICATOR_SETTINGS),
  ...Object.values(STATED),
];
const SETTING_NAMES = ALL_SETTINGS.map(({ name }) => name);
/** The setting that an item of 공약 names, by name or alias; undefined: none. */
export function settingNamed(item: string): string | undefined {
  return SETTING_NAME_BY_KEY.get(headingKey(item));
}

const SETTING_NAME_BY_KEY: ReadonlyMap<string, string> = new Map(
  ALL_SETTINGS.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((spelling): [string, string] => [headingKey(spelling), name]),
  ),
);

/** A day, before or after the term as well; a serial number only near it. */
function parseDay(cell: RawCell, _unit: string | null, term: Term): Parsed<IsoDate> {
  const serial = dateOfSerial(cell, term);
  if (serial !== null) return accepted(serial);
  const parsed = parseEventDate(cell, { ...NO_TERM, tabYear: null });
  if (!parsed.ok) return parsed;
  return parsed.value.precision === 'day'
    ? { ...parsed, value: parsed.value.first }
    : flagged({ code: 'not-a-date', found: shownText(cell).trim() });
}

type ReadSetting = <Value>(wanted: Setting<Value>) => Value | null;

/**
 * The indicator that the settings describe. A target of meetings is a whole number; that of anything else may have decimals, and its
 * unit is that of the indicator.
 */
function ownIndicator(
  given: ReadonlyMap<string, ReadRow<SettingRow>>,
  read: ReadSetting,
  isExcluded: (row: number) => boolean,
): ReadSettings['own'] {
  const name = read(SETTINGS.indicator);
  const unit = read(SETTINGS.unit);
  const typedKind = read(INDICATOR_SETTINGS.kind);
  const rowOf = (setting: Setting<unknown>) => given.get(setting.name)?.row ?? null;
  const kindRow = rowOf(INDICATOR_SETTINGS.kind);
  const kind = typedKind ?? 'meetings';
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
    name !== null || unit !== null || typedKind !== null || target.value !== null || baseline.value !== null;
  // A kind that nobody understands is never taken for the usual one.
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

function placeOf(row: number): IndicatorPlace {
  return { tab: 'pledge', row };
}

/** @param heading what stands before the value, with the unit of it in brackets: `최종목표(천명)`. */
export function valueReaderOf(
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  heading: string,
): Setting<Measured>['parse'] {
  const { kind, unit } = indicator;
  const units = unit === null ? TARGET_UNITS : [...TARGET_UNITS, unit];
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

function parseStatedValue(cell: RawCell): Parsed<number> {
  const parsed = parseMeasure(cell);
  return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
}

function parseSuggestionCount(cell: RawCell): Parsed<number> {
  const parsed = parseCount(cell, ['건']);
  return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
}

function parseLimit(cell: RawCell): Parsed<number> {
  const parsed = parseCount(cell, ['일']);
  return parsed.ok ? { ...parsed, value: parsed.value.value } : parsed;
}
