/** Buffers the writes of an execution and numbers the states of the document. */
import { copyOf, type DocumentState, type SheetState } from '../workbook/document.ts';
import { type Changed, LiveFormulas, recalculate } from '../workbook/live-formulas.ts';

/**
 * Numbers the states of everything that outlives executions, so equal states are recognized without comparing
 * them. The document is numbered by its writes; the rest (properties, triggers, caches, what is shown) by a
 * count of changes.
 */
export class Revisions {
  /** The current revision of the document. */
  document = 0;
  #issued = 0;
  #others = 0;

  /** Returns a revision number that no state of the document has had. */
  issue(): number {
    this.#issued += 1;
    return this.#issued;
  }

  /** Records a change to anything other than the document's content. */
  touch(): void {
    this.#others += 1;
  }

  /** The name of the state with the document at this revision and everything else as it is now. */
  named(document: number): string {
    return `${document}.${this.#others}`;
  }
}

/** A change to a document: the live one, or a copy that shows the effect. */
export type DocumentChange = (document: DocumentState) => void;

/**
 * The writes of one execution to the document, in the order of the calls. As on the platform, most wait until
 * a flush, a read or the end of the execution:
 * https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush
 *
 * - {@link add} and {@link addTo} delay writes that return nothing: values, formulas, notes, formats, rules,
 *   merges, clearing, sizes, frozen and hidden lines, tab colours, conditional formats, new metadata.
 * - {@link now} applies at once what the script gets a result from, or what later calls are checked against:
 *   inserting, deleting, renaming, moving and hiding sheets, inserting and deleting lines, charts,
 *   protection, changed metadata, time zone and locale. It applies the pending writes first, so writes keep
 *   their order.
 * - {@link show} changes what a person sees, the shown sheet and the selection. It acts at once and outside
 *   this order.
 */
export class WriteBuffer {
  readonly #document: DocumentState;
  readonly #revisions: Revisions;
  readonly #formulas: LiveFormulas;
  /** The revision for which the live formulas are computed; null before the first time. */
  #upToDate: number | null = null;
  #pending: { readonly change: DocumentChange; readonly sheet: number | null }[] = [];
  /**
   * `revision`: the document's revision once the pending writes are applied. `after`: the revision of the
   * document when that number was issued.
   */
  #next = { revision: 0, after: 0 };

  constructor(document: DocumentState, revisions: Revisions) {
    this.#document = document;
    this.#revisions = revisions;
    this.#formulas = new LiveFormulas(document);
  }

  /** Adds a write that changes no cells. Invalid arguments must be reported before, at the call. */
  add(change: DocumentChange): void {
    this.#enqueue(change, null);
  }

  /** Adds a write to one sheet. It has no effect if the sheet is deleted before the write is applied. */
  addTo({ id }: SheetState, change: (sheet: SheetState) => void): void {
    this.#enqueue(({ sheets }) => {
      const sheet = sheets.find((candidate) => candidate.id === id);
      if (sheet !== undefined) change(sheet);
    }, id);
  }

  /** Applies the pending writes in order. */
  apply(): void {
    if (this.#pending.length > 0) {
      const revision = this.#revisionWhenApplied();
      const pending = this.#pending;
      this.#pending = [];
      const sheets = pending.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
      this.#carryOut(
        pending.map(({ change }) => change),
        sheets.length === 0 ? 'no cells' : new Set(sheets),
        revision,
      );
    }
  }

  /** Applies the pending writes, then this one. `changed` says which cells it may have changed. */
  now(change: DocumentChange, changed: Changed = 'every sheet'): void {
    this.apply();
    this.#carryOut([change], changed, this.#revisions.issue());
  }

  /** Changes what a person sees of the document, not its content. */
  show(change: DocumentChange): void {
    change(this.#document);
    this.#revisions.touch();
  }

  /** Drops the pending writes. */
  discard(): void {
    this.#pending = [];
  }

  /** Recomputes the live formulas if anything but this execution may have changed the cells they read. */
  refresh(): void {
    if (this.#upToDate !== this.#revisions.document) {
      this.#formulas.update('every sheet');
      this.#upToDate = this.#revisions.document;
    }
  }

  /** The revision that the state would have with the pending writes discarded or applied. */
  revisionWith(writes: 'discarded' | 'applied'): string {
    return this.#revisions.named(
      writes === 'applied' ? this.#revisionWhenApplied() : this.#revisions.document,
    );
  }

  /**
   * Copies the document with the pending writes discarded or applied. The document itself does not change.
   */
  copy(writes: 'discarded' | 'applied'): DocumentState {
    const copy = copyOf(this.#document);
    if (writes === 'applied' && this.#pending.length > 0) {
      for (const { change } of this.#pending) change(copy);
      recalculate(copy);
    }
    return copy;
  }

  #enqueue(change: DocumentChange, sheet: number | null): void {
    this.#pending.push({ change, sheet });
    this.#next = { revision: this.#revisions.issue(), after: this.#revisions.document };
  }

  #revisionWhenApplied(): number {
    if (this.#pending.length === 0) return this.#revisions.document;
    if (this.#next.after !== this.#revisions.document) {
      // The document changed in between, so the same writes lead to a different state.
      this.#next = { revision: this.#revisions.issue(), after: this.#revisions.document };
    }
    return this.#next.revision;
  }

  #carryOut(changes: readonly DocumentChange[], changed: Changed, revision: number): void {
    const isUpToDate = this.#upToDate === this.#revisions.document;
    for (const change of changes) change(this.#document);
    this.#formulas.update(isUpToDate ? changed : 'every sheet');
    this.#revisions.document = revision;
    this.#upToDate = revision;
  }
}
