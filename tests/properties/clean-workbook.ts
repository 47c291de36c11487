/** Random workbooks without errors: first the facts, then how to spell them in cells. */
import fc from 'fast-check';
import { type IsoDate, isoDateOf } from '../../src/domain/date.ts';
import {
  FUNDING_SOURCES,
  type FundingSource,
  HANDLING_STATUSES,
  type HandlingStatus,
} from '../../src/domain/words.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { fundingSourceName, handlingStatusName } from '../../src/sheets/names.ts';
import type { RawCell, RawTab, RawTabs } from '../../src/sheets/raw.ts';

export const CATEGORIES = ['시장방문', '동 연두방문', '정책간담회', '소통 한마당'] as const;
export const OCCASIONS = ['동 연두방문', '인천시장 방문'] as const;
export const DONGS = ['송도1동', '송도2동', '선학동'] as const;
export const DEPARTMENTS = ['교통과', '공원과'] as const;
export const YEARS = [2022, 2023, 2024, 2025] as const;

export interface CleanWorkbook {
  readonly targets: readonly { readonly year: number; readonly planned: number }[];
  readonly meetings: readonly {
    readonly date: IsoDate;
    readonly category: (typeof CATEGORIES)[number];
    readonly times: number;
    readonly groups: number | null;
    readonly attendees: number | null;
  }[];
  readonly suggestions: readonly {
    readonly number: number;
    readonly date: IsoDate;
    readonly occasion: (typeof OCCASIONS)[number];
    readonly dong: (typeof DONGS)[number] | null;
    readonly department: (typeof DEPARTMENTS)[number] | null;
    readonly status: HandlingStatus | null;
    readonly handledOn: IsoDate | null;
    readonly times: number;
  }[];
  readonly plans: readonly {
    readonly year: number;
    readonly source: FundingSource;
    readonly million: number;
  }[];
  readonly executions: readonly {
    readonly date: IsoDate;
    readonly source: FundingSource;
    readonly thousand: number;
  }[];
}

export const day: fc.Arbitrary<IsoDate> = fc
  .tuple(fc.constantFrom(...YEARS), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => isoDateOf(year, month, date))
  .filter((date) => date !== null);

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 3, nil: null });
const count = fc.integer({ min: 0, max: 40 });

export const cleanWorkbook: fc.Arbitrary<CleanWorkbook> = fc.record({
  targets: fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 })
    .map((steps) => YEARS.map((year, index) => ({ year, planned: 1 + sum(steps.slice(0, index + 1)) }))),
  meetings: fc.array(
    fc.record({
      date: day,
      category: fc.constantFrom(...CATEGORIES),
      times: count,
      groups: maybe(count),
      attendees: maybe(fc.integer({ min: 0, max: 900 })),
    }),
    { maxLength: 25, size: 'max' },
  ),
  suggestions: fc
    .array(
      fc.record({
        date: day,
        occasion: fc.constantFrom(...OCCASIONS),
        dong: maybe(fc.constantFrom(...DONGS)),
        department: maybe(fc.constantFrom(...DEPARTMENTS)),
        status: maybe(fc.constantFrom(...HANDLING_STATUSES)),
        handledOn: maybe(day),
        times: count,
      }),
      { maxLength: 25, size: 'max' },
    )
    .map((rows) => rows.map((row, index) => ({ number: index + 1, ...row }))),
  plans: fc.array(
    fc.record({
      year: fc.constantFrom(...YEARS),
      source: fc.constantFrom(...FUNDING_SOURCES),
      million: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 8, size: 'max' },
  ),
  executions: fc.array(
    fc.record({
      date: day,
      source: fc.constantFrom(...FUNDING_SOURCES),
      thousand: fc.integer({ min: 0, max: 9000 }),
    }),
    { maxLength: 15, size: 'max' },
  ),
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How facts become cells. */
export interface Spelling {
  date(date: IsoDate): RawCell;
  year(year: number): RawCell;
  name(name: string): RawCell;
  /** A number whose cell may also name its `unit`. */
  count(number: number, unit: string): RawCell;
  /** An amount in thousand won. The column's heading names no unit, so it is in won. */
  thousandWon(thousand: number): RawCell;
}

export const PLAIN: Spelling = {
  date: (date) => ({ date }),
  year: (year) => year,
  name: (name) => name,
  count: (number) => number,
  thousandWon: (thousand) => thousand * 1000,
};

export function tabsOf(workbook: CleanWorkbook, spelling: Spelling = PLAIN): RawTabs {
  const { date, year, name, count: counted, thousandWon } = spelling;
  const optional = <Value>(value: Value | null, spelled: (value: Value) => RawCell) =>
    value === null ? '' : spelled(value);
  return {
    pledge: tab(
      INPUT_TAB_NAMES.pledge,
      ['항목', '값'],
      [
        ['시작연도', YEARS[0]],
        ['종료연도', YEARS[3]],
      ],
    ),
    targets: tab(
      INPUT_TAB_NAMES.targets,
      ['연도', '누적목표'],
      workbook.targets.map((row) => [year(row.year), counted(row.planned, '회')]),
    ),
    classification: tab(
      INPUT_TAB_NAMES.classification,
      ['종류', '이름', '별칭'],
      [
        ...CATEGORIES.map((category) => ['소통', category, `${category} 행사`]),
        ...OCCASIONS.map((occasion) => ['출처', occasion, `${occasion} 행사`]),
      ],
    ),
    meetings: tab(
      INPUT_TAB_NAMES.meetings,
      ['일자', '분류', '횟수', '단체수', '참석인원'],
      workbook.meetings.map((row) => [
        date(row.date),
        name(row.category),
        counted(row.times, '회'),
        optional(row.groups, (groups) => counted(groups, '개 단체')),
        optional(row.attendees, (attendees) => counted(attendees, '명')),
      ]),
    ),
    suggestions: tab(
      INPUT_TAB_NAMES.suggestions,
      ['접수번호', '접수일', '출처', '동', '소관부서', '처리상황', '처리일', '건수'],
      workbook.suggestions.map((row) => [
        row.number,
        date(row.date),
        name(row.occasion),
        optional(row.dong, name),
        optional(row.department, name),
        optional(row.status, (status) => name(handlingStatusName(status))),
        optional(row.handledOn, date),
        counted(row.times, '건'),
      ]),
    ),
    budgetPlans: tab(
      INPUT_TAB_NAMES.budgetPlans,
      ['연도', '재원', '금액(백만원)'],
      workbook.plans.map((row) => [year(row.year), name(fundingSourceName(row.source)), row.million]),
    ),
    executions: tab(
      INPUT_TAB_NAMES.executions,
      ['집행일', '재원', '집행액'],
      workbook.executions.map((row) => [
        date(row.date),
        name(fundingSourceName(row.source)),
        thousandWon(row.thousand),
      ]),
    ),
  };
}

function tab(name: string, headings: readonly string[], rows: readonly (readonly RawCell[])[]): RawTab {
  return { name, rows: [headings, ...rows] };
}
