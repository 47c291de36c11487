/** Whether an input tab holds anything of its staff yet. What 시트 준비 has put there is ours, and counts as nothing. */
import { lastDayOfYear } from '../../domain/date.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { isBlank, type RawTab, shownText } from '../raw.ts';
import { quartersOfTerm, rowsToBeginWith, type TabLayout, tabLayouts } from './layouts.ts';

/** Whether a tab holds nothing at all, or is not there. */
export function isEmptyTab(raw: RawTab | undefined): boolean {
  return raw === undefined || raw.rows.every((row) => row.every(isBlank));
}

/** Whether a tab holds exactly what 시트 준비 begins it with: the headings, and the rows that stand there from the beginning. */
export function holdsBeginnings(raw: RawTab | undefined, { tab }: TabLayout): boolean {
  if (raw === undefined) return false;
  const [begun] = tabLayouts([tab], rowsToBeginWith, quartersIn(raw), null);
  return begun !== undefined && (holdsOnly(raw, begun) || EARLIER_BEGINNINGS.has(contentKey(raw.rows)));
}

/** What an earlier version began 분류 and 공약 with, which begin otherwise now: the names of the sample, and another order. */
const EARLIER_BEGINNINGS: ReadonlySet<string> = new Set(['e0690aab1858f975', 'a48e507e5d2c2ed4']);

/** Whether every cell of a layout stands in a tab. There may be more in the tab. */
export function holdsBlock(raw: RawTab | undefined, { block }: TabLayout): boolean {
  return block.every((row, index) =>
    row.every((cell, column) => shownText(raw?.rows[index]?.[column] ?? '') === String(cell)),
  );
}

/** Whether a tab holds a layout and nothing else. */
export function holdsOnly(raw: RawTab, layout: TabLayout): boolean {
  return holdsBlock(raw, layout) && holdsNoMore(raw, layout);
}

/** The same for the same content, whatever blank cells there are around it. */
export function contentKey(rows: RawTab['rows']): string {
  const texts = rows.map((row) =>
    row
      .map((cell) => (isBlank(cell) ? '' : shownText(cell)))
      .join('\t')
      .trimEnd(),
  );
  return fingerprint(texts.join('\n').trimEnd());
}

function holdsNoMore(raw: RawTab, { block, columns }: TabLayout): boolean {
  return raw.rows.every((row, index) => row.slice(index < block.length ? columns.length : 0).every(isBlank));
}

/** The quarters of the term that a 추진일정 begins with: it may have been made in a term that is over. */
export function quartersIn({ rows: [headings = []] }: RawTab): readonly string[] {
  const year = /^(\d{4})\.1$/.exec(shownText(headings[1] ?? ''))?.[1];
  return year === undefined ? [] : quartersOfTerm(lastDayOfYear(Number(year)));
}
