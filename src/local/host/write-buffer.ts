import type { DocumentState, SheetState } from './document.ts';
import { recalculate } from './live-formulas.ts';
import type { Revisions } from './revisions.ts';

/** A change of a document: of the live one, or of a copy that shows what the change would make of it. */
export type DocumentChange = (document: DocumentState) => void;

/**
 * The writes of one execution to the document, in the order of their calls. Most wait here, as on the platform, until a flush, a read
 * or the end of the execution: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush
 *
 * - {@link add} is for what answers nothing: values, formulas, notes, formats, rules, merges, clearing; sizes, frozen and hidden lines,
 *   colours of tabs, new metadata. It waits.
 * - {@link now} is for what the script gets an answer from, or what later calls are checked against: inserting, deleting, naming, moving
 *   and hiding sheets, inserting and deleting lines, changed metadata, zone and locale. It carries out what waits before it, so that no
 *   write ever overtakes another.
 * - {@link show} is for what a person has before them, the shown sheet and the selection: at once, and no part of the order.
 */
export class WriteBuffer {
  private readonly document: DocumentState;
  private readonly revisions: Revisions;
  private pending: DocumentChange[] = [];
  /** What the document will be called with the pending writes in it, and what it is called without them. */
  private next = { revision: 0, after: 0 };

  constructor(document: DocumentState, revisions: Revisions) {
    this.document = document;
    this.revisions = revisions;
  }

  /** Adds a write. What can be wrong with it has been said already, at the call. */
  add(change: DocumentChange): void {
    this.pending.push(change);
    this.next = { revision: this.revisions.issue(), after: this.revisions.document };
  }

  /** Adds a write to one sheet; it comes to nothing where somebody deletes the sheet before it is carried out. */
  addTo({ id }: SheetState, change: (sheet: SheetState) => void): void {
    this.add(({ sheets }) => {
      const sheet = sheets.find((candidate) => candidate.id === id);
      if (sheet !== undefined) change(sheet);
    });
  }

  /** Carries the writes out, in order. */
  apply(): void {
    if (this.pending.length > 0) {
      const revision = this.keptDocumentRevision();
      const changes = this.pending;
      this.pending = [];
      this.carryOut(changes, revision);
    }
  }

  /** Carries out what waits, and then this. */
  now(change: DocumentChange): void {
    this.apply();
    this.carryOut([change], this.revisions.issue());
  }

  /** Changes what a person sees of the document, and not what is in it. */
  show(change: DocumentChange): void {
    change(this.document);
    this.revisions.touch();
  }

  /** Forgets the writes. */
  discard(): void {
    this.pending = [];
  }

  /** The revision of everything as it is, the writes that wait left out. */
  lostRevision(): string {
    return this.revisions.named(this.revisions.document);
  }

  /** The revision that everything would have with the waiting writes carried out. */
  keptRevision(): string {
    return this.revisions.named(this.keptDocumentRevision());
  }

  /** A copy of the document with the waiting writes left out, or carried out; the document itself stays as it is. */
  copy(writes: 'lost' | 'kept'): DocumentState {
    const copy = structuredClone(this.document);
    if (writes === 'kept' && this.pending.length > 0) {
      for (const change of this.pending) {
        change(copy);
      }
      recalculate(copy);
    }
    return copy;
  }

  private keptDocumentRevision(): number {
    if (this.pending.length === 0) {
      return this.revisions.document;
    }
    if (this.next.after !== this.revisions.document) {
      // Somebody else changed the document in between: the same writes will make another state of it.
      this.next = { revision: this.revisions.issue(), after: this.revisions.document };
    }
    return this.next.revision;
  }

  private carryOut(changes: readonly DocumentChange[], revision: number): void {
    for (const change of changes) {
      change(this.document);
    }
    recalculate(this.document);
    this.revisions.document = revision;
  }
}
