import { describe, expect, it } from 'vitest';
import type { ArchiveLine, FoldedCount } from '../../src/domain/archive.ts';
import { archiveBlock } from '../../src/domain/archiving.ts';
import { periodText } from '../../src/domain/date.ts';
import type { Records } from '../../src/domain/records.ts';
import type { StatusChange } from '../../src/domain/status-history.ts';
import type { HandlingStatus } from '../../src/domain/words.ts';
import { category, date, executions, meetings, period, records, suggestions } from './ledger.ts';

const TEA = category('tea');
const VISIT = category('visit');
const ABOUT = { lastYear: 2023, archivedAt: '2024-02-03 10:00:00', today: date('2024-02-03') };

const archived = (rows: Partial<Records>, history: readonly StatusChange[] = []) =>
  archiveBlock(records(rows), history, ABOUT);

const countText = (count: FoldedCount | null) =>
  count === null ? '' : `${count.approximate ? '~' : ''}${count.amount}`;

/** `2023-05-01 | tea | 3 | 12 | ~40 | (content) of 2 rows`; blanks are left out. */
function lineText(line: ArchiveLine): string {
  const parts =
    line.tab === 'meetings'
      ? [
          countText(line.groups) + (line.groupsAreSites ? ' sites' : ''),
          countText(line.attendees),
          line.content === null ? '' : `(${line.content})`,
        ]
      : line.tab === 'suggestions'
        ? [
            line.dong ?? '',
            line.department ?? '',
            line.status,
            line.endedIn === null ? '' : `in ${periodText(line.endedIn)}`,
          ]
        : [];
  const shown = [periodText(line.date), line.name ?? '-', countText(line.count), ...parts];
  return `${shown.filter((part) => part !== '').join(' | ')} of ${line.rows}`;
}

const linesOf = (rows: Partial<Records>) => archived(rows).lines.map(lineText);

/** One change of the history, of the suggestion with number 1. */
const seen = (
  seenOn: string,
  from: HandlingStatus | null,
  to: HandlingStatus,
  handledOn: string | null = null,
): StatusChange => ({
  key: '1',
  seenOn: date(seenOn),
  from,
  to,
  handledOn: handledOn === null ? null : period(handledOn),
});

