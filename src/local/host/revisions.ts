/**
 * Numbers the states of what outlives executions, so that two equal states are known without comparing them: the document by its
 * writes, and everything that takes effect at once (properties, triggers, caches, what is shown) by its changes.
 */
export class Revisions {
  /** The revision that the document has. */
  document = 0;
  private issued = 0;
  private others = 0;

  /** A revision that no state of the document had yet. */
  issue(): number {
    this.issued += 1;
    return this.issued;
  }

  /** Something other than the content of the document has changed. */
  touch(): void {
    this.others += 1;
  }

  /** The name of the state with the document at that revision, and everything else as it is. */
  named(document: number): string {
    return `${document}.${this.others}`;
  }
}
