/** Record tabs as a run finds them, changed by people, copies, restored or earlier versions. */
import { describe, expect, it } from 'vitest';
import { closeLastMonth } from '../../../src/app/months/close-last-month.ts';
import {
  hasRecords,
  historyBook,
  recordBooks,
  valuesAsWritten,
} from '../../../src/app/records/record-books.ts';
import { breachText } from '../../../src/sheets/messages/records-text.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { LEDGER } from '../../support/workbooks.ts';
import { type MemoryBook, memoryBook } from '../memory-book.ts';

const RECORDS = '월별기록';
const ROWS = '월별내역';
const HISTORY = '처리이력';
const KEY = 'pledge-ledger.records';

/** A book whose January, February and March 2024 were closed. Each call returns a copy. */
function office(): MemoryBook {
  closed ??= closedThrice();
  const book = memoryBook({}, '2024-05-03');
  for (const [tab, rows] of closed.tabs) book.tabs.set(tab, [...rows]);
  book.environment.documentNotes.set(KEY, closed.environment.documentNotes.get(KEY) ?? '');
  return book;
}

let closed: MemoryBook | null = null;

function closedThrice(): MemoryBook {
  const book = memoryBook(LEDGER);
  for (const today of ['2024-02-03', '2024-03-03', '2024-04-03']) {
    book.setToday(today);
    expect(close(book).status).toBe('done');
  }
  return book;
}

const close = ({ environment }: MemoryBook) => closeLastMonth(environment, 'menu');

const NONE_FOREIGN = new Set<never>();
const booksOf = ({ environment }: MemoryBook) => recordBooks(environment, NONE_FOREIGN);

/** What 점검 says of the records. */
function said(book: MemoryBook): readonly string[] {
  return booksOf(book).guarded.findings.map(({ problem, place }) => {
    if (problem.code === 'records-broken') return `${place?.tab}: ${breachText(problem)}`;
    if (problem.code !== 'records-adopted') return `${problem.code} ${place?.tab}`;
    return `adopted ${problem.tabs.join(', ')}${problem.isCopy ? ', as in a copy' : ''}`;
  });
}

/** The tab without these columns. */
function without(book: MemoryBook, tab: string, ...headings: readonly string[]): void {
  const rows = book.tabs.get(tab) ?? [];
  const gone = headings.map((heading) => rows[0]?.indexOf(heading));
  book.tabs.set(
    tab,
    rows.map((row) => row.filter((_, column) => !gone.includes(column))),
  );
}

function type(book: MemoryBook, tab: string, row: number, heading: string, cell: RawCell): void {
  const rows = book.tabs.get(tab) ?? [];
  const column = rows[0]?.indexOf(heading);
  rows[row - 1] = (rows[row - 1] ?? []).map((was, at) => (at === column ? cell : was));
}

const unlinked = (book: MemoryBook, tab: string) => without(book, tab, '번호', '앞 행의 지문');
const forgotten = ({ environment }: MemoryBook) => environment.documentNotes.remove(KEY);

/** The tabs as the version left them that wrote no links and kept no guards. */
function ofAnEarlierVersion(book: MemoryBook): void {
  for (const tab of [RECORDS, ROWS, HISTORY]) unlinked(book, tab);
  forgotten(book);
}

describe('of the records is said', () => {
  it.each<[string, (book: MemoryBook) => unknown, readonly string[]]>([
    ['nothing while they are as they were written', () => undefined, []],
    [
      'nothing where their rows are in another order',
      ({ tabs }) => tabs.get(RECORDS)?.push(...(tabs.get(RECORDS)?.splice(1, 1) ?? [])),
      [],
    ],
    ['that a row is gone', ({ tabs }) => tabs.get(RECORDS)?.splice(2, 1), ['monthlyRecords: 없어진 행 2번']],
    ['that the last row is gone', ({ tabs }) => tabs.get(RECORDS)?.pop(), ['monthlyRecords: 없어진 행 3번']],
    [
      'that all are gone where its cells are blank',
      ({ tabs }) => tabs.set(RECORDS, [['', ''], ['']]),
      ['monthlyRecords: 없어진 행 1~3번'],
    ],
    ['that all are gone', ({ tabs }) => tabs.delete(HISTORY), ['statusHistory: 없어진 행 1~2번']],
    [
      'that a row is another',
      (book) => type(book, RECORDS, 3, '이행률(%)', 99),
      ['monthlyRecords: 바뀐 행 2번'],
    ],
    [
      'that a row is there twice',
      ({ tabs }) => tabs.get(RECORDS)?.push(tabs.get(RECORDS)?.[2] ?? []),
      ['monthlyRecords: 같은 번호로 더해진 행 1개'],
    ],
    [
      'that a heading is gone',
      (book) => without(book, ROWS, '월'),
      ['damaged-record monthlyRows', "monthlyRows: 제목이 없어진 열 '월' · 바뀐 행 1~6번"],
    ],
    [
      'that both headings of the links are gone, and not that every row is',
      (book) => unlinked(book, ROWS),
      ["monthlyRows: 제목이 없어진 열 '번호', '앞 행의 지문'"],
    ],
    [
      'that one of them is gone',
      (book) => without(book, ROWS, '번호'),
      ["monthlyRows: 제목이 없어진 열 '번호' · 없어진 행 1~6번 · 번호 없이 더해진 행 6개"],
    ],
    [
      'that they were adopted where nobody knows how far they went',
      forgotten,
      ['adopted statusHistory, monthlyRecords, monthlyRows'],
    ],
    [
      'that they were adopted in a copy',
      ({ environment: { documentNotes } }) =>
        documentNotes.set(KEY, (documentNotes.get(KEY) ?? '').replace('"book"', '"another"')),
      ['adopted statusHistory, monthlyRecords, monthlyRows, as in a copy'],
    ],
    [
      'that they were adopted from an earlier version, which wrote no links',
      ofAnEarlierVersion,
      ['adopted statusHistory, monthlyRecords, monthlyRows'],
    ],
    [
      'nothing of an earlier version’s once they were adopted',
      (book) => {
        ofAnEarlierVersion(book);
        booksOf(book).guarded.storeGuards();
      },
      [],
    ],
    [
      'that a row of an earlier version is gone',
      (book) => {
        ofAnEarlierVersion(book);
        booksOf(book).guarded.storeGuards();
        book.tabs.get(RECORDS)?.splice(2, 1);
      },
      ['monthlyRecords: 번호 없이 적혀 있다가 없어진 행 1개'],
    ],
  ])('%s', (_, change, expected) => {
    const book = office();
    change(book);
    expect(said(book)).toEqual(expected);
  });
});

