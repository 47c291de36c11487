/** Planned against held, as a block of 소통누적: a line's quarters counted by how they went, then each quarter, then what lies ahead. */
import { figureOf, sumOf } from '../../domain/figure.ts';
import type { Report } from '../../domain/report.ts';
import type { QuarterStanding, ScheduledQuarter, ScheduleLine } from '../../domain/schedule.ts';
import { countCell, type GridRow, headingCells, noteCell, numberCell, textCell, titleCell } from './grid.ts';
import { deadlineName, projectionText, standingName, targetMetText } from './outlook-text.ts';

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
  return [...lineRows(report), ...quarterRows(report), ...outlookRows(report)];
}

function lineRows({ schedule }: Report): readonly GridRow[] {
  if (schedule.length === 0) return [];
  return [
    [],
    [titleCell('일정 대비 실적 (분기 수)')],
    headingCells(
      '세부추진사항',
      '계획',
      ...STANDINGS.map((standing) => standingName(standing).short),
      '횟수',
    ),
    ...schedule.map((line) => [
      textCell(line.schedule.name, 'label'),
      numberCell(line.quarters.filter(({ planned }) => planned).length),
      ...STANDINGS.map((standing) => numberCell(quartersOf(line, standing).length)),
      countCell(sumOf(line.quarters.map(({ held }) => held)), 'total'),
    ]),
    [
      noteCell(
        STANDINGS.map((standing) => {
          const { short, meaning } = standingName(standing);
          return `${short}: ${meaning}`;
        }).join(' · '),
      ),
    ],
  ];
}

function quartersOf(line: ScheduleLine, standing: QuarterStanding): readonly ScheduledQuarter[] {
  return line.quarters.filter((quarter) => quarter.standing === standing);
}

function quarterRows({ schedule }: Report): readonly GridRow[] {
  const told = schedule.flatMap(({ schedule: line, quarters }) =>
    quarters.flatMap((quarter) =>
      quarter.standing === null ? [] : [{ line, quarter, standing: quarter.standing }],
    ),
  );
  if (told.length === 0) return [];
  return [
    [],
    [titleCell('분기별 계획과 실적')],
    headingCells('세부추진사항', '분기', '계획', '실적', '판정'),
    ...told.map(({ line, quarter, standing }) => [
      textCell(line.name, 'label'),
      textCell(`${quarter.year}.${quarter.quarter}`),
      textCell(quarter.planned ? '■' : ''),
      countCell(quarter.held),
      textCell(standingName(standing).short),
    ]),
  ];
}

function outlookRows({ outlook, pledge, meetings }: Report): readonly GridRow[] {
  if (outlook === null) return [];
  return [
    [],
    [titleCell('목표를 이룬 때')],
    headingCells('연도', '누적목표', '이룬 때'),
    ...outlook.targetsMet.map((target) => [
      textCell(String(target.year), 'label'),
      countCell(meetings?.years.find(({ year }) => year === target.year)?.planned ?? figureOf([])),
      textCell(targetMetText(target)),
    ]),
    [],
    [titleCell('목표까지 남은 것')],
    headingCells('기한', '목표', '더 필요', '남은 분기', '분기마다'),
    ...outlook.needs.map((need) => [
      textCell(deadlineName(need), 'label'),
      numberCell(need.target),
      numberCell(need.missing),
      numberCell(need.quartersLeft),
      numberCell(need.perQuarter),
    ]),
    [noteCell(projectionText(outlook.projection, pledge.unit ?? '회'))],
  ];
}
