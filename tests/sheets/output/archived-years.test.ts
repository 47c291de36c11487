/**
 * What the result tabs show and say of a pledge whose years up to 2023 are in 보관: `archived-years/<case>.expected.txt`, written as those of
 * `result-tabs/`.
 */
import { describe, expect, it } from 'vitest';
import { computed, NOTHING_AROUND } from '../../../src/app/compute.ts';
import { gridOfTab } from '../../../src/app/plan-writes.ts';
import type { RawTabs } from '../../../src/sheets/input/read-records.ts';
import { archiveTable } from '../../../src/sheets/output/archive.ts';
import { OUTPUT_TABS, type OutputTab } from '../../../src/sheets/output/tabs.ts';
import { date } from '../../domain/ledger.ts';
import { BASE, textOf } from '../../problems/running.ts';
import { tabsOf, workbookText } from '../../problems/workbook-text.ts';
import { archivedUpTo, withoutDeletableRows } from '../../support/archiving.ts';
import { gridText } from './grid-text.ts';

const WORKBOOK = workbookText(textOf(new URL('result-tabs/a-pledge-under-way.txt', import.meta.url).href));
const TODAY = WORKBOOK.today;
const TABS = tabsOf(WORKBOOK, BASE);
const ARCHIVED = archivedUpTo(TABS, 2023, TODAY, { archive: [], history: [] });
const DELETED = withoutDeletableRows(TABS, TODAY, ARCHIVED);

/** The tabs with a row more in the log of meetings. */
function withMeeting(tabs: RawTabs, row: readonly string[]): RawTabs {
  const { meetings } = tabs;
  if (meetings === undefined) throw new Error('no meetings');
  const cells = Array.from({ length: meetings.rows[0]?.length ?? 0 }, (_, column) => row[column] ?? '');
  return { ...tabs, meetings: { ...meetings, rows: [...meetings.rows, cells] } };
}

function shown(tabs: RawTabs, asOf: string, results: readonly OutputTab[]): string {
  const { report, findings, accounts } = computed(tabs, date(asOf), TODAY, {
    ...NOTHING_AROUND,
    ...ARCHIVED,
  });
  return results
    .map((tab) => {
      const grid = gridOfTab(tab, report, findings, accounts);
      return `[${OUTPUT_TABS[tab]}]\n${grid === null ? 'not written\n' : gridText(grid)}`;
    })
    .join('\n');
}

describe('a pledge with archived years', () => {
  it.each<[string, RawTabs, string, readonly OutputTab[]]>([
    [
      'whose-rows-are-deleted',
      DELETED,
      '2024-03-31',
      ['summary', 'meetings', 'suggestions', 'budget', 'audit'],
    ],
    ['whose-rows-still-stand', TABS, '2024-03-31', ['audit']],
    ['as-of-a-day-before', DELETED, '2023-06-30', ['suggestions', 'audit']],
    [
      'with-a-row-written-late',
      withMeeting(DELETED, ['2023. 2. 6.', '시장방문', '1']),
      '2024-03-31',
      ['audit'],
    ],
    ['with-a-row-edited-late', withMeeting(TABS, ['2023. 2. 6.', '시장방문', '1']), '2024-03-31', ['audit']],
  ])('%s', async (name, tabs, asOf, results) => {
    await expect(shown(tabs, asOf, results)).toMatchFileSnapshot(`archived-years/${name}.expected.txt`);
  });

  it('has the lines of 보관 that its rows were folded into', async () => {
    const rows = ARCHIVED.archive.flatMap(
      ({ lines, ...block }) => archiveTable({ ...block, lines: lines.map(({ line }) => line) }).rows,
    );
    const text = rows.map((row) =>
      row.map((cell) => String(cell).replace(/^#[0-9a-f]{16}$/, '#…')).join(' | '),
    );
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('archived-years/lines.expected.txt');
  });
});
