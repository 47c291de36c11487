import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/app/result/run-result.ts';
import { FACILITY } from '../../src/local/samples/facility.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import {
  displayed,
  displayedText,
  facilityDocument,
  hostOf,
  RESULT_TABS,
  RUN_LOG,
  recalculated,
  runAnswer,
  sampleDocument,
} from '../support/running.ts';

/**
 * Every figure of the published sheet of pledge 1-6, and where it must appear. In the JSON: a path, which
 * names list items by their values. On a tab: block > row > column, where one or more cells name the row. `-`
 * means neither.
 */
const FIGURES = `
  2024-03-31 | meetings.cumulative                           | 108      | 소통누적 | 연도별 계획과 실적 > 기준일(2024. 3. 31.) > 누적 실적 | 108
  2024-03-31 | meetings.target                               | 200      | 소통누적 | 연도별 계획과 실적 > 최종목표 > 누적 계획                 | 200
  2024-03-31 | meetings.ratePercent                          | 54       | 소통누적 | 연도별 계획과 실적 > 기준일(2024. 3. 31.) > 이행률    | 54%
  2024-03-31 | meetings.cumulative                           | 108      | 요약     | 이행률 > 54% > 누적 실적                              | 108
  2024-03-31 | meetings.target                               | 200      | 요약     | 소통 누적과 이행률 (회) > 최종목표 > 누적 계획         | 200
  2024-03-31 | meetings.status.suggested                     | 정상추진 | 요약     | 이행률 > 54% > 이행구분                               | 정상추진
  2024-03-31 | meetings.status.chosen                        | null     | 요약     | 이행률 > 숫자로 제안한 것 > 이행구분                  | 숫자로 제안한 것

  2024-03-31 | meetings.years[2022].planned                  | 20       | 소통누적 | 연도별 계획과 실적 > 2022 > 누적 계획                 | 20
  2024-03-31 | meetings.years[2023].planned                  | 50       | 소통누적 | 연도별 계획과 실적 > 2023 > 누적 계획                 | 50
  2024-03-31 | meetings.years[2024].planned                  | 90       | 소통누적 | 연도별 계획과 실적 > 2024 > 누적 계획                 | 90
  2024-03-31 | meetings.years[2025].planned                  | 140      | 소통누적 | 연도별 계획과 실적 > 2025 > 누적 계획                 | 140
  2024-03-31 | meetings.years[2026].planned                  | 200      | 소통누적 | 연도별 계획과 실적 > 2026 > 누적 계획                 | 200
  2024-03-31 | meetings.years[2022].plannedPercent           | 10       | 소통누적 | 연도별 계획과 실적 > 2022 > 계획률                    | 10%
  2024-03-31 | meetings.years[2023].plannedPercent           | 25       | 소통누적 | 연도별 계획과 실적 > 2023 > 계획률                    | 25%
  2024-03-31 | meetings.years[2024].plannedPercent           | 45       | 소통누적 | 연도별 계획과 실적 > 2024 > 계획률                    | 45%
  2024-03-31 | meetings.years[2025].plannedPercent           | 70       | 소통누적 | 연도별 계획과 실적 > 2025 > 계획률                    | 70%
  2024-03-31 | meetings.years[2026].plannedPercent           | 100      | 소통누적 | 연도별 계획과 실적 > 2026 > 계획률                    | 100%
  2024-03-31 | meetings.years[2022].cumulative               | 39       | 소통누적 | 연도별 계획과 실적 > 2022 > 누적 실적                 | 39
  2024-03-31 | meetings.years[2023].cumulative               | 91       | 소통누적 | 연도별 계획과 실적 > 2023 > 누적 실적                 | 91
  2024-03-31 | meetings.years[2024].cumulative               | 108      | 소통누적 | 연도별 계획과 실적 > 2024 > 누적 실적                 | 108
  2024-03-31 | meetings.years[2025].cumulative               | null     | 소통누적 | 연도별 계획과 실적 > 2025 > 누적 실적                 |
  2024-03-31 | meetings.years[2026].cumulative               | null     | 소통누적 | 연도별 계획과 실적 > 2026 > 누적 실적                 |
  2024-03-31 | meetings.years[2022].percent                  | 19       | 소통누적 | 연도별 계획과 실적 > 2022 > 이행률                    | 19%
  2024-03-31 | meetings.years[2023].percent                  | 45       | 소통누적 | 연도별 계획과 실적 > 2023 > 이행률                    | 45%
  2024-03-31 | meetings.years[2024].percent                  | 54       | 소통누적 | 연도별 계획과 실적 > 2024 > 이행률                    | 54%
  2024-03-31 | meetings.years[2025].percent                  | null     | 소통누적 | 연도별 계획과 실적 > 2025 > 이행률                    |
  2024-03-31 | meetings.years[2026].percent                  | null     | 소통누적 | 연도별 계획과 실적 > 2026 > 이행률                    |

  2024-03-31 | meetings.years[2022].held                     | 39       | 소통누적 | 연도별 계획과 실적 > 2022 > 그해 실적                 | 39
  2024-03-31 | meetings.categories[2022 이월].held           | 39       | 소통누적 | 분류별 실적 > 이월 > 2022                             | 39
  2024-03-31 | meetings.years[2023].held                     | 52       | 소통누적 | 연도별 계획과 실적 > 2023 > 그해 실적                 | 52
  2024-03-31 | meetings.categories[2023 시장방문].held       | 1        | 소통누적 | 분류별 실적 > 시장방문 > 2023                         | 1
  2024-03-31 | meetings.categories[2023 동 연두방문].held    | 15       | 소통누적 | 분류별 실적 > 동 연두방문 > 2023                      | 15
  2024-03-31 | meetings.categories[2023 구청장 차담회].held  | 21       | 소통누적 | 분류별 실적 > 구청장 차담회 > 2023                    | 21
  2024-03-31 | meetings.categories[2023 현장방문].held       | 1        | 소통누적 | 분류별 실적 > 현장방문 > 2023                         | 1
  2024-03-31 | meetings.categories[2023 공감소통 정책간담회].held | 13  | 소통누적 | 분류별 실적 > 공감소통 정책간담회 > 2023              | 13
  2024-03-31 | meetings.categories[2023 소통 한마당].held    | 1        | 소통누적 | 분류별 실적 > 소통 한마당 > 2023                      | 1
  2024-03-31 | meetings.years[2024].held                     | 17       | 소통누적 | 연도별 계획과 실적 > 2024 > 그해 실적                 | 17
  2024-03-31 | meetings.categories[2024 시장방문].held       | 1        | 소통누적 | 분류별 실적 > 시장방문 > 2024                         | 1
  2024-03-31 | meetings.categories[2024 동 연두방문].held    | 15       | 소통누적 | 분류별 실적 > 동 연두방문 > 2024                      | 15
  2024-03-31 | meetings.categories[2024 구청장 차담회].held  | 0        | 소통누적 | 분류별 실적 > 구청장 차담회 > 2024                    | 0
  2024-03-31 | meetings.categories[2024 현장방문].held       | 0        | 소통누적 | 분류별 실적 > 현장방문 > 2024                         | 0
  2024-03-31 | meetings.categories[2024 공감소통 정책간담회].held | 1   | 소통누적 | 분류별 실적 > 공감소통 정책간담회 > 2024              | 1
  2024-03-31 | meetings.categories[2024 기타].held           | null     | 소통누적 | 분류별 실적 > 기타 > 2024                             |

  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 구청장 차담회 + 2023 > 단체            | 23
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 구청장 차담회 + 2023 > 인원            | 212
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 현장방문 + 2023 > 개소                 | 2
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 공감소통 정책간담회 + 2023 > 단체      | 13
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 공감소통 정책간담회 + 2023 > 인원      | 411
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 소통 한마당 + 2023 > 단체              | 20
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 소통 한마당 + 2023 > 인원              | 약 130
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 그 가운데 + 인천시장 연두방문 > 인원   | 약 200
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 그 가운데 + 마을로 찾아온 인천시장 방문 > 인원 | 약 70
  2024-03-31 | -                                             |          | 소통누적 | 만난 단체와 사람 > 시장방문 + 2024 > 인원                 | 약 500

  2024-03-31 | suggestions.total                             | 606      | 건의현황 | 출처별 처리상황 > 합계 > 합계                         | 606
  2024-03-31 | suggestions.sources[2023년 동 연두방문].total               | 186  | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 합계       | 186
  2024-03-31 | suggestions.sources[2023년 동 연두방문].statuses.완료       | 96   | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 완료       | 96
  2024-03-31 | suggestions.sources[2023년 동 연두방문].statuses.추진중     | 23   | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 추진중     | 23
  2024-03-31 | suggestions.sources[2023년 동 연두방문].statuses.중장기추진 | 24   | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 중장기추진 | 24
  2024-03-31 | suggestions.sources[2023년 동 연두방문].statuses.추진불가   | 24   | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 추진불가   | 24
  2024-03-31 | suggestions.sources[2023년 동 연두방문].statuses.이송       | 19   | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 이송       | 19
  2024-03-31 | suggestions.sources[2023년 동 연두방문].noStatus            | 0    | 건의현황 | 출처별 처리상황 > 2023년 동 연두방문 > 상태 없음  |
  2024-03-31 | suggestions.sources[2023년 인천시장 연두방문].total             | 14 | 건의현황 | 출처별 처리상황 > 2023년 인천시장 연두방문 > 합계     | 14
  2024-03-31 | suggestions.sources[2023년 인천시장 연두방문].statuses.추진중   | 8  | 건의현황 | 출처별 처리상황 > 2023년 인천시장 연두방문 > 추진중   | 8
  2024-03-31 | suggestions.sources[2023년 인천시장 연두방문].statuses.검토중   | 5  | 건의현황 | 출처별 처리상황 > 2023년 인천시장 연두방문 > 검토중   | 5
  2024-03-31 | suggestions.sources[2023년 인천시장 연두방문].statuses.추진불가 | 1  | 건의현황 | 출처별 처리상황 > 2023년 인천시장 연두방문 > 추진불가 | 1
  2024-03-31 | suggestions.sources[2023년 인천시장 방문].total             | 3   | 건의현황 | 출처별 처리상황 > 2023년 인천시장 방문 > 합계      | 3
  2024-03-31 | suggestions.sources[2023년 인천시장 방문].statuses.추진중   | 1   | 건의현황 | 출처별 처리상황 > 2023년 인천시장 방문 > 추진중    | 1
  2024-03-31 | suggestions.sources[2023년 인천시장 방문].statuses.검토중   | 2   | 건의현황 | 출처별 처리상황 > 2023년 인천시장 방문 > 검토중    | 2
  2024-03-31 | suggestions.sources[2022년 초도방문].total                  | 212 | 건의현황 | 출처별 처리상황 > 2022년 초도방문 > 합계           | 212
  2024-03-31 | suggestions.sources[2022년 초도방문].noStatus               | 212 | 건의현황 | 출처별 처리상황 > 2022년 초도방문 > 상태 없음      | 212
  2024-03-31 | suggestions.sources[2024년 동 연두방문].noStatus            | 186 | 건의현황 | 출처별 처리상황 > 2024년 동 연두방문 > 상태 없음   | 186
  2024-03-31 | suggestions.sources[2024년 인천시장 연두방문].noStatus      | 5   | 건의현황 | 출처별 처리상황 > 2024년 인천시장 연두방문 > 상태 없음 | 5

  2024-03-31 | budget.plannedWon                             | 27000000 | 예산현황 | 연도 > 전체 + 합계 > 투자계획                         | 27,000,000
  2024-03-31 | budget.years[2022 구].plannedWon              | 3000000  | 예산현황 | 연도 > 2022 + 구 > 투자계획                           | 3,000,000
  2024-03-31 | budget.years[2023 구].plannedWon              | 6000000  | 예산현황 | 연도 > 2023 + 구 > 투자계획                           | 6,000,000
  2024-03-31 | budget.years[2024 구].plannedWon              | 6000000  | 예산현황 | 연도 > 2024 + 구 > 투자계획                           | 6,000,000
  2024-03-31 | budget.years[2025 구].plannedWon              | 6000000  | 예산현황 | 연도 > 2025 + 구 > 투자계획                           | 6,000,000
  2024-03-31 | budget.years[2026 구].plannedWon              | 6000000  | 예산현황 | 연도 > 2026 + 구 > 투자계획                           | 6,000,000
  2024-03-31 | budget.executedWon                            | 5700000  | 예산현황 | 연도 > 전체 + 합계 > 집행액                           | 5,700,000
  2024-03-31 | budget.years[2022 구].executedWon             | 1800000  | 예산현황 | 연도 > 2022 + 구 > 집행액                             | 1,800,000
  2024-03-31 | budget.years[2023 구].executedWon             | 3900000  | 예산현황 | 연도 > 2023 + 구 > 집행액                             | 3,900,000
  2024-03-31 | budget.years[2024 구].executedWon             | null     | 예산현황 | 연도 > 2024 + 구 > 집행액                             |
  2024-03-31 | budget.ratePercent                            | 21.1     | 예산현황 | 연도 > 전체 + 합계 > 집행률                           | 21.1%
  2024-03-31 | budget.closedYears.ratePercent                | 63.3     | 예산현황 | 연도 > 2022~2023 > 집행률                             | 63.3%
  2024-03-31 | budget.closedYears.plannedWon                 | 9000000  | 예산현황 | 연도 > 2022~2023 > 투자계획                           | 9,000,000
  2024-03-31 | budget.years[2022 구].ratePercent             | 60       | 예산현황 | 연도 > 2022 + 구 > 집행률                             | 60.0%
  2024-03-31 | budget.years[2023 구].ratePercent             | 65       | 예산현황 | 연도 > 2023 + 구 > 집행률                             | 65.0%

  2023-12-31 | meetings.cumulative                           | 91       | 소통누적 | 연도별 계획과 실적 > 기준일(2023. 12. 31.) > 누적 실적 | 91
  2023-12-31 | meetings.ratePercent                          | 45       | 소통누적 | 연도별 계획과 실적 > 기준일(2023. 12. 31.) > 이행률    | 45%
  2023-12-31 | meetings.years[2022].cumulative               | 39       | 소통누적 | 연도별 계획과 실적 > 2022 > 누적 실적                 | 39
  2023-12-31 | meetings.years[2023].cumulative               | 91       | 소통누적 | 연도별 계획과 실적 > 2023 > 누적 실적                 | 91
  2023-12-31 | meetings.years[2024].cumulative               | null     | 소통누적 | 연도별 계획과 실적 > 2024 > 누적 실적                 |
  2023-12-31 | meetings.years[2022].percent                  | 19       | 소통누적 | 연도별 계획과 실적 > 2022 > 이행률                    | 19%
  2023-12-31 | meetings.years[2023].percent                  | 45       | 소통누적 | 연도별 계획과 실적 > 2023 > 이행률                    | 45%
  2023-12-31 | meetings.years[2024].percent                  | null     | 소통누적 | 연도별 계획과 실적 > 2024 > 이행률                    |
  2023-12-31 | meetings.years[2023].held                     | 52       | 소통누적 | 연도별 계획과 실적 > 2023 > 그해 실적                 | 52
  2023-12-31 | meetings.years[2024].held                     | null     | 소통누적 | 연도별 계획과 실적 > 2024 > 그해 실적                 |
  2023-12-31 | meetings.categories[2023 시장방문].held       | 1        | 소통누적 | 분류별 실적 > 시장방문 > 2023                         | 1
  2023-12-31 | meetings.categories[2023 동 연두방문].held    | 15       | 소통누적 | 분류별 실적 > 동 연두방문 > 2023                      | 15
  2023-12-31 | meetings.categories[2023 구청장 차담회].held  | 21       | 소통누적 | 분류별 실적 > 구청장 차담회 > 2023                    | 21
  2023-12-31 | meetings.categories[2023 현장방문].held       | 1        | 소통누적 | 분류별 실적 > 현장방문 > 2023                         | 1
  2023-12-31 | meetings.categories[2023 공감소통 정책간담회].held | 13  | 소통누적 | 분류별 실적 > 공감소통 정책간담회 > 2023              | 13
  2023-12-31 | meetings.categories[2023 소통 한마당].held    | 1        | 소통누적 | 분류별 실적 > 소통 한마당 > 2023                      | 1
  2023-12-31 | budget.executedWon                            | 5700000  | 예산현황 | 연도 > 전체 + 합계 > 집행액                           | 5,700,000
`;

