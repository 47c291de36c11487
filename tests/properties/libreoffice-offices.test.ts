/**
 * Checks books of several pledges independently: LibreOffice computes the figures of each pledge and of 총괄
 * from the same rows, with formulas that were written from the rules.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Book, computeBook, fieldedReports } from '../../src/app/compute/compute-book.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import { overviewOfBook } from '../../src/app/run/plan-writes.ts';
import { overviewOf } from '../../src/domain/overview.ts';
import type { RatePrecision } from '../../src/domain/rate.ts';
import { fundingSourceTotals, inGroups } from '../../src/sheets/output/overview/overview-entries.ts';
import { day } from '../support/day.ts';
import { isLibreOfficeMissing } from '../support/formulas/libreoffice-answers.ts';
import { askBudget } from '../support/formulas/money-formulas.ts';
import { namedFigures } from '../support/formulas/named-figures.ts';
import { askMoneyOfFields, askOverview } from '../support/formulas/overview-formulas.ts';
import { askIndicators } from '../support/formulas/pledge-formulas.ts';
import { pledgeSheets } from '../support/formulas/pledge-sheets.ts';
import { type ComparedBook, compareWithLibreOffice } from '../support/formulas/second-opinion.ts';
import { DEPARTMENTS, decidedPledges, FIELDS, numberOf, officeBook } from './any-office.ts';
import { anyPrecision, dateIn, nameOf, precisionRows, SHOWN_FUNDS, YEARS } from './any-pledge.ts';

const OFFICES = 20;
const SEED = 20240331;
const TODAY = day('2028-12-31');
const NAMES = {
  statuses: ['완료', '이행 후 계속추진', '정상추진', '일부추진', '보류', '폐기', '미정'],
  fields: FIELDS,
  departments: DEPARTMENTS,
};

/** A book of one to five pledges, whose rows stand among each other. */
const anyComparedBook: fc.Arbitrary<ComparedBook> = fc
  .tuple(
    decidedPledges(5),
    fc.infiniteStream(fc.nat(999)),
    anyPrecision,
    dateIn([...YEARS, 2027, 2028]).map(day),
  )
  .map(([{ books, made }, lots, precision, asOf]) => {
    const tabs = {
      ...officeBook(made, lots),
      pledge: { name: '공약', rows: [['항목', '값'], ...precisionRows(precision)] },
    };
    const book = computeBook(tabs, { requestedAsOf: asOf, today: TODAY, pledge: null });
    const { pledges, overview } = runResultOf(book, book.findings);
    return {
      tabs,
      ours: namedFigures({
        pledges: pledges.map(({ number, ratePercent, rateFrom, status, indicators, budget }) => {
          return { number, ratePercent, rateFrom, status, indicators, budget };
        }),
        overview: { ...overview, withoutRate: withoutRate(book) },
        money: moneyShown(book, { mode: precision.mode, digits: 1 }),
      }),
      asks: (ask, rowsOf) => {
        const measuring = { asOf, years: YEARS, precision };
        const asked = books.map(({ indicators }, index) => {
          const figure = `pledges ${numberOf(index)}`;
          const sheets = pledgeSheets(rowsOf, numberOf(index));
          askBudget(ask, `${figure} budget`, sheets, { asOf, mode: precision.mode }, SHOWN_FUNDS);
          const named = indicators.map(({ kind }, at) => ({ name: nameOf(at), kind }));
          return askIndicators(ask, figure, named, sheets, measuring);
        });
        const money = { plans: rowsOf('budgetPlans'), executions: rowsOf('executions') };
        const list = rowsOf('pledgeList');
        askOverview(ask, asked, list, money, measuring, NAMES);
        askMoneyOfFields(ask, 'money', list, money, { asOf, mode: precision.mode }, FIELDS, SHOWN_FUNDS);
      },
    };
  });

/** The number of pledges that 총괄 leaves out of the mean. */
function withoutRate(book: Book): number {
  return overviewOf(fieldedReports(book), book.precision, book.lists).withoutRate;
}

/** What 총괄 shows of the money of each field, by funding source. */
function moneyShown(book: Book, precision: RatePrecision) {
  const { entries } = overviewOfBook(book, book.findings);
  return inGroups(entries, ({ field }) => field).flatMap(([field, own]) =>
    fundingSourceTotals(own, precision).map(({ name, money: { planned, executed, rate } }) => ({
      field,
      fundingSource: name,
      plannedWon: planned.value,
      executedWon: executed.value,
      ratePercent: rate.percent,
    })),
  );
}

describe.skipIf(isLibreOfficeMissing())('LibreOffice', () => {
  it(`computes the same pledges and 총괄 of ${OFFICES} offices`, async () => {
    const known = await compareWithLibreOffice(fc.sample(anyComparedBook, { seed: SEED, numRuns: OFFICES }));
    expect(known).toBeGreaterThan(3000);
  });
});