describe('rows that a run adds', () => {
  it('go on with the numbers there are, also below some of an earlier version', () => {
    const numbers = (change: (book: MemoryBook) => unknown) => {
      const book = office();
      change(book);
      expect(close(book)).toMatchObject({ status: 'done', months: ['2024-04'] });
      expect(said(book)).toEqual([]);
      return book.rowsOf(RECORDS).map((row) => row.번호);
    };
    expect(numbers(() => undefined)).toEqual([1, 2, 3, 4]);
    expect(numbers(forgotten)).toEqual([1, 2, 3, 4]);
  });

  it('are taken over and told of once, where the guards of the run before were not kept', () => {
    const book = office();
    const { documentNotes } = book.environment;
    const before = documentNotes.get(KEY) ?? '';
    book.fill('건의사항', `${LEDGER.건의사항}\n3 | 2024. 4. 9. | 누리집 | | | 추진중 | |`);
    close(book);
    documentNotes.set(KEY, before);
    const { guarded } = booksOf(book);
    expect(guarded.takenOver).toBe('처리이력 1행, 월별기록 1행, 월별내역 1행');
    expect(guarded.findings).toEqual([]);
    // A run that breaks off here has told nobody yet.
    guarded.storeFirstGuards();
    expect(documentNotes.get(KEY)).toBe(before);
    guarded.storeGuards();
    expect(booksOf(book).guarded.takenOver).toBe('');
  });

  it('are told of as taken over, and not as of an unknown origin, where even the first run broke off', () => {
    const book = memoryBook(LEDGER);
    const first = booksOf(book);
    first.guarded.storeFirstGuards();
    first.history?.append(valuesAsWritten(booksOf(office()).history));
    const { guarded } = booksOf(book);
    expect([guarded.findings, guarded.takenOver]).toEqual([[], '처리이력 2행']);
  });

  it('leave the notice of an adoption to the run that ends', () => {
    const book = office();
    forgotten(book);
    booksOf(book).guarded.storeFirstGuards();
    expect(said(book)).toEqual(['adopted statusHistory, monthlyRecords, monthlyRows']);
    booksOf(book).guarded.storeGuards();
    expect(said(book)).toEqual([]);
  });

  it('are none in a quiet run, which keeps the guards without a write', () => {
    const book = office();
    const { documentNotes } = book.environment;
    const writes: string[] = [];
    const counted = { ...documentNotes, set: (_: string, text: string) => void writes.push(text) };
    const { guarded } = recordBooks({ ...book.environment, documentNotes: counted }, NONE_FOREIGN);
    guarded.storeFirstGuards();
    guarded.storeGuards();
    expect(writes).toEqual([]);
  });

  it('make no tab where there are none', () => {
    const book = memoryBook(LEDGER);
    const { history, months, rows } = booksOf(book);
    for (const each of [history, months, rows]) each?.append([]);
    expect([...book.tabs.keys()]).toEqual(Object.keys(LEDGER));
  });
});

describe('whether there are records at all', () => {
  it.each<[string, (book: MemoryBook) => unknown, boolean]>([
    ['there are', () => undefined, true],
    ['in one tab', ({ tabs }) => [RECORDS, ROWS].map((tab) => tabs.delete(tab)), true],
    [
      'none below the headings',
      ({ tabs }) => [RECORDS, ROWS, HISTORY].map((tab) => tabs.get(tab)?.splice(1)),
      false,
    ],
    ['no such tab', ({ tabs }) => tabs.clear(), false],
    ['none that are ours', ({ foreign }) => [RECORDS, ROWS, HISTORY].map((tab) => foreign.add(tab)), false],
  ])('%s', (_, change, has) => {
    const book = office();
    change(book);
    expect(hasRecords(book.environment)).toBe(has);
  });
});

it('a record tab of somebody else is not read', () => {
  const { environment } = office();
  const books = recordBooks(environment, new Set(['monthlyRows', 'statusHistory']));
  expect([books.history, books.months?.tab, books.rows]).toEqual([null, 'monthlyRecords', null]);
  expect(historyBook(environment, new Set(['statusHistory']))).toBeNull();
  expect(valuesAsWritten(historyBook(environment, new Set(['monthlyRows'])))).toHaveLength(2);
});
