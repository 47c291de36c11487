/** The facility sample. Each figure here was worked out by hand from its input. */
import { describe, expect, it } from 'vitest';
import { recalculateWorkbook, sampleWorkbench } from '../../../src/local/run-workbook.ts';
import { FACILITY_SAMPLE } from '../../../src/local/samples/samples.ts';
import { CODE } from '../../support/bundle.ts';
import { displayed } from '../../support/running.ts';

const workbench = sampleWorkbench(CODE, {}, FACILITY_SAMPLE);
const at = (asOf: string | null) => recalculateWorkbook(workbench, asOf).result;
const atDefault = at(null);

const MILLION = 1_000_000;

describe('the facility sample', () => {
  it('says in 설명 that it is made up', () => {
    const [, ...rows] = displayed(workbench.document, '공약');
    expect(rows.filter(([, , explanation = '']) => explanation.includes('지어'))).toHaveLength(2);
  });

  it('counts every row as of its own date', () => {
    expect(atDefault.asOf).toBe(FACILITY_SAMPLE.asOf);
    const left = Object.entries(atDefault.rows).filter(
      ([, { afterAsOf, excluded }]) => afterAsOf + excluded > 0,
    );
    expect(left).toEqual([]);
  });

  it('has no error and no warning, and these notices', () => {
    expect(atDefault.findings.map(({ severity, code, tab, cell }) => [severity, code, tab, cell])).toEqual([
      ['notice', 'suggestions-without-status', '건의사항', 'G15'],
      ['notice', 'negative-amount', '예산집행', 'C12'],
      ['notice', 'suggestions-open-long', '건의사항', 'B8'],
      ['notice', 'mark-after-term', '추진일정', 'T2'],
    ]);
  });

  it.each([
    // Progress: the last value stated by then, unknown before the first. Shelters: 12 and those added, of 36
    // until the target became 30.
    ['2023-03-31', null, 14, null, 38.8, 38.8],
    // 12 + 2 + 3 + 2 = 19 of 36 is 52.7 %; the mean of 24.8 and 52.77… is 38.7.
    ['2024-06-30', 24.8, 19, 24.8, 52.7, 38.7],
    // 19 + 2 = 21 of 36 is 58.3 %; the mean of 38.6 and 58.33… is 48.4. Then the shelters lose one, and the
    // target becomes 30.
    ['2025-03-13', 38.6, 21, 38.6, 58.3, 48.4],
    ['2025-03-19', 38.6, 20, 38.6, 55.5, 47],
    ['2025-03-20', 38.6, 20, 38.6, 66.6, 52.6],
    // 20 + 3 + 2 + 1 = 26 of 30 is 86.6 %; the mean of 84.7 and 86.66… is 85.6.
    ['2026-03-31', 84.7, 26, 84.7, 86.6, 85.6],
  ])(
    'has as of %s a progress of %s, %s shelters, and rates of %s, %s and %s',
    (asOf, level, sites, first, second, rate) => {
      const [pledge] = at(asOf).pledges;
      expect(pledge?.indicators.map(({ value, ratePercent }) => [value, ratePercent])).toEqual([
        [level, first],
        [sites, second],
      ]);
      expect(pledge?.ratePercent).toBe(rate);
    },
  );

  it('names its indicators in the message after a run', () => {
    const { toasts } = workbench.host.execute('recalculateAll', ['2026-03-31']);
    expect(toasts.map(({ message }) => message)).toEqual([
      '생활문화센터 공정률 84.7% / 100% (84.7%) · 마을쉼터 26개소 / 30개소 (86.6%) · 이행률 85.6% · 건의 14건 · 집행률 82.4% · 오류 0건 · 경고 0건 · 알림 4건',
    ]);
  });

  it('sums what each year added: 2; 3; 2 + 2; −1 + 3 + 2; 1', () => {
    const [, shelters] = atDefault.pledges[0]?.indicators ?? [];
    expect(
      shelters?.years.map(({ year, planned, achieved, value }) => [year, planned, achieved, value]),
    ).toEqual([
      [2022, 14, 2, 14],
      [2023, 17, 3, 17],
      [2024, 20, 4, 21],
      [2025, 25, 4, 25],
      [2026, 30, 1, 26],
    ]);
  });

  it('is 정상추진: both indicators met their plan of 2025', () => {
    expect(atDefault.pledges[0]?.status).toEqual({ chosen: null, suggested: '정상추진' });
  });

  it('has the money of each funding source, in million won', () => {
    const { plannedWon, executedWon, ratePercent, sources } = atDefault.pledges[0]?.budget ?? {};
    expect([plannedWon, executedWon, ratePercent]).toEqual([7000 * MILLION, 5772.45 * MILLION, 82.4]);
    const fundingSources = sources?.map((source) => [
      source.fundingSource,
      (source.plannedWon ?? 0) / MILLION,
      (source.executedWon ?? 0) / MILLION,
    ]);
    expect(new Set(fundingSources)).toEqual(
      new Set([
        // 150 + 600 + 750 + 600 + 84
        ['국비', 2400, 2184],
        // 300 + 362.4 + 285.6
        ['도비', 1200, 948],
        // 420 + 172.5 + 441.8 + 583.25 − 3.25 + 702.3 + 126.4
        ['군비', 3150, 2443],
        // 100 + 97.45
        ['기타', 250, 197.45],
      ]),
    );
    const won = (
      rows: readonly { plannedWon: number | null; executedWon: number | null }[] | null | undefined,
    ) => rows?.map((row) => [row.plannedWon, row.executedWon]);
    expect(won(atDefault.budget?.beforeTerm)).toEqual([[420 * MILLION, 420 * MILLION]]);
    expect(won(atDefault.budget?.afterTerm)).toEqual([
      [75 * MILLION, null],
      [300 * MILLION, null],
    ]);
  });

  it('has fourteen suggestions, with the handling statuses of the office under their names', () => {
    expect(atDefault.pledges[0]?.suggestions).toEqual({
      total: 14,
      noStatus: 1,
      statuses: {
        완료: 2,
        추진중: 1,
        검토중: 1,
        추진예정: 1,
        이송: 1,
        반영: 3,
        부분반영: 1,
        미반영: 1,
        '설계 반영 중': 1,
        향후추진: 1,
      },
    });
  });
});
