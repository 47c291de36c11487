/** The report of a run of the rules, for a tab and for the log. */
import type { LocalRule } from './local-rules.ts';
import type { Outcome } from './run-rules.ts';

const HEADING = ['result', 'rule', 'part', 'expected', 'found', 'basis', 'source', 'ms'] as const;

/** The first cell of a rule's rows. */
const AGREES = 'agrees';
const DIFFERS = 'DIFFERS';
const NOT_RUN = 'not run';
const LOCAL = 'local host only';

/** Example: `75 of 77 rules agree, 2 differ`. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const agreeing = outcomes.filter(({ differences }) => differences?.length === 0).length;
  const left = outcomes.filter(({ differences }) => differences === null).length;
  const differing = outcomes.length - agreeing - left;
  const said = `${agreeing} of ${outcomes.length} rules agree, ${differing} differ`;
  return left === 0 ? said : `${said}, ${left} not run for want of time`;
}

/**
 * The rows of the report: a summary, a heading, and one row for each rule that agrees and for each
 * difference. The last rows are rules that one run cannot show, with the test that covers them.
 */
export function reportRows(outcomes: readonly Outcome[], local: readonly LocalRule[]): (readonly string[])[] {
  const total = outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    [`${summaryOf(outcomes)} (${(total / 1000).toFixed(1)} s)`],
    HEADING,
    ...outcomes.flatMap(rowsOf),
    ...local.map(({ name, source, heldBy }) => [LOCAL, name, '', '', heldBy, source.basis, source.url]),
  ];
}

/** Lines for a person who opens the log instead of the tab: the summary and all that does not agree. */
export function logLines(outcomes: readonly Outcome[]): string[] {
  const differing = outcomes.flatMap(rowsOf).filter(([result]) => result !== AGREES);
  return [summaryOf(outcomes), ...differing.map((row) => row.slice(0, -1).join(' | '))];
}

function rowsOf({ rule: { name, source }, differences, milliseconds }: Outcome): (readonly string[])[] {
  const origin = [source.basis, source.url, String(milliseconds)];
  if (differences === null) return [[NOT_RUN, name, '', '', '', ...origin]];
  if (differences.length === 0) return [[AGREES, name, '', '', '', ...origin]];
  return differences.map(({ part, expected, found }) => [DIFFERS, name, part, expected, found, ...origin]);
}
