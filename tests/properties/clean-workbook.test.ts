import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAccounts } from '../../src/app/compute/row-accounts.ts';
import { audit } from '../../src/domain/audit.ts';
import { dayOf, type IsoDate, monthOf, serialOf, yearOf } from '../../src/domain/date.ts';
import { calculate, type Report } from '../../src/domain/report.ts';
import type { RowAccounts } from '../../src/domain/row-account.ts';
import type { InputTab } from '../../src/domain/tabs.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import { listedFindings } from '../../src/sheets/output/results/listed-finding.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { type RawCell, shownDate } from '../../src/sheets/raw.ts';
import { randomRuns } from '../support/random-runs.ts';
import { CATEGORIES, cleanWorkbook, day, OCCASIONS, type Spelling, tabsOf } from './clean-workbook.ts';
import { figuresOffTheirRows, totalsOffTheirParts, valuesOf } from './figures.ts';

function computed(
  tabs: RawTabs,
  asOf: IsoDate,
): { readonly report: Report; readonly accounts: RowAccounts; readonly errors: readonly string[] } {
  const read = readRecords(tabs);
  const report = calculate(read.records, { asOf, today: asOf });
  const findings = [...read.findings, ...report.findings, ...audit(read.records, report)];
  const errors = listedFindings(findings, read.headings).filter(({ severity }) => severity === 'error');
  return { report, accounts: rowAccounts(read, report), errors: errors.map(({ what }) => what) };
}

function withRows(
  tabs: RawTabs,
  tab: InputTab,
  change: (rows: readonly (readonly RawCell[])[]) => readonly (readonly RawCell[])[],
): RawTabs {
  const raw = tabs[tab];
  if (raw === undefined) throw new Error(`no tab ${tab}`);
  const [headings = [], ...rows] = raw.rows;
  return { ...tabs, [tab]: { ...raw, rows: [headings, ...change(rows)] } };
}

const LOGS = ['targets', 'meetings', 'suggestions', 'budgetPlans', 'executions'] as const;

