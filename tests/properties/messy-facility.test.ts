/**
 * The facility sample as clerks may type and paste it: other spellings, other headings, blank rows in
 * between. Its figures stay the same.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../src/app/compute/compute.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import { INPUT_TABS } from '../../src/domain/tabs.ts';
import { FACILITY } from '../../src/local/samples/facility.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { day } from '../support/day.ts';
import { FACILITY_TABLES } from '../support/facility-tables.ts';
import { resultOfOne } from '../support/one-pledge.ts';
import { randomRuns } from '../support/random-runs.ts';

/** Full-width digits: `２０２５`. */
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const WEEKDAYS = '일월화수목금토';

/** Ways of writing a cell. Each returns a text that it does not apply to unchanged. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => ` ${text} `,
  (text) => (text === '' ? '' : `\u00a0${text}`),
  (text) => text.normalize('NFD'),
  wide,
  ...[
    (year: string, month: string, date: string) =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
    (year: string, month: string, date: string) => `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`,
    (year: string, month: string, date: string) => `${year}년 ${month}월 ${date}일`,
    (year: string, month: string, date: string) => `${year}.${month}.${date}`,
    (year: string, month: string, date: string) => `${year}/${month}/${date}`,
    (year: string, month: string, date: string) =>
      `${year}. ${month}. ${date}.(${WEEKDAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay()]})`,
  ].map((dateOf) => (text: string) => {
    const [, year, month, date] = /^(\d{4})\. (\d+)\. (\d+)\.$/.exec(text) ?? [];
    return year === undefined || month === undefined || date === undefined ? text : dateOf(year, month, date);
  }),
  // Amounts in won, written with a unit, in thousands, with another minus sign, and without commas.
  (text) => (/^△?[\d,]{9,}$/.test(text) ? `${text}원` : text),
  (text) => (/^\d[\d,]{8,}$/.test(text) && text.endsWith(',000') ? `${text.slice(0, -4)}천원` : text),
  (text) => (/^△[\d,]+$/.test(text) ? `-${text.slice(1)}` : text),
  (text) => (/^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text),
];

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  지표: ['지표명'],
  일자: ['날짜', '일 자'],
  값: ['실적', '실적치'],
  접수일: ['접수일자', '접 수 일'],
  처리상황: ['처리결과', '추진상황'],
  재원: ['재원구분'],
  계: ['합계', '소계'],
  기투자: ['기 투자'],
  임기후: ['임기 후'],
  '2024': ['2024년', "'24"],
  집행일: ['지출일자'],
  '금액(원)': ['집행액(원)', '집행금액(원)'],
  당초: ['변경전'],
  변경: ['변경후'],
  단위: ['단 위'],
  이름: ['명칭'],
};

/** Tabs to write differently. 공약, 지표 and 분류 stay, since they define the words that these use. */
const SPELT = ['targets', 'results', 'suggestions', 'budgetPlans', 'executions', 'planChanges'] as const;

const anyMess = fc.infiniteStream(fc.nat());

/** @param lots random numbers that decide the spelling of each cell; null: leave all as they are */
function tabsAs(lots: Iterator<number> | null): RawTabs {
  /** Draws a number below `of`; always the last one if nothing is to change. */
  const lot = (of: number) => (lots === null ? of - 1 : (lots.next().value ?? 0) % of);
  const spelt = (text: string) => (lot(3) === 0 ? (SPELLINGS[lot(SPELLINGS.length)]?.(text) ?? text) : text);
  const named = (heading: string) => {
    const others = HEADINGS[heading] ?? [];
    return lot(2) === 0 ? (others[lot(Math.max(1, others.length))] ?? heading) : heading;
  };
  return Object.fromEntries(
    INPUT_TABS.flatMap((tab) => {
      const [headings, ...rows] = FACILITY_TABLES[tab] ?? [];
      if (headings === undefined) return [];
      const isSpelt = SPELT.some((each) => each === tab);
      const width = headings.length;
      const blank = Array(width).fill('');
      const title = [FACILITY.tabs.find((each) => each.tab === tab)?.title ?? '', ...blank.slice(1)];
      const body = rows.flatMap((row) => [
        ...(isSpelt && lot(8) === 0 ? [blank] : []),
        headings.map((_, column) => (isSpelt ? spelt(row[column] ?? '') : (row[column] ?? ''))),
      ]);
      return [
        [
          tab,
          {
            name: INPUT_TAB_NAMES[tab],
            rows: [
              title,
              ...(isSpelt && lot(2) === 0 ? [blank] : []),
              isSpelt ? headings.map(named) : headings,
              ...body,
            ],
          },
        ],
      ];
    }),
  );
}

function resultOf(tabs: RawTabs, asOf: string) {
  const { report, accounts, findings } = computeReport(tabs, day(asOf), day('2026-12-31'));
  if (report === null) throw new Error('nothing was computed');
  const { pledges, suggestions, budget } = runResultOf(resultOfOne(report, findings, accounts), findings);
  return {
    pledges: pledges.map(({ findings: _, ...figures }) => figures),
    suggestions,
    budget,
    faults: findings
      .filter(({ severity }) => severity !== 'notice')
      .map(({ code, what }) => `${code} ${what}`),
  };
}

describe('the facility sample as clerks type it', () => {
  it('has the same figures', () => {
    const asOfs = ['2024-12-31', FACILITY.asOf];
    const clean = new Map(asOfs.map((asOf) => [asOf, resultOf(tabsAs(null), asOf)]));
    expect(clean.get(FACILITY.asOf)?.pledges[0]?.ratePercent).toBe(85.6);
    const spellings = new Set<string>();
    fc.assert(
      fc.property(anyMess, fc.constantFrom(...asOfs), (lots, asOf) => {
        const tabs = tabsAs(lots);
        for (const raw of Object.values(tabs)) spellings.add(JSON.stringify(raw.rows));
        expect(resultOf(tabs, asOf)).toEqual(clean.get(asOf));
      }),
      randomRuns(80),
    );
    // Each try rewrites six tabs.
    expect(spellings.size).toBeGreaterThan(6 * 60);
  });
});
