/**
 * An independent oracle: LibreOffice computes the same figures from the same rows with its own SUMIFS and COUNTIFS. Every
 * workbook's tabs stand in one file, a formula beside the rows for each figure, so that one run is enough.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseCsv } from 'hucre';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../src/app/row-accounts.ts';
import { firstDayOfYear, type IsoDate, lastDayOfYear, serialOf, yearOf } from '../../src/domain/date.ts';
import { calculate } from '../../src/domain/report.ts';
import { FUNDING_SOURCES, HANDLING_STATUSES } from '../../src/domain/words.ts';
import { createDocument, createSheet } from '../../src/local/host/blank.ts';
import type { CellContent, SheetState } from '../../src/local/host/document.ts';
import { convertWithLibreOffice, findLibreOffice } from '../../src/local/libreoffice.ts';
import { newWorkbook } from '../../src/local/xlsx/index.ts';
import { type RawTabs, readRecords } from '../../src/sheets/input/read-records.ts';
import { fundingSourceName, handlingStatusName } from '../../src/sheets/names.ts';
import { isDateCell, type RawTab } from '../../src/sheets/raw.ts';
import { textKey } from '../../src/sheets/text-key.ts';
import {
  CATEGORIES,
  cleanWorkbook,
  DEPARTMENTS,
  DONGS,
  day,
  ORIGINS,
  tabsOf,
  YEARS,
} from './clean-workbook.ts';
import { figuresOf } from './figures.ts';

const isMissing = findLibreOffice() === null;
const WORKBOOKS = 8;
const SEED = 20240331;
const LONGEST_RUN = 120_000;
const ANSWERS = '답';
const LOGS = ['targets', 'meetings', 'suggestions', 'budgetPlans', 'executions'] as const;

if (isMissing) {
  it('needs LibreOffice', ({ skip }) => {
    if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
    skip('LibreOffice is not installed here: nobody else computes the figures');
  });
}

interface Question {
  readonly figure: string;
  readonly formula: string;
  readonly ours: number;
}

/** A column of a workbook's tab, as a formula names it. */
type Column = (tab: keyof RawTabs, letter: string) => string;

/** A figure for a formula, by the name that `figuresOf` gives it. */
function formulas(column: Column, asOf: IsoDate): ReadonlyMap<string, string> {
  const last = serialOf(asOf);
  const until = `"<=${last}"`;
  const found = new Map<string, string>();
  const sumIfs = (summed: string, ...criteria: readonly string[]) =>
    `SUMIFS(${[summed, ...criteria].join(',')})`;
  const inYear = (dates: string, year: number) => [
    dates,
    `">=${serialOf(firstDayOfYear(year))}"`,
    dates,
    `"<=${Math.min(last, serialOf(lastDayOfYear(year)))}"`,
  ];
  const named = (column: string, name: string | null) => [column, name === null ? '"="' : `"=${name}"`];

  const [held, category, times] = ['A', 'B', 'C'].map((letter) => column('meetings', letter));
  const dates = held ?? '';
  found.set('meetings', sumIfs(times ?? '', dates, until));
  for (const year of YEARS) {
    found.set(
      `meetings ${year} planned`,
      sumIfs(column('targets', 'B'), column('targets', 'A'), `"=${year}"`),
    );
    found.set(`meetings ${year} held`, sumIfs(times ?? '', ...inYear(dates, year)));
    // A year after the as-of date has no cumulative figure yet.
    const upToYear = `"<=${Math.min(last, serialOf(lastDayOfYear(year)))}"`;
    found.set(
      `meetings ${year} cumulative`,
      year > yearOf(asOf) ? '0' : sumIfs(times ?? '', dates, upToYear),
    );
    for (const name of CATEGORIES) {
      const of = [...inYear(dates, year), ...named(category ?? '', name)];
      const key = `meetings ${year} named ${textKey(name)}`;
      found.set(`${key} held`, sumIfs(times ?? '', ...of));
      found.set(`${key} groups`, sumIfs(column('meetings', 'D'), ...of));
      found.set(`${key} attendees`, sumIfs(column('meetings', 'E'), ...of));
    }
  }

  const [received, origin, dong, department, status, handled, pieces] = [
    'B',
    'C',
    'D',
    'E',
    'F',
    'G',
    'H',
  ].map((letter) => column('suggestions', letter));
  const breakdown = (name: string, of: readonly string[]) => {
    const all = (...criteria: readonly string[]) => sumIfs(pieces ?? '', ...of, ...criteria);
    const later = [handled ?? '', `">${last}"`];
    found.set(`${name} total`, all());
    found.set(`${name} unknown then`, all(...later));
    for (const [key, text] of [
      ...HANDLING_STATUSES.map((one) => [one, handlingStatusName(one)] as const),
      ['no status', null] as const,
    ]) {
      const of = named(status ?? '', text);
      found.set(`${name} ${key}`, `${all(...of)}-${all(...of, ...later)}`);
    }
  };
  breakdown('suggestions', [received ?? '', until]);
  for (const name of ORIGINS) {
    for (const year of YEARS) {
      breakdown(`origin ${year} ${textKey(name)}`, [
        ...inYear(received ?? '', year),
        ...named(origin ?? '', name),
      ]);
    }
  }
  for (const name of [...DONGS, null]) {
    breakdown(`dong ${textKey(name ?? '?')}`, [received ?? '', until, ...named(dong ?? '', name)]);
  }
  for (const name of [...DEPARTMENTS, null]) {
    breakdown(`department ${textKey(name ?? '?')}`, [
      received ?? '',
      until,
      ...named(department ?? '', name),
    ]);
  }

  const planned = (...criteria: readonly string[]) =>
    `1000000*${sumIfs(column('budgetPlans', 'C'), ...criteria)}`;
  const executed = (...criteria: readonly string[]) => sumIfs(column('executions', 'C'), ...criteria);
  const [planYear, planSource] = ['A', 'B'].map((letter) => column('budgetPlans', letter));
  const [spentOn, spentFrom] = ['A', 'B'].map((letter) => column('executions', letter));
  for (const year of YEARS) {
    const ofPlan = [planYear ?? '', `"=${year}"`];
    const ofLog = inYear(spentOn ?? '', year);
    found.set(`budget ${year} planned`, planned(...ofPlan));
    found.set(`budget ${year} executed`, executed(...ofLog));
    for (const source of FUNDING_SOURCES) {
      const name = fundingSourceName(source);
      found.set(`budget ${year} ${source} planned`, planned(...ofPlan, ...named(planSource ?? '', name)));
      found.set(`budget ${year} ${source} executed`, executed(...ofLog, ...named(spentFrom ?? '', name)));
      found.set(`budget all ${source} planned`, planned(...named(planSource ?? '', name)));
      found.set(
        `budget all ${source} executed`,
        executed(spentOn ?? '', until, ...named(spentFrom ?? '', name)),
      );
    }
  }
  found.set('budget all planned', planned(planYear ?? '', '">0"'));
  found.set('budget all executed', executed(spentOn ?? '', until));
  return found;
}

