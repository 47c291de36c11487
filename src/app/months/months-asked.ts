/** The months that 지난달과 비교 is asked to compare: its question, and how the one-line answer is read. */
import { type IsoDate, lastDayOfMonth, monthOf, yearOf } from '../../domain/date.ts';
import { plainText } from '../../sheets/text-key.ts';

export const COMPARE_QUESTION =
  '어느 달과 비교할까요? 2024-03(24.3, 3월)처럼 한 달을 적으면 그달과 지금을, 2024-02 2024-03처럼 두 달을 적으면 두 기록을 비교합니다.\n비워 두면 마지막 달과 지금(같으면 마지막 두 달)을 비교합니다.';

/**
 * `2024-12`, `24.12`, `2024년 12월` or `12월`. Around months, only the separators of {@link BETWEEN} may occur.
 */
const MONTH = /(?<!\d)(?:['’‘]?(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*월?|(\d{1,2})\s*월)(?![\d월])/g;
const BETWEEN = /^(?:[\s,.~∼～〜→]|부터|까지|[와과])*$/;

/**
 * Reads one or two months; empty for a blank text, null for anything else. A month without a year is the next
 * such month after the one before it: after `2024-12`, `1월` is 2025-01. Alone, it is the last such month that
 * has ended: in March 2025, `12월` is 2024-12.
 */
export function monthsAsked(typed: string, today: IsoDate): readonly string[] | null {
  const text = plainText(typed).trim();
  if (text === '') return [];
  if (!BETWEEN.test(text.replace(MONTH, ''))) return null;
  const found: string[] = [];
  for (const [, year = '', month = '', alone = ''] of text.matchAll(MONTH)) {
    const number = Number(month || alone);
    const before = found[found.length - 1] ?? null;
    const inYear =
      year !== ''
        ? Number(year.padStart(4, '20'))
        : before === null
          ? yearOf(today) - (number < monthOf(today) ? 0 : 1)
          : Number(before.slice(0, 4)) + (number > Number(before.slice(5)) ? 0 : 1);
    found.push(`${inYear}-${String(number).padStart(2, '0')}`);
  }
  const isReal = found.every((month) => lastDayOfMonth(month) !== null);
  return isReal && found.length >= 1 && found.length <= 2 ? found : null;
}
