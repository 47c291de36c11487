/**
 * Writes wait here, as on the platform, until a flush, a read or the end of the execution:
 * https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush
 */
export class WriteBuffer {
  private pending: (() => void)[] = [];

  /** Adds a write. What can be wrong with it has been said already, at the call. */
  add(write: () => void): void {
    this.pending.push(write);
  }

  /** Carries the writes out, in order. */
  apply(): void {
    const writes = this.pending;
    this.pending = [];
    for (const write of writes) {
      write();
    }
  }

  /** Forgets the writes. */
  discard(): void {
    this.pending = [];
  }
}
