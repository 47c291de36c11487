/** Turns the text of a workbook into the findings that the user sees. */
import { readFileSync } from 'node:fs';
import { rowAccounts } from '../../src/app/compute/row-accounts.ts';
import { longRun, nearlyFull } from '../../src/app/run/capacity.ts';
import type { Clock } from '../../src/domain/admission.ts';
import { audit } from '../../src/domain/audit.ts';
import { brokenChains } from '../../src/domain/audits/plan-changes.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { planInForce } from '../../src/domain/plan-changes/plan-in-force.ts';
import { calculate, type Report } from '../../src/domain/report.ts';
import type { RowAccounts } from '../../src/domain/row-account.ts';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { severityName } from '../../src/sheets/messages.ts';
import { withCommas } from '../../src/sheets/numbers.ts';
import { rowsFoldedAway } from '../../src/sheets/output/records/retired-tab.ts';
import { type ListedFinding, listedFindings } from '../../src/sheets/output/results/listed-finding.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import {
  earlierTabsIn,
  otherNamesIn,
  type Section,
  sizesIn,
  tabNamed,
  tabsOf,
  type WorkbookText,
  workbookText,
} from './workbook-text.ts';

export interface Told {
  readonly report: Report;
  /** Before they are grouped and put into words. */
  readonly found: readonly Finding[];
  readonly findings: readonly ListedFinding[];
  readonly accounts: RowAccounts;
}

export function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

/** The least that a pledge needs, without any findings. */
export const BASE: readonly Section[] = workbookText(textOf('base.txt')).sections;

export function toldOf(workbook: WorkbookText, base: readonly Section[] = BASE): Told {
  // Only writing tabs would find a tab that the add-on did not make. Here the directive `not ours` says that
  // there is one.
  const foreign = workbook.sections
    .filter(({ directives }) => directives.includes('not ours'))
    .map(({ name }): Finding => ({ problem: { code: 'output-tab-not-ours', tabName: name }, place: null }));
  const sizes = sizesIn(workbook);
  const ahead = [...nearlyFull(sizes), ...longRun(sizes, { written: [], closing: false, last: null })];
  const earlier = earlierTabsIn(workbook).flatMap((tab) => rowsFoldedAway(tab) ?? []);
  return told(tabsOf(workbook, base), workbook, [...foreign, ...ahead, ...earlier], otherNamesIn(workbook));
}

export function told(
  tabs: RawTabs,
  clock: Clock,
  others: readonly Finding[] = [],
  tabNames: readonly string[] = [],
): Told {
  const read = readRecords(tabs, tabNames);
  const records = planInForce(read.records, clock.asOf);
  const report = calculate(records, { asOf: clock.asOf, today: clock.today });
  const findings = [
    ...others,
    ...read.findings,
    ...report.findings,
    ...audit(records, report),
    ...brokenChains(read.records, clock.today),
  ];
  return {
    report,
    found: findings,
    findings: listedFindings(findings, read.headings),
    accounts: rowAccounts(read, report),
  };
}

/**
 * The text of the golden files: all messages, then what became of the rows of each tab shown in the workbook.
 */
export function shown({ findings, accounts }: Told, { sections }: WorkbookText): string {
  const messages = findings.map(({ severity, tab, cell, found, what, remedy }) => {
    const place = [tab, cell].filter((part) => part !== '').join(' ');
    return `${severityName(severity)} | ${place} | ${found}\n  ${what}\n  ${remedy}\n`;
  });
  const rows = sections.flatMap(({ name }) => {
    const tab = tabNamed(name);
    if (tab === null) return [];
    const account = accounts[tab];
    return account === undefined
      ? [`${INPUT_TAB_NAMES[tab]}: not read`]
      : [
          `${INPUT_TAB_NAMES[tab]}: ${withCommas(account.read)} read = ${account.counted} counted + ${account.afterAsOf} after + ${account.excluded} excluded + ${account.skipped} skipped`,
        ];
  });
  return `${[...messages, ...rows].join('\n')}\n`;
}
