import { describe, expect, it } from 'vitest';
import {
  categoriesScheduled,
  marksWithinTerm,
  meetingsHeldOnPlan,
  scheduledQuartersHeld,
  scheduleHasCategories,
  scheduleNotShifted,
} from '../../../src/domain/audits/schedule.ts';
import type { Quarter } from '../../../src/domain/date.ts';
import type { Category, Records } from '../../../src/domain/records.ts';
import { category, date, meetings, pledge } from '../ledger.ts';
import { findingsOf, said } from './said.ts';

const TEA: Category = { kind: 'named', name: 'tea', scheduleRow: 'tea line' };
const FAIR = category('fair');
const CARRIED = category('carried over', 'openingBalance');

/** One schedule line, with marks written `2023.1 2024.3`. */
function line(marks: string, log: string, categories: readonly Category[] = [TEA]): Partial<Records> {
  return {
    pledge: pledge({ startYear: 2022, endYear: 2026 }),
    categories,
    schedule: [
      { row: 5, pledge: '', name: 'tea line', marks: marks === '' ? [] : marks.split(' ').map(quarterOf) },
    ],
    meetings: meetings([TEA, FAIR, CARRIED], log),
  };
}

function quarterOf(text: string): { readonly year: number; readonly quarter: Quarter } {
  const [year, quarter] = text.split('.').map(Number);
  if (quarter !== 1 && quarter !== 2 && quarter !== 3 && quarter !== 4)
    throw new Error(`${text} is no quarter`);
  return { year: year ?? 0, quarter };
}

describe('a marked quarter', () => {
  it.each([
    {
      case: 'over, with nothing held',
      marks: '2024.1',
      log: '',
      asOf: '2024-03-31',
      says: ['schedule 5 2024.1: scheduled-quarter-missed'],
    },
    { case: 'on its last day but one', marks: '2024.1', log: '', asOf: '2024-03-30', says: [] },
    {
      case: 'with a meeting on its last day',
      marks: '2024.1',
      log: '2024-03-31 | tea',
      asOf: '2024-03-31',
      says: [],
    },
    {
      case: 'with a meeting known by its month',
      marks: '2024.1',
      log: '2024-02 | tea',
      asOf: '2024-03-31',
      says: [],
    },
    {
      case: 'with a meeting of another category',
      marks: '2024.1',
      log: '2024-03-31 | fair',
      asOf: '2024-03-31',
      says: ['schedule 5 2024.1: scheduled-quarter-missed'],
    },
    {
      case: 'with a row that says none was held',
      marks: '2024.1',
      log: '2024-03-31 | tea | 0',
      asOf: '2024-03-31',
      says: ['schedule 5 2024.1: scheduled-quarter-missed'],
    },
    {
      case: 'met by a meeting that was early',
      marks: '2024.2',
      log: '2024-03-31 | tea',
      asOf: '2024-06-30',
      says: [],
    },
    {
      case: 'in a year of which a meeting is known by its year alone',
      marks: '2023.1',
      log: '2023 | tea',
      asOf: '2023-12-31',
      says: [],
    },
    {
      case: 'in a year of an opening balance',
      marks: '2022.3',
      log: '2022 | carried over | 39',
      asOf: '2022-12-31',
      says: [],
    },
  ])('$case', ({ marks, log, asOf, says }) => {
    expect(said(scheduledQuartersHeld, line(marks, log), asOf)).toEqual(says);
  });

  it('of a line without a category is not missed: no meeting can belong to it', () => {
    expect(said(scheduledQuartersHeld, line('2024.1', '', []), '2024-03-31')).toEqual([]);
  });
});

describe('a meeting', () => {
  it.each([
    { case: 'in a marked quarter', marks: '2024.1', log: '2024-03-31 | tea', says: [] },
    {
      case: 'before the mark of its year',
      marks: '2024.4',
      log: '2024-02 | tea',
      says: ['meetings 2 date: held-early'],
    },
    {
      case: 'after the mark of its year',
      marks: '2024.1',
      log: '2024-04-01 | tea',
      says: ['meetings 2 date: held-late'],
    },
    {
      case: 'in a year without a mark',
      marks: '2023.1',
      log: '2024-04-01 | tea',
      says: ['meetings 2 date: held-unplanned'],
    },
    {
      case: 'after another took the only mark',
      marks: '2024.1',
      log: '2024-01-05 | tea\n2024-04-01 | tea',
      says: ['meetings 3 date: held-unplanned'],
    },
    {
      case: 'twice in one quarter, told once',
      marks: '2024.1',
      log: '2024-04-01 | tea\n2024-05-01 | tea',
      says: ['meetings 2 date: held-late'],
    },
    { case: 'known by its year alone', marks: '2024.1', log: '2024 | tea', says: [] },
    { case: 'of another category', marks: '2024.1', log: '2024-04-01 | fair', says: [] },
    { case: 'that was not held', marks: '2024.1', log: '2024-04-01 | tea | 0', says: [] },
  ])('$case', ({ marks, log, says }) => {
    expect(said(meetingsHeldOnPlan, line(marks, log))).toEqual(says);
  });
});

