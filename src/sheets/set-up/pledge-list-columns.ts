/** The columns of a new 공약목록. Each has the explanation, format and rule of the setting of the same name. */
import { totalRecord } from '../../domain/words.ts';
import { pledgeListTab } from '../input/pledges/pledge-list-tab.ts';
import { INDICATOR_SETTINGS, SETTINGS } from '../input/settings/setting-list.ts';
import { indicatorKinds } from '../names.ts';
import { TEXT, UNFORMATTED } from './formats.ts';
import { listRule, measureRule, type Rule } from './rules.ts';
import { type SettingLook, settingLook } from './settings.ts';

type Field = keyof (typeof pledgeListTab)['columns'];

/** Column widths, in pixels. */
const WIDTHS: Partial<Record<Field, number>> = {
  name: 280,
  department: 120,
  field: 110,
  totalCostWon: 120,
  indicator: 180,
  policyGoal: 240,
  policyOutline: 240,
  amendments: 240,
};
const USUAL_WIDTH = 90;

/** Columns that are no setting of 공약, or mean something else there. */
const OWN_LOOKS: Partial<Record<Field, SettingLook>> = {
  number: look('공약의 번호입니다. 다른 탭의 공약번호와 같아야 합니다.\n예: 1-6'),
  name: look('공약의 이름입니다.\n예: 주민자치 활성화'),
  field: look('공약의 분야입니다. 총괄 탭이 분야별로 셉니다.\n예: 복지'),
  implementationPercent: look('계산할 지표가 없을 때 스스로 평가한 이행률입니다.\n예: 70%'),
  kind: look(
    '확인지표를 어떻게 세는지 고릅니다. 비우면 소통입니다.\n예: 누적',
    TEXT,
    listRule(indicatorKinds.names),
  ),
  baseline: look('공약이 시작되기 전의 값입니다. 없으면 비웁니다.\n예: 55', UNFORMATTED, measureRule),
};

function look(explanation: string, format: string = TEXT, rule: Rule | null = null): SettingLook {
  return { explanation, format, rule };
}

// A cast, because `Object.keys` returns plain strings.
const FIELDS = Object.keys(pledgeListTab.columns) as Field[];
const NAMES: Partial<Record<string, { readonly name: string }>> = { ...SETTINGS, ...INDICATOR_SETTINGS };

/** Note, width, format and rule of each column of 공약목록. */
export const PLEDGE_LIST = totalRecord(FIELDS, (field) => {
  const ofSetting = settingLook(NAMES[field]?.name ?? '');
  const { explanation, format, rule } = OWN_LOOKS[field] ?? ofSetting ?? look('');
  return { note: explanation, width: WIDTHS[field] ?? USUAL_WIDTH, format, rule };
});
