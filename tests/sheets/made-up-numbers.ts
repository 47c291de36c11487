/** Numbers that look like personal data and are nobody's: put together from parts, never written out. */

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** A resident registration number of the first day of 1900 with nothing but zeros behind: its check digit fits, or does not. */
export function residentNumber({ separator = '-', valid = true, month = 1 } = {}): string {
  const day = `00${String(month).padStart(2, '0')}01`;
  const serial = `1${'0'.repeat(5)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(`${day}${serial}`[index]), 0);
  const check = (11 - (sum % 11)) % 10;
  return `${day}${separator}${serial}${valid ? check : (check + 1) % 10}`;
}

/** A mobile number of zeros. */
export function mobileNumber({ separator = '-', prefix = '010' } = {}): string {
  return [prefix, '0'.repeat(4), '0'.repeat(4)].join(separator);
}
