/** Planned and executed amounts as spreadsheet formulas over the rows of a pledge. */
import { firstDayOfYear, type IsoDate, lastDayOfYear, serialOf } from '../../../src/domain/date.ts';
import type { RoundingMode } from '../../../src/domain/rate.ts';
import type { Ask } from './libreoffice-answers.ts';
import { percentOf } from './rate-formulas.ts';
import { type Criterion, countIfs, nothingIf, rowsNamed, sumIfs, type TabRows } from './sheet-formulas.ts';

export interface MoneyTabs {
  readonly plans: TabRows;
  readonly executions: TabRows;
}

/** Decimals of 집행률, unless 집행률 소수자리 says otherwise. 비율 처리 holds for it too. */
const DIGITS = 1;
/** Plans are in million won. */
export const WON = 1_000_000;

/** As of when, and how the rates are shown. */
export interface Spending {
  readonly asOf: IsoDate;
  readonly mode: RoundingMode;
}

/** Asks for the planned and executed amount of these rows, in won; nothing where there is no row. */
export function askLine(
  ask: Ask,
  figure: string | null,
  { plans, executions }: MoneyTabs,
  asOf: IsoDate,
  {
    planned: ofPlan = [],
    executed: ofLog = [],
  }: Partial<Record<'planned' | 'executed', readonly Criterion[]>> = {},
): { readonly planned: string; readonly executed: string } {
  const named = (key: string) => (figure === null ? null : `${figure} ${key}`);
  const counted: readonly Criterion[] = [[executions.column('집행일'), `"<=${serialOf(asOf)}"`], ...ofLog];
  const known: readonly Criterion[] = [[plans.column('금액(백만원)'), '">=0"'], ...ofPlan];
  return {
    planned: ask(
      named('plannedWon'),
      nothingIf(`${countIfs(plans, ...known)}=0`, `${WON}*${sumIfs(plans, '금액(백만원)', ...known)}`),
    ),
    executed: ask(
      named('executedWon'),
      nothingIf(`${countIfs(executions, ...counted)}=0`, sumIfs(executions, '금액(원)', ...counted)),
    ),
  };
}

/** Asks for the execution rate of a line. */
export function askRate(
  ask: Ask,
  figure: string,
  { planned, executed }: Pick<ReturnType<typeof askLine>, 'planned' | 'executed'>,
  mode: RoundingMode,
): void {
  const isUnknown = `OR(${planned}="",${executed}="")`;
  ask(
    `${figure} ratePercent`,
    nothingIf(isUnknown, nothingIf(`${planned}<=0`, percentOf(executed, planned, { mode, digits: DIGITS }))),
  );
}

/** The budget of a pledge, and by funding source. `fundingSources` maps each shown name to the typed one. */
export function askBudget(
  ask: Ask,
  figure: string,
  tabs: MoneyTabs,
  { asOf, mode }: Spending,
  fundingSources: ReadonlyMap<string, string>,
): void {
  askRate(ask, figure, askLine(ask, figure, tabs, asOf), mode);
  for (const [name, typed] of fundingSources)
    askLine(ask, `${figure} sources ${name}`, ofFund(tabs, typed), asOf);
}

/** The budget by 기투자, year and 임기후, each by funding source, and of all years that have ended. */
export function askSpans(
  ask: Ask,
  figure: string,
  tabs: MoneyTabs,
  { asOf, mode }: Spending,
  fundingSources: ReadonlyMap<string, string>,
  years: readonly number[],
): void {
  const time = (typed: string): Criterion => [tabs.plans.column('연도'), `"=${typed}"`];
  const from = (day: IsoDate): Criterion => [tabs.executions.column('집행일'), `">=${serialOf(day)}"`];
  const until = (day: IsoDate): Criterion => [tabs.executions.column('집행일'), `"<=${serialOf(day)}"`];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  for (const [name, typed] of fundingSources) {
    const ofOne = ofFund(tabs, typed);
    const askSpan = (span: string, planned: Criterion, ...executed: readonly Criterion[]) => {
      const of = `${figure} ${span} ${name}`;
      askRate(ask, of, askLine(ask, of, ofOne, asOf, { planned: [planned], executed }), mode);
    };
    askSpan('beforeTerm', time('기투자'), until(lastDayOfYear(first - 1)));
    for (const year of years) {
      askSpan(`years ${year}`, time(String(year)), from(firstDayOfYear(year)), until(lastDayOfYear(year)));
    }
    askSpan('afterTerm', time('임기후'), from(firstDayOfYear(last + 1)));
  }
  const closed = years.filter((year) => lastDayOfYear(year) <= asOf);
  const to = closed.at(-1);
  if (to === undefined) return;
  const of = `${figure} closedYears`;
  ask(`${of} from`, `${first}`);
  ask(`${of} to`, `${to}`);
  // SUMIFS finds a year that is text by its equal alone, so each year is a sum of its own.
  const ofYears = closed.map((year) =>
    askLine(ask, null, tabs, asOf, {
      planned: [time(String(year))],
      executed: [from(firstDayOfYear(year)), until(lastDayOfYear(year))],
    }),
  );
  const sum = (cells: readonly string[]) =>
    nothingIf(`COUNT(${cells.join(',')})=0`, `SUM(${cells.join(',')})`);
  const planned = ask(`${of} plannedWon`, sum(ofYears.map((line) => line.planned)));
  const executed = ask(`${of} executedWon`, sum(ofYears.map((line) => line.executed)));
  askRate(ask, of, { planned, executed }, mode);
}

/** The rows of one funding source. */
export function ofFund({ plans, executions }: MoneyTabs, typed: string): MoneyTabs {
  return { plans: rowsNamed(plans, '재원', typed), executions: rowsNamed(executions, '재원', typed) };
}
