/** Numbers as written in sentences. */

/** `1,234,567` for 1234567, `1,234.5678` for 1234.5678. */
export function withCommas(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * `21.1%`, or `△1.6%` for a negative one.
 * @param digits decimal places; without it, as many as the number has.
 */
export function percentText(percent: number, digits?: number): string {
  const size = Math.abs(percent);
  return `${percent < 0 ? '△' : ''}${digits === undefined ? size : size.toFixed(digits)}%`;
}

/** `1,234,567원`, or `△1,234,567원` for a negative amount. */
export function won(amount: number): string {
  return amount < 0 ? `△${withCommas(-amount)}원` : `${withCommas(amount)}원`;
}