describe('a workbook without errors', () => {
  it('counts every row, and its totals are the sums of their parts', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, (workbook, asOf) => {
        const { report, accounts, errors } = computed(tabsOf(workbook), asOf);
        expect(errors).toEqual([]);
        for (const account of Object.values(accounts)) {
          expect(account).toMatchObject({
            excluded: 0,
            skipped: 0,
            read: account.counted + account.afterAsOf,
          });
        }
        expect(figuresOffTheirRows(report)).toEqual([]);
        expect(totalsOffTheirParts(report)).toEqual([]);
      }),
      randomRuns(100),
    );
  });

  it('has the same figures in any order of its rows', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, fc.infiniteStream(fc.nat()), (workbook, asOf, order) => {
        const tabs = tabsOf(workbook);
        const shuffled = LOGS.reduce(
          (changed, tab) => withRows(changed, tab, (rows) => inOrder(rows, order)),
          tabs,
        );
        expect(valuesOf(computed(shuffled, asOf).report)).toEqual(valuesOf(computed(tabs, asOf).report));
      }),
      randomRuns(100),
    );
  });

  it('has the same figures in any order of its columns', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, fc.infiniteStream(fc.nat()), (workbook, asOf, order) => {
        const tabs = tabsOf(workbook);
        const turned = Object.fromEntries(
          Object.entries(tabs).map(([name, raw]) => {
            const columns = inOrder(raw.rows[0]?.map((_, column) => column) ?? [], order);
            return [
              name,
              { ...raw, rows: raw.rows.map((row) => columns.map((column) => row[column] ?? '')) },
            ];
          }),
        );
        expect(valuesOf(computed(turned, asOf).report)).toEqual(valuesOf(computed(tabs, asOf).report));
      }),
      randomRuns(100),
    );
  });

  it('has the same figures with one more row that is left out, and counts it as left out', () => {
    const bad = fc.constantFrom<{ readonly tab: InputTab; readonly row: readonly RawCell[] }>(
      { tab: 'targets', row: ['이천', 5] },
      { tab: 'meetings', row: ['곧', CATEGORIES[0], 5, '', ''] },
      { tab: 'meetings', row: ['2023. 3. 5.', '체육대회', 5, '', ''] },
      { tab: 'meetings', row: ['2023. 3. 5.', CATEGORIES[0], -5, '', ''] },
      { tab: 'meetings', row: ['2023. 3. 5.', CATEGORIES[0], 5, '', '13개 단체 / 총 411명'] },
      { tab: 'meetings', row: ['2021. 3. 5.', CATEGORIES[0], 5, '', ''] },
      { tab: 'suggestions', row: [901, '2023. 3. 5.', OCCASIONS[0], '', '', '처리함', '', 5] },
      { tab: 'suggestions', row: [901, '2023. 2. 30.', OCCASIONS[0], '', '', '', '', 5] },
      { tab: 'suggestions', row: [901, '2023. 3. 5.', OCCASIONS[0], '', '', '', '#REF!', 5] },
      { tab: 'budgetPlans', row: [2023, '', 5] },
      { tab: 'executions', row: ['2023. 3. 5.', '구', '미정'] },
      { tab: 'executions', row: ['2023. 3. 5.', '', 5] },
    );
    fc.assert(
      fc.property(cleanWorkbook, day, bad, fc.nat(), (workbook, asOf, { tab, row }, at) => {
        const tabs = tabsOf(workbook);
        const more = withRows(tabs, tab, (rows) => rows.toSpliced(at % (rows.length + 1), 0, row));
        const before = computed(tabs, asOf);
        const after = computed(more, asOf);
        expect(valuesOf(after.report)).toEqual(valuesOf(before.report));
        expect(after.accounts[tab]?.excluded).toBe(1);
        expect(after.errors).toHaveLength(1);
      }),
      randomRuns(100),
    );
  });

  it('has the same figures with a receipt number twice: the second row is left out', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, fc.nat(), (workbook, asOf, at) => {
        const tabs = tabsOf(workbook);
        const rows = tabs.suggestions?.rows.slice(1) ?? [];
        const double = rows[at % Math.max(1, rows.length)];
        fc.pre(double !== undefined);
        const more = withRows(tabs, 'suggestions', (all) => [...all, double]);
        expect(valuesOf(computed(more, asOf).report)).toEqual(valuesOf(computed(tabs, asOf).report));
        const before = computed(tabs, asOf).accounts.suggestions;
        const after = computed(more, asOf).accounts.suggestions;
        expect(after?.counted).toBe(before?.counted);
        // A row dated after the as-of date only waits: it is not left out as a duplicate yet.
        expect((after?.excluded ?? 0) + (after?.afterAsOf ?? 0)).toBe((before?.afterAsOf ?? 0) + 1);
      }),
      randomRuns(100),
    );
  });

  it('has the same figures with rows that are not data: blank rows, notes, repeated headings, totals', () => {
    const none = fc.constantFrom<readonly RawCell[]>(
      ['', '', '', '', ''],
      [' ', '\u3000', '', '', ''],
      ['※ 2024년은 3월까지', '', '', '', ''],
      ['일자', '분류', '횟수', '단체수', '참석인원'],
      ['', '합 계', 99, '', ''],
      ['누계', '', 99, '', ''],
    );
    fc.assert(
      fc.property(cleanWorkbook, day, none, fc.nat(), (workbook, asOf, row, at) => {
        const tabs = tabsOf(workbook);
        const more = withRows(tabs, 'meetings', (rows) => rows.toSpliced(at % (rows.length + 1), 0, row));
        expect(valuesOf(computed(more, asOf).report)).toEqual(valuesOf(computed(tabs, asOf).report));
        expect(computed(more, asOf).accounts.meetings?.excluded).toBe(0);
      }),
      randomRuns(100),
    );
  });

  it('has the same figures in any spelling of its cells', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, fc.infiniteStream(fc.nat()), (workbook, asOf, choices) => {
        const spelled = computed(tabsOf(workbook, spelledAnyhow(choices)), asOf);
        expect(spelled.errors).toEqual([]);
        expect(valuesOf(spelled.report)).toEqual(valuesOf(computed(tabsOf(workbook), asOf).report));
      }),
      randomRuns(200),
    );
  });

  it('has totals that never fall as the as-of date advances', () => {
    fc.assert(
      fc.property(cleanWorkbook, day, day, (workbook, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const totalsAt = (asOf: IsoDate) => {
          const { meetings, suggestions, budget } = computed(tabsOf(workbook), asOf).report;
          return [
            meetings?.value.value ?? 0,
            suggestions?.all.total.value ?? 0,
            budget?.total.executed.value ?? 0,
          ];
        };
        const before = totalsAt(earlier);
        totalsAt(later).forEach((total, index) => {
          expect(total).toBeGreaterThanOrEqual(before[index] ?? 0);
        });
      }),
      randomRuns(100),
    );
  });
});

