/** 붙임: the schedule compared with what was held, and what targets still lack. */
import { QUARTERS } from '../../../domain/date.ts';
import { mostDecimals } from '../../../domain/decimal.ts';
import { type Indicator, isSum } from '../../../domain/indicators/indicator.ts';
import type { IndicatorReport, Report } from '../../../domain/report.ts';
import type { QuarterStanding } from '../../../domain/schedule/schedule.ts';
import { MARKED } from '../../cells/quarter-plan.ts';
import { indicatorWords } from '../../indicator-kind-words.ts';
import { digitsShown, measureText, titleOfIndicator } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { unitOfDifference } from '../../percent-units.ts';
import { countCell, type GridRow, numberCell, textCell } from '../grid/grid.ts';
import { deadlineName, projectionText, standingName, targetMetText } from '../results/outlook-text.ts';
import { missingCell, targetOfNeed } from '../results/still-needed.ts';
import { boxHeading, boxLabel, boxText, stepText, unitCell, unitFormat } from './cells.ts';
import { evenCells, type Frame, fullRow, LABEL_COLUMNS, yearCells } from './layout.ts';
import { boxOverRows, coveredBelow, spreadRow, wide } from './wide-cells.ts';

const needHeadings = (indicator: Indicator) => [
  indicator.kind === 'meetings' ? '더 필요한 횟수' : '더 필요',
  '남은 분기',
  ...(isSum(indicator) ? ['분기마다'] : []),
];
/**
 * One sign for each standing, because a quarter's column is too narrow for a word. A legend explains them.
 */
const SIGNS: Readonly<Record<QuarterStanding, string>> = {
  onPlan: '○',
  early: '◁',
  late: '▷',
  unplanned: '＋',
  moved: '◇',
  missed: '×',
  due: '·',
  undecidable: '?',
};
/** The order of the legend. */
const STANDINGS: readonly QuarterStanding[] = [
  'onPlan',
  'early',
  'late',
  'unplanned',
  'moved',
  'missed',
  'due',
  'undecidable',
];

/** The parts that have rows, numbered if there are two. */
export function appendixRows(frame: Frame, report: Report): readonly GridRow[] {
  const parts = [
    { title: '일정 대비 실적', rows: scheduleRows(frame, report) },
    { title: '목표까지 남은 것', rows: outlookRows(frame, report) },
  ].filter(({ rows }) => rows.length > 0);
  return parts.flatMap(({ title, rows }, index) => [
    fullRow(frame, `붙임${parts.length > 1 ? ` ${index + 1}` : ''}. ${title}`, 'sheetSection'),
    ...rows,
  ]);
}

function scheduleRows(frame: Frame, { schedule, unscheduled }: Report): readonly GridRow[] {
  const lines = [...schedule, ...unscheduled].filter(({ isJudged }) => isJudged);
  if (lines.length === 0) return [];
  return [
    spreadRow(
      wide(boxHeading('세부추진사항'), LABEL_COLUMNS - 1, 2),
      wide(boxHeading('구분'), 1, 2),
      ...yearCells(frame.years, (year) => boxHeading(String(year))),
    ),
    spreadRow(
      coveredBelow('boxHeading', LABEL_COLUMNS - 1),
      coveredBelow('boxHeading', 1),
      ...frame.years.flatMap(() => QUARTERS.map((quarter) => wide(boxHeading(String(quarter)), 1))),
    ),
    ...lines.flatMap(({ schedule: line, quarters }) => [
      spreadRow(
        boxOverRows(stepText(line.name), LABEL_COLUMNS - 1, 3),
        wide(boxLabel('계획'), 1),
        ...quarters.map(({ planned }) => wide(textCell(planned ? MARKED : '', 'box'), 1)),
      ),
      spreadRow(
        wide(boxText(''), LABEL_COLUMNS - 1),
        wide(boxLabel('실적'), 1),
        ...quarters.map(({ held }) => wide(unitCell(held, ''), 1)),
      ),
      spreadRow(
        wide(boxText(''), LABEL_COLUMNS - 1),
        wide(boxLabel('판정'), 1),
        ...quarters.map(({ standing }) => wide(textCell(standing === null ? '' : SIGNS[standing], 'box'), 1)),
      ),
    ]),
    fullRow(frame, legend(lines.flatMap(({ quarters }) => quarters)), 'sheetLine'),
    fullRow(frame, '', 'sheetLine'),
  ];
}

/** Explains the signs that occur in the table. */
function legend(quarters: readonly { readonly standing: QuarterStanding | null }[]): string {
  return STANDINGS.filter((standing) => quarters.some((quarter) => quarter.standing === standing))
    .map((standing) => {
      const { short, meaning } = standingName(standing);
      return `${SIGNS[standing]} ${short}(${meaning})`;
    })
    .join('  ');
}

function outlookRows(frame: Frame, { indicators }: Report): readonly GridRow[] {
  return indicators.flatMap((progress) => {
    const name = titleOfIndicator(progress.indicator, indicators);
    const tables = [...targetRows(frame, progress), ...needRows(frame, progress)];
    // Without targets there is nothing to project to, and a note alone would take a page.
    if (tables.length === 0) return [];
    return [
      ...(name === '' ? [] : [fullRow(frame, `◎ ${name.replace(/: $/, '')}`, 'sheetLine')]),
      ...tables,
      fullRow(frame, projectionText(progress.outlook.projection, progress.indicator), 'sheetLine'),
    ];
  });
}

function targetRows(frame: Frame, progress: IndicatorReport): readonly GridRow[] {
  const { targetsMet } = progress.outlook;
  if (targetsMet.length === 0) return [];
  return [
    spreadRow(
      wide(boxHeading(`연도별 ${indicatorWords(progress.indicator).planned}`), LABEL_COLUMNS),
      ...evenCells(
        frame,
        targetsMet.map(({ year, planned }) => boxHeading(`${year}년\n${measureText(planned, progress)}`)),
        frame.years.length,
      ),
    ),
    spreadRow(
      wide(boxLabel('이룬 때'), LABEL_COLUMNS),
      ...evenCells(
        frame,
        targetsMet.map((target) => textCell(targetMetText(target), 'box')),
        frame.years.length,
      ),
    ),
  ];
}

function needRows(frame: Frame, progress: IndicatorReport): readonly GridRow[] {
  const { indicator, outlook } = progress;
  const { needs } = outlook;
  if (needs.length === 0) return [];
  const unit = unitOfIndicator(indicator);
  const digits = Math.max(digitsShown(progress), mostDecimals(needs.flatMap(({ missing }) => missing)));
  const format = unitFormat(unit, digits);
  const formatOfMissing = unitFormat(unitOfDifference(unit), digits);
  return [
    spreadRow(
      wide(boxHeading('기한'), LABEL_COLUMNS - 1),
      wide(boxHeading('목표'), 1),
      ...evenCells(frame, needHeadings(indicator).map(boxHeading), frame.years.length),
    ),
    ...needs.map((need) => {
      const target = targetOfNeed(need, progress);
      return spreadRow(
        wide(boxText(deadlineName(need, indicatorWords(indicator).planned)), LABEL_COLUMNS - 1),
        wide({ ...countCell(target, 'box'), format }, 1),
        ...evenCells(
          frame,
          [
            { ...missingCell(need, progress, 'box'), format: formatOfMissing },
            { ...numberCell(need.quartersLeft, 'box') },
            ...(isSum(indicator) ? [{ ...numberCell(need.perQuarter, 'box'), format: formatOfMissing }] : []),
          ],
          frame.years.length,
        ),
      );
    }),
  ];
}
