/**
 * Runs the product itself at Google: fills in the sample, recalculates twice, closes a month, and compares
 * every cell with the goldens.
 */

import { INPUT_TABS } from '../../../src/domain/tabs.ts';
import { closeMonth, fillSampleData, recalculateAll } from '../../../src/main.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { OUTPUT_TABS, type OutputTab } from '../../../src/sheets/output/tabs.ts';
import { saidBy } from './provoked.ts';
import type { Book } from './rule.ts';

/**
 * Result tabs of the sample as of {@link AS_OF}, as displayed, one line for each row. The build writes them
 * into the script.
 */
declare const HOST_CHECK_GOLDENS: Readonly<Partial<Record<OutputTab, string>>>;

export const AS_OF = '2024-03-31';
/** Limits the report, so that it stays readable. */
const MOST_DIFFERENCES = 60;

/**
 * How long each step took and how it ended, and each line that is displayed differently. Deletes the tabs it
 * made.
 */
export function ledgerLines(book: Book): string[] {
  const before = new Set(book.getSheets().map((sheet) => sheet.getName()));
  const names = [...INPUT_TABS.map((tab) => INPUT_TAB_NAMES[tab]), ...Object.values(OUTPUT_TABS)];
  const inTheWay = names.filter((name) => before.has(name));
  if (inTheWay.length > 0) return [`not run: there are tabs already that are called ${inTheWay.join(', ')}`];
  const store = PropertiesService.getDocumentProperties();
  const properties = store.getProperties();
  try {
    const filled = timed('fill in the sample', () => fillSampleData().status);
    const first = timed('recalculate', () => recalculateAll(AS_OF).status);
    const again = timed('recalculate again', () => recalculateAll(AS_OF).status);
    const compared = comparedWithGoldens(book);
    const closed = timed('close last month', () => closeMonth().status);
    return [filled, first, again, closed, ...compared];
  } finally {
    for (const sheet of book.getSheets()) if (!before.has(sheet.getName())) book.deleteSheet(sheet);
    store.setProperties(properties, true);
  }
}

function timed(what: string, act: () => string): string {
  const begun = Date.now();
  let status = '';
  const said = saidBy(() => {
    status = act();
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  return `${what}: ${said === 'not refused' ? status : said}, ${seconds} s`;
}

function comparedWithGoldens(book: Book): string[] {
  let cells = 0;
  const differences: string[] = [];
  for (const tab of Object.keys(OUTPUT_TABS) as OutputTab[]) {
    const golden = HOST_CHECK_GOLDENS[tab];
    if (golden === undefined) continue;
    const rows = book.getSheetByName(OUTPUT_TABS[tab])?.getDataRange().getDisplayValues() ?? [];
    const found = displayedLines(rows);
    const expected = golden.replace(/\n+$/, '').split('\n');
    cells += rows.reduce((sum, row) => sum + row.length, 0);
    for (let line = 0; line < Math.max(found.length, expected.length); line += 1) {
      const [one, other] = [expected[line] ?? '(no such line)', found[line] ?? '(no such line)'];
      if (one !== other)
        differences.push(`${OUTPUT_TABS[tab]}, line ${line + 1}: expected ${one} | found ${other}`);
    }
  }
  const more = differences.length - MOST_DIFFERENCES;
  return [
    `${cells} displayed cells compared, ${differences.length} lines differ`,
    ...differences.slice(0, MOST_DIFFERENCES),
    ...(more > 0 ? [`and ${more} lines more`] : []),
  ];
}

/**
 * Formats rows like the goldens: trims cells and joins them, and leaves out blank ones at the end. A cell of
 * several lines makes several lines.
 */
function displayedLines(rows: readonly (readonly string[])[]): string[] {
  const lineOf = (row: readonly string[]) =>
    row
      .map((text) => text.trimEnd())
      .join(' | ')
      .replace(/[ |]+$/, '');
  const text = rows.map(lineOf).join('\n');
  return text.replace(/\n+$/, '').split('\n');
}
