/** Which pledges of an office a run computes, and which tabs it writes for which of them. */
import { describe, expect, it } from 'vitest';
import { closeLastMonth } from '../../../src/app/months/close-last-month.ts';
import { recalculate } from '../../../src/app/recalculate.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { type MemoryBook, memoryBook } from '../memory-book.ts';
import { BOOK } from '../office/office-book.ts';

/** The two pledges of {@link BOOK}, of which 1-1 is the first. */
function office(changes: Partial<Record<keyof typeof BOOK, string>> = {}): MemoryBook {
  const tabs = Object.entries({ ...BOOK, ...changes }).map(([tab, table]) => [
    // The keys are those of input tabs.
    INPUT_TAB_NAMES[tab as keyof typeof INPUT_TAB_NAMES],
    table,
  ]);
  return memoryBook(Object.fromEntries(tabs), '2025-01-04');
}

const titleOf = (book: MemoryBook, tab: string) => book.tabs.get(tab)?.[0]?.[0] ?? null;
const glanceOf = ({ environment }: MemoryBook) => {
  const { pledge, office: of } = JSON.parse(environment.glances.kept() ?? '{}');
  return { shown: pledge?.number, lines: of?.lines.map(({ number }: { number: string }) => number) };
};

describe('a run of an office', () => {
  it.each<[string, string | null, boolean, string, string]>([
    ['shows the first pledge', null, false, '1-1', '1-1'],
    ['shows the pledge that was asked for, once', '1-2', false, '1-2', '1-1'],
    ['shows the pledge that was chosen, and goes on doing so', '1-2', true, '1-2', '1-2'],
  ])('%s, and counts all', (_, pledge, isKept, shown, next) => {
    const book = office();
    const answer = recalculate(book.environment, 'all', null, 'menu', pledge, isKept);
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    expect(titleOf(book, '요약')).toContain(`공약 ${shown}`);
    expect(answer.result.overview.pledges).toBe(2);
    expect(answer.result.pledge?.number ?? null).toBe(pledge);
    expect(glanceOf(book)).toEqual({ shown, lines: ['1-1', '1-2'] });
    recalculate(book.environment, 'all', null);
    expect(titleOf(book, '요약')).toContain(`공약 ${next}`);
  });

  it('that makes a report of one pledge computes that one alone, and leaves the sidebar as it is', () => {
    const book = office();
    recalculate(book.environment, 'all', null);
    const kept = book.environment.glances.kept();
    const answer = recalculate(book.environment, 'report', '2024-06-30', 'menu', '1-2');
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    expect(answer.result.pledges.map(({ number }) => number)).toEqual(['1-2']);
    expect(book.plans.at(-1)?.grids.map(({ tab }) => tab)).toEqual(['report']);
    expect(book.plans.at(-1)?.asOf).toBe('2024-06-30');
    expect(book.environment.glances.kept()).toBe(kept);
  });

  it.each([
    ['1-9', "공약번호 '1-9'이(가) 없습니다"],
    ['', "공약번호 ''이(가) 없습니다"],
  ])('refuses the pledge "%s", which is not in the list, and writes nothing', (pledge, said) => {
    const book = office();
    const answer = recalculate(book.environment, 'all', null, 'menu', pledge, true);
    expect(answer).toMatchObject({ status: 'stopped', messages: [expect.stringContaining(said)] });
    expect(book.plans).toEqual([]);
    recalculate(book.environment, 'all', null);
    expect(titleOf(book, '요약')).toContain('공약 1-1');
  });

  it('without a pledge says so in 점검, and the sidebar keeps what it had', () => {
    const book = office();
    recalculate(book.environment, 'all', null);
    const kept = book.environment.glances.kept();
    book.fill('공약목록', '공약번호 | 공약명');
    expect(recalculate(book.environment, 'all', null).status).toBe('stopped');
    expect(book.plans.at(-1)?.grids.map(({ tab }) => tab)).toEqual(['audit']);
    expect(book.environment.glances.kept()).toBe(kept);
    expect(book.rowsOf('실행기록').at(-1)?.기준일).toBe('');
  });

  it('whose 기준일 cannot be read has figures of a day that is asked for', () => {
    const book = office({ pledge: BOOK.pledge.replace('2024. 12. 31.', '언젠가') });
    expect(recalculate(book.environment, 'all', null)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('언젠가')],
    });
    const answer = recalculate(book.environment, 'all', '2024-12-31');
    expect(answer).toMatchObject({
      status: 'done',
      result: { asOf: '2024-12-31', overview: { pledges: 2 } },
    });
  });

  it('is told of a closed month that was edited, at its own pledge', () => {
    const book = office();
    expect(closeLastMonth(book.environment, 'menu')).toMatchObject({ months: ['2024-12'] });
    book.fill('실적기록', `${BOOK.results}\n1-1 | 2024. 10. 5. | 2`);
    const answer = recalculate(book.environment, 'all', null);
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    const edited = answer.result.findings.filter(({ code }) => code === 'past-month-changed');
    expect(edited.map(({ pledge }) => pledge)).toEqual(['1-1']);
  });
});
