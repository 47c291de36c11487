/** Pledges of an office whose rate or status changed between two dates. */
import { percentText, withCommas } from '../../numbers.ts';
import { shownBriefly } from '../../personal-data.ts';

/** A pledge as of a date. */
export interface PledgeThen {
  readonly number: string;
  readonly name: string | null;
  /** null: it had no rate. */
  readonly rate: number | null;
  /** Name of its status; null: it had none. */
  readonly status: string | null;
}

/** A dialog with more lines is unreadable. */
const MOST_PLEDGES = 30;
const NONE = '없음';

/** The number of changed pledges, then one line for each, in the order of the later date. */
export function officeMoveLines(
  before: readonly PledgeThen[],
  after: readonly PledgeThen[],
): readonly string[] {
  const then = new Map(before.map((pledge) => [pledge.number, pledge] as const));
  const now = new Set(after.map(({ number }) => number));
  const moves = [
    ...after.flatMap((pledge) => moveText(then.get(pledge.number) ?? null, pledge) ?? []),
    ...before.filter(({ number }) => !now.has(number)).map((pledge) => `${titleOf(pledge)}: 목록에서 없어짐`),
  ];
  const more = moves.length - MOST_PLEDGES;
  return [
    moves.length === 0
      ? `공약 ${withCommas(after.length)}건의 이행률과 이행구분이 그대로입니다.`
      : `공약 ${withCommas(after.length)}건 가운데 ${withCommas(moves.length)}건의 이행률이나 이행구분이 달라졌습니다.`,
    ...moves.slice(0, MOST_PLEDGES).map((text) => `· ${text}`),
    ...(more > 0 ? [`그 밖에 ${withCommas(more)}건`] : []),
  ];
}

/** `1-1 쉼터: 이행률 76% → 100%, 이행구분 일부추진 → 완료`; null if nothing changed. */
function moveText(before: PledgeThen | null, after: PledgeThen): string | null {
  if (before === null) return `${titleOf(after)}: 새로 생김`;
  const parts = [
    ...(before.rate === after.rate ? [] : [`이행률 ${rateText(before.rate)} → ${rateText(after.rate)}`]),
    ...(before.status === after.status
      ? []
      : [`이행구분 ${before.status ?? NONE} → ${after.status ?? NONE}`]),
  ];
  return parts.length === 0 ? null : `${titleOf(after)}: ${parts.join(', ')}`;
}

function rateText(percent: number | null): string {
  return percent === null ? NONE : percentText(percent);
}

function titleOf({ number, name }: PledgeThen): string {
  return shownBriefly(name === null ? number : `${number} ${name}`);
}
