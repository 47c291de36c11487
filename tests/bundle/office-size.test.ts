/**
 * What many pledges cost: the same number of service calls as few, and time in proportion to their number.
 */
import { expect, it } from 'vitest';
import { computeBook } from '../../src/app/compute/compute-book.ts';
import { createHost } from '../../src/local/host/host.ts';
import { officeTabsWith } from '../performance/office-rows.ts';
import { documentWith, NOW } from '../performance/rows.ts';
import { CODE } from '../support/bundle.ts';
import { day } from '../support/day.ts';
import { slowdown } from '../support/processor-time.ts';

it('an unchanged run of an office takes few calls, however many pledges and rows it has', () => {
  const transfers = (pledges: number, rows: number) => {
    const host = createHost({
      document: documentWith(officeTabsWith(pledges, rows)),
      code: CODE,
      now: () => NOW,
    });
    expect(host.execute('recalculateAll', ['2025-06-30']).error).toBeNull();
    const { error, calls } = host.execute('recalculateAll', ['2025-06-30']);
    expect(error).toBeNull();
    return calls.transfers;
  };
  const few = transfers(6, 240);
  expect(transfers(60, 2400)).toBe(few);
  expect(few).toBeLessThanOrEqual(60);
});

it('its time is in proportion to pledges and rows', () => {
  const booksOf = new Map([20, 200].map((pledges) => [pledges, officeTabsWith(pledges, 60 * pledges)]));
  const compute = (pledges: number) => {
    const tabs = booksOf.get(pledges) ?? {};
    computeBook(tabs, { requestedAsOf: null, today: day('2027-01-04'), pledge: null });
  };
  // It would be 10 if every pledge were compared with every other.
  expect(slowdown(compute, 20, 200)).toBeLessThan(3);
});
