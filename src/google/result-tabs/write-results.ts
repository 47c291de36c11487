/** Writes result tabs. A refusal is reported for its tab and never costs the others. */
import type { Refusal } from '../../app/ports.ts';
import type { OutputTab } from '../../sheets/output/tabs.ts';
import { ALL_AT_ONCE, oneByOne, throwOwnBug } from './attempt.ts';
import { type TabToWrite, writeResultTab } from './result-tab.ts';

/**
 * Writes all tabs at once. After a refusal it is unknown what else was written, so each tab is written again
 * on its own, step by step.
 */
export function writeResults(
  tabs: readonly (TabToWrite & { readonly tab: OutputTab })[],
  flush: () => void,
): readonly Refusal[] {
  try {
    for (const tab of tabs) writeResultTab(tab, ALL_AT_ONCE);
    flush();
    return [];
  } catch (error) {
    throwOwnBug(error);
  }
  return tabs.flatMap((tab) => writeAlone(tab, flush) ?? []);
}

/** Writes one tab on its own. Returns null where nothing was refused. */
function writeAlone(tab: TabToWrite & { readonly tab: OutputTab }, flush: () => void): Refusal | null {
  const refusal = (part: Refusal['part'], error: unknown): Refusal => ({
    tab: tab.tab,
    part,
    reason: error instanceof Error ? error.message : String(error),
  });
  let looks: Refusal | null = null;
  try {
    const attempt = oneByOne(flush, (error) => {
      looks ??= refusal('looks', error);
    });
    writeResultTab({ ...tab, isUnsettled: true }, attempt);
    flush();
    return looks;
  } catch (error) {
    throwOwnBug(error);
    return refusal('figures', error);
  }
}
