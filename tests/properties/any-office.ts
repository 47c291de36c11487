/** Several pledges, from which a book of an office or a book of each pledge is made. */

import fc from 'fast-check';
import { INPUT_TABS, type InputTab } from '../../src/domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { RawCell, RawTab, RawTabs } from '../../src/sheets/raw.ts';
import { anyCrowdedBook, type Book, type Rows, tabsOf, type Writing } from './any-pledge.ts';

/** A tab of several pledges, as parts for a shared book or separate ones. */
export interface Parts {
  readonly name: string;
  /** Title rows, then the headings. */
  readonly top: Rows;
  /** Rows of each pledge. */
  readonly of: readonly Rows[];
}

/** Several pledges, from which a shared book or separate ones are made. */
export interface Made {
  /** Settings of each pledge: rows of 공약, or columns of 공약목록. */
  readonly settings: readonly (readonly (readonly [string, RawCell])[])[];
  readonly tabs: Readonly<Partial<Record<InputTab, Parts>>>;
  /**
   * Whether 공약번호 is always the last column. In rows of nonsense the first cell decides whether the row is a
   * note, so it must stay first.
   */
  readonly numbersLast: boolean;
  /** 분류, which all share. */
  readonly shared: RawTabs;
}

export const numberOf = (pledge: number) => `1-${pledge + 1}`;

/** The book of one pledge alone. */
export function ownBook({ settings, tabs, shared }: Made, pledge: number): RawTabs {
  const own: Partial<Record<InputTab, RawTab>> = { ...shared };
  for (const tab of INPUT_TABS) {
    const parts = tabs[tab];
    if (parts !== undefined)
      own[tab] = { name: parts.name, rows: [...parts.top, ...(parts.of[pledge] ?? [])] };
  }
  own.pledge = {
    name: INPUT_TAB_NAMES.pledge,
    rows: [['항목', '값'], ['공약번호', numberOf(pledge)], ...(settings[pledge] ?? [])],
  };
  return own;
}

/**
 * The book that all share.
 * @param lots decide whose row comes next, and on which side the column 공약번호 is
 */
export function officeBook(made: Made, lots: Iterator<number>): RawTabs {
  const { settings, tabs, shared } = made;
  const office: Partial<Record<InputTab, RawTab>> = { ...shared };
  const lot = () => Number(lots.next().value);
  for (const tab of INPUT_TABS) {
    const parts = tabs[tab];
    if (parts === undefined) continue;
    const isLast = made.numbersLast || lot() % 2 === 0;
    const with_ = (cell: RawCell, cells: readonly RawCell[]) =>
      isLast ? [...cells, cell] : [cell, ...cells];
    const left = parts.of.map((rows) => [...rows]);
    const rows: (readonly RawCell[])[] = parts.top.map((cells, index) =>
      with_(index === parts.top.length - 1 ? '공약번호' : '', cells),
    );
    while (left.some((own) => own.length > 0)) {
      const waiting = left.flatMap((own, pledge) => (own.length > 0 ? [pledge] : []));
      const pledge = waiting[lot() % waiting.length] ?? 0;
      rows.push(with_(numberOf(pledge), left[pledge]?.shift() ?? []));
    }
    office[tab] = { name: parts.name, rows };
  }
  const columns = [...new Set(settings.flatMap((own) => own.map(([item]) => item)))];
  office.pledgeList = {
    name: INPUT_TAB_NAMES.pledgeList,
    rows: [
      ['공약번호', ...columns],
      ...settings.map((own, pledge) => [
        numberOf(pledge),
        ...columns.map((item) => new Map(own).get(item) ?? ''),
      ]),
    ],
  };
  office.pledge = { name: INPUT_TAB_NAMES.pledge, rows: [['항목', '값']] };
  return office;
}

/** Pledges whose rows make sense, as {@link tabsOf} writes them. */
export function pledgesOf(books: readonly Book[], writing: Writing): Made {
  const all = books.map((book) => tabsOf(book, writing));
  const tabs: Partial<Record<InputTab, Parts>> = {};
  for (const tab of INPUT_TABS) {
    const raw = all[0]?.[tab];
    if (raw === undefined || tab === 'pledge') continue;
    tabs[tab] = {
      name: raw.name,
      top: raw.rows.slice(0, 1),
      of: all.map((own) => own[tab]?.rows.slice(1) ?? []),
    };
  }
  const settings = all.map((own) =>
    (own.pledge?.rows ?? []).slice(2).map(([item = '', value = '']) => [String(item), value] as const),
  );
  return { settings, tabs, shared: {}, numbersLast: false };
}

export const FIELDS = ['교통', '복지', ''] as const;
export const DEPARTMENTS = ['교통과', '공원과', '자치행정과', ''] as const;

/** What people decide about a pledge. Most cells are blank. */
const anyDecisions = fc.record({
  분야: fc.constantFrom(...FIELDS),
  담당부서: fc.constantFrom(...DEPARTMENTS),
  추진구분: fc.constantFrom('', '', '지속'),
  이행률: fc.constantFrom<RawCell>('', '', 55),
  이행구분: fc.constantFrom('', '', '', '완료', '이행 후 계속추진', '정상추진', '보류', '폐기'),
});

export interface DecidedPledges {
  readonly books: readonly Book[];
  readonly made: Made;
}

/** Pledges with any rows and decisions. Targets and plans are lists. */
export function decidedPledges(most: number): fc.Arbitrary<DecidedPledges> {
  return fc
    .array(fc.record({ book: anyCrowdedBook, decisions: anyDecisions }), { minLength: 1, maxLength: most })
    .map((pledges) => {
      const books = pledges.map(({ book }) => book);
      const made = pledgesOf(books, {});
      const settings = pledges.map(({ decisions }, index) => [
        ...(made.settings[index] ?? []),
        ...Object.entries<RawCell>(decisions),
      ]);
      return { books, made: { ...made, settings } };
    });
}
