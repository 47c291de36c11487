/** The writes of executions: how they wait, and how states of the document are told apart. */
import { copyOf, type DocumentState, type SheetState } from '../workbook/document.ts';
import { type Changed, LiveFormulas, recalculate } from '../workbook/live-formulas.ts';

/**
 * Numbers the states of what outlives executions, so that two equal states are known without comparing them: the document by its
 * writes, and everything that takes effect at once (properties, triggers, caches, what is shown) by its changes.
 */
export class Revisions {
  /** The revision that the document has. */
  document = 0;
  #issued = 0;
  #others = 0;

  /** A revision that no state of the document had yet. */
  issue(): number {
    this.#issued += 1;
    return this.#issued;
  }

  /** Something other than the content of the document has changed. */
  touch(): void {
    this.#others += 1;
  }

  /** The name of the state with the document at that revision, and everything else as it is. */
  named(document: number): string {
    return `${document}.${this.#others}`;
  }
}

/** A change of a document: of the live one, or of a copy that shows what the change would make of it. */
export type DocumentChange = (document: DocumentState) => void;

/**
 * The writes of one execution to the document, in the order of their calls. Most wait here, as on the platform, until a flush, a read
 * or the end of the execution: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush
 *
 * - {@link add} is for what answers nothing: values, formulas, notes, formats, rules, merges, clearing; sizes, frozen and hidden lines,
 *   colours of tabs, conditional formats, new metadata. It waits.
 * - {@link now} is for what the script gets an answer from, or what later calls are checked against: inserting, deleting, naming, moving
 *   and hiding sheets, inserting and deleting lines, charts, protection, changed metadata, zone and locale. It carries out what waits before it, so that no
 *   write ever overtakes another.
 * - {@link show} is for what a person has before them, the shown sheet and the selection: at once, and no part of the order.
 */
export class WriteBuffer {
  readonly #document: DocumentState;
  readonly #revisions: Revisions;
  readonly #formulas: LiveFormulas;
  /** The revision for which the results of live formulas are up to date; `null` before they are. */
  #upToDate: number | null = null;
  #pending: { readonly change: DocumentChange; readonly sheet: number | null }[] = [];
  /** What the document will be called with the pending writes in it, and what it was called when that was said. */
  #next = { revision: 0, after: 0 };

  constructor(document: DocumentState, revisions: Revisions) {
    this.#document = document;
    this.#revisions = revisions;
    this.#formulas = new LiveFormulas(document);
  }

  /** Adds a write that changes no cells. What can be wrong with it has been said already, at the call. */
  add(change: DocumentChange): void {
    this.#enqueue(change, null);
  }

  /** Adds a write to one sheet; it comes to nothing where somebody deletes the sheet before it is carried out. */
  addTo({ id }: SheetState, change: (sheet: SheetState) => void): void {
    this.#enqueue(({ sheets }) => {
      const sheet = sheets.find((candidate) => candidate.id === id);
      if (sheet !== undefined) change(sheet);
    }, id);
  }

  /** Carries the writes out, in order. */
  apply(): void {
    if (this.#pending.length > 0) {
      const revision = this.#keptDocumentRevision();
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

  /** Carries out what waits, and then this. `changed` says which cells it may have changed. */
  now(change: DocumentChange, changed: Changed = 'every sheet'): void {
    this.apply();
    this.#carryOut([change], changed, this.#revisions.issue());
  }

  /** Changes what a person sees of the document, and not what is in it. */
  show(change: DocumentChange): void {
    change(this.#document);
    this.#revisions.touch();
  }

  /** Forgets the writes. */
  discard(): void {
    this.#pending = [];
  }

  /** Computes the live formulas anew where anything but this execution may have changed what they read. */
  refresh(): void {
    if (this.#upToDate !== this.#revisions.document) {
      this.#formulas.update('every sheet');
      this.#upToDate = this.#revisions.document;
    }
  }

  /** The revision of everything as it is, the writes that wait left out. */
  lostRevision(): string {
    return this.#revisions.named(this.#revisions.document);
  }

  /** The revision that everything would have with the waiting writes carried out. */
  keptRevision(): string {
    return this.#revisions.named(this.#keptDocumentRevision());
  }

  /** A copy of the document with the waiting writes left out, or carried out; the document itself stays as it is. */
  copy(writes: 'lost' | 'kept'): DocumentState {
    const copy = copyOf(this.#document);
    if (writes === 'kept' && this.#pending.length > 0) {
      for (const { change } of this.#pending) change(copy);
      recalculate(copy);
    }
    return copy;
  }

  #enqueue(change: DocumentChange, sheet: number | null): void {
    this.#pending.push({ change, sheet });
    this.#next = { revision: this.#revisions.issue(), after: this.#revisions.document };
  }

  #keptDocumentRevision(): number {
    if (this.#pending.length === 0) return this.#revisions.document;
    if (this.#next.after !== this.#revisions.document) {
      // Somebody else changed the document in between: the same writes will make another state of it.
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
