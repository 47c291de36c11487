/**
 * The block of 소통누적 that compares plan and meetings: standings counted by row of the schedule, then each
 * quarter, then the outlook.
 */
import { type Figure, figureOf, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import { isSum } from '../../../domain/indicators/indicator.ts';
import type { ScheduleRow } from '../../../domain/records.ts';
import type { IndicatorReport, Report } from '../../../domain/report.ts';
import type { QuarterStanding, ScheduledQuarter, ScheduleLine } from '../../../domain/schedule/schedule.ts';
import { MARKED } from '../../cells/quarter-plan.ts';
import { indicatorWords } from '../../indicator-kind-words.ts';
import { titleOfIndicator } from '../../indicator-words.ts';
import { shownBriefly } from '../../personal-data.ts';
import {
  beforeText,
  countCell,
  type GridRow,
  headingCells,
  noteCell,
  numberCell,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { indicatorCells } from './indicator-cells.ts';
import { deadlineName, projectionText, standingName, targetMetText } from './outlook-text.ts';
import { measuredNumberCell, missingCell, targetOfNeed, targetOfYear } from './still-needed.ts';

/** The standings that are counted. Without `moved`: its meeting counts in the quarter where it was held. */
const STANDINGS: readonly QuarterStanding[] = [
  'onPlan',
  'early',
  'late',
  'missed',
  'unplanned',
  'due',
  'undecidable',
];

export function scheduleBlock(report: Report): readonly GridRow[] {
  const { indicators } = report;
  return [
    ...lineRows(report),
    ...quarterRows(report),
    ...indicators.flatMap((progress) => outlookRows(progress, indicators)),
  ];
}

function lineRows({ schedule, unscheduled }: Report): readonly GridRow[] {
  const lines = [...schedule, ...unscheduled].filter(({ isJudged }) => isJudged);
  if (lines.length === 0) return [];
  return [
    [],
    [titleCell('일정 대비 실적 (분기 수)')],
    headingCells(
      '세부추진사항',
      '계획',
      ...STANDINGS.map((standing) => standingName(standing).short),
      '횟수',
    ),
    ...lines.map((line) => [
      textCell(line.schedule.name, 'label'),
      countCell(markedQuarters(line, line.quarters.filter(({ planned }) => planned).length)),
      ...STANDINGS.map((standing) => countCell(quartersThatWent(line, standing))),
      countCell(line.held, 'total'),
    ]),
    [
      noteCell(
        [...STANDINGS, 'moved' as const]
          .map((standing) => {
            const { short, meaning } = standingName(standing);
            return `${short}: ${meaning}`;
          })
          .join(' · '),
      ),
    ],
  ];
}

/** A number of quarters, with the row of the schedule as its source. */
function markedQuarters({ schedule }: ScheduleLine, quarters: number): Figure {
  return schedule.row === null
    ? UNKNOWN_FIGURE
    : figureOf([{ tab: 'schedule', row: schedule.row, amount: quarters, approximate: false }]);
}

/**
 * Number of quarters with this standing. An unmarked quarter has no row in the schedule, so its source is its
 * first meeting.
 */
function quartersThatWent(line: ScheduleLine, standing: QuarterStanding): Figure {
  const quarters = line.quarters.filter((quarter) => quarter.standing === standing);
  const unmarked = quarters.filter(({ planned }) => !planned);
  return unmarked.length === 0
    ? markedQuarters(line, quarters.length)
    : figureOf(
        unmarked.flatMap(({ meetings: [first] }) =>
          first === undefined ? [] : [{ ...first.held, amount: 1, approximate: false }],
        ),
      );
}

/** Plans by quarter, with results and standings for those rows of the schedule that are judged. */
function quarterRows({ schedule, unscheduled }: Report): readonly GridRow[] {
  const lines = [...schedule, ...unscheduled];
  const judged = plannedRows(lines.filter(({ isJudged }) => isJudged));
  const plans = plannedRows(lines.filter(({ isJudged }) => !isJudged));
  return [
    ...(judged.length === 0
      ? []
      : [
          [],
          [titleCell('분기별 계획과 실적')],
          headingCells('세부추진사항', '분기', '계획', '실적', '판정'),
          ...judged.map(({ cells, quarter }) => [...cells, ...standingCells(quarter)]),
        ]),
    ...(plans.length === 0
      ? []
      : [
          [],
          [titleCell('분기별 계획')],
          headingCells('세부추진사항', '분기', '계획'),
          ...plans.map(({ cells }) => cells),
        ]),
  ];
}

/** One row for each quarter with a plan or a meeting, then one for each plan of a year without a quarter. */
function plannedRows(
  lines: readonly ScheduleLine[],
): readonly { readonly cells: GridRow; readonly quarter: ScheduledQuarter | null }[] {
  const row = (name: string, when: string, plan: string, quarter: ScheduledQuarter | null) => ({
    cells: [textCell(name, 'label'), textCell(when, 'word'), textCell(plan, 'word')],
    quarter,
  });
  return [
    ...lines.flatMap(({ schedule: line, quarters }) =>
      quarters
        .filter(({ standing, planned }) => standing !== null || planned)
        .map((each) => row(line.name, `${each.year}.${each.quarter}`, plannedText(line, each), each)),
    ),
    ...lines.flatMap(({ schedule: { name, words = [] } }) =>
      words
        .filter(({ quarter }) => quarter === null)
        .map(({ year, text }) => row(name, String(year), shownBriefly(text, LONGEST_WORDS), null)),
    ),
  ];
}

function standingCells(quarter: ScheduledQuarter | null): GridRow {
  if (quarter === null) return [];
  const { held, standing } = quarter;
  return [countCell(held), textCell(standing === null ? '' : standingName(standing).short, 'word')];
}

/** In characters. A longer plan would make its row unreadably high. */
const LONGEST_WORDS = 100;

/** A mark, or the words typed in its place. */
function plannedText({ words = [] }: ScheduleRow, { year, quarter, planned }: ScheduledQuarter): string {
  if (!planned) return '';
  const said = words.find((word) => word.year === year && word.quarter === quarter);
  return said === undefined ? MARKED : shownBriefly(said.text, LONGEST_WORDS);
}

function outlookRows(progress: IndicatorReport, all: Report['indicators']): readonly GridRow[] {
  const { outlook, indicator } = progress;
  const cells = indicatorCells(progress);
  const words = indicatorWords(indicator);
  const name = titleOfIndicator(indicator, all);
  return [
    ...(outlook.targetsMet.length === 0
      ? []
      : [
          [],
          [titleCell(`${name}목표를 이룬 때`)],
          headingCells('연도', words.planned, '이룬 때'),
          ...outlook.targetsMet.map((target) => [
            textCell(String(target.year), 'label'),
            beforeText(cells.value(targetOfYear(target.year, progress))),
            textCell(targetMetText(target)),
          ]),
        ]),
    [],
    [titleCell(`${name}목표까지 남은 것`)],
    ...(outlook.needs.length === 0
      ? []
      : [headingCells('기한', '목표', '더 필요', '남은 분기', ...(isSum(indicator) ? ['분기마다'] : []))]),
    ...outlook.needs.map((need) => [
      textCell(deadlineName(need, words.planned), 'label'),
      cells.value(targetOfNeed(need, progress)),
      missingCell(need, progress),
      numberCell(need.quartersLeft),
      ...(isSum(indicator) ? [measuredNumberCell(need.perQuarter, progress)] : []),
    ]),
    [noteCell(projectionText(outlook.projection, indicator))],
  ];
}
