/**
 * The facts of pledge 1-6 as a clerk might paste them. What can be known is right, and contradictions are
 * found.
 */
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/app/result/run-result.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import {
  displayed,
  displayedText,
  hostOf,
  recalculated,
  runAnswer,
  sampleDocument,
} from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';
import { messyDocument, PHONE } from './load-messy.ts';

const document = messyDocument();
const execution = hostOf(document).execute('recalculateAll');
const result = resultOf(document);
const clean = recalculated(sampleDocument());

function resultOf(run: DocumentState, asOf: string | null = null): RunResult {
  return recalculated(run, asOf);
}

function linesOf(table: string): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** `code 탭!칸` of every finding of these severities. */
function found({ findings }: RunResult, ...severities: readonly string[]): readonly string[] {
  return findings
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code, tab, cell }) => `${code} ${tab}!${cell}`);
}

const ALL = ['error', 'warning', 'notice'];

describe('figures that can be known from the messy rows', () => {
  it('are the meetings of the clean sample, by year and by category', () => {
    expect(result.asOf).toBe('2024-03-31');
    expect(result.meetings).toEqual({
      ...clean.meetings,
      // The only difference: somebody typed the 이행구분 here.
      status: { suggested: '정상추진', chosen: '정상추진' },
    });
    expect(result.meetings).toMatchObject({ cumulative: 108, target: 200, ratePercent: 54 });
    expect(result.meetings?.years.map(({ cumulative }) => cumulative)).toEqual([39, 91, 108, null, null]);
  });

  it('are the suggestions of the clean sample, by occasion and status', () => {
    expect(result.suggestions).toEqual(clean.suggestions);
    expect(result.suggestions?.sources.map(({ source, total }) => [source, total])).toEqual([
      ['2022년 초도방문', 212],
      ['2023년 동 연두방문', 186],
      ['2023년 인천시장 연두방문', 14],
      ['2023년 인천시장 방문', 3],
      ['2024년 동 연두방문', 186],
      ['2024년 인천시장 연두방문', 5],
    ]);
  });

  it('are the amounts spent', () => {
    expect(result.budget).toMatchObject({
      executedWon: 5_700_000,
      years: [
        { year: 2022, fundingSource: '구', executedWon: 1_800_000 },
        { year: 2023, fundingSource: '구', executedWon: 3_900_000 },
      ],
      closedYears: { from: 2022, to: 2023, executedWon: 5_700_000 },
    });
  });

  const PEOPLE = linesOf(`
    시장방문      | 2023 | 1  |    |   | 약 270
    구청장 차담회 | 2023 | 21 | 23 |   | 212
    현장방문      | 2023 | 1  |    | 2 |
    소통 한마당   | 2023 | 1  | 20 |   | 약 130
    시장방문      | 2024 | 1  |    |   | 약 500
  `);
  it.each(PEOPLE)('are the groups and people met: %s %s', (...expected) => {
    const row = displayed(document, '소통누적').find(
      ([category, year]) => category === expected[0] && year === expected[1],
    );
    expect(row?.slice(0, 6)).toEqual(expected);
  });

  it('are those of the end of 2023 as well', () => {
    const then = resultOf(messyDocument(), '2023-12-31');
    const cleanThen = recalculated(sampleDocument(), '2023-12-31');
    expect(then.meetings).toEqual({
      ...cleanThen.meetings,
      status: { suggested: cleanThen.meetings?.status.suggested, chosen: '정상추진' },
    });
    expect(then.meetings).toMatchObject({ cumulative: 91, ratePercent: 45 });
    expect(then.suggestions).toEqual(cleanThen.suggestions);
    expect(then.budget?.executedWon).toBe(5_700_000);
  });
});