const RUNS = new Map(['2024-03-31', '2023-12-31'].map((asOf) => [asOf, sampleAsOf(asOf)] as const));

function sampleAsOf(asOf: string) {
  const document = sampleDocument();
  return { document, result: recalculated(document, asOf) };
}

function runAsOf(asOf: string) {
  const run = RUNS.get(asOf);
  if (run === undefined) throw new Error(`no run as of ${asOf}`);
  return run;
}

const CASES = FIGURES.split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [asOf = '', path = '', value = '', tab = '', place = '', shown = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { asOf, path, value, tab, place, shown };
  });

describe('the figures of pledge 1-6', () => {
  it.each(CASES.filter(({ path }) => path !== '-'))('$asOf $path is $value', ({ asOf, path, value }) => {
    expect(String(valueAt(runAsOf(asOf).result, path))).toBe(value);
  });

  it.each(CASES)('$asOf $tab shows "$shown" at $place', ({ asOf, tab, place, shown }) => {
    expect(shownAt(displayed(runAsOf(asOf).document, tab), place)).toBe(shown);
  });

  it('as of 2023-12-31 have nothing of 2024', () => {
    const { document, result } = runAsOf('2023-12-31');
    expect(result.meetings?.categories.filter(({ year }) => year > 2023)).toEqual([]);
    expect(result.suggestions?.sources.filter(({ source }) => source.startsWith('2024'))).toEqual([]);
    expect(displayedText(document, '건의현황')).not.toContain('2024');
  });

  it('as of a date before the first row are zero or blank, and nothing fails', () => {
    const { meetings, suggestions, budget } = recalculated(sampleDocument(), '2022-06-30');
    expect(meetings).toMatchObject({ cumulative: 0, ratePercent: 0 });
    expect(suggestions).toMatchObject({ total: 0, sources: [] });
    expect(budget).toMatchObject({ plannedWon: 27_000_000, executedWon: null, ratePercent: null });
  });

  it('without a given date are as of the date in the settings', () => {
    expect(recalculated(sampleDocument())).toEqual(runAsOf('2024-03-31').result);
  });
});

