/** 예시 지우기: which tabs it takes for the sample, and what a removal leaves that breaks off. */
import { describe, expect, it } from 'vitest';
import { fillSample, sampleLayouts } from '../../../src/app/fill-sample.ts';
import { recalculate } from '../../../src/app/recalculate.ts';
import { removeQuestion, removeSample } from '../../../src/app/remove-sample.ts';
import { keptSample, noteSample } from '../../../src/app/sample-note.ts';
import type { RawCell } from '../../../src/sheets/raw.ts';
import { contentKey } from '../../../src/sheets/set-up/beginnings.ts';
import { type MemoryBook, memoryBook } from '../memory-book.ts';

const MONEY = '예산집행';
const HISTORY = '처리이력';

function filled(): MemoryBook {
  const book = memoryBook({});
  fillSample(book.environment);
  return book;
}

const asked = ({ environment }: MemoryBook) => {
  const answer = removeQuestion(environment);
  return answer.status === 'asked' ? answer : { question: answer.messages.join(' '), about: '' };
};

/** Changes 예산집행, and the note too, as if the version that filled it in had had this sample. */
function ofAnotherVersion(book: MemoryBook, change: (row: readonly RawCell[]) => readonly RawCell[]): void {
  const rows = (book.tabs.get(MONEY) ?? []).map(change);
  book.tabs.set(MONEY, rows);
  const { documentNotes } = book.environment;
  const note = keptSample(documentNotes);
  if (note === null) throw new Error('no note');
  noteSample(documentNotes, { ...note, tabs: { ...note.tabs, executions: contentKey(rows) } });
}

describe('예산집행 is taken for the sample', () => {
  it.each<[string, (book: MemoryBook) => void, boolean]>([
    ['as it was filled in', () => undefined, true],
    [
      'with blank cells around it',
      (book) =>
        book.tabs.set(MONEY, [...(book.tabs.get(MONEY) ?? []).map((row) => [...row, '', ' ']), ['', '']]),
      true,
    ],
    [
      'as another version filled it in',
      (book) => ofAnotherVersion(book, ([day = '', ...rest]) => [`${day}.`, ...rest]),
      true,
    ],
    [
      'but not where the version that filled it in had a column more, which would be left',
      (book) => ofAnotherVersion(book, (row) => [...row, '그때의 열']),
      false,
    ],
    ['but not with a row more', (book) => book.tabs.get(MONEY)?.push(['2024-03-05', '구', 5]), false],
    [
      'but not with a cell changed',
      (book) =>
        book.tabs.set(
          MONEY,
          (book.tabs.get(MONEY) ?? []).map(([, ...rest]) => ['2023', ...rest]),
        ),
      false,
    ],
    [
      'but not with a note beside it',
      (book) =>
        book.tabs.set(
          MONEY,
          (book.tabs.get(MONEY) ?? []).map((row) => [...row, '메모']),
        ),
      false,
    ],
  ])('%s', (_, change, isSample) => {
    const book = filled();
    change(book);
    const held = book.tabs.get(MONEY);
    const { question, about } = asked(book);
    expect(question.includes(`${MONEY} 탭에는 예시 말고 다른 내용이 있어 그대로 둡니다`)).toBe(!isSample);
    expect(removeSample(book.environment, about).status).toBe('done');
    if (isSample) expect(book.rowsOf(MONEY).flatMap(Object.values).join('').trim()).toBe('');
    else expect(book.tabs.get(MONEY)).toEqual(held);
  });
});

describe('a removal', () => {
  it('is of nothing where all tabs are as 시트 준비 makes them', () => {
    const book = filled();
    removeSample(book.environment, asked(book).about);
    expect(asked(book).question).toBe('예시만 들어 있는 탭이 없어 지울 것이 없습니다.');
    expect(removeSample(book.environment, '')).toMatchObject({ status: 'stopped' });
    expect(fillSample(book.environment).status).toBe('done');
  });

  it('that breaks off can be started again, and takes the records that came in between', () => {
    const book = filled();
    recalculate(book.environment, 'all', null);
    book.failAt = 'writeInputRows';
    expect(() => removeSample(book.environment, asked(book).about)).toThrow('failed');
    book.failAt = null;
    expect(book.tabs.has(HISTORY)).toBe(false);
    // One tab was emptied before it broke off.
    book.tabs.set(MONEY, (book.tabs.get(MONEY) ?? []).slice(0, 1));
    recalculate(book.environment, 'all', null);
    const { question, about } = asked(book);
    expect(question).toContain('예시로 생긴 월별기록, 월별내역, 처리이력 탭도 함께 지웁니다.');
    expect(question).not.toContain(MONEY);
    removeSample(book.environment, about);
    expect(book.tabs.has(HISTORY)).toBe(false);
    expect(keptSample(book.environment.documentNotes)).toBeNull();
  });

  it('takes no records where one tab was emptied by hand, which may hold somebody’s own rows soon', () => {
    const book = filled();
    recalculate(book.environment, 'all', null);
    book.tabs.set(MONEY, (book.tabs.get(MONEY) ?? []).slice(0, 1));
    const { question, about } = asked(book);
    expect(question).not.toContain('예시로 생긴');
    removeSample(book.environment, about);
    expect(book.rowsOf(HISTORY).length).toBeGreaterThan(0);
  });

  it('empties as many rows as the sample had, and leaves the headings', () => {
    const book = filled();
    removeSample(book.environment, asked(book).about);
    for (const { name, block } of sampleLayouts()) {
      expect(book.tabs.get(name)?.length, name).toBeGreaterThanOrEqual(block.length);
      expect(book.tabs.get(name)?.[0]?.[0], name).not.toBe('');
    }
    for (const name of ['소통기록', '건의사항', MONEY]) {
      expect(
        book.rowsOf(name).every((row) => Object.values(row).every((cell) => cell === '')),
        name,
      ).toBe(true);
    }
  });
});
