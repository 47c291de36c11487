import type { DocumentState } from './document.ts';
import type { Revisions } from './revisions.ts';
import type { WriteBuffer } from './write-buffer.ts';

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
export type Schedule = Readonly<Record<string, string | number>>;

export interface InstalledTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  readonly source: 'CLOCK' | 'SPREADSHEETS';
  readonly schedule: Schedule;
  /** The platform disables a trigger that was made from inside a trigger. */
  readonly disabled: boolean;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Seconds until it goes away; negative for never. */
  readonly seconds: number;
}

export interface ShownPage {
  readonly kind: 'sidebar' | 'modal';
  readonly title: string;
  readonly html: string;
  readonly width: number;
}

export type LockKind = 'document' | 'script' | 'user';

/** Texts that are kept until a time, in milliseconds. */
export type CacheEntries = Map<string, { readonly value: string; readonly expires: number }>;

/** What an add-on has in a spreadsheet besides the document's state; it outlives executions. */
export interface Installation {
  readonly menus: Menu[];
  readonly triggers: InstalledTrigger[];
  /** Who holds a lock; anything but the execution itself is somebody else. */
  readonly locks: Map<LockKind, object>;
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
  readonly user: string;
  readonly html: Readonly<Record<string, string>>;
  readonly answer: (dialog: Dialog) => DialogAnswer;
  /** This execution as the holder of locks; see {@link Installation.locks}. */
  readonly holder: object;
  readonly toasts: Toast[];
  readonly dialogs: Dialog[];
  readonly shown: ShownPage[];
  readonly logs: string[];
}
