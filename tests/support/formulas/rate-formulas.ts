/** Rates as spreadsheet formulas. They divide whole numbers, so that no fraction of a binary number decides. */
import type { RatePrecision } from '../../../src/domain/rate.ts';

/** Values have at most one decimal. */
const whole = (value: string) => `ROUND(10*${value},0)`;

/** part / whole in percent, cut off or rounded half away from zero: 39 of 200 is 19. */
export function percentOf(part: string, of: string, precision: RatePrecision): string {
  return quotient(whole(part), whole(of), precision);
}

/** Mean in percent of several parts of their wholes, each at most 1. A pair of blanks is left out. */
export function meanPercentOf(
  rates: readonly { readonly part: string; readonly whole: string; readonly percent: string }[],
  precision: RatePrecision,
): string {
  const steps = rates.map((rate) => `IF(${rate.percent}="",1,${whole(rate.whole)})`);
  const common = `LCM(${steps.join(',')})`;
  const shares = rates.map(
    (rate, index) =>
      `IF(${rate.percent}="",0,MIN(${whole(rate.part)},${whole(rate.whole)})*${common}/${steps[index]})`,
  );
  const count = `COUNT(${rates.map(({ percent }) => percent).join(',')})`;
  return `IF(${count}=0,"",${quotient(`(${shares.join('+')})`, `(${count}*${common})`, precision)})`;
}

function quotient(part: string, of: string, { mode, digits }: RatePrecision): string {
  const scaled = `${100 * 10 ** digits}*ABS(${part})`;
  const steps = mode === 'round' ? `QUOTIENT(2*${scaled}+${of},2*${of})` : `QUOTIENT(${scaled},${of})`;
  return `SIGN(${part})*${steps}/${10 ** digits}`;
}
