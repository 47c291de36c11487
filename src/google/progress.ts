/** How far a run has come, for the sidebar: it asks while the run goes on, and the two are executions of their own. */
const KEY = 'pledge-ledger.progress';
/** A run that says nothing for so long has ended, or was ended. */
const SECONDS = 60;

export function keepProgress(text: string): void {
  CacheService.getDocumentCache()?.put(KEY, text, SECONDS);
}

/** null: no run goes on, or it has nothing to tell yet. */
export function keptProgress(): string | null {
  return CacheService.getDocumentCache()?.get(KEY) ?? null;
}