const FACILITY_RUN = (() => {
  const document = facilityDocument();
  const now = () => new Date('2026-04-02T01:00:00Z');
  runAnswer(hostOf(document, { now }).execute('recalculateAll'));
  return { name: `facility ${FACILITY.asOf}`, document };
})();

/** `npx vitest run -u` rewrites the golden files. Read the difference before committing it. */
describe('a whole tab', () => {
  const tabs = Object.entries(OUTPUT_TABS).filter(([, tab]) => tab === RUN_LOG || RESULT_TABS.includes(tab));
  const runs = [
    ...[...RUNS.keys()].map((asOf) => ({ name: asOf, document: runAsOf(asOf).document })),
    FACILITY_RUN,
  ];
  it.each(
    runs.flatMap(({ name, document }) =>
      tabs.map(([file, tab]) => ({ name, document, tab, file: `${name.replace(' ', '-')}/${file}.txt` })),
    ),
  )('$tab of $name is as in golden/$file', async ({ document, tab, file }) => {
    await expect(displayedText(document, tab)).toMatchFileSnapshot(`golden/${file}`);
  });
});

/**
 * The value at a path such as `a.list[2023 구].b`. List items are named by their first value, or their first
 * two.
 */
function valueAt(result: RunResult, path: string): unknown {
  let value: unknown = result;
  for (const [, member, item] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
    value = member === undefined ? itemNamed(value, item ?? '') : membersOf(value).get(member);
    if (value === undefined) throw new Error(`${path}: there is no ${member ?? item}`);
  }
  return value;
}

function itemNamed(list: unknown, name: string): unknown {
  if (!Array.isArray(list)) throw new Error(`${name} is looked for in no list`);
  const items: readonly unknown[] = list;
  return items.find((item) => {
    const values = [...membersOf(item).values()].map(String);
    return values[0] === name || values.slice(0, 2).join(' ') === name;
  });
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** The text at `block > row > column`. The headings are in the row of the block's title or right below it. */
function shownAt(rows: readonly (readonly string[])[], place: string): string {
  const [block = '', row = '', column = ''] = place.split(' > ');
  const title = rows.findIndex(([first]) => first === block);
  const isHeadings = (rows[title]?.[1] ?? '') !== '';
  const below = rows.slice(isHeadings ? title : title + 1);
  const [headings = [], ...others] = below;
  const names = row.split(' + ');
  const found = others.find((cells) => names.every((name) => cells.includes(name)));
  const index = headings.indexOf(column);
  if (title < 0 || found === undefined || index < 0) throw new Error(`nothing is at ${place}`);
  // A number format may add space at the end of a figure.
  return (found[index] ?? '').trim();
}
