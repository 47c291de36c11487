/** 소통누적: plan and results of each indicator by year; for meetings also categories and the people met. */

import { figureOf, sumOf, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import type { Progress } from '../../../domain/indicators/progress.ts';
import { type CategoryYear, groupsMet, type MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
import { indicatorWords } from '../../indicator-kind-words.ts';
import { titleOfIndicator, unitInBrackets } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { shownDate } from '../../raw.ts';
import {
  BLANK,
  beforeText,
  countCell,
  type Grid,
  type GridRow,
  headingCells,
  noteCell,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { indicatorCells } from './indicator-cells.ts';
import { resultsAccountRow, rowAccountRow } from './row-account-line.ts';
import { scheduleBlock } from './schedule-block.ts';
import { RESULT_SHAPES } from './shapes.ts';
import { targetAndValueRows } from './target-and-value-rows.ts';

export function indicatorsGrid(report: Report, accounts: RowAccounts): Grid {
  const { meetings, indicators } = report;
  const [only, ...others] = indicators;
  const unit = only === undefined || others.length > 0 ? '' : unitOfIndicator(only.indicator);
  return {
    rows: [
      [titleCell(OUTPUT_TABS.meetings)],
      [
        noteCell(
          [`기준일 ${shownDate(report.clock.asOf)}`, ...(unit === '' ? [] : [`단위 ${unit}`])].join(' · '),
        ),
      ],
      ...(meetings === null ? [] : rowAccountRow(INPUT_TAB_NAMES.meetings, accounts.meetings)),
      ...resultsAccountRow(accounts, indicators),
      [],
      ...indicators.flatMap((progress) => [...yearRows(report, progress), []]),
      ...(meetings === null ? [] : [...categoryRows(meetings), ...peopleRows(meetings)]),
      ...scheduleBlock(report),
    ],
    ...RESULT_SHAPES.meetings,
  };
}

function yearRows({ clock, indicators }: Report, progress: Progress): readonly GridRow[] {
  const { indicator, years } = progress;
  const unit = indicators.length > 1 ? unitInBrackets(indicator) : '';
  const title: GridRow = [titleCell(`${titleOfIndicator(indicator, indicators)}연도별 계획과 실적${unit}`)];
  if (years.length === 0) {
    return [title, [noteCell('연차목표 탭에 연도와 누적목표를 적으면 연도별 계획과 실적이 나옵니다.')]];
  }
  const words = indicatorWords(indicator);
  const cells = indicatorCells(progress);
  const ofYear = words.ofYear === null ? [] : [words.ofYear];
  return [
    title,
    headingCells('연도', words.plan, '계획률', ...ofYear, words.value, '이행률'),
    ...years.map(({ year, planned, plannedRate, achieved, value, rate }) => [
      textCell(String(year), 'label'),
      cells.value(planned),
      cells.rate(plannedRate, planned),
      ...ofYear.map(() => cells.value(achieved)),
      cells.value(value),
      cells.rate(rate, value),
    ]),
    ...targetAndValueRows(clock.asOf, 5 + ofYear.length, progress),
  ];
}

function categoryRows(meetings: MeetingReport): readonly GridRow[] {
  if (meetings.categories.length === 0) {
    return [
      [titleCell('분류별 실적')],
      [
        noteCell(
          '기준일까지 적은 소통이 없습니다. 소통기록 탭에 일자와 분류를 적고 전체 다시 계산을 눌러 주세요.',
        ),
      ],
    ];
  }
  const years = [...new Set(meetings.categories.map(({ year }) => year))];
  const categories = [...new Set(meetings.categories.map(({ category }) => category))];
  const heldIn = (category: (typeof categories)[number], year: number) =>
    meetings.categories.find((row) => row.category === category && row.year === year)?.held ?? UNKNOWN_FIGURE;
  return [
    [titleCell('분류별 실적')],
    headingCells('분류', ...years.map(String), '계'),
    ...categories.map((category) => [
      textCell(category.name, 'label'),
      ...years.map((year) => countCell(heldIn(category, year))),
      countCell(sumOf(years.map((year) => heldIn(category, year))), 'total'),
    ]),
    [
      textCell('계', 'total'),
      ...years.map((year) => countCell(sumOf(categories.map((category) => heldIn(category, year))), 'total')),
      countCell(meetings.value, 'total'),
    ],
    [noteCell('빈칸은 기록이 없는 것이고, 0은 없었다고 적힌 것입니다.')],
  ];
}

/**
 * If more meetings of a category and year met people, only their sum is shown. The printed official sheet has
 * less room, and a lower limit.
 */
const MOST_MEETINGS_LISTED = 10;

function peopleRows(meetings: MeetingReport): readonly GridRow[] {
  const met = meetings.categories.filter(metAnybody);
  if (met.length === 0) return [];
  return [
    [],
    [titleCell('만난 단체와 사람')],
    headingCells('분류', '연도', '횟수', '단체', '개소', '인원', '내용'),
    ...met.flatMap(({ category, year, held, groups, sites, attendees, meetings: all }) => {
      const telling = all.filter((meeting) => meeting.groups !== null || meeting.attendees !== null);
      // Content is shown for a single row only, since that of one row does not describe the others.
      const apart = all.length > 1 && telling.length <= MOST_MEETINGS_LISTED ? telling : [];
      return [
        [
          textCell(category.name, 'label'),
          textCell(String(year), 'word'),
          countCell(held),
          countCell(groups),
          countCell(sites),
          beforeText(countCell(attendees)),
          textCell(all.length === 1 ? (all[0]?.content ?? '') : ''),
        ],
        ...apart.map((meeting) => [
          BLANK,
          textCell('그 가운데', 'word'),
          countCell(figureOf([meeting.held])),
          countCell(groupsMet([meeting], false)),
          countCell(groupsMet([meeting], true)),
          beforeText(countCell(figureOf(meeting.attendees === null ? [] : [meeting.attendees]))),
          textCell(meeting.content ?? ''),
        ]),
      ];
    }),
  ];
}

/** True if any row of the category says whom it met. */
export function metAnybody({ groups, sites, attendees }: CategoryYear): boolean {
  return groups.value !== null || sites.value !== null || attendees.value !== null;
}
