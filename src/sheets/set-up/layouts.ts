/** Input tabs as they are made: headings with notes, rows to begin with, formats and rules. Pure; `google/` carries it out. */
import type { IsoDate } from '../../domain/date.ts';
import { monthOf, yearOf } from '../../domain/date.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import { IMPLEMENTATION_STATUSES } from '../../domain/words.ts';
import { columnLetters } from '../addresses.ts';
import { CLASSIFICATION_KINDS } from '../input/classification.ts';
import { findHeadings, headingKey } from '../input/headings.ts';
import { SETTINGS } from '../input/settings.ts';
import { classificationTab, INPUT_TAB_NAMES } from '../input/tabs.ts';
import { implementationStatusName, OPENING_BALANCE_NAME } from '../names.ts';
import type { RawCell, RawTab } from '../raw.ts';
import { SAMPLE } from '../sample.ts';
import { textKey } from '../text-key.ts';
import { COLUMN_GUIDES, type ColumnGuide, scheduleGuides } from './columns.ts';
import { DATE_FORMAT, PLAIN_NUMBER_FORMAT, SEPARATED_FORMAT, TEXT, UNFORMATTED } from './formats.ts';
import { countRule, dayRule, formulaFor, listRule, type Rule, yearRule } from './rules.ts';

type Row = readonly (string | number)[];

/** What a cell is expected to hold, in the words of a spreadsheet. A cell that holds anything else is only marked. */
export type CellRule =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly tabName: string; readonly cells: string }
  | { readonly kind: 'numberBetween'; readonly least: number; readonly most: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'formula'; readonly formula: string };

/** Cells in A1 notation; `B2:B` runs to the end of the tab. */
export interface RuledCells {
  readonly cells: string;
  readonly rule: CellRule;
}

export interface TabLayout {
  readonly tab: InputTab;
  readonly name: string;
  readonly columns: readonly ColumnGuide[];
  /** The headings, and the rows to begin with. A string is text whatever it looks like. */
  readonly block: readonly Row[];
  /** The number format of each cell of the block. */
  readonly blockFormats: readonly (readonly string[])[];
  readonly rules: readonly RuledCells[];
}

/** Where names stand in 분류. */
export interface NamePlaces {
  readonly meetings: string | null;
  readonly origins: string | null;
}

/**
 * The layouts of these tabs.
 * @param rowsOf the rows that a tab begins with.
 * @param classification 분류 as it stands; null where it is one of the tabs, or not there.
 */
export function tabLayouts(
  tabs: readonly InputTab[],
  rowsOf: (tab: InputTab) => readonly Row[],
  quarters: readonly string[],
  classification: RawTab | null,
): readonly TabLayout[] {
  const made: RawTab = {
    name: classificationTab.name,
    rows: [COLUMN_GUIDES.classification.map(({ heading }) => heading), ...rowsOf('classification')],
  };
  const places = namePlaces(tabs.includes('classification') ? made : classification);
  return INPUT_TABS.filter((tab) => tabs.includes(tab)).map((tab) =>
    tabLayout(tab, tab === 'schedule' ? scheduleGuides(quarters) : COLUMN_GUIDES[tab], rowsOf(tab), places),
  );
}

function tabLayout(
  tab: InputTab,
  columns: readonly ColumnGuide[],
  rows: readonly Row[],
  places: NamePlaces,
): TabLayout {
  const own = rows.map((row) =>
    tab === 'pledge' ? SETTING_LOOKS.get(headingKey(String(row[0]))) : undefined,
  );
  const ruled = (cells: string, rule: Rule | null | undefined): RuledCells[] => {
    const cellRule = rule == null ? null : cellRuleOf(rule, cells, places);
    return cellRule === null ? [] : [{ cells, rule: cellRule }];
  };
  return {
    tab,
    name: INPUT_TAB_NAMES[tab],
    columns,
    block: [columns.map(({ heading }) => heading), ...rows],
    blockFormats: [
      columns.map(() => TEXT),
      ...rows.map((row, index) =>
        columns.map(({ format }, column) =>
          formatOf(row[column] ?? '', column === VALUE_COLUMN ? (own[index]?.format ?? format) : format),
        ),
      ),
    ],
    rules: [
      ...columns.flatMap(({ rule }, index) => {
        const letters = columnLetters(index + 1);
        return ruled(`${letters}2:${letters}`, rule);
      }),
      ...own.flatMap((look, index) => ruled(`${columnLetters(VALUE_COLUMN + 1)}${index + 2}`, look?.rule)),
    ],
  };
}

