/** Pledges with any indicators: their figures follow from their rows, in any order and form of these rows. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../src/app/compute/compute.ts';
import type { PledgeResult } from '../../src/app/result/pledge-result.ts';
import { type RunResult, runResultOf } from '../../src/app/result/run-result.ts';
import { plannedGrids } from '../../src/app/run/plan-writes.ts';
import { exactSum } from '../../src/domain/decimal.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { day } from '../support/day.ts';
import { onePledge, resultOfOne } from '../support/one-pledge.ts';
import { randomRuns } from '../support/random-runs.ts';
import { anyBook, anyDate, type Book, KINDS, nameOf, type Rows, tabsOf, YEARS } from './any-pledge.ts';

const TODAY = '2026-12-31';

function resultOf(tabs: RawTabs, asOf: string, isWritten = false): RunResult {
  const { report, accounts, findings } = computeReport(tabs, day(asOf), day(TODAY));
  if (report === null) throw new Error('nothing was computed');
  if (isWritten) plannedGrids('all', onePledge(report, findings, accounts), findings, new Set());
  return runResultOf(resultOfOne(report, findings, accounts), findings);
}

/** Figures of the pledge without findings, which may differ between forms of a book. */
function figuresOf(tabs: RawTabs, asOf: string): Omit<PledgeResult, 'findings'> {
  const [{ findings: _, ...figures } = missing()] = resultOf(tabs, asOf).pledges;
  return figures;
}

function missing(): never {
  throw new Error('there is no pledge');
}

const sumOf = (numbers: readonly (number | null)[]) => exactSum(numbers.filter((number) => number !== null));

describe('a pledge with any indicators', () => {
  it('is computed and written, its values come from its rows, and its totals are the sums of their parts', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyBook, anyDate, (book, asOf) => {
        const { pledges, budget } = resultOf(tabsOf(book), asOf, true);
        const indicators = pledges[0]?.indicators ?? missing();
        expect(indicators).toHaveLength(book.indicators.length);
        for (const [index, { kind, baseline, results }] of book.indicators.entries()) {
          const { value, years } = indicators[index] ?? missing();
          const counted = results
            .filter(({ date }) => date <= asOf)
            .toSorted((a, b) => (a.date < b.date ? -1 : 1));
          const isSum = kind === '소통' || kind === '누적';
          expect(value).toBe(
            isSum
              ? exactSum([baseline ?? 0, ...counted.map((row) => row.value)])
              : (counted.at(-1)?.value ?? null),
          );
          if (isSum) expect(sumOf([baseline, ...years.map(({ achieved }) => achieved)])).toBe(value);
          seen.add(kind);
        }
        const { sources, plannedWon, executedWon } = pledges[0]?.budget ?? missing();
        expect(sumOf(sources.map((source) => source.plannedWon))).toBe(plannedWon ?? 0);
        expect(sumOf(sources.map((source) => source.executedWon))).toBe(executedWon ?? 0);
        const spans = [...(budget?.beforeTerm ?? []), ...(budget?.years ?? []), ...(budget?.afterTerm ?? [])];
        expect(sumOf(spans.map((span) => span.plannedWon))).toBe(plannedWon ?? 0);
        expect(sumOf(spans.map((span) => span.executedWon))).toBe(executedWon ?? 0);
      }),
      randomRuns(60),
    );
    expect([...seen].toSorted()).toEqual([...KINDS].toSorted());
  });

  it('has the same figures in any order of its results', () => {
    fc.assert(
      fc.property(anyBook, anyDate, fc.infiniteStream(fc.nat()), (book, asOf, lots) => {
        const inOrder = (rows: Rows) =>
          rows
            .map((row) => ({ row, lot: lots.next().value }))
            .toSorted((one, other) => one.lot - other.lot)
            .map(({ row }) => row);
        expect(figuresOf(tabsOf(book, { inOrder }), asOf)).toEqual(figuresOf(tabsOf(book), asOf));
      }),
      randomRuns(60),
    );
  });

  it('has the same figures from a list of targets as from a table of them', () => {
    fc.assert(
      fc.property(anyBook, anyDate, (book, asOf) => {
        expect(figuresOf(tabsOf(book, { targets: 'table' }), asOf)).toEqual(figuresOf(tabsOf(book), asOf));
      }),
      randomRuns(60),
    );
  });
});

describe('a plan that is changed', () => {
  const anyChange = fc.record({
    item: fc.constantFrom('finalTarget', ...YEARS),
    date: anyDate,
    before: fc.integer({ min: 1, max: 100 }),
    after: fc.integer({ min: 1, max: 100 }),
  });

  it('has the old value before the day of the change, and the new one from that day on', () => {
    const sides = { before: 0, after: 0 };
    fc.assert(
      fc.property(anyBook, anyChange, fc.nat(), anyDate, (book, { item, date, before, after }, lot, asOf) => {
        const changeable = [...book.indicators.keys()].filter(
          (index) => book.indicators[index]?.kind !== '자체평가',
        );
        const chosen = changeable[lot % Math.max(1, changeable.length)];
        fc.pre(chosen !== undefined);
        const having = (value: number): Book => ({
          ...book,
          indicators: book.indicators.map((indicator, index) => {
            if (index !== chosen) return indicator;
            return item === 'finalTarget'
              ? { ...indicator, target: value }
              : {
                  ...indicator,
                  plan: indicator.plan.map((planned, at) => (YEARS[at] === item ? value : planned)),
                };
          }),
        });
        const told = item === 'finalTarget' ? '최종목표' : `누적목표 ${item}`;
        const changes = [[{ date: day(date) }, nameOf(chosen), told, before, after]];
        const changed = figuresOf(tabsOf(having(after), { changes }), asOf);
        const isBefore = asOf < date;
        sides[isBefore ? 'before' : 'after'] += 1;
        expect(changed).toEqual(figuresOf(tabsOf(having(isBefore ? before : after)), asOf));
      }),
      randomRuns(60),
    );
    expect(Math.min(sides.before, sides.after)).toBeGreaterThan(12);
  });
});
