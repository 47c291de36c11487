/**
 * The book of an office with any number of pledges and rows, always the same. The rows are clean, and their
 * pledges are in mixed order.
 */
import { type IsoDate, isoDateFromSerial, serialOf } from '../../src/domain/date.ts';
import type { InputTab } from '../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { DateCell, RawCell, RawTabs } from '../../src/sheets/raw.ts';

const FIRST_DAY = serialOf('2022-07-01' as IsoDate);
const DAYS = serialOf('2025-12-31' as IsoDate) - FIRST_DAY;
const KINDS = ['소통', '누적', '현재값', '누적', '누적', '자체평가'] as const;
const UNITS = ['회', '개소', '%', '개소', '개소', '%'] as const;
const FUNDS = ['국비', '시비', '구비'] as const;
const YEARS = [2022, 2023, 2024, 2025, 2026] as const;
/** A prime: the distance between the pledges of consecutive rows. */
const STEP = 7919;

type Row = readonly RawCell[];

const numberOf = (pledge: number) => `${1 + Math.floor(pledge / 50)}-${1 + (pledge % 50)}`;

/** All tabs. Each of the four logs gets a quarter of the rows. */
export function officeTabsWith(pledges: number, rows: number): RawTabs {
  const each = Math.floor(rows / 4);
  const all = Array.from({ length: pledges }, (_, pledge) => pledge);
  const days = new Map<number, DateCell>();
  const dayOf = (index: number): DateCell => {
    const serial = FIRST_DAY + Math.floor((index * DAYS) / each);
    const date = isoDateFromSerial(serial);
    if (date === null) throw new Error(`${serial} is no day`);
    const cell = days.get(serial) ?? { date };
    days.set(serial, cell);
    return cell;
  };
  const kindOf = (pledge: number) => pledge % KINDS.length;
  /** The pledge of a row, for logs of meetings and for the others. */
  const ofMeetings = (index: number) => {
    const pledge = (index * STEP) % pledges;
    return pledge - kindOf(pledge);
  };
  const ofResults = (index: number) => {
    const pledge = (index * STEP) % pledges;
    return kindOf(pledge) === 0 ? (pledge + 1) % pledges : pledge;
  };
  const log = (rowOf: (index: number) => Row): readonly Row[] =>
    Array.from({ length: each }, (_, index) => rowOf(index));
  const targetOf = (pledge: number) => [each, each, 90, each, each, ''][kindOf(pledge)] ?? '';
  const tabs: Partial<Record<InputTab, readonly Row[]>> = {
    pledge: [
      ['항목', '값'],
      ['시작연도', 2022],
      ['종료연도', 2026],
    ],
    pledgeList: [
      ['공약번호', '공약명', '분야', '담당부서', '확인지표', '집계', '지표단위', '최종목표'],
      ...all.map(
        (pledge): Row => [
          numberOf(pledge),
          `공약 ${pledge}`,
          `분야 ${pledge % 8}`,
          `부서 ${pledge % 30}`,
          `지표 ${pledge}`,
          KINDS[kindOf(pledge)] ?? '',
          UNITS[kindOf(pledge)] ?? '',
          targetOf(pledge),
        ],
      ),
    ],
    targets: [
      ['공약번호', ...YEARS.map(String)],
      ...all
        .filter((pledge) => targetOf(pledge) !== '')
        .map(
          (pledge): Row => [
            numberOf(pledge),
            ...YEARS.map((_, year) => (Number(targetOf(pledge)) / 5) * (year + 1)),
          ],
        ),
    ],
    classification: [
      ['종류', '이름'],
      ['소통', '주민 간담회'],
      ['소통', '현장 방문'],
      ['출처', '누리집'],
      ['출처', '주민과의 대화'],
    ],
    meetings: [
      ['공약번호', '일자', '분류', '내용', '장소', '횟수'],
      ...log((index) => [
        numberOf(ofMeetings(index)),
        dayOf(index),
        index % 2 === 0 ? '주민 간담회' : '현장 방문',
        `${index + 1}번째 만남`,
        `${index % 997}통 경로당`,
        1,
      ]),
    ],
    results: [
      ['공약번호', '일자', '값', '내용'],
      ...log((index) => {
        const pledge = ofResults(index);
        return [
          numberOf(pledge),
          dayOf(index),
          UNITS[kindOf(pledge)] === '%' ? `${index % 90}%` : 1 + (index % 7),
          `${index + 1}번째 실적`,
        ];
      }),
    ],
    suggestions: [
      ['공약번호', '접수번호', '접수일', '출처', '건의내용', '처리상황'],
      ...log((index) => [
        numberOf((index * STEP) % pledges),
        `${index + 1}`,
        dayOf(index),
        index % 2 === 0 ? '누리집' : '주민과의 대화',
        `${index + 1}번째 건의`,
        index % 3 === 0 ? '완료' : '추진중',
      ]),
    ],
    budgetPlans: [
      ['공약번호', '재원', ...YEARS.map(String)],
      ...all.flatMap((pledge) =>
        FUNDS.map((fundingSource): Row => [numberOf(pledge), fundingSource, 10, 20, 30, 40, 50]),
      ),
    ],
    executions: [
      ['공약번호', '집행일', '재원', '금액(원)', '적요'],
      ...log((index) => [
        numberOf((index * STEP) % pledges),
        dayOf(index),
        FUNDS[index % FUNDS.length] ?? '',
        (1 + (index % 900)) * 1000,
        `${index + 1}번째 집행`,
      ]),
    ],
    futurePlans: [
      ['공약번호', '시기', '내용'],
      ...all.map((pledge): Row => [numberOf(pledge), '2026. 6월', `공약 ${pledge} 마무리`]),
    ],
  };
  return Object.fromEntries(
    Object.entries(tabs).map(([tab, cells]) => {
      // The keys are those of input tabs.
      const name = INPUT_TAB_NAMES[tab as InputTab];
      return [tab, { name, rows: cells }];
    }),
  );
}
