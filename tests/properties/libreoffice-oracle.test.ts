/**
 * Checks figures independently: LibreOffice computes them from the same rows with its own SUMIFS and
 * COUNTIFS.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../src/app/compute/row-accounts.ts';
import { type IsoDate, serialOf } from '../../src/domain/date.ts';
import { calculate } from '../../src/domain/report.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { columnRanges, figureFormulas, SUMMED_TABS } from '../support/formulas/figure-formulas.ts';
import { isLibreOfficeMissing, Questions } from '../support/formulas/libreoffice-answers.ts';
import {
  CATEGORIES,
  cleanWorkbook,
  DEPARTMENTS,
  DONGS,
  day,
  OCCASIONS,
  tabsOf,
  YEARS,
} from './clean-workbook.ts';
import { figuresOf } from './figures.ts';

const WORKBOOKS = 8;
const SEED = 20240331;
const NAMES = {
  years: YEARS,
  categories: CATEGORIES,
  occasions: OCCASIONS,
  dongs: DONGS,
  departments: DEPARTMENTS,
};
/** Last row of the ranges. Tabs are shorter; the rows below are blank. */
const LAST_ROW = 200;

interface Question {
  readonly figure: string;
  readonly formula: string;
  readonly ours: number;
}

/** The questions about one workbook: each figure, the rates, and how many rows were counted. */
function questionsOf(
  tabs: RawTabs,
  asOf: IsoDate,
  sheetOf: (tab: keyof RawTabs) => string,
): readonly Question[] {
  const read = readRecords(tabs);
  const report = calculate(read.records, { asOf, today: asOf });
  const accounts = rowAccounts(read, report);
  const figures = figuresOf(report);
  const column = columnRanges(tabs, sheetOf, LAST_ROW);
  const wanted = figureFormulas(column, asOf, NAMES);

  const unasked = [...figures.keys()].filter((name) => !wanted.has(name));
  expect(unasked, 'figures that no formula computes').toEqual([]);
  const sums = [...wanted].map(([figure, formula]) => ({
    figure,
    formula,
    ours: figures.get(figure)?.value ?? 0,
  }));

  const { meetings, budget } = report;
  const cumulative = wanted.get('meetings');
  const rates = [
    {
      figure: 'implementation rate',
      formula: `QUOTIENT(100*${cumulative},${meetings?.target})`,
      ours: meetings?.rate.percent ?? 0,
    },
    {
      figure: 'execution rate',
      formula: `IF(${wanted.get('budget all planned')}>0,QUOTIENT(1000*${wanted.get('budget all executed')},${wanted.get('budget all planned')})/10,0)`,
      ours: budget?.total.rate.percent ?? 0,
    },
  ];
  const counts = ['meetings', 'suggestions', 'executions'] as const;
  return [
    ...sums,
    ...rates,
    ...counts.flatMap((tab) => [
      {
        figure: `rows of ${tab} counted`,
        formula: `COUNTIFS(${column(tab, 'date')},"<=${serialOf(asOf)}")`,
        ours: accounts[tab]?.counted ?? 0,
      },
      {
        figure: `rows of ${tab} after the as-of date`,
        formula: `COUNTIFS(${column(tab, 'date')},">${serialOf(asOf)}")`,
        ours: accounts[tab]?.afterAsOf ?? 0,
      },
    ]),
  ];
}

describe.skipIf(isLibreOfficeMissing())('LibreOffice', () => {
  it(`computes the same figures of ${WORKBOOKS} workbooks`, async () => {
    const workbooks = fc.sample(fc.tuple(cleanWorkbook, day), { seed: SEED, numRuns: WORKBOOKS });
    const asked = new Questions();
    const questions = workbooks.flatMap(([workbook, asOf], index) => {
      const tabs = tabsOf(workbook);
      const nameOf = (tab: keyof RawTabs) => `${tabs[tab]?.name} ${index + 1}`;
      for (const tab of SUMMED_TABS) {
        const raw = tabs[tab];
        if (raw !== undefined) asked.addTab(nameOf(tab), raw);
      }
      return questionsOf(tabs, asOf, nameOf).map((question) => ({
        ...question,
        figure: `${index + 1} ${question.figure}`,
      }));
    });
    for (const { figure, formula } of questions) asked.ask(figure, formula);

    const answers = await asked.answers();
    expect([...answers.values()].filter((answer) => !/^-?\d+(\.\d+)?$/.test(answer))).toEqual([]);
    expect(Object.fromEntries([...answers].map(([figure, answer]) => [figure, Number(answer)]))).toEqual(
      Object.fromEntries(questions.map(({ figure, ours }) => [figure, ours])),
    );
    expect(questions.filter(({ ours }) => ours > 0).length).toBeGreaterThan(500);
  });
});
