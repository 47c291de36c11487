/**
 * Numbers that look like personal data but belong to nobody. They are put together from parts and never
 * written out.
 */

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/**
 * A resident registration number with only zeros after the birth date (`yymmdd`) and the digit of the
 * century. `valid` decides whether its check digit is right.
 */
export function residentNumber({ separator = '-', valid = true, day = '000101', century = 1 } = {}): string {
  const serial = `${century}${'0'.repeat(5)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(`${day}${serial}`[index]), 0);
  const check = (11 - (sum % 11)) % 10;
  return `${day}${separator}${serial}${valid ? check : (check + 1) % 10}`;
}

/** A mobile number that repeats one digit. */
export function mobileNumber({ separator = '-', prefix = '010', digit = '0', middle = 4 } = {}): string {
  return [prefix, digit.repeat(middle), digit.repeat(4)].join(separator);
}
