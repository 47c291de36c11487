/** What a host, its executions and the services share. */
import type { DocumentState } from '../workbook/document.ts';
import type { Revisions, WriteBuffer } from './write-buffer.ts';

/**
 * Who started an execution: a person through a menu, an installed trigger, the sidebar through `google.script.run`, or the
 * opening of the spreadsheet.
 */
export type ExecutionKind = 'menu' | 'trigger' | 'client' | 'open';

export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** A question that a script put to the person in front of the sheet. */
export interface Dialog {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: ButtonSetName;
}

export interface DialogAnswer {
  readonly button: ButtonName;
  /** What was typed into a prompt; empty where nothing was. */
  readonly text?: string;
}

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: Menu };

export interface Menu {
  readonly title: string;
  /** Whether it stands below the menu of extensions, under the add-on's name, which the script does not know. */
  readonly addon: boolean;
  readonly entries: readonly MenuEntry[];
}

/** When a time trigger fires, as the builder was told: the field names are those of the builder's methods. */
export interface Schedule {
  readonly onMonthDay?: number;
  readonly everyMinutes?: number;
  /** The instant that the duration leads to. */
  readonly after?: number;
  readonly atHour?: number;
  readonly inTimezone?: string;
}

/** A time trigger: the host has no other ones. */
export interface InstalledTrigger {
  readonly id: string;
  /** Who made it. It runs as that person, and nobody else sees it or deletes it. */
  readonly owner: string;
  readonly functionName: string;
  readonly schedule: Schedule;
  /** When it was made, in milliseconds: it has no run before. */
  readonly made?: number;
  /** The platform disables a trigger that was made from inside a trigger. */
  readonly disabled: boolean;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Seconds until it goes away; negative for never. */
  readonly seconds: number;
}

/** What a script put into the sidebar. */
export interface ShownPage {
  readonly title: string;
  readonly html: string;
}

/** For whom a lock or a cache is. */
export type LockKind = 'document' | 'script' | 'user';

/** Texts that are kept until a time, in milliseconds. */
export type CacheEntries = Map<string, { readonly value: string; readonly expires: number }>;

/** Somebody who has the spreadsheet open, or whose triggers run. */
export interface Person {
  /** What tells them apart. */
  readonly user: string;
  readonly userProperties: Map<string, string>;
  /** Scopes of the manifest that they did not grant: `script.scriptapp`. */
  readonly withheld: Set<string>;
  /** The menus as they were last added to this person's window. */
  readonly menus: Menu[];
}

/** What a script has besides the documents' state; it outlives executions, and all people share it. */
export interface Installation {
  /** Everybody's, of all spreadsheets that the script is used in. */
  readonly triggers: InstalledTrigger[];
  /** Who holds a lock, by {@link ownName}; anything but the execution itself is somebody else. */
  readonly locks: Map<string, object>;
  /** By {@link ownName}. */
  readonly caches: Map<string, CacheEntries>;
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
  /** Whether there is a spreadsheet before the script: an add-on that the clock calls may have none. */
  readonly isAttached: boolean;
  /** This execution as the holder of locks; see {@link Installation.locks}. */
  readonly holder: object;
  readonly toasts: Toast[];
  readonly dialogs: Dialog[];
  readonly shown: ShownPage[];
  readonly logs: string[];
}

/** The name of a lock or a cache among all: those of a user are their own, those of a document its own. */
export function ownName(kind: LockKind, { person, document }: Pick<Run, 'person' | 'document'>): string {
  if (kind === 'script') return kind;
  return kind === 'user' ? `user ${person.user}` : `document ${document.id}`;
}

/** Lets go of every lock that the execution holds. */
export function releaseLocks({ installation: { locks }, holder }: Run): void {
  for (const [name, other] of [...locks]) if (other === holder) locks.delete(name);
}
