/** The input of the facility sample, tab by tab. */
import type { InputTab } from '../../src/domain/tabs.ts';
import { FACILITY } from '../../src/local/samples/facility.ts';
import { COLUMN_GUIDES } from '../../src/sheets/set-up/columns.ts';
import { quartersOfTerm } from '../../src/sheets/set-up/layouts.ts';
import { day } from './day.ts';

type Rows = readonly (readonly string[])[];

function headingsOf(tab: InputTab): readonly string[] {
  return tab === 'schedule'
    ? ['세부추진사항', ...quartersOfTerm(day(FACILITY.preparedOn))]
    : COLUMN_GUIDES[tab].map(({ heading }) => heading);
}

/** Every tab as a table of texts. The first row holds the headings. */
export const FACILITY_TABLES: Readonly<Partial<Record<InputTab, Rows>>> = {
  meetings: [headingsOf('meetings')],
  ...Object.fromEntries(
    FACILITY.tabs.map(({ tab, headings, rows }) => [tab, [headings ?? headingsOf(tab), ...rows]]),
  ),
  pledge: [['항목', '값'], ...FACILITY.settings.map(([item, value]) => [item, value])],
};
