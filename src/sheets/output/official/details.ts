/** 세부 추진 내용: for each year what was held, whom it met, and what became of the suggestions received. */

import { yearOf } from '../../../domain/date.ts';
import { figureOf } from '../../../domain/figure.ts';
import type { CategoryYear, MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import type { OriginBreakdown } from '../../../domain/suggestions/suggestions.ts';
import { HANDLING_STATUSES } from '../../../domain/words.ts';
import { handlingStatusName, NO_STATUS_NAME, originName, UNKNOWN_THEN_NAME } from '../../names.ts';
import type { GridCell, GridRow } from '../grid/grid.ts';
import { metAnybody } from '../results/meetings-grid.ts';
import { boxHeading, boxLabel, boxText, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, NOT_COMPUTED, sharedCells, sharedLines } from './layout.ts';
import { spreadRow, under, wide } from './wide-cells.ts';

/** Columns of the number of people, beside that of the groups. */
const PEOPLE_COLUMNS = 4;
/** As many meetings of a category are told one by one; more of them are summed up in a line. */
const MOST_TOLD_APART = 4;

export function detailRows(frame: Frame, report: Report): readonly GridRow[] {
  const { meetings, suggestions } = report;
  if (meetings === null && suggestions === null) return suggestionsNotComputed(frame);
  return [
    fullRow(frame, '세부 추진 내용', 'sheetSection'),
    ...yearsTold(report).flatMap((year) => [
      fullRow(frame, `◎ ${year}년도`, 'sheetLine'),
      ...(meetings === null
        ? []
        : [
            ...countRows(frame, report, meetings, year),
            ...peopleRows(
              frame,
              meetings.categories.filter((row) => row.year === year),
            ),
          ]),
      ...(suggestions?.origins ?? [])
        .filter((origin) => origin.year === year)
        .flatMap((origin) => statusRows(frame, origin)),
    ]),
    ...(suggestions === null ? suggestionsNotComputed(frame) : []),
  ];
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

/** The years shown up to the as-of date, and those in which only suggestions were received. */
function yearsTold({ years, clock, suggestions }: Report): readonly number[] {
  const reached = years.filter((year) => year <= yearOf(clock.asOf));
  const received = suggestions?.origins.map(({ year }) => year) ?? [];
  return [...new Set([...reached, ...received])].sort((a, b) => a - b);
}

function countRows(frame: Frame, report: Report, meetings: MeetingReport, year: number): readonly GridRow[] {
  const unit = report.pledge.unit ?? '회';
  const categories = meetings.categories.filter((row) => row.year === year);
  const held = meetings.years.find((row) => row.year === year)?.held ?? figureOf([]);
  return tableRows(
    frame,
    { heading: '구분', label: '소통횟수', totalHeading: '계', total: unitCell(held, unit) },
    categories.map((row) => ({ name: row.category.name, cell: unitCell(row.held, unit) })),
  );
}

interface TableLabels {
  readonly heading: string;
  readonly label: string;
  readonly totalHeading: string;
  readonly total: GridCell;
}

/** Numbers below their names, the total before them; in a second line below where there are too many for one. */
function tableRows(
  frame: Frame,
  { heading, label, totalHeading, total }: TableLabels,
  columns: readonly { readonly name: string; readonly cell: GridCell }[],
): readonly GridRow[] {
  return [
    ...sharedLines(frame, columns).flatMap((line, index) => [
      spreadRow(
        ...(index === 0
          ? [wide(boxHeading(heading), LABEL_COLUMNS - 1), wide(boxHeading(totalHeading), 1)]
          : [wide(boxHeading(heading), LABEL_COLUMNS)]),
        ...sharedCells(
          frame,
          line.map(({ name }) => boxHeading(name)),
          line.map(({ name }) => name),
        ),
      ),
      spreadRow(
        ...(index === 0
          ? [wide(boxLabel(label), LABEL_COLUMNS - 1), wide(total, 1)]
          : [wide(boxLabel(label), LABEL_COLUMNS)]),
        ...sharedCells(
          frame,
          line.map(({ cell }) => cell),
          line.map(({ name }) => name),
        ),
      ),
    ]),
    fullRow(frame, '', 'sheetLine'),
  ];
}

function peopleRows(frame: Frame, categories: readonly CategoryYear[]): readonly GridRow[] {
  const met = categories.filter(metAnybody);
  if (met.length === 0) return [];
  const contentColumns = frame.narrow - PEOPLE_COLUMNS;
  return [
    spreadRow(
      wide(boxHeading('만난 단체와 사람'), LABEL_COLUMNS - 1),
      wide(boxHeading('단체·개소'), 1),
      wide(boxHeading('인원'), PEOPLE_COLUMNS),
      wide(boxHeading('내용'), contentColumns),
    ),
    ...met.flatMap(({ category, meetings }) => {
      const telling = meetings.filter((meeting) => meeting.groups !== null || meeting.attendees !== null);
      const lines =
        telling.length <= MOST_TOLD_APART
          ? telling.map((meeting) => ({
              groups: figureOf(meeting.groups === null ? [] : [meeting.groups]),
              attendees: figureOf(meeting.attendees === null ? [] : [meeting.attendees]),
              sites: meeting.groupsAreSites,
              content: meeting.content ?? '',
            }))
          : // Groups and sites are different things, and are never added up.
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
            ? wide(boxText(category.name), LABEL_COLUMNS - 1, lines.length)
            : under('boxText', LABEL_COLUMNS - 1),
          wide(unitCell(line.groups, line.sites ? '개소' : '개 단체'), 1),
          wide(unitCell(line.attendees, '명'), PEOPLE_COLUMNS),
          wide(boxText(line.content), contentColumns),
        ),
      );
    }),
    fullRow(frame, '', 'sheetLine'),
  ];
}

/** What the meetings were about, as far as a line can hold it. */
function contentsOf(contents: readonly (string | null)[]): string {
  const most = 3;
  const different = [...new Set(contents.filter((content) => content !== null))];
  const shown = different.slice(0, most).join(', ');
  return different.length > most ? `${shown} 등` : shown;
}

function statusRows(frame: Frame, origin: OriginBreakdown): readonly GridRow[] {
  const statuses = [
    ...HANDLING_STATUSES.map((status) => ({
      name: handlingStatusName(status),
      figure: origin.statuses[status],
    })),
    { name: NO_STATUS_NAME, figure: origin.noStatus },
    { name: UNKNOWN_THEN_NAME, figure: origin.unknownThen },
  ].filter(({ figure }) => figure.value !== null);
  return tableRows(
    frame,
    {
      heading: `건의사항\n${originName(origin)}`,
      label: '건수',
      totalHeading: '합계',
      total: unitCell(origin.total, '건'),
    },
    statuses.map(({ name, figure }) => ({ name, cell: unitCell(figure, '건') })),
  );
}
