/** The 이행률 and 이행구분 of a pledge as spreadsheet formulas, from the cells of its indicators. */
import type { RatePrecision } from '../../../src/domain/rate.ts';
import { type AskedIndicator, askIndicator, type MeasuredBy, type Measuring } from './indicator-formulas.ts';
import type { Ask } from './libreoffice-answers.ts';
import type { PledgeSheets } from './pledge-sheets.ts';
import { meanPercentOf } from './rate-formulas.ts';
import { nothingIf } from './sheet-formulas.ts';

/** Cells with what 총괄 needs of a pledge. */
export interface AskedPledge {
  readonly percent: string;
  /** The chosen 이행구분, else the suggested. */
  readonly status: string;
  /** TRUE or FALSE; nothing where no indicator has a target for this year. */
  readonly isThisYearMet: string;
}

export function askPledge(
  ask: Ask,
  figure: string,
  indicators: readonly AskedIndicator[],
  setting: (item: string) => string,
  precision: RatePrecision,
): AskedPledge {
  const all = (is: (indicator: AskedIndicator) => string) => `AND(${indicators.map(is).join(',')})`;
  const any = (is: (indicator: AskedIndicator) => string) => `OR(${indicators.map(is).join(',')})`;

  const [only, ...others] = indicators;
  const computed = ask(
    null,
    only !== undefined && others.length === 0 ? only.percent : meanPercentOf(indicators, precision),
  );
  const stated = setting('이행률');
  const percent = ask(
    `${figure} ratePercent`,
    `IF(${computed}="",${nothingIf(`${stated}=""`, stated)},${computed})`,
  );
  ask(`${figure} rateFrom`, `IF(${computed}<>"","indicators",IF(${stated}<>"","stated","none"))`);

  const completed = `IF(ISNUMBER(SEARCH("지속",${setting('추진구분')})),"이행 후 계속추진","완료")`;
  const byPlan = `IF(${all((each) => `OR(NOT(${each.hasTarget}),${each.isLastPlanMet})`)},"정상추진","일부추진")`;
  const isUnknown = any((each) => `AND(${each.hasTarget},${each.value}="")`);
  const isPlanned = any((each) => `AND(${each.hasTarget},${each.hasPlan})`);
  const isCompleted = all((each) => `AND(${each.hasTarget},${each.isTargetMet})`);
  const suggested = ask(
    `${figure} status suggested`,
    nothingIf(
      `OR(NOT(${any(({ hasTarget }) => hasTarget)}),${isUnknown})`,
      `IF(${isCompleted},${completed},${nothingIf(`NOT(${isPlanned})`, byPlan)})`,
    ),
  );
  const chosen = setting('이행구분');
  ask(`${figure} status chosen`, nothingIf(`${chosen}=""`, chosen));
  const isMet = all((each) => `OR(NOT(${each.hasPlanThisYear}),${each.isThisYearMet})`);
  return {
    percent,
    status: ask(null, `IF(${chosen}="",${suggested},${chosen})`),
    isThisYearMet: ask(null, nothingIf(`NOT(${any((each) => each.hasPlanThisYear)})`, isMet)),
  };
}

/** A pledge with all its indicators, of which the first is described by its settings. */
export function askIndicators(
  ask: Ask,
  figure: string,
  indicators: readonly Pick<MeasuredBy, 'name' | 'kind'>[],
  sheets: PledgeSheets,
  measuring: Measuring,
): AskedPledge {
  const asked = indicators.map(({ name, kind }, index) => {
    const setting = index === 0 ? sheets.setting : sheets.settingOf(name);
    return askIndicator(ask, `${figure} indicators ${name}`, { name, kind, setting }, sheets, measuring);
  });
  return askPledge(ask, figure, asked, sheets.setting, measuring.precision);
}
