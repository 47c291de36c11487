/** One run: reads the input tabs, computes, plans every write, and only then writes. */
import { APPENDED_TABS, type OutputTab } from '../../sheets/output/tabs.ts';
import { stopped } from '../answers.ts';
import type { Environment, Refusal } from '../ports.ts';
import { Stopped } from '../stopped-run.ts';
import { foreignTabsAmong, keepsOffice } from '../workbook-tabs.ts';
import { plannedRun, type RunOrder } from './plan-run.ts';
import { tabsOfScope } from './plan-writes.ts';
import { outcomeOf, type RunAnswer } from './run-answer.ts';
import { runLine } from './run-line.ts';
import { RUN_LOG_LAYOUT } from './run-log.ts';
import { chooseShownPledge } from './shown-pledge.ts';

/**
 * Does one run; the caller holds the lock. If anything breaks it off, 실행기록 says how far it came, and no
 * unfinished tab looks finished.
 */
export function run(environment: Environment, order: RunOrder): RunAnswer {
  const { workbook, glances } = environment;
  const foreign = foreignTabsAmong(workbook, [
    ...tabsOfScope(order.scope, keepsOffice(workbook.tabNames())),
    ...APPENDED_TABS,
  ]);
  const log = foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT);
  const line = runLine(environment, order, log);
  try {
    const planned = plannedRun(environment, order, foreign, line, log);
    const { plan, appendRecords, reportOf, guarded, pledge } = planned;
    const unlogged = line.begin(plan.grids.map(({ tab }) => tab));
    const marked = unlogged === null ? plan : { ...plan, unfinished: null };
    // The choice is stored before the tabs are written. If this run breaks off, the next one writes the tabs
    // for the same pledge.
    if (order.isKept === true && pledge !== null) chooseShownPledge(environment.documentNotes, pledge);
    const results = workbook.write(marked);
    guarded.storeFirstGuards();
    const first = [unlogged ?? [], results, appendRecords()].flat();
    // Findings about refused writes are only known now, so the tabs that list findings are written again.
    const again =
      first.length === 0
        ? []
        : workbook.write({ ...marked, grids: reportOf(first).grids.filter(({ tab }) => LISTING.has(tab)) });
    const { answer, glance } = reportOf([...first, ...again.filter((refusal) => !isAmong(first, refusal))]);
    if (glance !== null) glances.keep(JSON.stringify(glance(line.seconds())));
    line.end(outcomeOf(answer, guarded.takenOver), tabsWithoutFigures([...results, ...again]));
    workbook.flush();
    // Properties take effect at once, so they are stored only after the rows are there.
    guarded.storeGuards();
    return answer;
  } catch (error) {
    line.breakOff(error);
    if (error instanceof Stopped) return stopped(error.message);
    throw error;
  }
}

/** The tabs that list findings. */
const LISTING: ReadonlySet<OutputTab> = new Set(['summary', 'audit']);

function isAmong(refusals: readonly Refusal[], { tab, part }: Refusal): boolean {
  return refusals.some((refusal) => refusal.tab === tab && refusal.part === part);
}

function tabsWithoutFigures(refusals: readonly Refusal[]): readonly OutputTab[] {
  return [...new Set(refusals.flatMap(({ tab, part }) => (part === 'figures' ? [tab] : [])))];
}
