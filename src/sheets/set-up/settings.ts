/** The rows of a new 공약: one a setting, with what may be typed and what a blank means. */
import { INDICATOR_KINDS } from '../../domain/indicators/indicator.ts';
import { IMPLEMENTATION_STATUSES } from '../../domain/words.ts';
import { headingKey } from '../input/headings.ts';
import { INDICATOR_SETTINGS, SETTINGS, settingNamed } from '../input/settings/setting-list.ts';
import { implementationStatusName, kindsExplained } from '../names.ts';
import { DATE_FORMAT, PLAIN_NUMBER_FORMAT, SEPARATED_FORMAT, TEXT, UNFORMATTED } from './formats.ts';
import { countRule, dayRule, listRule, measureRule, type Rule, yearRule } from './rules.ts';

type SettingField = keyof typeof SETTINGS;

/** Index of the column 값. */
export const VALUE_COLUMN = 1;

export interface SettingLook {
  readonly explanation: string;
  readonly format: string;
  readonly rule: Rule | null;
}

function look(explanation: string, format: string = TEXT, rule: Rule | null = null): SettingLook {
  return { explanation, format, rule };
}

const SETTING_GUIDES: Readonly<Record<SettingField, SettingLook>> = {
  number: look('공약의 번호입니다. 예: 1-6'),
  name: look('공약의 이름입니다.'),
  department: look('공약을 맡은 부서입니다. 예: 자치행정과'),
  executingBody: look('누가 하는 사업인지입니다. 예: 자체'),
  termKind: look('임기 안에 마치는지입니다. 예: 임기 내'),
  progressKind: look('지속이면 목표를 이룬 뒤에 이행 후 계속추진을, 아니면 완료를 제안합니다. 예: 지속'),
  startYear: look('첫해입니다. 비우면 기록에 있는 해부터입니다. 예: 2022', PLAIN_NUMBER_FORMAT, yearRule),
  endYear: look('마지막 해입니다. 비우면 기록에 있는 해까지입니다. 예: 2026', PLAIN_NUMBER_FORMAT, yearRule),
  termEnd: look('임기가 끝나는 날입니다. 예: 2026. 6. 30.', DATE_FORMAT, dayRule),
  totalCostWon: look('예산계획의 합계와 견줍니다. 비우면 견주지 않습니다. 예: 27', UNFORMATTED),
  indicator: look('무엇을 세는지입니다. 예: 구민과의 소통 횟수 (누적)'),
  finalTarget: look(
    '확인지표가 마지막에 이를 수입니다. 비우면 연차목표의 마지막 값입니다. 예: 200',
    UNFORMATTED,
    measureRule,
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

// A cast, because `Object.keys` returns plain strings.
const SETTING_FIELDS = Object.keys(SETTINGS) as SettingField[];

const SETTING_LOOKS: ReadonlyMap<string, SettingLook> = new Map(
  SETTING_FIELDS.map((field): [string, SettingLook] => [
    headingKey(SETTINGS[field].name),
    SETTING_GUIDES[field],
  ]),
);

/** Explanation, format and rule of a setting, by its name; undefined if no setting has that name. */
export function settingLook(name: string): SettingLook | undefined {
  return SETTING_LOOKS.get(headingKey(name));
}

/** The settings that nearly every pledge needs. They come first, above the note. */
const NEEDED_FIRST: readonly SettingField[] = [
  'number',
  'name',
  'department',
  'startYear',
  'endYear',
  'finalTarget',
];

function isNeeded(field: SettingField): boolean {
  return NEEDED_FIRST.includes(field);
}

/** A note row, which the readers of 공약 skip. */
const OPTIONAL_BELOW = ['※ 여기부터는 필요할 때만 적습니다. 비워 두어도 됩니다.', '', ''];

/** One row a setting: name, value or blank, explanation. Needed settings first, the others below a note. */
export function settingRows(
  values: Readonly<Partial<Record<SettingField, string | number>>>,
): readonly (readonly (string | number)[])[] {
  const row = (field: SettingField) => [
    SETTINGS[field].name,
    values[field] ?? '',
    SETTING_GUIDES[field].explanation,
  ];
  return [
    ...NEEDED_FIRST.map(row),
    OPTIONAL_BELOW,
    ...SETTING_FIELDS.filter((field) => !isNeeded(field)).map(row),
  ];
}

const INDICATOR_GUIDES: Readonly<Record<keyof typeof INDICATOR_SETTINGS, string>> = {
  kind: `확인지표를 어떻게 세는지입니다: ${kindsExplained(INDICATOR_KINDS)}. 비우면 소통입니다. 예: 누적`,
  baseline: '공약이 시작되기 전의 값입니다. 없으면 비웁니다. 예: 55',
};

/**
 * The indicator settings that 공약 lacks, each with its explanation.
 * @param items the cells of the column 항목.
 */
export function missingIndicatorSettings(
  items: readonly string[],
): readonly { readonly name: string; readonly explanation: string }[] {
  const present = new Set(items.map(settingNamed));
  // A cast, because `Object.keys` returns plain strings.
  return (Object.keys(INDICATOR_SETTINGS) as (keyof typeof INDICATOR_SETTINGS)[])
    .map((field) => ({ name: INDICATOR_SETTINGS[field].name, explanation: INDICATOR_GUIDES[field] }))
    .filter(({ name }) => !present.has(name));
}
