/** The office sample. Each figure here was worked out by hand from its input. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { computeOffice } from '../../../src/local/commands/preview.ts';
import { resultJson } from '../../../src/local/commands/result-json.ts';
import { recalculateWorkbook, sampleWorkbench } from '../../../src/local/run-workbook.ts';
import { FACILITY_SAMPLE, OFFICE_SAMPLE } from '../../../src/local/samples/samples.ts';
import { copyOf } from '../../../src/local/workbook/document.ts';
import { CODE } from '../../support/bundle.ts';
import { endedHere } from '../../support/command-line.ts';
import { officeDocument, recalculated } from '../../support/running.ts';

const { result } = recalculateWorkbook(sampleWorkbench(CODE, {}, OFFICE_SAMPLE), null);
const MILLION = 1_000_000;

describe('the office sample', () => {
  it('opens in the preview at 총괄, computed; another sample stays as it is', () => {
    const office = sampleWorkbench(CODE, {}, OFFICE_SAMPLE);
    computeOffice(office);
    const shown = office.document.sheets.find(({ id }) => id === office.document.activeSheetId);
    expect([shown?.name, shown?.values[4]?.[0]]).toEqual(['총괄', 24]);
    const facility = sampleWorkbench(CODE, {}, FACILITY_SAMPLE);
    const before = copyOf(facility.document);
    computeOffice(facility);
    expect(facility.document).toEqual(before);
  });

  it('is counted as of its own date, every row of it', () => {
    expect(result.asOf).toBe('2025-12-31');
    const left = Object.entries(result.rows).filter(
      ([, { afterAsOf, excluded }]) => afterAsOf + excluded > 0,
    );
    expect(left).toEqual([]);
    expect(Object.entries(result.rows).map(([tab, { counted }]) => [tab, counted])).toEqual(
      expect.arrayContaining([
        ['공약목록', 24],
        // One row for each pledge but the four of 자체평가.
        ['연차목표', 20],
        ['소통기록', 64],
        ['실적기록', 73],
        ['건의사항', 16],
        ['예산계획', 24],
        ['예산집행', 83],
      ]),
    );
  });

  it('has no error, and a warning for each year that missed its plan by far', () => {
    const told = (severity: string) =>
      result.findings
        .filter((finding) => finding.severity === severity)
        .map(({ code, pledge }) => `${code} ${pledge}`);
    expect(told('error')).toEqual([]);
    expect(told('warning')).toEqual([
      'plan-missed 1-3',
      'plan-missed 2-2',
      'plan-missed 3-1',
      'plan-missed 3-3',
      'plan-missed 3-3',
      'plan-missed 4-6',
    ]);
    expect(new Set(told('notice').map((text) => text.split(' ')[0]))).toEqual(
      new Set(['suggestions-without-status', 'plan-outrun', 'blank-execution']),
    );
  });

  it.each([
    // 누적: 10 + 3 + 5 + 5 + 7 of 30.
    ['1-1', '누적', 30, 30, 100, null, '완료'],
    // 소통: 4 + 8 + 9 + 10 of 40 are 77.5 %; by 2025 30 were planned.
    ['1-2', '소통', 31, 40, 77, null, '정상추진'],
    // 1.5 + 2.5 + 3 + 2 of 12.5 km are 72 %; by 2025 9.4 were planned.
    ['1-3', '누적', 9, 12.5, 72, null, '일부추진'],
    // The last value, one year delayed: 78 of 90 are 86.6 %; by 2025 67.5 were planned.
    ['1-4', '현재값', 78, 90, 86, null, '정상추진'],
    // 150 + 250 + 320 + 510 of 1,200 are 102.5 %.
    ['1-5', '누적', 1230, 1200, 102, null, '완료'],
    ['1-6', '자체평가', 80, 100, 80, null, null],
    // 보류, and 폐기 after 150 + 250 of 1,200.
    ['2-2', '누적', 9, 12.5, 72, '보류', '일부추진'],
    ['3-3', '누적', 400, 1200, 33, '폐기', '일부추진'],
    // One year delayed: 1.5 + 2.5 + 3 of 12.5 km.
    ['4-6', '누적', 7, 12.5, 56, null, '일부추진'],
  ])(
    'has in %s (%s) %s of %s, %s %%, %s, %s',
    (number, kind, value, target, ratePercent, chosen, suggested) => {
      const pledge = result.pledges.find((each) => each.number === number);
      expect(pledge).toMatchObject({
        ratePercent,
        status: { chosen, suggested },
        indicators: [{ kind, value, target, ratePercent }],
      });
    },
  );

  it.each([
    // 구비 5 × 20 and 국비 4 × 40 planned; 4 × 20 × 0.9 and 3 × 20 × 1.7 spent.
    ['1-1', 260, 174, 66.9],
    // 구비 5 × 50 planned, and 4 × 50 × 0.9 spent.
    ['1-3', 250, 180, 72],
    // 구비 5 × 65 planned, and 3 × 65 × 0.9 spent in three years.
    ['1-4', 325, 175.5, 54],
  ])('has for %s %s million planned and %s spent, %s %%', (number, planned, executed, ratePercent) => {
    expect(result.pledges.find((each) => each.number === number)?.budget).toMatchObject({
      plannedWon: planned * MILLION,
      executedWon: executed * MILLION,
      ratePercent,
    });
  });

  it('adds up to this', () => {
    expect(result.overview).toMatchObject({
      pledges: 24,
      statuses: { 완료: 7, 정상추진: 8, 일부추진: 3, 보류: 1, 폐기: 1, 미정: 4 },
      // (515 + 515 + 448 + 499) / 24, where each rate is at most 100.
      meanRatePercent: 82,
      // 7 of 24.
      completedPercent: 29,
      // Of the 20 with a plan, five missed that of 2025: 1-3, 2-2, 3-1, 3-3 and 4-6.
      yearTarget: { reached: 15, of: 20 },
    });
    expect(
      result.overview.fields.map(({ field, pledges, plannedWon, executedWon }) => [
        field,
        pledges,
        (plannedWon ?? 0) / MILLION,
        (executedWon ?? 0) / MILLION,
      ]),
    ).toEqual([
      // 260 + 250 + 325 + 1,040; 174 + 180 + 175.5 + 696.
      ['복지', 6, 1875, 1225.5],
      ['안전', 6, 4770, 2978],
      ['문화', 6, 8355, 5298],
      ['행정', 6, 10_710, 6910.5],
    ]);
    expect(result.overview.departments.map(({ department, pledges }) => [department, pledges])).toEqual([
      ['복지정책과', 3],
      ['보건행정과', 3],
      ['안전총괄과', 6],
      ['문화시설과', 3],
      ['평생교육과', 3],
      ['자치행정과', 6],
    ]);
  });

  it('gives no details of a pledge unless one is asked for', () => {
    expect(result).toMatchObject({ pledge: null, meetings: null, suggestions: null, budget: null });
  });
});

describe('recalc --sample office', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-ledger-office-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...given: readonly string[]) => endedHere(folder, ['recalc', '--sample', 'office', ...given]);

  it('--pledge gives the details of that pledge', async () => {
    const { code, stdout, stderr } = await run('--pledge', '1-2', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({
      pledge: { number: '1-2', name: '어르신 건강 교실' },
      meetings: { cumulative: 31, target: 40, ratePercent: 77 },
    });
    expect(json.pledges).toHaveLength(24);
  });

  it('--pledge with an unknown number ends with 2 and one line that names the nearest', async () => {
    const { code, stdout, stderr } = await run('--pledge', '9-2', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /공약목록 탭에 공약번호 '9-2'이\(가\) 없습니다\. 가장 비슷한 번호는 '.-2'입니다\./,
      ),
    ]);
  });

  it('without --pledge has null for them in a file that shows a pledge, too', () => {
    const document = officeDocument();
    document.documentProperties.set('pledge-ledger.pledge', '1-2');
    const result = recalculated(document);
    expect(result.pledge?.number).toBe('1-2');
    const json = resultJson(result, document, null);
    expect([json.pledge, json.meetings, json.suggestions, json.budget]).toEqual([null, null, null, null]);
    expect(json.tabs.요약).toBeNull();
    expect(resultJson(result, document, '1-2').pledge?.number).toBe('1-2');
  });

  it('without --pledge has null for the details of one pledge', async () => {
    const { code, stdout } = await run('--json');
    expect(code).toBe(0);
    const { pledge, meetings, suggestions, budget } = JSON.parse(stdout);
    expect([pledge, meetings, suggestions, budget]).toEqual([null, null, null, null]);
  });
});
