/** Undoing a closing, and continuing with broken records, broken off anywhere. */
import { describe, expect, it } from 'vitest';
import { copyOf, type HostState } from '../../src/local/host/host.ts';
import { everyBreakOff, hostStateOf, stateOf, tallyOf } from '../support/broken-off.ts';
import { hostOf, lastRun, recalculated, rowsByHeading } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';
import { ON_RECORDS } from './actions.ts';

const NOW = () => new Date('2024-02-02T01:00:00Z');
const RECORDS = '월별기록';

function succeed(state: HostState, functionName: string, args: readonly unknown[] = []): HostState {
  const host = hostOf(copyOf(state.document), { ...stateOf(state), now: NOW });
  const { error } = host.execute(functionName, args);
  if (error !== null) throw error;
  return { document: host.document, triggers: [...host.triggers], caches: state.caches };
}

/** A state with two closed months. */
function closed(): HostState {
  const document = ledger();
  for (const day of ['2024-01-02', '2024-02-02']) {
    const { error } = hostOf(document, { now: () => new Date(`${day}T01:00:00Z`) }).execute('closeMonth');
    if (error !== null) throw error;
  }
  return hostStateOf(document);
}

const rowsOf = ({ document }: HostState) =>
  rowsByHeading(document, RECORDS).map(({ 월, 구분 }) => `${월} ${구분}`.trim());
const codesOf = ({ document }: HostState) => recalculated(copyOf(document)).findings.map(({ code }) => code);

describe.each(ON_RECORDS.slice(0, 2))('$functionName', (action) => {
  it('broken off anywhere leaves the month closed or open, and can be repeated', () => {
    const start = closed();
    const breakOffs = everyBreakOff(start, action, NOW);
    expect(breakOffs.points).toBeGreaterThan(20);
    for (const { how, number, call, state } of breakOffs.remainders) {
      const where = `${how} call ${number}, ${call}`;
      expect(rowsOf(state()).slice(0, 2), where).toEqual(['2023-12', '2024-01']);
      const codes = codesOf(state());
      expect(codes, where).not.toContain('records-broken');
      expect(codes, where).not.toContain('records-adopted');
      const again = succeed(succeed(state(), 'undoLastClosing', ['2024-01']), 'recalculateAll');
      expect(rowsOf(again), where).toEqual(['2023-12', '2024-01', '2024-01 마감 취소']);
      expect(lastRun(again.document).결과, where).toMatch(/^마침/);
      expect(rowsOf(succeed(again, 'closeMonth')).at(-1), where).toBe('2024-01');
    }
    console.log(tallyOf(action.functionName, breakOffs));
  });
});

describe.each(ON_RECORDS.slice(2))('$functionName', (action) => {
  it('broken off anywhere leaves the loss reported or accepted, and can be repeated', () => {
    const start = closed();
    sheetNamed(start.document, RECORDS).values.splice(1, 1);
    const breakOffs = everyBreakOff(start, action, NOW);
    expect(breakOffs.points).toBeGreaterThan(20);
    for (const { how, number, call, state } of breakOffs.remainders) {
      const where = `${how} call ${number}, ${call}`;
      expect(rowsOf(state()), where).toEqual(['2024-01']);
      const again = succeed(succeed(state(), 'askToContinueRecords'), 'recalculateAll');
      expect(codesOf(again), where).not.toContain('records-broken');
      expect(
        rowsByHeading(again.document, '실행기록')
          .map((row) => row.결과)
          .join(),
        where,
      ).toContain('없어진 행 1번');
    }
    console.log(tallyOf(action.functionName, breakOffs));
  });
});