describe('a suggestion of an archived year', () => {
  it.each<{ what: string; row: string; history?: readonly StatusChange[]; line: string | null }>([
    {
      what: 'completed in it',
      row: '2023-02-01 | letters | 2 | completed | 2023-06-01 | A | roads | 1',
      line: '2023 | letters | 2 | A | roads | completed | in 2023 of 1',
    },
    {
      what: 'completed on its last day',
      row: '2023-02-01 | letters | 2 | completed | 2023-12-31 | | | 1',
      line: '2023 | letters | 2 | completed | in 2023 of 1',
    },
    {
      what: 'completed the year after it was received',
      row: '2022-02-01 | letters | 2 | completed | 2023-01-05 | | | 1',
      line: '2022 | letters | 2 | completed | in 2023 of 1',
    },
    {
      what: 'completed, nobody knows when',
      row: '2023 | letters | 1 | completed | | | | 1',
      line: '2023 | letters | 1 | completed of 1',
    },
    {
      what: 'that cannot be done',
      row: '2023-02 | letters | ~3 | notFeasible | 2023-03 | | | 1',
      line: '2023 | letters | ~3 | notFeasible | in 2023 of 1',
    },
    {
      what: 'handed on, of an unknown origin',
      row: '2023-02-01 | | 1 | transferred | 2023-03-01 | | | 1',
      line: '2023 | - | 1 | transferred | in 2023 of 1',
    },
    {
      what: 'completed after it',
      row: '2023-02-01 | letters | 2 | completed | 2024-01-01 | | | 1',
      line: null,
    },
    {
      what: 'completed in a year that ends after it',
      row: '2023-02-01 | letters | 2 | completed | 2024 | | | 1',
      line: null,
    },
    { what: 'in progress', row: '2023-02-01 | letters | 2 | inProgress | 2023-03-01 | | | 1', line: null },
    { what: 'for the long term', row: '2023-02-01 | letters | 2 | midLongTerm | | | | 1', line: null },
    { what: 'without a status', row: '2023-02-01 | letters | 2 | | | | | 1', line: null },
    {
      what: 'seen completed only after it, on an unknown day',
      row: '2023-02-01 | letters | 2 | completed | | | | 1',
      history: [seen('2023-03-01', null, 'inProgress'), seen('2024-01-10', 'inProgress', 'completed')],
      line: null,
    },
    {
      what: 'that was completed, taken up again after it and completed once more',
      row: '2023-02-01 | letters | 2 | completed | 2023-04-01 | | | 1',
      history: [
        seen('2023-04-01', null, 'completed', '2023-04-01'),
        seen('2024-01-10', 'completed', 'inProgress'),
      ],
      line: null,
    },
  ])('$what', ({ row, history = [], line }) => {
    const { lines, carried } = archived({ suggestions: suggestions(row) }, history);
    expect(lines.map(lineText)).toEqual(line === null ? [] : [line]);
    expect(carried).toEqual(line === null ? ['1'] : []);
  });

  it('of a later year stays a row and is not even named', () => {
    const block = archived({ suggestions: suggestions('2024-01-01 | letters | 2 | completed | 2024-01-02') });
    expect(block).toMatchObject({ lines: [], carried: [], order: [] });
  });

  it('stays with those that say the same and are not at an end: nobody could tell them apart later', () => {
    const block = archived({
      suggestions: suggestions(`
        2023-02-01 | letters | 1 | completed | 2023-03-01
        2023-02-01 | letters | 1 | inProgress |
        2023-02-02 | letters | 1 | completed | 2023-03-01`),
    });
    expect(block.lines.map(lineText)).toEqual(['2023 | letters | 1 | completed | in 2023 of 1']);
    expect(block.carried).toEqual(['#2023-02-01 letters 1  ', '#2023-02-01 letters 1  ']);
  });

  it('is one line with those that are alike in all that figures ask for', () => {
    const block = archived({
      suggestions: suggestions(`
        2023-02-01 | letters | 2 | completed | 2023-03-01 | A | roads | 1
        2023-09-09 | letters | 3 | completed | 2023-12-01 | A | roads | 2
        2023-02-01 | letters | 1 | completed | 2023-03-01 | B | roads | 3
        2023-02-01 | letters | 1 | completed | 2023-03-01 | A | parks | 4
        2023-02-01 | visits | 1 | completed | 2023-03-01 | A | roads | 5
        2023-02-01 | letters | 1 | transferred | 2023-03-01 | A | roads | 6
        2022-02-01 | letters | 1 | completed | 2023-03-01 | A | roads | 7
        2022-02-01 | letters | 1 | completed | 2022-03-01 | A | roads | 8
        2023-02-01 | letters | ~1 | completed | 2023-03-01 | A | roads | 9`),
    });
    expect(block.lines.map(lineText)).toEqual([
      '2023 | letters | 5 | A | roads | completed | in 2023 of 2',
      '2023 | letters | 1 | B | roads | completed | in 2023 of 1',
      '2023 | letters | 1 | A | parks | completed | in 2023 of 1',
      '2023 | visits | 1 | A | roads | completed | in 2023 of 1',
      '2023 | letters | 1 | A | roads | transferred | in 2023 of 1',
      '2022 | letters | 1 | A | roads | completed | in 2023 of 1',
      '2022 | letters | 1 | A | roads | completed | in 2022 of 1',
      '2023 | letters | ~1 | A | roads | completed | in 2023 of 1',
    ]);
  });

  it('leaves its names in the order in which they came up, whether it is archived or not', () => {
    const { order } = archived({
      suggestions: suggestions(`
        2023-02-01 | visits | 1 | inProgress | | B | roads | 1
        2023-02-02 | letters | 1 | completed | 2023-03-01 | A | parks | 2
        2022-02-02 | visits | 1 | completed | 2023-03-01 | B | | 3
        2023-02-03 | | 1 | completed | 2023-03-01 | | | 4
        2024-02-03 | calls | 1 | | | C | | 5`),
    });
    expect(
      order.map((name) => (name.kind === 'origin' ? `${periodText(name.date)} ${name.name}` : name.name)),
    ).toEqual(['2023 visits', 'B', 'roads', '2023 letters', 'A', 'parks', '2022 visits', '2023 null']);
  });
});