describe('figures that cannot be known from the messy rows', () => {
  it('the plan, 27 = 3 + 6 + 6 + 6 + 6: its headings are one cell beside its columns, so no row is read', () => {
    expect(result.budget?.plannedWon).toBeNull();
    expect(result.budget?.years.map(({ plannedWon }) => plannedWon)).toEqual([null, null]);
  });

  it('the execution rates, 21.1, 63.3, 60 and 65 %: there is no plan to divide by', () => {
    expect(result.budget?.ratePercent).toBeNull();
    expect(result.budget?.closedYears?.ratePercent).toBeNull();
    expect(result.budget?.years.map(({ ratePercent }) => ratePercent)).toEqual([null, null]);
  });

  it('the 13 groups and 411 people of the policy talks: the rows under them give 89 groups, 3 sites and 79 people, and only they are shown', () => {
    const row = displayed(document, '소통누적').find(
      ([category, year]) => category === '공감소통 정책간담회' && year === '2023',
    );
    expect(row?.slice(2, 6)).toEqual(['13', '89', '3', '79']);
  });
});

describe('after a clerk follows 점검', () => {
  it('with the headings of 예산계획 moved to the right, every figure of the budget is there', () => {
    const mended = messyDocument();
    sheetNamed(mended, '예산계획').values[2]?.unshift('구분');
    const { budget, findings } = resultOf(mended);
    expect(budget).toEqual(clean.budget);
    expect(findings.map(({ code }) => code)).not.toContain('execution-without-plan');
  });

  it('with 정책간담회 moved to the right in 추진일정, its mark after the term is found too', () => {
    const mended = messyDocument();
    sheetNamed(mended, '추진일정').values[7]?.unshift(null);
    const findings = found(resultOf(mended), ...ALL);
    const after = resultOf(mended).findings.find(({ code }) => code === 'mark-after-term');
    expect(after?.message.match(/\([A-Z]+\d+\)/g)).toEqual(['(V4)', '(U6)', '(V7)', '(U8)']);
    expect(findings.filter((finding) => finding.startsWith('unknown-schedule-row'))).toEqual([]);
  });
});

/**
 * What the published sheet of pledge 1-6 gets wrong | the findings that must point at it, or why no cell can
 * show it.
 */
const CONTRADICTIONS = linesOf(`
  stale figure            | stated-figure-differs 공약!B24, stated-figure-differs 공약!B25, subtotal-differs 소통기록!C45
  header one column short | shifted-headings 예산계획!3:3
  shifted row             | shifted-row 추진일정!B8
  count against narrative | people-without-meeting 소통기록!C9
  not derivable           | subtotal-differs 소통기록!D13, subtotal-differs 소통기록!E13, several-numbers 소통기록!E7
  copy-forward            | copied-total 건의사항!C20
  year                    | text-names-another-year 소통기록!G16
  claim against table     | - the claim is a sentence of 수정사항; 건의현황 shows 96 of 186 beside it
  no status at all        | suggestions-without-status 건의사항!D4
  early, off plan         | held-early 소통기록!B39
  missed                  | scheduled-quarter-missed 추진일정!K6
  after the term          | mark-after-term 추진일정!V4
  plan outrun             | plan-outrun 연차목표!A5
  blank or zero           | dash-for-an-amount 예산집행!C6, required-blank 예산집행!C7
  spelling                | misspelt-name 건의사항!D8
  one thing, many names   | - the aliases of 분류 settle it: nothing is left to find, and the figures are one category each
  not one thing           | - two categories in 분류 keep them apart: nothing is left to find, and the figures are never merged
`);

