/** Tells whether staff have typed anything into an input tab. What 시트 준비 wrote does not count. */
import { lastDayOfYear } from '../../domain/date.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { isBlank, type RawTab, shownText } from '../raw.ts';
import { quartersOfTerm, rowsToBeginWith, type TabLayout, tabLayouts } from './layouts.ts';

/** True if a tab holds nothing at all or does not exist. */
export function isEmptyTab(raw: RawTab | undefined): boolean {
  return raw === undefined || raw.rows.every((row) => row.every(isBlank));
}

/** True if a tab holds exactly what 시트 준비 writes: the headings and the first rows. */
export function holdsBeginnings(raw: RawTab | undefined, { tab }: TabLayout): boolean {
  if (raw === undefined) return false;
  const [begun] = tabLayouts([tab], rowsToBeginWith, quartersIn(raw), null);
  return begun !== undefined && (holdsOnly(raw, begun) || EARLIER_BEGINNINGS.has(contentKey(raw.rows)));
}

/** Content keys of what earlier versions wrote: 분류 with the names of the sample, and 공약 in another order. */
const EARLIER_BEGINNINGS: ReadonlySet<string> = new Set(['e0690aab1858f975', 'a48e507e5d2c2ed4']);

/** True if every cell of a layout's block is in the tab. The tab may hold more. */
export function holdsBlock(raw: RawTab | undefined, { block }: TabLayout): boolean {
  return block.every((row, index) =>
    row.every((cell, column) => shownText(raw?.rows[index]?.[column] ?? '') === String(cell)),
  );
}

/** True if a tab holds the layout's block and nothing else. */
export function holdsOnly(raw: RawTab, layout: TabLayout): boolean {
  return holdsBlock(raw, layout) && holdsNoMore(raw, layout);
}

/** Fingerprint of the cells. Blank cells around the content do not change it. */
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

/**
 * Headings of the quarters of the term for which a 추진일정 was made, which may be over; empty where its second
 * heading is no first quarter.
 */
export function quartersIn({ rows: [headings = []] }: RawTab): readonly string[] {
  const year = /^(\d{4})\.1$/.exec(shownText(headings[1] ?? ''))?.[1];
  return year === undefined ? [] : quartersOfTerm(lastDayOfYear(Number(year)));
}
