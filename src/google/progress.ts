/** The progress of a run, for the sidebar. It asks from an execution of its own while the run goes on. */
const KEY = 'pledge-ledger.progress';
/** A run without a message for this long has ended, or was ended. */
const SECONDS = 60;

export function keepProgress(text: string): void {
  CacheService.getDocumentCache()?.put(KEY, text, SECONDS);
}

/** null: no run goes on, or it has no message yet. */
export function keptProgress(): string | null {
  return CacheService.getDocumentCache()?.get(KEY) ?? null;
}
