/** 소통누적: meetings planned and held by year, by category, and whom they met. */

import { figureOf, sumOf } from '../../../domain/figure.ts';
import {
  type CategoryYear,
  groupsMet,
  type MeetingReport,
  MOST_MEETINGS_TOLD_APART,
} from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import type { RowAccounts } from '../../../domain/row-account.ts';
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
  rateCell,
  textCell,
  titleCell,
} from '../grid/grid.ts';
import { OUTPUT_TABS } from '../tabs.ts';
import { rowAccountRow } from './row-account-line.ts';
import { scheduleBlock } from './schedule-block.ts';
import { standingRows } from './standing-rows.ts';

export function meetingsGrid(report: Report, meetings: MeetingReport, accounts: RowAccounts): Grid {
  const unit = report.pledge.unit ?? '회';
  return {
    rows: [
      [titleCell(OUTPUT_TABS.meetings)],
      [noteCell(`기준일 ${shownDate(report.clock.asOf)} · 단위 ${unit}`)],
      ...rowAccountRow(INPUT_TAB_NAMES.meetings, accounts.meetings),
      [],
      ...yearRows(report, meetings),
      [],
      ...categoryRows(meetings),
      ...peopleRows(meetings),
      ...scheduleBlock(report),
    ],
    columnWidths: [180, 90, 90, 90, 90, 90, 90, 90],
    frozenRows: 2,
    rowHeights: [],
  };
}

function yearRows(report: Report, meetings: MeetingReport): readonly GridRow[] {
  if (meetings.years.length === 0) {
    return [
      [titleCell('연도별 계획과 실적')],
      [noteCell('연차목표 탭에 연도와 누적목표를 적으면 연도별 계획과 실적이 나옵니다.')],
    ];
  }
  return [
    [titleCell('연도별 계획과 실적')],
    headingCells('연도', '누적 계획', '계획률', '그해 실적', '누적 실적', '이행률'),
    ...meetings.years.map(({ year, planned, plannedRate, held, cumulative, rate }) => [
      textCell(String(year), 'label'),
      countCell(planned),
      rateCell(plannedRate, planned, meetings.targetFigure),
      countCell(held),
      countCell(cumulative),
      rateCell(rate, cumulative, meetings.targetFigure),
    ]),
    ...standingRows(
      { asOf: report.clock.asOf, columns: 6 },
      meetings.targetFigure,
      meetings.cumulative,
      meetings.rate,
    ),
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
    meetings.categories.find((row) => row.category === category && row.year === year)?.held ?? figureOf([]);
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
      countCell(meetings.cumulative, 'total'),
    ],
    [noteCell('빈칸은 기록이 없는 것이고, 0은 없었다고 적힌 것입니다.')],
  ];
}

function peopleRows(meetings: MeetingReport): readonly GridRow[] {
  const met = meetings.categories.filter(metAnybody);
  if (met.length === 0) return [];
  return [
    [],
    [titleCell('만난 단체와 사람')],
    headingCells('분류', '연도', '횟수', '단체', '개소', '인원', '내용'),
    ...met.flatMap(({ category, year, held, groups, sites, attendees, meetings: all }) => {
      const telling = all.filter((meeting) => meeting.groups !== null || meeting.attendees !== null);
      // The content of one row says nothing of the others.
      const apart = all.length > 1 && telling.length <= MOST_MEETINGS_TOLD_APART ? telling : [];
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

/** Whether any row of the category says whom it met. */
export function metAnybody({ groups, sites, attendees }: CategoryYear): boolean {
  return groups.value !== null || sites.value !== null || attendees.value !== null;
}
