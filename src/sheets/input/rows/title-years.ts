/** The years that titles name: above the headings, or between the parts of a list. */
import type { RawTab } from '../../raw.ts';
import { readText } from '../../text-key.ts';

/** Texts that name several years: `2022~2024년`, `2022년~`, `2023-2024년`, `2023, 2024년`, `2023 및 2024년`. */
const SEVERAL_YEARS = /(?:19|20)\d{2}\s*년?\s*(?:[~∼～〜]|(?:[-–—,·ㆍ]|및)\s*(?:19|20)\d{2})/;

/**
 * Returns the only year named above the headings (`2024년도 소통 추진 현황`); null if there is none or more than one
 * (`2022~2024년`).
 */
export function yearOfTitle(titleRows: RawTab['rows']): number | null {
  const years = new Set<number>();
  for (const cell of titleRows.flat()) {
    if (typeof cell !== 'string') continue;
    const text = readText(cell);
    if (SEVERAL_YEARS.test(text)) return null;
    for (const match of text.match(/(?:19|20)\d{2}(?=\s*년)/g) ?? []) years.add(Number(match));
  }
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}

/** The years that titles name in any spelling: `2024 소통`, `'24년`, `2024. 1분기`, but not `749-2000`. */
export function yearsMentioned(titleRows: RawTab['rows']): ReadonlySet<string> {
  const text = readText(
    titleRows
      .flat()
      .filter((cell) => typeof cell === 'string')
      .join(' '),
  );
  const named = text.match(/(?<!\d)(?<!(?<!\d)\d{2,3}-)(?:(?:19|20)\d{2}(?!\d)|\d{2}(?=\s*년))/g) ?? [];
  return new Set(named.map((year) => year.padStart(4, '20')));
}

/** The only year that titles mention; null: none, or more than one. */
export function yearMentioned(titleRows: RawTab['rows']): number | null {
  const [only, ...others] = yearsMentioned(titleRows);
  return only === undefined || others.length > 0 ? null : Number(only);
}
