/** The figures of an indicator as spreadsheet formulas over the rows of its pledge. */
import { firstDayOfYear, type IsoDate, lastDayOfYear, serialOf } from '../../../src/domain/date.ts';
import type { RatePrecision } from '../../../src/domain/rate.ts';
import type { Ask } from './libreoffice-answers.ts';
import { percentOf } from './rate-formulas.ts';
import {
  type Criterion,
  cellInLowest,
  countIfs,
  maxIfs,
  nothingIf,
  rowsNamed,
  sumIfs,
  type TabRows,
} from './sheet-formulas.ts';

/** Tabs with the rows of one pledge. */
export interface IndicatorTabs {
  readonly targets: TabRows;
  readonly meetings: TabRows;
  readonly results: TabRows;
}

export interface MeasuredBy {
  readonly name: string;
  readonly kind: '소통' | '누적' | '현재값' | '자체평가';
  /** Formula of a cell that describes the indicator: 기준값 or 최종목표. */
  readonly setting: (heading: string) => string;
}

export interface Measuring {
  readonly asOf: IsoDate;
  readonly years: readonly number[];
  readonly precision: RatePrecision;
}

/** Cells with what a pledge needs of its indicator. The last six are TRUE or FALSE. */
export interface AskedIndicator {
  readonly value: string;
  /** What `percent` is the rate of. */
  readonly part: string;
  readonly whole: string;
  readonly percent: string;
  readonly hasTarget: string;
  readonly isTargetMet: string;
  readonly hasPlan: string;
  /** The plan of the last year that ended is met, or there is none. */
  readonly isLastPlanMet: string;
  readonly hasPlanThisYear: string;
  readonly isThisYearMet: string;
}

export function askIndicator(
  ask: Ask,
  figure: string,
  { name, kind, setting }: MeasuredBy,
  tabs: IndicatorTabs,
  { asOf, years, precision }: Measuring,
): AskedIndicator {
  const isSum = kind === '소통' || kind === '누적';
  const today = serialOf(asOf);
  const plan = rowsNamed(tabs.targets, '지표', name);
  const rows = kind === '소통' ? tabs.meetings : rowsNamed(tabs.results, '지표', name);
  const [days, amount] = [rows.column('일자'), kind === '소통' ? '횟수' : '값'];
  const inYear = (year: string): Criterion => [plan.column('연도'), `"="&${year}`];
  const until = (last: number): Criterion => [days, `"<=${last}"`];

  const baseline = ask(`${figure} baseline`, nothingIf(`${setting('기준값')}=""`, setting('기준값')));
  // Without a final target, the last year of the plan is the target.
  const lastPlanned = sumIfs(plan, '누적목표', inYear(maxIfs(plan, '연도')));
  const target = ask(
    `${figure} target`,
    kind === '자체평가'
      ? '100'
      : `IF(${setting('최종목표')}="",${nothingIf(`${countIfs(plan)}=0`, lastPlanned)},${setting('최종목표')})`,
  );
  // A level may be meant to go down, from its baseline to a lower target.
  const falls = ask(
    null,
    kind === '현재값' ? `IF(OR(${baseline}="",${target}=""),FALSE(),${target}<${baseline})` : 'FALSE()',
  );
  const whole = ask(null, nothingIf(`${target}=""`, `IF(${falls},${baseline}-${target},${target})`));
  // The baseline alone reaches this, so it asks for nothing.
  const isWithinBaseline = (planned: string) =>
    kind === '누적' ? `IF(OR(${baseline}="",${planned}=""),FALSE(),${planned}<=${baseline})` : 'FALSE()';
  const asksForResults = (planned: string) =>
    `OR(${falls},AND(${planned}>0,NOT(${isWithinBaseline(planned)})))`;
  const reached = (value: string, planned: string) =>
    `IF(${falls},${value}<=${planned},${value}>=${planned})`;

  const rateOf = (of: string, value: string) => {
    const part = ask(null, nothingIf(`${value}=""`, `IF(${falls},MAX(0,${baseline}-${value}),${value})`));
    const unknown = `OR(${part}="",${target}="",${target}=${baseline},${isWithinBaseline(target)})`;
    const percent = ask(of, nothingIf(unknown, nothingIf(`${whole}<=0`, percentOf(part, whole, precision))));
    return { part, percent };
  };
  const valueBy = (last: number) => {
    if (isSum) {
      const sum = sumIfs(rows, amount, until(last));
      return kind === '누적' ? `ROUND(N(${baseline})+${sum},1)` : sum;
    }
    const cell = cellInLowest(rows, amount, `${days}=${ask(null, maxIfs(rows, '일자', until(last)))}`);
    const number = kind === '자체평가' ? `VALUE(SUBSTITUTE(${cell},"%",""))` : cell;
    return nothingIf(`${countIfs(rows, until(last))}=0`, number);
  };

  const value = ask(`${figure} value`, valueBy(today));
  const rate = rateOf(`${figure} ratePercent`, value);
  for (const year of years) {
    const of = `${figure} years ${year}`;
    const isLater = `${year}>YEAR(${today})`;
    const [first, last] = [serialOf(firstDayOfYear(year)), Math.min(today, serialOf(lastDayOfYear(year)))];
    const isPlanned = `${countIfs(plan, inYear(`${year}`))}>0`;
    const planned = ask(
      `${of} planned`,
      nothingIf(`NOT(${isPlanned})`, sumIfs(plan, '누적목표', inYear(`${year}`))),
    );
    rateOf(`${of} plannedPercent`, planned);
    const achieved = sumIfs(rows, amount, [days, `">=${first}"`], until(last));
    ask(`${of} achieved`, isSum ? nothingIf(isLater, `ROUND(${achieved},1)`) : '""');
    rateOf(`${of} percent`, ask(`${of} value`, nothingIf(isLater, valueBy(last))));
  }

  const ended: Criterion = [plan.column('연도'), `"<"&YEAR(${today}+1)`];
  const lastPlan = ask(
    null,
    nothingIf(`${countIfs(plan, ended)}=0`, sumIfs(plan, '누적목표', inYear(maxIfs(plan, '연도', ended)))),
  );
  const thisYear = ask(null, sumIfs(plan, '누적목표', inYear(`YEAR(${today})`)));
  return {
    value,
    whole,
    ...rate,
    hasTarget: ask(null, `IF(${target}="",FALSE(),${asksForResults(target)})`),
    isTargetMet: ask(null, `IF(OR(${value}="",${target}=""),FALSE(),${reached(value, target)})`),
    hasPlan: ask(null, `${countIfs(plan)}>0`),
    isLastPlanMet: ask(null, `IF(OR(${value}="",${lastPlan}=""),TRUE(),${reached(value, lastPlan)})`),
    hasPlanThisYear: ask(
      null,
      `AND(${countIfs(plan, inYear(`YEAR(${today})`))}>0,${asksForResults(thisYear)})`,
    ),
    isThisYearMet: ask(null, `IF(${value}="",FALSE(),${reached(value, thisYear)})`),
  };
}