/** What is asked about one workbook: every figure, its rates, and how many rows were counted. */
function questionsOf(
  tabs: RawTabs,
  asOf: IsoDate,
  sheetOf: (tab: keyof RawTabs) => string,
): readonly Question[] {
  const read = readRecords(tabs);
  const report = calculate(read.records, { asOf, today: asOf });
  const accounts = rowAccounts(read, report);
  const figures = figuresOf(report);
  const column: Column = (tab, letter) => `'${sheetOf(tab)}'!$${letter}$2:$${letter}$200`;
  const wanted = formulas(column, asOf);

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
  const counts = [
    { tab: 'meetings', dates: 'A' },
    { tab: 'suggestions', dates: 'B' },
    { tab: 'executions', dates: 'A' },
  ] as const;
  return [
    ...sums,
    ...rates,
    ...counts.flatMap(({ tab, dates }) => [
      {
        figure: `rows of ${tab} counted`,
        formula: `COUNTIFS(${column(tab, dates)},"<=${serialOf(asOf)}")`,
        ours: accounts[tab]?.counted ?? 0,
      },
      {
        figure: `rows of ${tab} after the as-of date`,
        formula: `COUNTIFS(${column(tab, dates)},">${serialOf(asOf)}")`,
        ours: accounts[tab]?.afterAsOf ?? 0,
      },
    ]),
  ];
}

function sheetOf(id: number, name: string, raw: RawTab): SheetState {
  const values = raw.rows.map((row) =>
    row.map((cell): CellContent => (isDateCell(cell) ? serialOf(cell.date) : cell === '' ? null : cell)),
  );
  return { ...createSheet(id, name), values };
}

describe.skipIf(isMissing)('LibreOffice', () => {
  it(
    `computes the same figures of ${WORKBOOKS} workbooks`,
    async () => {
      const workbooks = fc.sample(fc.tuple(cleanWorkbook, day), { seed: SEED, numRuns: WORKBOOKS });
      const sheets: SheetState[] = [];
      const questions = workbooks.flatMap(([workbook, asOf], index) => {
        const tabs = tabsOf(workbook);
        const nameOf = (tab: keyof RawTabs) => `${tabs[tab]?.name} ${index + 1}`;
        for (const tab of LOGS) {
          const raw = tabs[tab];
          if (raw !== undefined) sheets.push(sheetOf(sheets.length, nameOf(tab), raw));
        }
        return questionsOf(tabs, asOf, nameOf).map((question) => ({
          ...question,
          figure: `${index + 1} ${question.figure}`,
        }));
      });
      // Old results on purpose: whoever does not calculate shows -1.
      sheets.push({
        ...createSheet(sheets.length, ANSWERS),
        values: questions.map(({ figure }) => [figure, -1]),
        formulas: new Map(questions.map(({ formula }, row) => [`${row + 1},2`, `=${formula}`])),
      });

      const answers = await answersOf({ ...createDocument({ sheets: [] }), sheets });
      expect([...answers.values()].filter((answer) => !/^-?\d+(\.\d+)?$/.test(answer))).toEqual([]);
      expect(Object.fromEntries([...answers].map(([figure, answer]) => [figure, Number(answer)]))).toEqual(
        Object.fromEntries(questions.map(({ figure, ours }) => [figure, ours])),
      );
      expect(questions.filter(({ ours }) => ours > 0).length).toBeGreaterThan(500);
    },
    LONGEST_RUN,
  );
});

/** What LibreOffice shows beside each label of the sheet of answers. */
async function answersOf(document: Parameters<typeof newWorkbook>[0]): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-oracle-'));
  try {
    const file = join(folder, 'oracle.xlsx');
    writeFileSync(file, await newWorkbook(document));
    const written = await convertWithLibreOffice(file, 'csv', join(folder, 'csv'));
    const path = written.find((name) => name.endsWith(`-${ANSWERS}.csv`)) ?? '';
    const rows = parseCsv(readFileSync(path, 'utf8'), { delimiter: ',' });
    return new Map(rows.map(([figure, answer]) => [String(figure ?? ''), String(answer ?? '')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
