/** The settings of a pledge (공약), one a row, each with its own reader. */
import type { Finding } from '../../../domain/finding.ts';
import type { Pledge, StatedFigure } from '../../../domain/records.ts';
import type { ImplementationStatus } from '../../../domain/words.ts';
import { type NameTable, nameTable, nearestName } from '../../name-table.ts';
import { isBlank } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import { unitIn } from '../headings.ts';
import type { ReadRow } from '../rows/read-rows.ts';
import { type OwnIndicator, ownIndicator } from './own-indicator.ts';
import {
  NO_TERM,
  placeOfSetting,
  SETTING_NAMES,
  SETTINGS,
  type Setting,
  type SettingRow,
  STATED,
  STATED_KINDS,
  settingNamed,
  type Term,
} from './setting-list.ts';

/** The reference sheet shows 39/200 as 19 %, and 5.7/27 as 21.1 %. */
const DEFAULT_DIGITS = 0;
const DEFAULT_EXECUTION_DIGITS = 1;
/** One year. Suggestions that are open for longer are reported. */
const DEFAULT_HANDLING_LIMIT_DAYS = 365;

export interface ReadSettings {
  readonly pledge: Pledge;
  readonly own: OwnIndicator;
  /**
   * Finding about a typed as-of date that cannot be read; null: none. No figures may then be computed for a
   * guessed date.
   */
  readonly asOfFinding: Finding | null;
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

const AGAINST_NOTHING = { ...NO_TERM, implementationStatuses: nameTable<ImplementationStatus>([]) };

/**
 * The number of the pledge, which all other tabs are checked against; null where it is blank or cannot be
 * read.
 */
export function pledgeNumberOf(rows: readonly ReadRow<SettingRow>[]): string | null {
  const cell = settingsByName(rows).given.get(SETTINGS.number.name)?.values.value ?? '';
  const parsed = isBlank(cell) ? null : SETTINGS.number.parse(cell, null, AGAINST_NOTHING);
  return parsed?.ok === true ? parsed.value : null;
}

/**
 * Reads the settings of a pledge. A setting that is absent, blank or cannot be read is null, or has its
 * default.
 * @param implementationStatuses implementation statuses that the office knows.
 */
export function settingsOf(
  rows: readonly ReadRow<SettingRow>[],
  implementationStatuses: NameTable<ImplementationStatus>,
): ReadSettings {
  const { given, unnamed, findings: itemFindings } = settingsByName(rows);
  const findings: Finding[] = [...itemFindings];
  const excluded = new Set(unnamed);

  const read = <Value>(wanted: Setting<Value>, term: Term = NO_TERM): Value | null => {
    const row = given.get(wanted.name);
    if (row === undefined || isBlank(row.values.value)) return null;
    if (wanted.isNothing?.(row.values.value, { implementationStatuses }) === true) return null;
    const parsed = wanted.parse(row.values.value, unitIn(row.values.item ?? ''), {
      ...term,
      implementationStatuses,
    });
    const problems = parsed.ok ? parsed.notices : [parsed.flag];
    for (const problem of problems) findings.push({ problem, place: placeOfSetting(row) });
    if (!parsed.ok) excluded.add(row);
    return parsed.ok ? parsed.value : null;
  };

  const term: Term = { startYear: read(SETTINGS.startYear), endYear: read(SETTINGS.endYear) };
  const mode = read(SETTINGS.roundingMode) ?? 'truncate';
  const progressKind = read(SETTINGS.progressKind);
  const own = ownIndicator(given, read, (row) => excluded.has(row));
  const pledge: Pledge = {
    describedIn: rows.some(({ values }) => values.listed !== undefined) ? 'pledgeList' : 'pledge',
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
      const row = given.get(STATED[kind].name);
      return value === null || row === undefined ? [] : [{ kind, value, ...placeOfStated(row) }];
    }),
  };
  findings.push(...termReversed(term, given), ...unknownProgressKind(progressKind, given));
  const asOfRow = given.get(SETTINGS.asOf.name);
  const asOfFinding =
    asOfRow !== undefined && excluded.has(asOfRow) ? findings.find(isAt(placeOfSetting(asOfRow))) : undefined;
  // Those of a pledge in 공약목록 share a row, which still is a pledge.
  const excludedRows = [...excluded].filter(({ values }) => values.listed === undefined);
  return { pledge, own, asOfFinding: asOfFinding ?? null, excluded: excludedRows.length, findings };
}

function termReversed(
  { startYear, endYear }: Term,
  given: ReadonlyMap<string, ReadRow<SettingRow>>,
): readonly Finding[] {
  const row = given.get(SETTINGS.endYear.name);
  return startYear !== null && endYear !== null && row !== undefined && startYear > endYear
    ? [{ problem: { code: 'term-reversed', startYear, endYear }, place: placeOfSetting(row) }]
    : [];
}

/** Words of 추진구분 for pledges that continue after their target, and for those that end with it. */
const CONTINUING = /지속|계속|상시|매년|연례/;
const ENDING = /완료|종료|단년|단기|한시|일회|1회|신규|임기내/;
const DENIED = /비(?:지속|계속)|미(?:지속|계속)|아님|않|안함/;

/** Whether a pledge continues after its target is met; null where the words do not say. */
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
    ? [{ problem: { code: 'unknown-progress-kind', found: progressKind }, place: placeOfSetting(row) }]
    : [];
}

const isAt =
  ({ tab, row, field }: ReturnType<typeof placeOfSetting>) =>
  ({ place }: Finding) =>
    place?.tab === tab && place.row === row && place.field === field;

/** The first row of each setting, by its name. Other rows are left out. */
function settingsByName(rows: readonly ReadRow<SettingRow>[]): {
  readonly given: ReadonlyMap<string, ReadRow<SettingRow>>;
  /** The rows that name no setting, or one that a row above names. */
  readonly unnamed: readonly ReadRow<SettingRow>[];
  readonly findings: readonly Finding[];
} {
  const given = new Map<string, ReadRow<SettingRow>>();
  const unnamed: ReadRow<SettingRow>[] = [];
  const findings: Finding[] = [];
  for (const row of rows) {
    const item = row.values.item ?? '';
    const name = settingNamed(item);
    if (name !== undefined && !given.has(name)) {
      given.set(name, row);
      continue;
    }
    unnamed.push(row);
    findings.push({
      problem: isBlank(item)
        ? { code: 'required-blank' }
        : name === undefined
          ? { code: 'unknown-setting', found: item, nearest: nearestName(item, SETTING_NAMES) }
          : { code: 'doubled-setting', found: item },
      place: { tab: 'pledge', row: row.row, field: 'item' },
    });
  }
  return { given, unnamed, findings };
}

/** The place of a stated figure: its row, and its tab unless that is 공약. */
function placeOfStated(row: ReadRow<SettingRow>): Pick<StatedFigure, 'row' | 'tab'> {
  const { tab } = placeOfSetting(row);
  return tab === 'pledge' ? { row: row.row } : { row: row.row, tab };
}
