/** Measures each step between reading and writing, and the bare pass to compare them with. */

import { rowAccounts } from '../../../src/app/compute/row-accounts.ts';
import { plannedGrids } from '../../../src/app/run/plan-writes.ts';
import { audit } from '../../../src/domain/audit.ts';
import { calculate } from '../../../src/domain/report.ts';
import { readRecords } from '../../../src/sheets/input/read-records.ts';
import { listedFindings } from '../../../src/sheets/output/results/listed-finding.ts';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { onePledge } from '../../support/one-pledge.ts';
import { collectYoungGarbage, median, type Phases, severalTimes, timed, warmUp } from '../measures.ts';
import { AS_OF, TODAY, tabsWith } from '../rows.ts';

export function phasesOf(rows: number, runs: number): Phases {
  const tabs = tabsWith(rows);
  warmUp(() => onePass(tabs));
  const passes = severalTimes(runs, () => onePass(tabs));
  const middle = (of: (pass: Pass) => number) => median(passes.map(of));
  return {
    cells: cellCount(barePass(tabs)),
    barePass: middle((pass) => pass.barePass),
    parse: middle((pass) => pass.parse),
    calculate: middle((pass) => pass.calculate),
    audit: middle((pass) => pass.audit),
    plan: middle((pass) => pass.plan),
    parseCalculateAudit: middle((pass) => pass.parse + pass.calculate + pass.audit),
    findings: middle((pass) => pass.findings),
  };
}

interface Pass {
  readonly barePass: number;
  readonly parse: number;
  readonly calculate: number;
  readonly audit: number;
  readonly plan: number;
  readonly findings: number;
}

function onePass(tabs: RawTabs): Pass {
  collectYoungGarbage();
  const bare = Array.from({ length: BARE_PASSES }, () => timed(() => barePass(tabs)).ms);
  const parse = timed(() => readRecords(tabs));
  const { records, findings: found, headings } = parse.result;
  const report = timed(() => calculate(records, { asOf: AS_OF, today: TODAY }));
  const audited = timed(() =>
    listedFindings([...found, ...report.result.findings, ...audit(records, report.result)], headings),
  );
  const plan = timed(() =>
    plannedGrids(
      'all',
      onePledge(report.result, audited.result, rowAccounts(parse.result, report.result)),
      audited.result,
      new Set(),
    ),
  );
  if (plan.result.length === 0) throw new Error('nothing was planned');
  return {
    barePass: Math.min(...bare),
    parse: parse.ms,
    calculate: report.ms,
    audit: audited.ms,
    plan: plan.ms,
    findings: audited.result.length,
  };
}

/** Enough passes for the loop to be compiled by the last. The fastest counts. */
const BARE_PASSES = 5;

interface CellTypes {
  strings: number;
  numbers: number;
  booleans: number;
  dates: number;
}

/** A lower bound: reading the cells takes at least this much. */
function barePass(tabs: RawTabs): CellTypes {
  const types: CellTypes = { strings: 0, numbers: 0, booleans: 0, dates: 0 };
  for (const { rows } of Object.values(tabs)) {
    for (const row of rows) {
      for (const cell of row) {
        if (typeof cell === 'string') types.strings += 1;
        else if (typeof cell === 'number') types.numbers += 1;
        else if (typeof cell === 'boolean') types.booleans += 1;
        else types.dates += 1;
      }
    }
  }
  return types;
}

function cellCount({ strings, numbers, booleans, dates }: CellTypes): number {
  return strings + numbers + booleans + dates;
}
