/** Numbers as they are written in sentences. */

/** `1234567` as `1,234,567`, 1234.5678 as `1,234.5678`. */
export function withCommas(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `21.1%`; what is taken back as `△1.6%`. @param digits how many are shown; all there are where it is left out. */
export function percentText(percent: number, digits?: number): string {
  const size = Math.abs(percent);
  return `${percent < 0 ? '△' : ''}${digits === undefined ? size : size.toFixed(digits)}%`;
}

/** `1,234,567원`; what is taken back as `△1,234,567원`. */
export function won(amount: number): string {
  return amount < 0 ? `△${withCommas(-amount)}원` : `${withCommas(amount)}원`;
}