/** A text that stands there from the beginning stays text in any column; a number keeps a format of numbers. */
function formatOf(cell: string | number, format: string): string {
  if (cell === '') return format;
  if (typeof cell === 'string') return TEXT;
  return format === TEXT ? UNFORMATTED : format;
}

function cellRuleOf(rule: Rule, cells: string, places: NamePlaces): CellRule | null {
  switch (rule.kind) {
    case 'names': {
      const range = places[rule.of];
      return range === null ? null : { kind: 'range', tabName: INPUT_TAB_NAMES.classification, cells: range };
    }
    case 'scheduleNames':
      return { kind: 'range', tabName: INPUT_TAB_NAMES.schedule, cells: 'A2:A200' };
    case 'formula':
      return { kind: 'formula', formula: formulaFor(rule.of, cells.split(':')[0] ?? cells) };
    default:
      return rule;
  }
}

/** Rows of 분류 that a list of names may grow by, below the last name that there is. */
const ROOM = 200;

/**
 * From the first to the last name of a kind. Rows inserted between the two belong to it, as Sheets widens the range; the names
 * at the end of the tab may grow downwards.
 */
export function namePlaces(classification: RawTab | null): NamePlaces {
  const headings = classification === null ? null : findHeadings(classificationTab, classification).headings;
  const kindColumn = headings?.cells.get('kind')?.column;
  const nameColumn = headings?.cells.get('name')?.column;
  if (classification === null || headings === null || kindColumn === undefined || nameColumn === undefined) {
    return { meetings: null, origins: null };
  }
  const rowsOfKind = (kind: string | null) =>
    classification.rows.flatMap((row, index) => {
      const typed: RawCell = row[kindColumn - 1] ?? '';
      const isOne = index >= headings.row && typeof typed === 'string' && typed !== '';
      return isOne && (kind === null || textKey(typed) === textKey(kind)) ? [index + 1] : [];
    });
  const last = Math.max(0, ...rowsOfKind(null));
  const letters = columnLetters(nameColumn);
  const place = (kind: string) => {
    const rows = rowsOfKind(kind);
    if (rows.length === 0) return null;
    const end = Math.max(...rows);
    return `${letters}${Math.min(...rows)}:${letters}${end === last ? end + ROOM : end}`;
  };
  return { meetings: place(CLASSIFICATION_KINDS.meetings), origins: place(CLASSIFICATION_KINDS.origins) };
}

/** The value of a setting stands in the second column. */
const VALUE_COLUMN = 1;

interface SettingLook {
  readonly explanation: string;
  readonly format: string;
  readonly rule: Rule | null;
}

function look(explanation: string, format: string = TEXT, rule: Rule | null = null): SettingLook {
  return { explanation, format, rule };
}

