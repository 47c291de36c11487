import { describe, expect, it } from 'vitest';
import { suggestedStatus } from '../../src/domain/implementation-status.ts';
import { meetingReport } from '../../src/domain/meetings.ts';
import { category, date, indicator, meetings, pledge, targets } from './ledger.ts';

const TEA = category('tea');
const PLAN = `
  2022 |  20
  2023 |  50
  2024 |  90
  2025 | 140
  2026 | 200`;

/** @param held by the pledge's only indicator, or by each of several. */
function statusOf(
  held: number | readonly number[],
  asOf: string,
  stated = pledge(),
  plan = PLAN,
  target: number | null = null,
) {
  const day = date(asOf);
  const measure = { years: [2022, 2023, 2024, 2025, 2026], asOf: day, precision: stated.ratePrecision };
  const reports = [held].flat().map((each) => {
    const log = meetings([TEA], `2022-07-01 | tea | ${each}`);
    return meetingReport(indicator({ target }), log, targets(plan), [], measure);
  });
  return suggestedStatus(reports, stated, day);
}

describe('the implementation status that the figures suggest', () => {
  it.each([
    { held: 108, asOf: '2024-03-31', is: 'onTrack', why: 'above the 50 of 2023' },
    { held: 49, asOf: '2024-03-31', is: 'partial', why: 'below the 50 of 2023' },
    { held: 50, asOf: '2024-03-31', is: 'onTrack', why: 'exactly the 50 of 2023' },
    { held: 50, asOf: '2024-12-30', is: 'onTrack', why: '2024 has not ended' },
    { held: 50, asOf: '2024-12-31', is: 'partial', why: '2024 has ended with 90 planned' },
    { held: 0, asOf: '2022-10-01', is: 'onTrack', why: 'no year has ended yet' },
    { held: 200, asOf: '2024-03-31', is: 'completed', why: 'the final target is met' },
    { held: 201, asOf: '2026-12-31', is: 'completed', why: 'the final target is passed' },
    { held: 199, asOf: '2026-12-31', is: 'partial', why: 'one is missing at the end' },
  ])('is $is with $held held as of $asOf: $why', ({ held, asOf, is }) => {
    expect(statusOf(held, asOf)).toBe(is);
  });

  it.each([
    { held: [200, 201], is: 'completed', why: 'all met their final target' },
    { held: [200, 108], is: 'onTrack', why: 'one has not, and all met the plan of 2023' },
    { held: [200, 49], is: 'partial', why: 'one is below the plan of 2023' },
  ])('of several indicators is $is with $held held: $why', ({ held, is }) => {
    expect(statusOf(held, '2024-03-31')).toBe(is);
  });

  it('is continued after completion if the pledge goes on', () => {
    expect(statusOf(200, '2024-03-31', pledge({ continuing: true }))).toBe('continuedAfterCompletion');
  });

  it('uses the last year with a plan if a closed year has none', () => {
    expect(statusOf(19, '2023-12-31', pledge(), '2022 | 20', 200)).toBe('partial');
    expect(statusOf(20, '2023-12-31', pledge(), '2022 | 20', 200)).toBe('onTrack');
  });

  it.each([
    { held: 5, is: null, why: 'nothing is planned for any year' },
    { held: 100, is: 'completed', why: 'the final target is met all the same' },
  ])('is $is with $held of 100 and no yearly plan: $why', ({ held, is }) => {
    expect(statusOf(held, '2026-12-31', pledge(), '', 100)).toBe(is);
  });

  it.each([
    { finalTarget: null, why: 'there is no target' },
    { finalTarget: 0, why: 'a target of zero says nothing' },
  ])('is left open when $why', ({ finalTarget }) => {
    expect(statusOf(5, '2024-03-31', pledge(), '', finalTarget)).toBeNull();
  });
});
