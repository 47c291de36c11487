/** The figures of 총괄 as spreadsheet formulas, from the cells of its pledges and the rows of the book. */
import { type IsoDate, serialOf } from '../../../src/domain/date.ts';
import type { RatePrecision } from '../../../src/domain/rate.ts';
import type { Ask } from './libreoffice-answers.ts';
import { askRate, type MoneyTabs, ofFund, type Spending, WON } from './money-formulas.ts';
import type { AskedPledge } from './pledge-formulas.ts';
import { percentOf } from './rate-formulas.ts';
import { type Criterion, countIfs, nothingIf, sumIfs, type TabRows, text } from './sheet-formulas.ts';

/** Names that pledges may have; blank: none. */
export interface OverviewNames {
  readonly statuses: readonly string[];
  readonly fields: readonly string[];
  readonly departments: readonly string[];
}

export function askOverview(
  ask: Ask,
  pledges: readonly AskedPledge[],
  list: TabRows,
  money: MoneyTabs,
  { asOf, precision }: { readonly asOf: IsoDate; readonly precision: RatePrecision },
  { statuses, fields, departments }: OverviewNames,
): void {
  const column = (formulas: readonly string[]) => {
    const cells = formulas.map((formula) => ask(null, formula));
    return `${cells[0]}:${cells.at(-1)}`;
  };
  const all = `ROWS(${list.column('공약번호')})`;
  ask('overview pledges', all);

  const status = column(pledges.map((pledge) => `IF(${pledge.status}="","미정",${pledge.status})`));
  const count = (name: string, ...are: readonly string[]) => {
    const number = ask(
      null,
      `SUMPRODUCT((${status}=${text(name)})*1${are.map((is) => `*(${is})`).join('')})`,
    );
    return nothingIf(`${number}=0`, number);
  };
  for (const name of statuses) ask(`overview statuses ${name}`, count(name));

  // The mean of the rates as shown, each at most 100 %, so that a reader can recompute it from the column.
  const shown = column(pledges.map(({ percent }) => nothingIf(`${percent}=""`, `MIN(100,${percent})`)));
  const mean = percentOf(`SUM(${shown})`, `(100*COUNT(${shown}))`, precision);
  ask('overview meanRatePercent', nothingIf(`COUNT(${shown})=0`, mean));
  ask('overview withoutRate', `${all}-COUNT(${shown})`);
  const completed = `SUMPRODUCT((${status}="완료")+(${status}="이행 후 계속추진"))`;
  ask('overview completedPercent', percentOf(completed, all, precision));
  const reached = column(
    pledges.map(({ isThisYearMet }) => nothingIf(`${isThisYearMet}=""`, `IF(${isThisYearMet},1,0)`)),
  );
  ask('overview yearTarget reached', `SUM(${reached})`);
  ask('overview yearTarget of', `COUNT(${reached})`);

  const askGroup = (figure: string, is: string) => {
    const own = ask(null, `SUMPRODUCT((${is})*1)`);
    ask(`${figure} pledges`, nothingIf(`${own}=0`, own));
    for (const name of statuses) ask(`${figure} statuses ${name}`, count(name, is));
  };
  for (const name of fields) {
    const ofField = `${list.column('분야')}=${text(name)}`;
    askGroup(`overview fields ${name || '-'}`, ofField);
    askMoneyOf(ask, `overview fields ${name || '-'}`, ofField, list, money, asOf);
  }
  for (const name of departments) {
    askGroup(`overview departments ${name || '-'}`, `${list.column('담당부서')}=${text(name)}`);
  }
}

/** Money by field, and within each field by funding source. */
export function askMoneyOfFields(
  ask: Ask,
  figure: string,
  list: TabRows,
  money: MoneyTabs,
  { asOf, mode }: Spending,
  fields: readonly string[],
  fundingSources: ReadonlyMap<string, string>,
): void {
  for (const field of fields) {
    for (const [name, typed] of fundingSources) {
      const of = `${figure} ${name} ${field || '-'}`;
      const ofField = `${list.column('분야')}=${text(field)}`;
      askRate(ask, of, askMoneyOf(ask, of, ofField, list, ofFund(money, typed), asOf), mode);
    }
  }
}

/** SUMIFS once for each pledge of the list. Pledges for which `is` is false count nothing. */
function askMoneyOf(
  ask: Ask,
  figure: string,
  is: string,
  list: TabRows,
  { plans, executions }: MoneyTabs,
  asOf: IsoDate,
): { readonly planned: string; readonly executed: string } {
  const numberOf = (rows: TabRows): Criterion => [rows.column('공약번호'), list.column('공약번호')];
  const counted: readonly Criterion[] = [
    numberOf(executions),
    [executions.column('집행일'), `"<=${serialOf(asOf)}"`],
  ];
  const ifAny = (count: string, sum: string) => nothingIf(`SUMPRODUCT((${is})*${count})=0`, sum);
  const planned = sumIfs(plans, '금액(백만원)', numberOf(plans));
  const executed = sumIfs(executions, '금액(원)', ...counted);
  return {
    planned: ask(
      `${figure} plannedWon`,
      ifAny(countIfs(plans, numberOf(plans)), `${WON}*SUMPRODUCT((${is})*${planned})`),
    ),
    executed: ask(
      `${figure} executedWon`,
      ifAny(countIfs(executions, ...counted), `SUMPRODUCT((${is})*${executed})`),
    ),
  };
}
