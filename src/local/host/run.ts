/** Types that the host, its executions and the services share. */
import type { DocumentState } from '../workbook/document.ts';
import type { Revisions, WriteBuffer } from './write-buffer.ts';

/**
 * Who started an execution: a person in the menu, an installed trigger, the sidebar through
 * `google.script.run`, or the opening of the spreadsheet.
 */
export type ExecutionKind = 'menu' | 'trigger' | 'client' | 'open';

export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** A dialog that a script showed to the person at the sheet. */
export interface Dialog {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: ButtonSetName;
}

export interface DialogAnswer {
  readonly button: ButtonName;
  /** The text typed into a prompt; empty if nothing was typed. */
  readonly text?: string;
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: Menu };

export interface Menu {
  readonly title: string;
  /** True for a menu inside the extensions menu, under the add-on's name, unknown to the script. */
  readonly addon: boolean;
  readonly entries: readonly MenuEntry[];
}

/** When a time trigger fires. Fields have the names of the builder's methods. */
export interface Schedule {
  readonly onMonthDay?: number;
  /** The moment of the single run, in milliseconds since 1970. */
  readonly after?: number;
  readonly atHour?: number;
  readonly inTimezone?: string;
}

/** A time trigger. The host has no other kind. */
export interface InstalledTrigger {
  readonly id: string;
  /** The person who made it. It runs as that person; nobody else can see or delete it. */
  readonly owner: string;
  readonly functionName: string;
  readonly schedule: Schedule;
  /** When it was made, in milliseconds since 1970. It never runs before. */
  readonly made?: number;
  /** True if it was made by a trigger's own run: the platform disables such triggers. */
  readonly disabled: boolean;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Seconds until it disappears; negative for never. */
  readonly seconds: number;
}

/** A page that a script showed in the sidebar. */
export interface ShownPage {
  readonly title: string;
  readonly html: string;
}

/** Cached texts, each with its expiry in milliseconds since 1970. */
export type CacheEntries = Map<string, { readonly value: string; readonly expires: number }>;

/** A person who has the spreadsheet open, or whose triggers run. */
export interface Person {
  /** Identifies the person. */
  readonly user: string;
  readonly userProperties: Map<string, string>;
  /** Scopes of the manifest that the person did not grant, for example `script.scriptapp`. */
  readonly withheld: Set<string>;
  /** The menus that this person sees, as last added. */
  readonly menus: Menu[];
}

/**
 * The state of the installed script outside the documents. It outlives executions, and all people share it.
 */
export interface Installation {
  /** The triggers of all people in all spreadsheets where the script is used. */
  readonly triggers: InstalledTrigger[];
  /** The holder of each document's lock, by its id; compare with {@link Run.holder}. */
  readonly locks: Map<string, object>;
  /** The cache of each document, by its id. */
  readonly caches: Map<string, CacheEntries>;
  /** All documents of the script share them. */
  readonly scriptProperties: Map<string, string>;
  readonly revisions: Revisions;
  nextTriggerId: number;
}

/** One execution, as the services see it. */
export interface Run {
  readonly kind: ExecutionKind;
  readonly document: DocumentState;
  readonly installation: Installation;
  readonly buffer: WriteBuffer;
  readonly now: () => Date;
  readonly scriptTimeZone: string;
  readonly person: Person;
  readonly html: Readonly<Record<string, string>>;
  readonly answer: (dialog: Dialog) => DialogAnswer;
  /** False if the script runs without a spreadsheet, as an add-on's time trigger may. */
  readonly isAttached: boolean;
  /** Identifies this execution as the holder of a lock; see {@link Installation.locks}. */
  readonly holder: object;
  readonly toasts: Toast[];
  readonly dialogs: Dialog[];
  readonly shown: ShownPage[];
  readonly logs: string[];
}

/** Releases every lock that the execution holds. */
export function releaseLocks({ installation: { locks }, holder }: Run): void {
  for (const [name, other] of [...locks]) if (other === holder) locks.delete(name);
}