const SETTING_GUIDES: Readonly<Record<keyof typeof SETTINGS, SettingLook>> = {
  number: look('공약의 번호입니다. 예: 1-6'),
  name: look('공약의 이름입니다.'),
  department: look('공약을 맡은 부서입니다. 예: 자치행정과'),
  executingBody: look('누가 하는 사업인지입니다. 예: 자체'),
  termKind: look('임기 안에 마치는지입니다. 예: 임기 내'),
  progressKind: look(
    '지속이면 목표를 이룬 뒤에 이행 후 계속추진을, 아니면 완료를 제안합니다. 예: 지속',
    TEXT,
  ),
  startYear: look('첫해입니다. 비우면 기록에 있는 해부터입니다. 예: 2022', PLAIN_NUMBER_FORMAT, yearRule),
  endYear: look('마지막 해입니다. 비우면 기록에 있는 해까지입니다. 예: 2026', PLAIN_NUMBER_FORMAT, yearRule),
  termEnd: look('임기가 끝나는 날입니다. 예: 2026. 6. 30.', DATE_FORMAT, dayRule),
  totalCostWon: look('예산계획의 합계와 견줍니다. 비우면 견주지 않습니다. 예: 27', UNFORMATTED),
  indicator: look('무엇을 세는지입니다. 예: 구민과의 소통 횟수 (누적)'),
  finalTarget: look(
    '확인지표가 마지막에 이를 수입니다. 비우면 연차목표의 마지막 값입니다. 예: 200',
    SEPARATED_FORMAT,
    countRule,
  ),
  unit: look('확인지표의 단위입니다. 비우면 회입니다.'),
  chosenStatus: look(
    '이행구분을 정했으면 고릅니다. 비우면 제안된 구분을 씁니다.',
    TEXT,
    listRule(IMPLEMENTATION_STATUSES.map(implementationStatusName)),
  ),
  asOf: look('어느 날까지 셀지입니다. 비우면 오늘입니다. 예: 2024. 3. 31.', DATE_FORMAT, dayRule),
  roundingMode: look('비율의 끝자리입니다. 비우면 절사입니다.', TEXT, listRule(['절사', '반올림'])),
  digits: look('이행률의 소수 자릿수입니다. 비우면 0입니다.', PLAIN_NUMBER_FORMAT, digitsRule()),
  executionDigits: look('집행률의 소수 자릿수입니다. 비우면 1입니다.', PLAIN_NUMBER_FORMAT, digitsRule()),
  handlingLimitDays: look(
    '이보다 오래 끝나지 않은 건의를 점검 탭이 알려 줍니다. 비우면 365일입니다.',
    SEPARATED_FORMAT,
    countRule,
  ),
  policyGoal: look('실적보고에 그대로 실립니다.'),
  policyOutline: look('실적보고에 그대로 실립니다.'),
  amendments: look('공약을 고친 일이 있으면 적습니다. 실적보고에 그대로 실립니다.'),
};

function digitsRule(): Rule {
  return { kind: 'numberBetween', least: 0, most: 4 };
}

// The keys of a record of settings are its settings.
const SETTING_FIELDS = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

const SETTING_LOOKS: ReadonlyMap<string, SettingLook> = new Map(
  SETTING_FIELDS.map((field): [string, SettingLook] => [
    headingKey(SETTINGS[field].name),
    SETTING_GUIDES[field],
  ]),
);

/** The rows that a new tab begins with: every setting without its value, and the usual names. */
export function rowsToBeginWith(tab: InputTab): readonly Row[] {
  switch (tab) {
    case 'pledge':
      return SETTING_FIELDS.map((field) => [SETTINGS[field].name, '', SETTING_GUIDES[field].explanation]);
    case 'classification':
      return usualNames();
    default:
      return [];
  }
}

/** The names of the sample with their aliases; which line of a schedule they belong to is for its staff to say. */
function usualNames(): readonly Row[] {
  const sample = SAMPLE.find(({ tab }) => tab === 'classification');
  const { meetings } = CLASSIFICATION_KINDS;
  return [
    // Built in: it stands here so that it can be chosen.
    [meetings, OPENING_BALANCE_NAME, '', ''],
    ...(sample?.rows ?? []).map(([kind = '', name = '', aliases = '']) => [kind, name, aliases, '']),
  ];
}

const TERM_YEARS = 4;
/** The first year of a term of office: 2022, 2026, … It begins on 1 July. */
const A_FIRST_YEAR = 2022;
const FIRST_MONTH = 7;

/** The headings of the quarters of the term of office that a day falls into: `2022.1` … `2026.4`. */
export function quartersOfTerm(today: IsoDate): readonly string[] {
  const year = yearOf(today) - (monthOf(today) < FIRST_MONTH ? 1 : 0);
  const first = A_FIRST_YEAR + Math.floor((year - A_FIRST_YEAR) / TERM_YEARS) * TERM_YEARS;
  return Array.from({ length: TERM_YEARS + 1 }, (_, index) => first + index).flatMap((each) =>
    [1, 2, 3, 4].map((quarter) => `${each}.${quarter}`),
  );
}
