/** Where LibreOffice finds what is typed about a pledge, in a book of its own or in the book of an office. */
import type { RawTabs } from '../../../src/sheets/raw.ts';
import type { IndicatorTabs } from './indicator-formulas.ts';
import type { MoneyTabs } from './money-formulas.ts';
import { cellInLowest, rowsNamed, type TabRows, tabRows, text } from './sheet-formulas.ts';

export interface PledgeSheets extends IndicatorTabs, MoneyTabs {
  /** Formula of the cell of a setting: a row of 공약, or a column of 공약목록. */
  readonly setting: (item: string) => string;
  /** Formula of a cell that describes a further indicator. */
  readonly settingOf: (indicator: string) => (heading: string) => string;
}

/** @param number null: the book has this pledge alone. */
export function pledgeSheets(rowsOf: (tab: keyof RawTabs) => TabRows, number: string | null): PledgeSheets {
  const own = (tab: keyof RawTabs) => rowsNamed(rowsOf(tab), '공약번호', number);
  const further = own('indicators');
  return {
    targets: own('targets'),
    meetings: own('meetings'),
    results: own('results'),
    plans: own('budgetPlans'),
    executions: own('executions'),
    setting: (item) => {
      if (number !== null) return cellInLowest(own('pledgeList'), item);
      const settings = rowsOf('pledge');
      return `INDEX(${settings.column('값')},MATCH(${text(item)},${settings.column('항목')},0))`;
    },
    settingOf: (indicator) => (heading) => cellInLowest(rowsNamed(further, '지표', indicator), heading),
  };
}

/** Rows of the tabs of a book, whose sheets are named by tab and `suffix`. */
export function rowsOfBook(tabs: RawTabs, suffix: string): (tab: keyof RawTabs) => TabRows {
  return (tab) => {
    const raw = tabs[tab];
    if (raw === undefined) throw new Error(`${tab} is missing`);
    return tabRows(raw, `${raw.name}${suffix}`);
  };
}