describe('a mark near the end of the term', () => {
  it.each([
    { marks: '2026.2', says: [] },
    { marks: '2026.3', says: ['schedule 5 2026.3: mark-after-term'] },
    {
      marks: '2026.3 2026.4',
      says: ['schedule 5 2026.3: mark-after-term', 'schedule 5 2026.4: mark-after-term'],
    },
  ])('$marks', ({ marks, says }) => {
    const given = { ...line(marks, ''), pledge: pledge({ termEnd: date('2026-06-30') }) };
    expect(said(marksWithinTerm, given)).toEqual(says);
  });

  it('in the quarter in which the term ends is within it', () => {
    const given = { ...line('2026.3', ''), pledge: pledge({ termEnd: date('2026-07-01') }) };
    expect(said(marksWithinTerm, given)).toEqual([]);
  });

  it('gives no finding if the end of the term is unknown', () => {
    expect(said(marksWithinTerm, line('2026.4', ''))).toEqual([]);
  });
});

describe('a category that was held', () => {
  it.each([
    {
      case: 'in no line, told once',
      log: '2024-01-05 | fair\n2024-02-05 | fair',
      says: ['meetings 2 category: category-without-schedule'],
    },
    { case: 'in a line', log: '2024-01-05 | tea', says: [] },
    { case: 'none of it', log: '2024-01-05 | fair | 0', says: [] },
    { case: 'carried over', log: '2022 | carried over | 39', says: [] },
  ])('$case', ({ log, says }) => {
    expect(said(categoriesScheduled, line('2024.1', log))).toEqual(says);
  });

  it('is in no line if its line is gone', () => {
    const former = { ...FAIR, scheduleRow: 'line that is gone' };
    const given = line('2024.1', '');
    const log = meetings([former], '2024-01-05 | fair');
    expect(said(categoriesScheduled, { ...given, meetings: log })).toEqual([
      'meetings 2 category: category-without-schedule',
    ]);
  });

  it('gives no finding if there is no schedule', () => {
    expect(said(categoriesScheduled, { ...line('', '2024-01-05 | fair'), schedule: [] })).toEqual([]);
  });
});

it('a line without any category is a finding, a line with one is not', () => {
  expect(said(scheduleHasCategories, line('2024.1', '', [FAIR]))).toEqual([
    'schedule 5 name: schedule-without-category',
  ]);
  expect(said(scheduleHasCategories, line('2024.1', '', [FAIR, TEA]))).toEqual([]);
});

describe('a line moved by one cell', () => {
  const log = '2022-08 | tea\n2023-02 | tea\n2023-08 | tea';

  it.each([
    { case: 'to the left', marks: '2022.2 2022.4 2023.2', says: 'left' },
    { case: 'to the right', marks: '2022.4 2023.2 2023.4', says: 'right' },
    { case: 'to the left, with marks to come', marks: '2022.2 2022.4 2023.2 2024.1', says: 'left' },
    { case: 'not at all', marks: '2022.3 2023.1 2023.3', says: null },
    { case: 'but one quarter fits where it stands', marks: '2022.2 2022.3 2022.4 2023.2', says: null },
    { case: 'and one quarter fits nowhere', marks: '2022.2 2022.4', says: null },
    { case: 'either way fits', marks: '2022.2 2022.4 2023.2 2023.4', says: null },
    { case: 'by two cells', marks: '2022.1 2022.3 2023.1', says: null },
    { case: 'to where nothing is marked', marks: '', says: null },
  ])('$case', ({ marks, says }) => {
    const directions = findingsOf(scheduleNotShifted, line(marks, log)).map(({ problem }) =>
      problem.code === 'shifted-schedule-row' ? problem.direction : problem.code,
    );
    expect(directions).toEqual(says === null ? [] : [says]);
  });

  it('needs at least two such quarters: a single one may have been early', () => {
    expect(said(scheduleNotShifted, line('2022.2', '2022-08 | tea'))).toEqual([]);
    expect(said(scheduleNotShifted, line('2022.2 2022.4', '2022-08 | tea\n2023-02 | tea'))).toHaveLength(1);
  });
});
