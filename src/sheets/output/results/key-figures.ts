/** The key figures of one pledge. */

import { lastDayOfYear } from '../../../domain/date.ts';
import { statusInForce } from '../../../domain/implementation-status.ts';
import type { Report } from '../../../domain/report.ts';
import { indicatorWords } from '../../indicator-kind-words.ts';
import { measureText } from '../../indicator-words.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { NO_STATUS_NAME, officeStatusName, statusNameAtDate } from '../../names.ts';
import { withCommas, won } from '../../numbers.ts';
import { countCell, numberCell, rateCell, textCell, UNKNOWN } from '../grid/grid.ts';
import type { KeyFigure } from '../grid/key-figures.ts';
import { indicatorCells } from './indicator-cells.ts';
import type { ListedFinding } from './listed-finding.ts';
import { pledgeRateCell } from './pledge-rate-cell.ts';

export function keyFigures(report: Report, findings: readonly ListedFinding[]): readonly KeyFigure[] {
  return [
    ...implementationFigures(report),
    suggestionFigure(report),
    budgetFigure(report),
    findingFigure(findings),
  ];
}

const NO_FIGURE = textCell(UNKNOWN, 'keyFigure');
const NOT_COMPUTED = '계산하지 못함 (점검 참고)';

function implementationFigures(report: Report): readonly KeyFigure[] {
  const { indicators, status, clock, lists, pledge } = report;
  const settings = `${INPUT_TAB_NAMES[pledge.describedIn]} 탭`;
  const [progress, ...others] = indicators;
  const [rate, held, given] = [
    { name: '이행률', columns: 1 },
    { name: progress === undefined ? '누적 실적' : indicatorWords(progress.indicator).value, columns: 2 },
    { name: '이행구분', columns: 2 },
  ];
  if (progress === undefined) {
    return [rate, held, given].map((each) => ({ ...each, figure: NO_FIGURE, note: NOT_COMPUTED }));
  }
  const { value, target, years } = progress;
  const cells = indicatorCells(progress);
  const due = years
    .filter(({ year, planned }) => lastDayOfYear(year) <= clock.asOf && planned.value !== null)
    .pop();
  const inForce = statusInForce(status);
  return [
    {
      ...rate,
      figure: report.rate.percent === null ? NO_FIGURE : pledgeRateCell(report, 'keyFigure'),
      note:
        report.rate.from === 'stated'
          ? '자체평가'
          : others.length > 0
            ? `지표 ${indicators.filter(({ rate }) => rate.percent !== null).length}개의 평균`
            : due === undefined
              ? ''
              : `${due.year}년 말 계획 ${measureText(due.planned.value ?? 0, progress)}`,
    },
    {
      ...held,
      figure: cells.value(value, 'keyFigure'),
      note: [
        ...(others.length > 0 && progress.indicator.name !== null ? [progress.indicator.name] : []),
        target === null
          ? `${settings}에 최종목표를 적어 주세요.`
          : `최종목표 ${measureText(target, progress)}`,
      ].join(' · '),
    },
    {
      ...given,
      figure: textCell(inForce === null ? UNKNOWN : officeStatusName(lists, inForce), 'keyFigure'),
      note: [
        ...(inForce === null ? [] : [status.chosen === null ? '숫자로 제안한 것' : `${settings}에 적은 것`]),
        ...(status.suggested === null || status.suggested === inForce
          ? []
          : [`제안은 ${officeStatusName(lists, status.suggested)}`]),
      ].join(' · '),
    },
  ];
}

function suggestionFigure({ suggestions, lists }: Report): KeyFigure {
  const card = { name: '건의사항', columns: 2 };
  if (suggestions === null) return { ...card, figure: NO_FIGURE, note: NOT_COMPUTED };
  const { total, statuses, noStatus } = suggestions.all;
  if (total.value === null) {
    return { ...card, figure: numberCell(0, 'keyFigure'), note: '접수된 건의가 없습니다.' };
  }
  const parts = [
    { name: statusNameAtDate(lists, 'completed'), count: statuses.completed.value },
    { name: NO_STATUS_NAME, count: noStatus.value },
  ];
  return {
    ...card,
    figure: countCell(total, 'keyFigure'),
    note: parts
      .flatMap(({ name, count }) => (count === null ? [] : [`${name} ${withCommas(count)}건`]))
      .join(' · '),
  };
}

function budgetFigure({ budget }: Report): KeyFigure {
  const card = { name: '예산 집행률', columns: 2 };
  if (budget === null) return { ...card, figure: NO_FIGURE, note: NOT_COMPUTED };
  const { planned, executed, rate } = budget.total;
  const noteOf = () => {
    if (planned.value === null) return `${INPUT_TAB_NAMES.budgetPlans} 탭에 적어 주세요.`;
    if (executed.value === null) return '집행한 기록이 없습니다.';
    return `집행액 ${won(executed.value)}`;
  };
  return {
    ...card,
    figure: rate.percent === null ? NO_FIGURE : rateCell(rate, executed, planned, 'keyFigure'),
    note: noteOf(),
  };
}

function findingFigure(findings: readonly ListedFinding[]): KeyFigure {
  const count = (severity: ListedFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    name: '점검 오류',
    columns: 1,
    figure: numberCell(count('error'), 'keyFigure'),
    note: `경고 ${withCommas(count('warning'))} · 알림 ${withCommas(count('notice'))}`,
  };
}
