/** The pledge numbers in the tabs of a book, where 공약 does not say which pledge it keeps. */
import type { RawCell, RawTabs } from '../../raw.ts';
import type { TabDefinition } from '../columns.ts';
import { findHeadings } from '../headings.ts';
import type { Columns } from '../rows/cell-reader.ts';
import { pledgeNumbersOfSchedule } from '../schedule/schedule.ts';
import { tablesOf } from '../tables-below.ts';
import {
  budgetPlansTab,
  classificationTab,
  executionsTab,
  futurePlansTab,
  indicatorsTab,
  meetingsTab,
  planChangesTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from '../tabs.ts';
import { wideHeadings } from '../years/wide-layout.ts';
import { TARGET_TABLES, WIDE_TARGETS } from '../years/wide-rows.ts';
import { mayNamePledges, pledgeNumbersIn } from './pledge-column.ts';

/** The tabs that may have a column 공약번호, except 추진일정. */
const NUMBERED_TABS: readonly TabDefinition<Columns>[] = [
  classificationTab,
  indicatorsTab,
  targetsTab,
  meetingsTab,
  resultsTab,
  suggestionsTab,
  budgetPlansTab,
  executionsTab,
  futurePlansTab,
  planChangesTab,
];

/** The numbers in all columns 공약번호, distinct within a tab. */
export function pledgeNumbersTyped(tabs: RawTabs): readonly RawCell[] {
  const typed = NUMBERED_TABS.flatMap((definition) => {
    const raw = tabs[definition.tab];
    if (raw === undefined || !mayNamePledges(raw)) return [];
    const tables = definition === targetsTab ? tablesOf(raw, TARGET_TABLES).map((table) => table.raw) : [raw];
    return tables.flatMap((table) => {
      const headings =
        (definition === targetsTab ? wideHeadings(definition, table, WIDE_TARGETS) : null) ??
        findHeadings(definition, table).headings;
      return headings === null ? [] : pledgeNumbersIn(table, headings);
    });
  });
  return tabs.schedule === undefined ? typed : [...typed, ...pledgeNumbersOfSchedule(tabs.schedule)];
}
