/** How a rate, a mean or a difference is calculated, in one line: `54% = 108회 ÷ 200회`. */
import { exactSum } from '../../domain/decimal.ts';
import type { Figure } from '../../domain/figure.ts';
import { percentText, withCommas, won } from '../../sheets/numbers.ts';
import type { Basis } from '../../sheets/output/grid/grid.ts';
import { unitOfDifference } from '../../sheets/percent-units.ts';
import { isMoney, unitOf } from './basis-units.ts';

type BasisOf<Kind extends Basis['kind']> = Extract<Basis, { readonly kind: Kind }>;

/** @returns null for a sum, or where a side is not known. */
export function equationOf(basis: Basis): string | null {
  switch (basis.kind) {
    case 'figure':
      return null;
    case 'average':
      return averageEquation(basis);
    case 'mean':
      return meanEquation(basis);
    case 'difference':
      return differenceEquation(basis);
    case 'rate':
      return rateEquation(basis);
  }
}

function averageEquation({ percent, digits, figure: { sources, value } }: BasisOf<'average'>): string {
  const shown = percentText(percent, digits);
  const sum = withCommas(value ?? 0);
  return `${shown} = ${sum}% ÷ ${withCommas(sources.length)}: 공약마다 보이는 이행률의 평균이며, 100%가 넘으면 100%로 봅니다.`;
}

function meanEquation({ percent, digits, rates }: BasisOf<'mean'>): string {
  const each = rates.map(({ rate }) => percentText(rate.percent ?? 0, rate.digits)).join(', ');
  return `${percentText(percent, digits)}: ${each}의 평균. 100%가 넘으면 100%로 보고, 자르기 전의 비율로 계산합니다.`;
}

function rateEquation(basis: BasisOf<'rate'>): string | null {
  const { part, whole, from } = basis;
  const { percent, digits } = basis.rate;
  if (part.value === null || whole.value === null || percent === null) return null;
  const amount = amountText(basis, part, whole);
  const shown = percentText(percent, digits);
  if (from === undefined || from.value === null) return `${shown} = ${amount(part)} ÷ ${amount(whole)}`;
  const { value: start } = from;
  const fallen = (value: number) => `(${amount({ value: start })} − ${amount({ value })})`;
  const isBelow = part.value > start ? '. 0%보다 낮으면 0%로 봅니다.' : '';
  return `${shown} = ${fallen(part.value)} ÷ ${fallen(whole.value)}${isBelow}`;
}

/** A target less what is reached; for one that is to fall, the other way round. */
function differenceEquation(basis: BasisOf<'difference'>): string | null {
  const { minuend, subtrahend, towards } = basis;
  if (minuend.value === null || subtrahend.value === null) return null;
  const amount = amountText(basis, minuend, subtrahend);
  const difference = amountText(basis, minuend, subtrahend, unitOfDifference(unitOf(basis)));
  const isFalling = towards === 'falling';
  const value = isFalling
    ? exactSum([subtrahend.value, -minuend.value])
    : exactSum([minuend.value, -subtrahend.value]);
  if (towards !== undefined && value <= 0) {
    return `${difference({ value: 0 })}: 목표는 ${amount(minuend)}, 지금은 ${amount(subtrahend)}이므로 이미 이루었습니다.`;
  }
  const [left, right] = isFalling ? [subtrahend, minuend] : [minuend, subtrahend];
  const approximate = minuend.approximate || subtrahend.approximate;
  return `${difference({ value, approximate })} = ${amount(left)} − ${amount(right)}`;
}

type Amount = Pick<Figure, 'value'> & Partial<Pick<Figure, 'approximate'>>;

/**
 * Returns a function that writes an amount of a basis: `약 1,234,567원`, △3회.
 * @param one a figure of the basis, and the other: amounts of money are in won whatever the unit.
 * @param unit absent: that of the basis.
 */
function amountText(basis: Basis, one: Figure, other: Figure, unit = unitOf(basis)) {
  const isOfMoney = isMoney(one, other);
  return ({ value, approximate = false }: Amount): string => {
    const amount = value ?? 0;
    const sign = amount < 0 ? '△' : '';
    const text = isOfMoney ? won(amount) : `${sign}${withCommas(Math.abs(amount))}${unit}`;
    return approximate ? `약 ${text}` : text;
  };
}
