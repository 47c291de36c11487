/** Which tabs of a workbook are read, whose they are, and what the spreadsheet around them is warned of. */
import { describe, expect, it } from 'vitest';
import { foreignZoneFindings, zoneWarning } from '../../src/app/foreign-zone.ts';
import { type Clock, Refused, type Workbook } from '../../src/app/ports.ts';
import { NothingYet, OutOfTime, Stopped } from '../../src/app/stopped-run.ts';
import {
  foreignTabsAmong,
  keepsOffice,
  rawTabs,
  resemblesInput,
  staffTabNames,
  withHiddenRows,
} from '../../src/app/workbook-tabs.ts';
import { rawTab } from '../sheets/fixtures.ts';

/** A workbook with these tabs, of which some are not ours. */
function workbook(tabs: Readonly<Record<string, string>>, foreign: readonly string[] = []): Workbook {
  return {
    read: (names: readonly string[], before?: (name: string) => void) =>
      new Map(
        names.flatMap((name) => {
          before?.(name);
          const table = tabs[name];
          return table === undefined ? [] : [[name, rawTab(name, table)] as const];
        }),
      ),
    foreignTabs: (names: readonly string[]) => names.filter((name) => foreign.includes(name)),
  } as Partial<Workbook> as Workbook;
}

describe('the tabs that are read', () => {
  it('are those that exist, and an optional one only where it holds something', () => {
    const steps: string[] = [];
    const tabs = rawTabs(
      workbook({
        공약: ' ',
        소통기록: '일자 | 분류',
        추진일정: ' | \n | ',
        지표: '지표 | \n | ',
        메모: '가',
      }),
      { step: (name) => void steps.push(name), announce: () => undefined },
    );
    expect(Object.keys(tabs)).toEqual(['pledge', 'indicators', 'meetings']);
    expect(steps).toHaveLength(13);
    expect(steps[0]).toBe('공약 탭 읽기');
  });

  it('are marked where they have hidden rows', () => {
    const tabs = withHiddenRows(
      { meetings: rawTab('소통기록', '일자'), targets: rawTab('연차목표', '연도') },
      new Set(['소통기록', '공약']),
    );
    expect([tabs.meetings?.hidesRows, tabs.targets?.hidesRows]).toEqual([true, undefined]);
  });
});

describe('the names of tabs', () => {
  it.each([
    [['공약', '공약목록'], true],
    [['공약 목록'], true],
    [['공약'], false],
    [[], false],
  ])('%o are of an office: %s', (names, is) => {
    expect(keepsOffice(names)).toBe(is);
  });

  it.each([
    [['소통기룩'], true],
    [['소통기록'], true],
    [['메모'], false],
    // 건의현황 is a result, though it is like 건의사항.
    [['건의현황'], false],
    [[], false],
  ])('%o are like those of tabs to type into: %s', (names, is) => {
    expect(resemblesInput(names)).toBe(is);
  });

  it('are the staff’s where they are no result’s', () => {
    expect(staffTabNames(['공약', '요약', '점검', '메모', '월별기록'])).toEqual(['공약', '메모']);
  });

  it('of results may be taken by tabs that are not ours', () => {
    const taken = foreignTabsAmong(workbook({}, ['점검', '메모']), ['summary', 'audit']);
    expect([...taken]).toEqual(['audit']);
  });
});

describe('another time zone than Korea’s', () => {
  const clock = (zone: string | null) => ({ foreignZone: () => zone }) as Clock;
  it('is told in 점검, and before a question', () => {
    expect(foreignZoneFindings(clock('America/New_York'))).toEqual([
      { problem: { code: 'foreign-time-zone', zone: 'America/New_York' }, place: null },
    ]);
    expect(zoneWarning(clock('America/New_York'))).toMatch(/^⚠ .*America\/New_York.*\n\n$/s);
  });

  it('is not told where it is Korea’s', () => {
    expect([foreignZoneFindings(clock(null)), zoneWarning(clock(null))]).toEqual([[], '']);
  });
});

describe('what stops a run', () => {
  it.each<[string, Error, string]>([
    ['a row that a tab refuses', new Refused('runLog', new Error('보호된 셀')), '실행기록: 보호된 셀'],
    ['one that says something else', new Refused('runLog', '보호된 셀'), '실행기록: 보호된 셀'],
    [
      'the time',
      new OutOfTime('소통기록 탭 읽기', 281),
      "계산을 시작한 지 4분 41초가 지나 '소통기록 탭 읽기' 앞에서 멈췄습니다.",
    ],
    [
      'no tab to read',
      new NothingYet(),
      '적는 탭(공약, 연차목표, 소통기록, 건의사항, 예산계획, 예산집행)이 하나도 없습니다. 메뉴 공약장부 → 설정 → 시트 준비를',
    ],
  ])('%s says so', (_, error, begins) => {
    expect(error.message.slice(0, begins.length)).toBe(begins);
    expect(error instanceof Stopped || error instanceof Refused).toBe(true);
  });

  it('a refusal names its tab and that its figures are unfinished', () => {
    const { refusal } = new Refused('summary', new Error('너무 큼'));
    expect(refusal).toEqual({ tab: 'summary', part: 'figures', reason: '너무 큼' });
  });
});