function inOrder<Item>(items: readonly Item[], order: Iterator<number>): readonly Item[] {
  return items
    .map((item) => ({ item, place: Number(order.next().value) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Writes each cell in one of the forms that staff type. `choices` picks the forms in turn. */
function spelledAnyhow(choices: Iterator<number>): Spelling {
  const oneOf = (forms: readonly RawCell[]): RawCell =>
    forms[Number(choices.next().value) % forms.length] ?? '';
  return {
    date: (date) => {
      const [year, month, dayOfMonth] = [yearOf(date), monthOf(date), dayOf(date)];
      return oneOf([
        { date },
        date,
        serialOf(date),
        date.replaceAll('-', ''),
        date.replaceAll('-', '/'),
        shownDate(date),
        `${year}.${month}.${dayOfMonth}`,
        `${year}년 ${month}월 ${dayOfMonth}일`.normalize('NFD'),
        fullWidth(`${year}. ${month}. ${dayOfMonth}.`),
        `'${year - 2000}. ${month}. ${dayOfMonth}.`,
        `\u00a0${year}.\u3000${month}.\u200b${dayOfMonth}.\n`,
        `${shownDate(date)} 14:30`,
      ]);
    },
    year: (year) =>
      oneOf([
        year,
        String(year),
        `${year}년`,
        fullWidth(`${year}`),
        `${year}년도`.normalize('NFD'),
        `'${year - 2000}`,
      ]),
    name: (name) =>
      oneOf([
        name,
        name.normalize('NFD'),
        ` ${name}\u00a0`,
        [...name].join('\u200b'),
        name.replaceAll(' ', ''),
        name.replaceAll(' ', '\u3000'),
        fullWidth(name),
        `${name}(洞)`,
        ...(ALIASED.has(name) ? [`${name}행사`] : []),
      ]),
    count: (number, unit) =>
      oneOf([
        number,
        String(number),
        `${number}${unit}`,
        `${number} ${unit}`.normalize('NFD'),
        fullWidth(`${number}${unit}`),
        `총 ${number}${unit}`,
        number.toLocaleString('en-US'),
        ...(number === 0 ? ['-', '없음', '―'] : []),
      ]),
    thousandWon: (thousand) =>
      oneOf([
        thousand * 1000,
        String(thousand * 1000),
        `${(thousand * 1000).toLocaleString('en-US')}원`,
        `${thousand}천원`,
        `${thousand.toLocaleString('en-US')} 천 원`,
        `${thousand / 1000}백만원`,
        fullWidth(`${thousand}천원`),
      ]),
  };
}

const ALIASED: ReadonlySet<string> = new Set<string>([...CATEGORIES, ...OCCASIONS]);

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