describe('the errors of the published sheet', () => {
  it('are eighteen lines of the reference table, two of which are one line here', () => {
    expect(CONTRADICTIONS).toHaveLength(17);
  });

  it.each(CONTRADICTIONS.filter(([, expected = '']) => !expected.startsWith('- ')))(
    '%s: %s',
    (_, expected = '') => {
      expect(found(result, ...ALL)).toEqual(expect.arrayContaining(expected.split(', ')));
    },
  );

  it('after the term: the fourth mark is in the row that is left out, so no cell under a quarter shows it', () => {
    const after = result.findings.find(({ code }) => code === 'mark-after-term');
    expect(after?.message.match(/\([A-Z]+\d+\)/g)).toEqual(['(V4)', '(U6)', '(V7)']);
  });

  it('count against narrative, and unit: all such cells of the log, in one line', () => {
    const counts = result.findings.find(({ code }) => code === 'people-without-meeting');
    for (const cell of ['C9', 'C10', 'C11', 'C12', 'C15', 'C18']) expect(counts?.message).toContain(cell);
    expect(counts?.message).toContain('횟수는 1인데 찾은 곳은 2개소입니다');
  });

  it('no status at all: all such occasions, in one line', () => {
    const without = result.findings.find(({ code }) => code === 'suggestions-without-status');
    expect(without?.message.match(/\([A-Z]+\d+\)/g)).toEqual(['(D4)', '(D20)', '(D21)']);
  });

  /** The two sides of a contradiction: what was typed, and what the rows add up to. */
  it.each(
    linesOf(`
      공약     | B24 | 91  | 108 | 2023년
      공약     | B25 | 45% | 54% |
      소통기록 | C45 | 91  | 108 |
      소통기록 | D13 | 13  | 92  |
      소통기록 | E13 | 411 | 79  |
      연차목표 | A5  | 90  | 91  | 2023년
      건의사항 | C20 | 186 | 2023년 |
    `),
  )('%s %s says %s and %s %s', (tab, cell, ...parts) => {
    const message = result.findings.find((finding) => finding.tab === tab && finding.cell === cell)?.message;
    for (const part of parts) expect(message).toContain(part);
  });

  it('lead to no message that the rows of a total without rows add up to 0', () => {
    expect(result.findings.find(({ cell }) => cell === 'C45')?.message).not.toContain('더하면 0');
  });

  it('never merge 소통 한마당 (2023) and 기타 (2024)', () => {
    const held = result.meetings?.categories.filter(({ category }) => /^(소통 한마당|기타)$/.test(category));
    expect(held?.map(({ year, category, held: times }) => `${year} ${category} ${times}`)).toEqual([
      '2022 소통 한마당 null',
      '2022 기타 null',
      '2023 소통 한마당 1',
      '2023 기타 null',
      '2024 소통 한마당 null',
      '2024 기타 null',
    ]);
  });

  it('leave no name unknown that is another spelling of a listed one', () => {
    expect(result.findings.filter(({ code }) => code === 'unknown-name')).toEqual([]);
  });
});

describe('errors and warnings', () => {
  it('are these and no others: right totals, and names and dates that can be read, are not among them', () => {
    expect(found(result, 'error', 'warning')).toEqual(
      linesOf(`
        shifted-headings         | 예산계획!3:3
        shifted-row              | 추진일정!B8
        error-value              | 공약!B26
        several-numbers          | 소통기록!E7
        ambiguous-month          | 소통기록!B23
        unit-of-another-kind     | 소통기록!C23
        date-of-a-plan           | 소통기록!B43
        dash-for-an-amount       | 예산집행!C6
        required-blank           | 예산집행!C7
        unknown-schedule-row     | 분류!D7
        stated-figure-differs    | 공약!B24
        stated-figure-differs    | 공약!B25
        subtotal-differs         | 소통기록!D13
        subtotal-differs         | 소통기록!E13
        subtotal-differs         | 소통기록!C45
        execution-without-plan   | 예산집행!C3
        execution-without-plan   | 예산집행!C4
        unknown-setting          | 공약!A11
      `).map((cells) => cells.join(' ')),
    );
  });

  it('15개동 in a count of meetings is left out, with the hint that it contains 15', () => {
    const finding = result.findings.find(({ code }) => code === 'unit-of-another-kind');
    expect(finding?.found).toBe('15개동');
    expect(finding?.message.replace('15개동', '')).toContain('15');
  });
});

describe('totals of totals', () => {
  const log = (totals: string) =>
    ledger({
      소통기록: `
        일자 | 분류 | 횟수
        2022. 9. 1. | 가 | 39
        계 | | 39
        2023. 3. 2. | 나 | 13
        소계 | | 13
        2023. 4. 5. | 다 | 39
        ${totals}`,
    });
  const differing = (totals: string) =>
    recalculated(log(totals)).findings.filter(({ code }) => code === 'subtotal-differs');

  it.each(['계 | | 52', '소계 | | 39\n합계 | | 52', '합계 | | 52\n누계 | | 91', '소계 | | 39\n총계 | | 91'])(
    'that are right are not listed: %j',
    (totals) => {
      expect(differing(totals)).toEqual([]);
    },
  );

  it.each(['계 | | 51', '소계 | | 39\n합계 | | 51', '합계 | | 52\n누계 | | 0', '소계 | | 52'])(
    'that are wrong are listed: %j',
    (totals) => {
      expect(differing(totals)).toHaveLength(1);
    },
  );
});