describe('the meetings of archived years', () => {
  it('of one day and category are one line; a day, a month and a year stay what they are', () => {
    expect(
      linesOf({
        meetings: meetings(
          [TEA, VISIT],
          `
          2023-05-01 | tea | 2
          2023-05-01 | visit |
          2023-05-01 | tea |
          2023-05-01 | tea | 0
          2023-05-02 | tea |
          2023-05 | tea |
          2023 | tea | 7
          2023-12-31 | visit |
          2024-01-01 | visit |`,
        ),
      }),
    ).toEqual([
      '2023-05-01 | tea | 3 of 3',
      '2023-05-01 | visit | 1 of 1',
      '2023-05-02 | tea | 1 of 1',
      '2023-05 | tea | 1 of 1',
      '2023 | tea | 7 of 1',
      '2023-12-31 | visit | 1 of 1',
    ]);
  });

  it('that met people keep a line each where tables tell them apart', () => {
    expect(
      linesOf({
        meetings: meetings(
          [TEA],
          `
          2023-05-01 | tea | 2 | 3 | 40
          2023-05-01 | tea | 1 | 1 | ~10
          2023-05-01 | tea | 1 | |`,
        ),
      }),
    ).toEqual([
      '2023-05-01 | tea | 2 | 3 | 40 of 1',
      '2023-05-01 | tea | 1 | 1 | ~10 of 1',
      '2023-05-01 | tea | 1 of 1',
    ]);
  });

  /** So many meetings of one day, each with people, about so many different things. */
  const met = (days: number, aDay: number, contents: number) =>
    Array.from({ length: days * aDay }, (_, index) => {
      const [meeting] = meetings([TEA], `2023-05-${String(10 + Math.floor(index / aDay))} | tea | 1 | | 5`);
      if (meeting === undefined) throw new Error('no meeting');
      return { ...meeting, content: contents === 0 ? null : `about ${index % contents}` };
    });

  it.each([
    { what: 'ten', rows: met(5, 2, 0), lines: 10 },
    { what: 'eleven of eleven days', rows: met(11, 1, 0), lines: 11 },
    {
      what: 'many of ten days, which would be told apart if they were ten lines',
      rows: met(10, 3, 0),
      lines: 30,
    },
    { what: 'many of eleven days', rows: met(11, 3, 0), lines: 11 },
    { what: 'many about one thing: the first that names it stays', rows: met(11, 3, 1), lines: 12 },
    {
      what: 'many about six things: the first four stay, for a table names three',
      rows: met(11, 3, 6),
      lines: 11 + 4 - 1,
    },
  ])('that met people, $what', ({ rows, lines }) => {
    const folded = archived({ meetings: rows }).lines;
    expect(folded).toHaveLength(lines);
    expect(folded.reduce((sum, line) => sum + line.count.amount, 0)).toBe(rows.length);
    expect(folded.reduce((sum, line) => sum + line.rows, 0)).toBe(rows.length);
  });

  it('that would be ten lines each keep what they were about', () => {
    expect(
      archived({ meetings: met(10, 1, 10) })
        .lines.map(lineText)
        .filter((text) => text.includes('(about')),
    ).toHaveLength(10);
  });

  it('keep estimates, sites and what is not said apart from each other where they are many', () => {
    const plain = met(11, 3, 0);
    const [first, second, third, fourth, ...rest] = plain;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error();
    const { attendees } = first;
    const rows = [
      { ...first, attendees: attendees && { ...attendees, approximate: true } },
      { ...second, groupsAreSites: true, groups: attendees },
      { ...third, held: { ...third.held, approximate: true } },
      { ...fourth, attendees: null },
      ...rest,
    ];
    expect(archived({ meetings: rows }).lines.map(lineText).slice(0, 5)).toEqual([
      '2023-05-10 | tea | 1 | ~5 of 1',
      '2023-05-10 | tea | 1 | 5 sites | 5 of 1',
      '2023-05-10 | tea | ~1 | 5 of 1',
      '2023-05-11 | tea | 1 of 1',
      '2023-05-11 | tea | 2 | 10 of 2',
    ]);
  });
});

describe('what is told apart', () => {
  const many = (year: number) =>
    Array.from({ length: 22 }, (_, index) => `${year}-05-${10 + Math.floor(index / 2)} | tea | 1 | | 5`).join(
      '\n',
    );

  it('hangs on the year and the category alone', () => {
    const rows = `${many(2023)}\n2022-05-10 | tea | 1 | | 5\n2022-05-10 | tea | 1 | | 6\n2023-05-10 | visit | 1 | 3 |\n2023-05-10 | visit | 1 | 4 |`;
    expect(linesOf({ meetings: meetings([TEA, VISIT], rows) }).slice(11)).toEqual([
      '2022-05-10 | tea | 1 | 5 of 1',
      '2022-05-10 | tea | 1 | 6 of 1',
      '2023-05-10 | visit | 1 | 3 of 1',
      '2023-05-10 | visit | 1 | 4 of 1',
    ]);
  });

  it('names as much of sites as of groups', () => {
    const rows = meetings([TEA], many(2023)).map((meeting, index) => ({
      ...meeting,
      content: 'the same',
      groupsAreSites: index % 2 === 1,
    }));
    const named = archived({ meetings: rows })
      .lines.map(lineText)
      .filter((text) => text.includes('the same'));
    expect(named).toEqual([
      '2023-05-10 | tea | 1 | 5 | (the same) of 1',
      '2023-05-10 | tea | 1 |  sites | 5 | (the same) of 1',
    ]);
  });
});

describe('the executions of archived years', () => {
  it('of one day and funding source are one line, corrections taken off', () => {
    expect(
      linesOf({
        executions: executions(`
          2023-05-01 | district | 300
          2023-05-01 | city | 500
          2023-05-01 | district | -100
          2023-05-02 | district | 1
          2023 | district | 9
          2024-01-01 | district | 7`),
      }),
    ).toEqual([
      '2023-05-01 | district | 200 of 2',
      '2023-05-01 | city | 500 of 1',
      '2023-05-02 | district | 1 of 1',
      '2023 | district | 9 of 1',
    ]);
  });
});

it('tabs that are missing leave no lines', () => {
  expect(archived({ meetings: null, suggestions: null, executions: null })).toEqual({
    lastYear: 2023,
    archivedAt: '2024-02-03 10:00:00',
    lines: [],
    carried: [],
    order: [],
  });
});
