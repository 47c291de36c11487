/** Reports rows left in 보관, the tab of earlier versions for the rows of ended years: they no longer count. */
import type { Finding } from '../../../domain/finding.ts';
import { isBlank, type RawTab } from '../../raw.ts';

const YEAR_HEADING = '어느 해까지';

/** A finding if the tab has rows; null where it holds only headings. */
export function rowsFoldedAway({ rows: [headings = [], ...rows] }: RawTab): Finding | null {
  const lines = rows.filter((row) => !row.every(isBlank));
  if (lines.length === 0) return null;
  const column = headings.indexOf(YEAR_HEADING);
  const years = lines.map((line) => Number(line[column])).filter((year) => year > 0);
  const lastYear = years.length === 0 ? null : Math.max(...years);
  return { problem: { code: 'rows-folded-away', lastYear }, place: null };
}
