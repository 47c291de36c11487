/** Numbers and dates in Korean notation. */
import { withCommas } from '../sheets/numbers.ts';

const THOUSAND = 1_000;
const MILLION = 1_000_000;

/** A count with its unit: `약 130명`; unknown: `–`. */
export function countText(
  { value, approximate }: { readonly value: number | null; readonly approximate: boolean },
  unit = '',
): string {
  return value === null ? '–' : `${approximate ? '약 ' : ''}${withCommas(value)}${unit}`;
}

/** `2024-03-31` as `2024. 3. 31.` */
export function dateText(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(year)}. ${Number(month)}. ${Number(day)}.`;
}

/** `2024-03-31 09:05:00` as `2024. 3. 31. 09:05`. */
export function momentText(moment: string): string {
  const [date = '', time = ''] = moment.split(' ');
  return `${dateText(date)} ${time.slice(0, 5)}`;
}

export interface MoneyUnit {
  readonly name: '백만원' | '원';
  /** △ marks a negative amount, as in Korean public accounts; unknown: `–`. */
  text(won: number | null): string;
}

/**
 * The unit for a list of amounts, as in the tabs: 백만원 if at most three decimals show every amount exactly,
 * else 원. All amounts get the same number of decimals.
 */
export function moneyUnit(amounts: readonly (number | null)[]): MoneyUnit {
  const known = amounts.flatMap((won) => (won === null ? [] : [Math.abs(won)]));
  const inMillions = known.every((won) => won % THOUSAND === 0);
  const decimals = inMillions
    ? Math.max(0, ...known.map((won) => String(won / MILLION).split('.')[1]?.length ?? 0))
    : 0;
  const text = (won: number) =>
    (inMillions ? won / MILLION : won).toLocaleString('ko-KR', { minimumFractionDigits: decimals });
  return {
    name: inMillions ? '백만원' : '원',
    text: (won) => (won === null ? '–' : `${won < 0 ? '△' : ''}${text(Math.abs(won))}`),
  };
}

/** `소통기록 B12`, `소통기록 12행`, `소통기록 탭` */
export function placeText(tab: string, cell: string): string {
  if (cell === '') return `${tab} 탭`;
  const row = /^(\d+):\1$/.exec(cell)?.[1];
  return row === undefined ? `${tab} ${cell}` : `${tab} ${row}행`;
}

/** A duration: `1초 미만`, `12초`, `2분 5초` */
export function durationText(seconds: number): string {
  if (seconds < 1) return '1초 미만';
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}초` : `${Math.floor(whole / 60)}분 ${whole % 60}초`;
}
