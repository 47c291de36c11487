/** 세부 추진 내용: for each year the meetings, the people met, and the statuses of the suggestions received. */

import { yearOf } from '../../../domain/date.ts';
import { decimalsOf } from '../../../domain/decimal.ts';
import { figureOf, UNKNOWN_FIGURE } from '../../../domain/figure.ts';
import type { CategoryYear, MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import type { OccasionBreakdown } from '../../../domain/suggestions/suggestions.ts';
import type { OfficeLists } from '../../../domain/words.ts';
import { titleOfIndicator } from '../../indicator-words.ts';
import { unitOfIndicator } from '../../input/indicators/indicator-units.ts';
import { NO_STATUS_NAME, occasionNameWithinYear, UNKNOWN_THEN_NAME } from '../../names.ts';
import { withCommas } from '../../numbers.ts';
import { shownPeriod } from '../../raw.ts';
import { type GridCell, type GridRow, textCell } from '../grid/grid.ts';
import { metAnybody } from '../results/indicators-grid.ts';
import { boxHeading, boxLabel, boxText, shownName, unitCell } from './cells.ts';
import { evenCells, type Frame, fullRow, inLines, LABEL_COLUMNS, mostSlots, NOT_COMPUTED } from './layout.ts';
import { boxOverRows, sharesOf, spreadRow, wide } from './wide-cells.ts';

/** With fewer cells, each would be much wider than its content. */
const LEAST_SLOTS = 3;
/**
 * If more meetings of a category and year met people, they are summed up in one row instead of listed. The
 * sheet is printed. 소통누적 is read on a screen, has the sum in any case, and lists more of them below it.
 */
const MOST_MEETINGS_LISTED = 4;

export function detailRows(frame: Frame, report: Report): readonly GridRow[] {
  const { meetings, suggestions, results } = report;
  if (meetings === null && suggestions === null && results.length === 0) return suggestionsNotComputed(frame);
  const years = yearsTold(report).map((year) => ({
    year,
    categories: meetings?.categories.filter((row) => row.year === year) ?? [],
    occasions: suggestions?.occasions.filter((occasion) => occasion.year === year) ?? [],
  }));
  // All tables have the same columns, so that they align.
  const slots = Math.min(
    mostSlots(frame, namesOf(report)),
    Math.max(
      ...years.flatMap(({ categories, occasions }) => [
        categories.length,
        statusesOf(report.lists, occasions).length,
      ]),
      LEAST_SLOTS,
    ),
  );
  const table: TableFrame = { frame, slots };
  const told = years
    .map(({ year, categories, occasions }) => ({
      year,
      rows: [
        ...(meetings === null ? [] : [...countRows(table, meetings, year), ...peopleRows(table, categories)]),
        ...resultRows(frame, report, year),
        ...statusRows(table, report.lists, occasions),
      ],
    }))
    // A heading with nothing below it would say nothing.
    .filter(({ rows }) => rows.length > 0);
  return [
    fullRow(frame, '세부 추진 내용', 'sheetSection'),
    ...told.flatMap(({ year, rows }) => [fullRow(frame, `◎ ${year}년도`, 'sheetLine'), ...rows]),
    ...(told.length === 0
      ? [fullRow(frame, '기록한 추진 내용이 없습니다.', 'sheetLine'), fullRow(frame, '', 'sheetLine')]
      : []),
    ...(suggestions === null ? suggestionsNotComputed(frame) : []),
  ];
}

/** Names of the categories and statuses that may head a column. */
function namesOf({ meetings, suggestions, lists }: Report): readonly string[] {
  const categories = meetings?.categories.map(({ category }) => category.name) ?? [];
  return [...categories, ...statusesOf(lists, suggestions?.occasions ?? []).map(({ name }) => name)];
}

/** The frame, and the number of cells beside the labels of its tables. */
interface TableFrame {
  readonly frame: Frame;
  readonly slots: number;
}

function suggestionsNotComputed(frame: Frame): readonly GridRow[] {
  return [
    spreadRow(
      wide(boxLabel('건의사항'), LABEL_COLUMNS - 1),
      wide(boxText(NOT_COMPUTED), frame.width - LABEL_COLUMNS + 1),
    ),
    fullRow(frame, '', 'sheetLine'),
  ];
}

/** The most results listed for a year. */
const MOST_RESULTS = 15;

/** The results of a year other than meetings, one a row. */
function resultRows(frame: Frame, { results, indicators }: Report, year: number): readonly GridRow[] {
  const ofYear = results.filter(({ date }) => yearOf(date.first) === year);
  if (ofYear.length === 0) return [];
  const more = ofYear.length - MOST_RESULTS;
  return [
    spreadRow(
      wide(boxHeading('일자'), LABEL_COLUMNS - 1),
      wide(boxHeading('실적'), 1),
      wide(boxHeading('내용'), frame.narrowColumns),
    ),
    ...ofYear
      .slice(0, MOST_RESULTS)
      .map(({ date, indicator, value, content }) =>
        spreadRow(
          wide(textCell(shownPeriod(date), 'box'), LABEL_COLUMNS - 1),
          wide(unitCell(figureOf([value]), unitOfIndicator(indicator), 'box', decimalsOf(value.amount)), 1),
          wide(
            boxText(`${titleOfIndicator(indicator, indicators)}${content ?? ''}`.replace(/: $/, '')),
            frame.narrowColumns,
          ),
        ),
      ),
    fullRow(frame, more > 0 ? `그 밖에 ${withCommas(more)}건은 실적기록 탭에 있습니다.` : '', 'sheetLine'),
  ];
}

/** Years up to the as-of date, and any others in which suggestions were received. */
function yearsTold({ years, clock, suggestions }: Report): readonly number[] {
  const reached = years.filter((year) => year <= yearOf(clock.asOf));
  const received = suggestions?.occasions.map(({ year }) => year) ?? [];
  return [...new Set([...reached, ...received])].sort((a, b) => a - b);
}

function countRows(table: TableFrame, meetings: MeetingReport, year: number): readonly GridRow[] {
  const unit = unitOfIndicator(meetings.indicator);
  const categories = meetings.categories.filter((row) => row.year === year);
  const held = meetings.years.find((row) => row.year === year)?.achieved ?? UNKNOWN_FIGURE;
  return tableRows(
    table,
    '구분',
    '계',
    categories.map(({ category }) => category.name),
    [
      {
        label: '소통횟수',
        total: unitCell(held, unit),
        cells: categories.map((row) => unitCell(row.held, unit)),
      },
    ],
  );
}

interface Line {
  readonly label: string;
  readonly total: GridCell;
  /** One for each name. */
  readonly cells: readonly GridCell[];
}

/** A table with a total and one column a name. Names that do not fit go into further lines below. */
function tableRows(
  { frame, slots }: TableFrame,
  heading: string,
  totalHeading: string,
  names: readonly string[],
  lines: readonly Line[],
): readonly GridRow[] {
  const row = (label: GridCell, total: GridCell, cells: readonly GridCell[]) =>
    spreadRow(wide(label, LABEL_COLUMNS - 1), wide(total, 1), ...evenCells(frame, cells, slots));
  return [
    ...inLines([...names.keys()], slots).flatMap((columns, part) => [
      row(
        boxHeading(heading),
        boxHeading(part === 0 ? totalHeading : ''),
        columns.map((column) => boxHeading(names[column] ?? '')),
      ),
      ...lines.map(({ label, total, cells }) =>
        row(
          boxLabel(label),
          part === 0 ? total : textCell('', 'box'),
          columns.flatMap((column) => cells[column] ?? []),
        ),
      ),
    ]),
    fullRow(frame, '', 'sheetLine'),
  ];
}

function peopleRows({ frame, slots }: TableFrame, categories: readonly CategoryYear[]): readonly GridRow[] {
  const met = categories.filter(metAnybody);
  if (met.length === 0) return [];
  const [peopleColumns = 1] = sharesOf(frame.narrowColumns, slots);
  const contentColumns = Math.max(1, frame.narrowColumns - peopleColumns);
  return [
    spreadRow(
      wide(boxHeading('만난 단체와 사람'), LABEL_COLUMNS - 1),
      wide(boxHeading('단체·개소'), 1),
      wide(boxHeading('인원'), peopleColumns),
      wide(boxHeading('내용'), contentColumns),
    ),
    ...met.flatMap(({ category, meetings }) => {
      const telling = meetings.filter((meeting) => meeting.groups !== null || meeting.attendees !== null);
      const lines =
        telling.length <= MOST_MEETINGS_LISTED
          ? telling.map((meeting) => ({
              groups: figureOf(meeting.groups === null ? [] : [meeting.groups]),
              attendees: figureOf(meeting.attendees === null ? [] : [meeting.attendees]),
              sites: meeting.groupsAreSites,
              content: meeting.content ?? '',
            }))
          : // Groups and sites are different things and are never added up.
            [false, true].flatMap((sites) => {
              const alike = telling.filter((meeting) => meeting.groupsAreSites === sites);
              return alike.length === 0
                ? []
                : [
                    {
                      groups: figureOf(alike.flatMap((meeting) => meeting.groups ?? [])),
                      attendees: figureOf(alike.flatMap((meeting) => meeting.attendees ?? [])),
                      sites,
                      content: contentsOf(alike.map((meeting) => meeting.content)),
                    },
                  ];
            });
      return lines.map((line, index) =>
        spreadRow(
          index === 0
            ? boxOverRows(boxText(shownName(category.name)), LABEL_COLUMNS - 1, lines.length)
            : wide(boxText(''), LABEL_COLUMNS - 1),
          wide(unitCell(line.groups, line.sites ? '개소' : '개 단체'), 1),
          wide(unitCell(line.attendees, '명'), peopleColumns),
          wide(boxText(line.content), contentColumns),
        ),
      );
    }),
    fullRow(frame, '', 'sheetLine'),
  ];
}

/** The first few different contents of the meetings. */
function contentsOf(contents: readonly (string | null)[]): string {
  const most = 3;
  const different = [...new Set(contents.filter((content) => content !== null))];
  const shown = different.slice(0, most).join(', ');
  return different.length > most ? `${shown} 등` : shown;
}

/** The statuses that occur for any of these occasions, in order. */
function statusesOf({ statuses }: OfficeLists, occasions: readonly OccasionBreakdown[]) {
  return [
    ...statuses.map(({ word, name }) => ({
      name,
      of: (occasion: OccasionBreakdown) => occasion.statuses[word] ?? UNKNOWN_FIGURE,
    })),
    { name: NO_STATUS_NAME, of: ({ noStatus }: OccasionBreakdown) => noStatus },
    { name: UNKNOWN_THEN_NAME, of: ({ unknownThen }: OccasionBreakdown) => unknownThen },
  ].filter(({ of }) => occasions.some((occasion) => of(occasion).value !== null));
}

/** One row for each occasion of a year; a status that does not occur there is blank. */
function statusRows(
  table: TableFrame,
  lists: OfficeLists,
  occasions: readonly OccasionBreakdown[],
): readonly GridRow[] {
  if (occasions.length === 0) return [];
  const statuses = statusesOf(lists, occasions);
  return tableRows(
    table,
    '건의사항',
    '합계',
    statuses.map(({ name }) => name),
    occasions.map((occasion) => ({
      label: occasionNameWithinYear(occasion),
      total: unitCell(occasion.total, '건'),
      cells: statuses.map(({ of }) => unitCell(of(occasion), '건')),
    })),
  );
}
