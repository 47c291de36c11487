/** Numbers and dates as a person reads them in Korea. */

const THOUSAND = 1_000;

/** `1234567` as `1,234,567`. */
export function withCommas(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A count with its unit, `약 130명`; what is unknown is `–`. */
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
  readonly name: '천원' | '원';
  /** △ marks a negative amount in Korean public accounts; what is unknown is `–`. */
  text(won: number | null): string;
}

/** Thousands of won where every amount is a whole number of them: short, and still exact. */
export function moneyUnit(amounts: readonly (number | null)[]): MoneyUnit {
  const inThousands = amounts.every((won) => won === null || won % THOUSAND === 0);
  const text = (won: number) => withCommas(Math.abs(inThousands ? won / THOUSAND : won));
  return {
    name: inThousands ? '천원' : '원',
    text: (won) => (won === null ? '–' : `${won < 0 ? '△' : ''}${text(won)}`),
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
