/** 세부 추진 내용: for each year what was held, whom it met, and what became of the suggestions received. */

import { yearOf } from '../../../domain/date.ts';
import { figureOf } from '../../../domain/figure.ts';
import type { CategoryYear, MeetingReport } from '../../../domain/meetings.ts';
import type { Report } from '../../../domain/report.ts';
import type { OriginBreakdown } from '../../../domain/suggestions.ts';
import { HANDLING_STATUSES } from '../../../domain/words.ts';
import { handlingStatusName, NO_STATUS_NAME, UNKNOWN_THEN_NAME } from '../../names.ts';
import type { GridRow } from '../grid.ts';
import { spreadRow, under, wide } from '../spread.ts';
import { originName } from '../suggestions-grid.ts';
import { boxHeading, boxLabel, boxText, unitCell } from './cells.ts';
import { type Frame, fullRow, LABEL_COLUMNS, sharedCells } from './frame.ts';

/** Columns of the number of people, beside that of the groups. */
const PEOPLE_COLUMNS = 4;
/** As many meetings of a category are told one by one; more of them are summed up in a line. */
const MOST_TOLD_APART = 4;

export function detailRows(frame: Frame, report: Report, meetings: MeetingReport): readonly GridRow[] {
  const reached = report.years.filter((year) => year <= yearOf(report.clock.asOf));
  return [
    fullRow(frame, '세부 추진 내용', 'sheetSection'),
    ...reached.flatMap((year) => [
      fullRow(frame, `◎ ${year}년도`, 'sheetLine'),
      ...countRows(frame, report, meetings, year),
      ...peopleRows(
        frame,
        meetings.categories.filter((row) => row.year === year),
      ),
      ...(report.suggestions?.origins ?? [])
        .filter((origin) => origin.year === year)
        .flatMap((origin) => statusRows(frame, origin)),
    ]),
  ];
}

function countRows(frame: Frame, report: Report, meetings: MeetingReport, year: number): readonly GridRow[] {
  const unit = report.pledge.unit ?? '회';
  const categories = meetings.categories.filter((row) => row.year === year);
  const held = meetings.years.find((row) => row.year === year)?.held ?? figureOf([]);
  return [
    spreadRow(
      wide(boxHeading('구분'), LABEL_COLUMNS - 1),
      wide(boxHeading('계'), 1),
      ...sharedCells(
        frame,
        categories.map(({ category }) => boxHeading(category.name)),
      ),
    ),
    spreadRow(
      wide(boxLabel('소통횟수'), LABEL_COLUMNS - 1),
      wide(unitCell(held, unit), 1),
      ...sharedCells(
        frame,
        categories.map((row) => unitCell(row.held, unit)),
      ),
    ),
    fullRow(frame, '', 'sheetLine'),
  ];
}

function peopleRows(frame: Frame, categories: readonly CategoryYear[]): readonly GridRow[] {
  const met = categories.filter(({ groups, attendees }) => groups.value !== null || attendees.value !== null);
  if (met.length === 0) return [];
  const contentColumns = frame.narrow - PEOPLE_COLUMNS;
  return [
    spreadRow(
      wide(boxHeading('만난 단체와 사람'), LABEL_COLUMNS - 1),
      wide(boxHeading('단체·개소'), 1),
      wide(boxHeading('인원'), PEOPLE_COLUMNS),
      wide(boxHeading('내용'), contentColumns),
    ),
    ...met.flatMap(({ category, groups, attendees, meetings }) => {
      const telling = meetings.filter((meeting) => meeting.groups !== null || meeting.attendees !== null);
      const lines =
        telling.length <= MOST_TOLD_APART
          ? telling.map((meeting) => ({
              groups: figureOf(meeting.groups === null ? [] : [meeting.groups]),
              attendees: figureOf(meeting.attendees === null ? [] : [meeting.attendees]),
              sites: meeting.groupsAreSites,
              content: meeting.content ?? '',
            }))
          : [
              {
                groups,
                attendees,
                sites: telling.some((meeting) => meeting.groupsAreSites),
                content: contentsOf(telling.map((meeting) => meeting.content)),
              },
            ];
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
  return [
    spreadRow(
      wide(boxHeading(`건의사항\n${originName(origin)}`), LABEL_COLUMNS - 1),
      wide(boxHeading('합계'), 1),
      ...sharedCells(
        frame,
        statuses.map(({ name }) => boxHeading(name)),
      ),
    ),
    spreadRow(
      wide(boxLabel('건수'), LABEL_COLUMNS - 1),
      wide(unitCell(origin.total, '건'), 1),
      ...sharedCells(
        frame,
        statuses.map(({ figure }) => unitCell(figure, '건')),
      ),
    ),
    fullRow(frame, '', 'sheetLine'),
  ];
}