describe('what is not guessed', () => {
  it('the unit of a dash among amounts', () => {
    expect(result.findings.filter(({ code }) => code === 'mixed-units')).toEqual([]);
  });

  it.each(['2022~2024년', '2022~24년', '2022년 ～ 2024년'])(
    'the year of a day under the title %s',
    (span) => {
      const changed = messyDocument();
      const { values } = sheetNamed(changed, '소통기록');
      values[0]?.splice(0, 1, `소통 추진 실적 (${span})`);
      values[42]?.splice(1, 1, '3/5');
      expect(found(resultOf(changed), 'error')).toContain('date-without-year 소통기록!B43');
    },
  );
});

describe('a whole tab', () => {
  /** `npx vitest run -u` rewrites it. Read the difference before committing it. */
  it('점검 is as in golden/audit.txt', async () => {
    await expect(displayedText(document, '점검')).toMatchFileSnapshot('golden/audit.txt');
  });
});

describe('rows', () => {
  it.each(Object.entries(result.rows))('of %s: none is lost', (_, rows) => {
    expect(rows.counted + rows.afterAsOf + rows.excluded + rows.skipped).toBe(rows.read);
  });

  /** Tab | row of its headings. */
  it.each(
    linesOf(`
      공약     | 4
      연차목표 | 2
      추진일정 | 3
      분류     | 2
      소통기록 | 4
      건의사항 | 3
      예산계획 | 3
      예산집행 | 2
      향후계획 | 2
    `),
  )('of %s: every one below the headings in row %s is read', (tab = '', headings) => {
    expect(result.rows[tab]?.read).toBe(sheetNamed(document, tab).values.length - Number(headings));
  });
});

describe('personal data', () => {
  const outputTabs = document.sheets.slice(messyDocument().sheets.length).map(({ name }) => name);
  const texts = outputTabs.map((tab) => displayedText(document, tab));
  const answer = JSON.stringify([result, runAnswer(execution), execution.toasts]);

  it('is found everywhere', () => {
    const places = found(result, 'notice').filter((finding) => finding.startsWith('personal-data'));
    expect(places).toEqual(['personal-data 소통기록!H40', 'personal-data 건의사항!H12']);
  });

  it('is in no output, whole or without its hyphens', () => {
    expect(outputTabs).toContain('점검');
    for (const text of [...texts, answer]) {
      expect(text).not.toContain(PHONE);
      expect(text).not.toContain(PHONE.replaceAll('-', ''));
      expect(text).not.toMatch(/01[016789]\D?\d{3,4}\D?\d{4}/);
    }
  });
});

describe('the sample itself', () => {
  it('is a new spreadsheet for every caller', () => {
    const changed = messyDocument();
    recalculated(changed);
    expect(messyDocument().sheets.map(({ name }) => name)).toEqual([
      '공약',
      '연차목표',
      '추진일정',
      '분류',
      '소통기록',
      '건의사항',
      '예산계획',
      '예산집행',
      '향후계획',
    ]);
  });

  it('is not changed by a recalculation', () => {
    const before = messyDocument();
    expect(document.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
  });

  it('has what its notation says: merges, a date, an error, a formula, a filter', () => {
    const log = sheetNamed(document, '소통기록');
    expect(log.merges).toContainEqual({ row: 7, column: 2, rows: 6, columns: 1 });
    expect(log.filter).toEqual({ row: 4, column: 1, rows: 43, columns: 8 });
    expect(sheetNamed(document, '추진일정').merges).toContainEqual({
      row: 2,
      column: 3,
      rows: 1,
      columns: 4,
    });
    expect(sheetNamed(document, '공약').values[25]?.[1]).toEqual({ error: '#REF!' });
    expect(sheetNamed(document, '건의사항').formulas.get('11,3')).toBe('=SUM(C6:C8)+24+C10');
    expect(log.values[39]?.[1]).toBe(45352);
  });
});
