/** Texts about the schedule and the outlook, shared by 소통누적 and the official sheet. */
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import type { Need, Projection, TargetMet } from '../../../domain/schedule/outlook.ts';
import type { QuarterStanding } from '../../../domain/schedule/schedule.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { withCommas } from '../../numbers.ts';
import { shownDate, shownPeriod } from '../../raw.ts';

/** A standing as a short name for narrow columns, and its meaning. */
export function standingName(standing: QuarterStanding): {
  readonly short: string;
  readonly meaning: string;
} {
  switch (standing) {
    case 'onPlan':
      return { short: '적기', meaning: '계획한 분기에 엶' };
    case 'early':
      return { short: '조기', meaning: '계획보다 이르게 엶' };
    case 'late':
      return { short: '지연', meaning: '계획보다 늦게 엶' };
    case 'unplanned':
      return { short: '추가', meaning: '계획에 없이 엶' };
    case 'moved':
      return { short: '옮김', meaning: '그해의 다른 분기에 엶(조기, 지연)' };
    case 'missed':
      return { short: '누락', meaning: '계획한 분기에 열지 않음' };
    case 'due':
      return { short: '예정', meaning: '계획한 분기가 아직 끝나지 않음' };
    case 'undecidable':
      return { short: '미상', meaning: '그해의 날짜를 알 수 없음' };
  }
}

/** @param planned the word for a year's target. */
export function deadlineName({ deadline, by }: Need, planned: string): string {
  switch (deadline) {
    case 'yearTarget':
      return `${by.slice(0, 4)}년 ${planned}`;
    case 'termEnd':
      return `임기 끝(${shownDate(by)})`;
    case 'planEnd':
      return `사업 끝(${shownDate(by)})`;
  }
}

/** `2024. 3. 5.`, `2024년`, or where a correction of an unknown day leaves two years open, both ends. */
export function targetMetText({ metOn, isLost }: TargetMet): string {
  if (metOn === null) return isLost ? '이루었다가 못 미침' : '아직';
  return metOn.precision === 'between'
    ? `${shownDate(metOn.first)} ~ ${shownDate(metOn.last)} 사이`
    : shownPeriod(metOn);
}

/** The projection with its method, or why there is none. */
export function projectionText(projection: Projection | null, indicator: Indicator): string {
  if (projection === null)
    return '※ 추정하지 않음: 더하는 값이 아니라 그때의 값이어서 지난 분기로 앞날을 말할 수 없습니다.';
  const { knownQuarters, expected, by } = projection;
  const unit = unitOfIndicator(indicator);
  const isHeld = indicator.kind === 'meetings';
  if (expected !== null && by !== null) {
    return `※ 추정: ${shownDate(by)}까지 ${withCommas(expected)}${unit}. 앞으로의 분기마다 지난 같은 분기의 평균(날짜를 아는 ${withCommas(knownQuarters)}개 분기)만큼 ${isHeld ? '연다고' : '더해진다고'} 보고, 지금 분기는 이제까지 ${isHeld ? '연' : '더한'} 것만 셌습니다.`;
  }
  if (by === null) return '※ 추정하지 않음: 사업이 끝났거나 종료연도를 알 수 없습니다.';
  return `※ 추정하지 않음: 날짜를 아는 지난 분기가 ${withCommas(knownQuarters)}개여서 모자랍니다. 네 분기 이상 있어야 합니다.`;
}
