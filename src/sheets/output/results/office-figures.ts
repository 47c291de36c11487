/** The figures of an office's pledges together at two dates: mean rate, statuses, money. */
import { exactSum } from '../../../domain/decimal.ts';
import { meanRate } from '../../../domain/overview.ts';
import type { RatePrecision } from '../../../domain/rate.ts';
import type { OfficeLists } from '../../../domain/words.ts';
import { NO_IMPLEMENTATION_STATUS_NAME } from '../../names.ts';
import { percentText, withCommas, won } from '../../numbers.ts';
import type { PledgeThen } from './office-moves.ts';

/** A pledge as of a date, with its money. */
export interface PledgeFiguresThen extends PledgeThen {
  /** null: nothing is known. */
  readonly plannedWon: number | null;
  readonly executedWon: number | null;
}

export interface OfficeSides {
  readonly before: readonly PledgeFiguresThen[];
  readonly after: readonly PledgeFiguresThen[];
}

/** One line each for the mean rate, the statuses and the money. What did not move is said to be the same. */
export function officeFigureLines(
  { before, after }: OfficeSides,
  { implementationStatuses }: Pick<OfficeLists, 'implementationStatuses'>,
  precision: RatePrecision,
): readonly string[] {
  const meanOf = (pledges: readonly PledgeThen[]) =>
    meanRate(
      pledges.map(({ rate }) => rate),
      precision,
    ).percent;
  const percent = (value: number) => percentText(value, precision.digits);
  const mean = movedText(meanOf(before), meanOf(after), percent, (points) => `${percent(points)}p`);
  return [
    `평균 이행률: ${mean}`,
    `이행구분: ${implementationStatusesText(before, after, implementationStatuses)}`,
    moneyText('투자계획', before, after, ({ plannedWon }) => plannedWon),
    moneyText('집행액', before, after, ({ executedWon }) => executedWon),
  ];
}

/** `완료 3건 → 4건, 정상추진 10건 → 9건`: the statuses whose number of pledges moved. */
function implementationStatusesText(
  before: readonly PledgeThen[],
  after: readonly PledgeThen[],
  implementationStatuses: OfficeLists['implementationStatuses'],
): string {
  const count = (pledges: readonly PledgeThen[], name: string) =>
    pledges.filter(({ status }) => (status ?? NO_IMPLEMENTATION_STATUS_NAME) === name).length;
  const names = new Set([
    ...implementationStatuses.map(({ name }) => name),
    ...[...before, ...after].map(({ status }) => status ?? NO_IMPLEMENTATION_STATUS_NAME),
  ]);
  const moves = [...names].flatMap((name) => {
    const [was, is] = [count(before, name), count(after, name)];
    return was === is ? [] : [`${name} ${withCommas(was)}건 → ${withCommas(is)}건`];
  });
  return moves.length === 0 ? '공약 수가 그대로입니다.' : moves.join(', ');
}

function moneyText(
  name: string,
  before: readonly PledgeFiguresThen[],
  after: readonly PledgeFiguresThen[],
  of: (pledge: PledgeFiguresThen) => number | null,
): string {
  return `${name}: ${movedText(sumOfKnown(before.map(of)), sumOfKnown(after.map(of)), won, won)}`;
}

function sumOfKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.flatMap((amount) => amount ?? []);
  return known.length === 0 ? null : exactSum(known);
}

/** `54% → 56% (+2%p)`, or `54% (그대로)` */
function movedText(
  was: number | null,
  is: number | null,
  textOf: (value: number) => string,
  textOfMove: (size: number) => string,
): string {
  const text = (value: number | null) => (value === null ? '없음' : textOf(value));
  if (was === is) return `${text(is)} (그대로)`;
  const moved = `${text(was)} → ${text(is)}`;
  if (was === null || is === null) return moved;
  const by = exactSum([is, -was]);
  return `${moved} (${by < 0 ? '-' : '+'}${textOfMove(Math.abs(by))})`;
}
