/**
 * Checks pledges with any indicators and funding sources independently: LibreOffice computes every figure from the
 * same rows, with formulas that were written from the rules.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../src/app/compute/compute.ts';
import { runResultOf } from '../../src/app/result/run-result.ts';
import { day } from '../support/day.ts';
import { isLibreOfficeMissing } from '../support/formulas/libreoffice-answers.ts';
import { askBudget, askSpans } from '../support/formulas/money-formulas.ts';
import { namedFigures } from '../support/formulas/named-figures.ts';
import { askIndicators } from '../support/formulas/pledge-formulas.ts';
import { pledgeSheets } from '../support/formulas/pledge-sheets.ts';
import { type ComparedBook, compareWithLibreOffice } from '../support/formulas/second-opinion.ts';
import { resultOfOne } from '../support/one-pledge.ts';
import { decidedPledges, ownBook } from './any-office.ts';
import { anyPrecision, dateIn, nameOf, precisionRows, SHOWN_FUNDS, YEARS } from './any-pledge.ts';

const PLEDGES = 30;
const SEED = 20240331;
const TODAY = day('2028-12-31');

/** A pledge in a book of its own, as of a date within its term or after it. */
const anyComparedBook: fc.Arbitrary<ComparedBook> = fc
  .tuple(decidedPledges(1), anyPrecision, dateIn([...YEARS, 2027, 2028]).map(day))
  .map(([{ books, made }, precision, asOf]) => {
    const own = ownBook(made, 0);
    const settings = [...(own.pledge?.rows ?? []), ...precisionRows(precision)];
    const tabs = { ...own, pledge: { name: '공약', rows: settings.filter(([item]) => item !== '분야') } };
    const { report, accounts, findings } = computeReport(tabs, asOf, TODAY);
    if (report === null) throw new Error('nothing was computed');
    const { pledges, budget } = runResultOf(resultOfOne(report, findings, accounts), findings);
    const [{ ratePercent, rateFrom, status, indicators, budget: total } = missing()] = pledges;
    return {
      tabs,
      ours: namedFigures({
        pledge: { ratePercent, rateFrom, status, indicators, budget: { ...total, ...budget } },
      }),
      asks: (ask, rowsOf) => {
        const sheets = pledgeSheets(rowsOf, null);
        const named = (books[0]?.indicators ?? []).map(({ kind }, index) => ({ name: nameOf(index), kind }));
        askIndicators(ask, 'pledge', named, sheets, { asOf, years: YEARS, precision });
        const spending = { asOf, mode: precision.mode };
        askBudget(ask, 'pledge budget', sheets, spending, SHOWN_FUNDS);
        askSpans(ask, 'pledge budget', sheets, spending, SHOWN_FUNDS, YEARS);
      },
    };
  });

function missing(): never {
  throw new Error('there is no pledge');
}

describe.skipIf(isLibreOfficeMissing())('LibreOffice', () => {
  it(`computes the same indicators, rates and fundingSources of ${PLEDGES} pledges`, async () => {
    const known = await compareWithLibreOffice(fc.sample(anyComparedBook, { seed: SEED, numRuns: PLEDGES }));
    expect(known).toBeGreaterThan(1500);
  });
});
