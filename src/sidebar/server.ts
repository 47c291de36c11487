/** Calls the script. Answers arrive as plain data through `google.script.run`. */
import type { AddNameAnswer } from '../app/add-name.ts';
import type { CompareAnswer } from '../app/months/compare-months.ts';
import type { MonthlyRunAnswer } from '../app/months/monthly-run.ts';
import type { SidebarPledge } from '../app/pledge-glance.ts';
import type { Freshness, JumpAnswer, SidebarAnswer, SidebarState, SidebarTrace } from '../app/sidebar.ts';

/** The functions of `main.ts` that the page calls. An older script may lack some: see {@link knows}. */
interface Script {
  ping(): true;
  sidebarState(): SidebarState;
  /** @param shown id of the run whose figures are shown; blank: none */
  sidebarFreshness(shown: string, withInputs: boolean): Freshness;
  recalculateFromSidebar(asOf: string | null): SidebarAnswer;
  makeReportFromSidebar(asOf: string): SidebarAnswer;
  /** Computes one pledge of an office's book. Writes nothing. */
  pledgeGlance(number: string): SidebarPledge;
  /** Makes the result tabs show this pledge from now on. */
  lookAtPledge(number: string): SidebarAnswer;
  fillSampleFromSidebar(): SidebarAnswer;
  /** Makes the missing tabs. */
  setUpFromSidebar(): SidebarAnswer;
  /** @param aliasOf the listed name that it is an alias of; null: a name of its own */
  addNameFromSidebar(
    kind: string,
    name: string,
    aliasOf: string | null,
    ended: boolean | null,
  ): AddNameAnswer;
  traceSelected(): SidebarTrace;
  jumpTo(tab: string, cell: string): JumpAnswer;
  /** What changed since a closed month; a blank text means the last closed one. */
  compareWithMonth(months: string): CompareAnswer;
  /**
   * @param day 1–28
   * @param hour 0–23
   * @param owner who turns it on, in their own words
   */
  setMonthlyRun(day: number, hour: number, owner: string): MonthlyRunAnswer;
  stopMonthlyRun(): MonthlyRunAnswer;
  /** What the running run is doing; null: it has not reported anything. */
  runProgress(): string | null;
}

export type ScriptFunction = keyof Script;

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  readonly [functionName: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner } } | undefined;

/** Google ends every execution after six minutes, so no answer comes later than this. */
const LONG_CALL_TIMEOUT_MS = 6.5 * 60_000;
/** Limit for calls that do next to nothing. Without an answer by then, they never reached the script. */
const QUICK_CALL_TIMEOUT_MS = 30_000;
const QUICK_CALLS: ReadonlySet<ScriptFunction> = new Set<ScriptFunction>(['ping', 'sidebarState', 'jumpTo']);

/** Thrown when no answer came in time. */
export class LateAnswer extends Error {}

/** Whether the script has this function. The script may be older than the page. */
export function knows(name: ScriptFunction): boolean {
  return typeof google !== 'undefined' && typeof google.script.run[name] === 'function';
}

/** Calls a function of the script. A failure there rejects with an `Error`. */
export function call<Name extends ScriptFunction>(
  name: Name,
  ...values: Parameters<Script[Name]>
): Promise<ReturnType<Script[Name]>> {
  return new Promise((resolve, reject) => {
    if (typeof google === 'undefined') {
      reject(new Error('google.script.run is missing'));
      return;
    }
    const timer = setTimeout(
      () => reject(new LateAnswer()),
      QUICK_CALLS.has(name) ? QUICK_CALL_TIMEOUT_MS : LONG_CALL_TIMEOUT_MS,
    );
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        clearTimeout(timer);
        // Page and script are built together from these types.
        resolve(answer as ReturnType<Script[Name]>);
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    const run = runner[name];
    if (typeof run === 'function') run.apply(runner, values);
    else reject(new Error(`${name} is missing`));
  });
}
