/** A spreadsheet with a bundle installed in it, outside of Google. */

import vm from 'node:vm';
import type { DocumentState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';
import { type DueRun, dueRuns } from './due-triggers.ts';
import type { CallHook, HostState } from './ends.ts';
import { type Bundle, type Execution, executeIn, SCRIPT_FILE } from './execution.ts';
import {
  type Dialog,
  type DialogAnswer,
  type ExecutionKind,
  type Installation,
  type InstalledTrigger,
  type LockKind,
  type Menu,
  ownName,
  type Person,
  type Run,
} from './run.ts';
import { AUTH_MODE } from './services/script-app.ts';
import { User } from './services/session.ts';
import { Spreadsheet } from './services/spreadsheet/spreadsheet.ts';
import { agree } from './services/ui.ts';
import { Revisions, WriteBuffer } from './write-buffer.ts';

export { createDocument, type DocumentOptions } from '../workbook/blank.ts';
export { copyOf, type DocumentState } from '../workbook/document.ts';
export { recalculate } from '../workbook/live-formulas.ts';
export type { CallCount } from './calls.ts';
export { type DueRun, nextRun } from './due-triggers.ts';
export { type CallHook, ExecutionEnded, type HostState, type Remains, type WaitingWrites } from './ends.ts';
export { ServiceError } from './errors.ts';
export type { Execution } from './execution.ts';
export type {
  ButtonName,
  ButtonSetName,
  Dialog,
  DialogAnswer,
  ExecutionKind,
  InstalledTrigger,
  LockKind,
  Menu,
  MenuEntry,
  Schedule,
  ShownPage,
  Toast,
} from './run.ts';

export interface HostOptions extends PersonOptions {
  /** Changed by executions. */
  readonly document: DocumentState;
  /** Those that are installed already. */
  readonly triggers?: HostState['triggers'];
  readonly caches?: HostState['caches'];
  /** Text of the bundle's script. */
  readonly code: string;
  /** Text of the bundle's html files, by name without `.html`. */
  readonly html?: Record<string, string>;
  /** The clock: `new Date()`, `Date.now()` and everything else that asks for the time follow it. */
  readonly now: () => Date;
  /** From the manifest. It is the process's local time while a script runs, so hosts do not work in worker threads. */
  readonly scriptTimeZone?: string;
  /** Scopes that this person has unticked when Google asked: `script.scriptapp`. */
  readonly withheld?: readonly string[];
  /** Who is at the keyboard, whatever tells people apart: scripts see no more of it than whose triggers and properties are whose. */
  readonly user?: string;
}

/** What one person does and meets while executions of theirs run. */
export interface PersonOptions {
  /** Answers the script's questions. By default somebody who says OK or YES and types nothing. */
  readonly answer?: (dialog: Dialog) => DialogAnswer;
  /**
   * Told of every service call, once before it has an effect and once after: its number from 1, its name, and what a kill at this
   * moment would leave behind. A `ServiceError` that it throws reaches the script in the call's place; an {@link ExecutionEnded} ends
   * the execution; anything else is a fault of the host, and ends up with the host's caller.
   */
  readonly onCall?: CallHook;
}

/** A spreadsheet with a bundle installed in it. */
export interface Host {
  /**
   * Runs a function of the bundle in a realm of its own. What goes wrong in the script is in the result's `error`; what goes
   * wrong in the host is thrown. An `open` execution without arguments gets the event that opening a spreadsheet sends.
   */
  execute(functionName: string, args?: readonly unknown[], kind?: ExecutionKind): Execution;
  /** Names of the functions that the bundle declares at the top level. */
  readonly functions: readonly string[];
  readonly document: DocumentState;
  /** The menus as they were last added to this person's window. */
  readonly menus: readonly Menu[];
  /** Everybody's triggers. */
  readonly triggers: readonly InstalledTrigger[];
  /**
   * The same spreadsheet before another person: the document, its properties, locks and the caches of document and script are shared;
   * triggers, user properties, user cache, user lock and menus are their own, and so are the answers and the hook.
   */
  as(user: string, theirs?: PersonOptions): Host;
  /**
   * Another spreadsheet in which the same script is used, as an add-on is: triggers, user properties and the caches of script and user are
   * shared; properties, locks and the cache of a document are its own.
   */
  beside(other: DocumentState): Host;
  /** Runs what a trigger is for, as its owner, with the event that the platform sends. @param isAttached see {@link Run} */
  fireTrigger(id: string, isAttached?: boolean): Execution;
  /** The runs of time triggers after a moment and until another. */
  dueTriggers(after: Date, until: Date): DueRun[];
  /** Another execution takes a lock; the function that comes back lets it go. */
  holdLock(kind: LockKind): () => void;
}

/** Installs a bundle in a spreadsheet. */
export function createHost(options: HostOptions): Host {
  const { now, html = {}, scriptTimeZone = 'Asia/Seoul', user = '', triggers = [] } = options;
  const bundle = bundleOf(options.code);
  const installation: Installation = {
    triggers: [...triggers],
    locks: new Map(),
    caches: structuredClone(new Map(options.caches)),
    revisions: new Revisions(),
    nextTriggerId: largest(triggers.map(({ id }) => Number(id))) + 1,
  };
  const people = new Map([
    [
      user,
      {
        user,
        userProperties: options.document.userProperties,
        withheld: new Set(options.withheld),
        menus: [],
      },
    ],
  ]);

  function personNamed(name: string): Person {
    let person = people.get(name);
    if (person === undefined) {
      person = {
        user: name,
        userProperties: propertiesOfOther(options.document, name),
        withheld: new Set<string>(),
        menus: [],
      };
      people.set(name, person);
    }
    return person;
  }

  /** The host as one person has it before them. */
  function hostFor(document: DocumentState, person: Person, theirs: PersonOptions): Host {
    const { answer = agree, onCall } = theirs;
    function newRun(kind: ExecutionKind, as: Person, isAttached = true): Run {
      return {
        kind,
        document,
        installation,
        now,
        html,
        scriptTimeZone,
        person: as,
        answer,
        buffer: new WriteBuffer(document, installation.revisions),
        isAttached,
        holder: {},
        toasts: [],
        dialogs: [],
        shown: [],
        logs: [],
      };
    }

    return {
      document,
      functions: bundle.functions,
      menus: person.menus,
      triggers: installation.triggers,
      as: (name, others = {}) => hostFor(document, personNamed(name), others),
      beside: (other) => hostFor(other, person, theirs),
      execute(functionName, args, kind = 'menu') {
        const run = newRun(kind, person);
        const values = args ?? (kind === 'open' ? [openEvent(run)] : []);
        return executeIn(run, bundle, functionName, values, onCall);
      },
      fireTrigger(id, isAttached) {
        const trigger = installation.triggers.find((installed) => installed.id === id);
        if (trigger === undefined || trigger.disabled) {
          throw new Error(`trigger ${id} ${trigger === undefined ? 'does not exist' : 'is disabled'}`);
        }
        const run = newRun('trigger', personNamed(trigger.owner), isAttached);
        return executeIn(run, bundle, trigger.functionName, [triggerEvent(run, trigger)], onCall);
      },
      dueTriggers: (after, until) => dueRuns(installation.triggers, scriptTimeZone, after, until),
      holdLock(kind) {
        const holder = {};
        const name = ownName(kind, { person, document });
        if (installation.locks.has(name)) throw new Error(`the ${kind} lock is held already`);
        installation.locks.set(name, holder);
        return () => {
          if (installation.locks.get(name) === holder) installation.locks.delete(name);
        };
      },
    };
  }

  return hostFor(options.document, personNamed(user), options);
}

function propertiesOfOther(document: DocumentState, user: string): Map<string, string> {
  document.userPropertiesOfOthers ??= new Map();
  const properties = document.userPropertiesOfOthers.get(user) ?? new Map<string, string>();
  document.userPropertiesOfOthers.set(user, properties);
  return properties;
}

/** Of the code that was installed last: reading it takes longer than most runs of it. */
let installed: { readonly code: string; readonly bundle: Bundle } | null = null;

function bundleOf(code: string): Bundle {
  if (installed?.code !== code) installed = { code, bundle: readBundle(code) };
  return installed.bundle;
}

function readBundle(code: string): Bundle {
  return { script: new vm.Script(code, { filename: SCRIPT_FILE }), functions: declaredFunctions(code) };
}

/** The functions that a script declares at its top level. They are there before its first line has run, which nothing else is. */
function declaredFunctions(code: string): readonly string[] {
  const globals = vm.createContext({});
  try {
    vm.runInContext(`throw null; ${code}`, globals);
  } catch (thrown) {
    if (thrown !== null) throw thrown;
  }
  return Object.keys(globals).filter((name) => typeof globals[name] === 'function');
}

/** https://developers.google.com/apps-script/guides/triggers/events#open */
function openEvent(run: Run): Record<string, unknown> {
  return { authMode: AUTH_MODE.value('LIMITED'), source: new Spreadsheet(run), user: new User(run) };
}

/** https://developers.google.com/apps-script/guides/triggers/events#time-driven-events ; the fields are in UTC. */
function triggerEvent(run: Run, trigger: InstalledTrigger): Record<string, unknown> {
  const now = run.now();
  return {
    authMode: AUTH_MODE.value('FULL'),
    triggerUid: trigger.id,
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    'day-of-month': now.getUTCDate(),
    'day-of-week': ((now.getUTCDay() + 6) % 7) + 1,
    'week-of-year': weekOfYear(now),
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
    timezone: 'UTC',
  };
}

/** The ISO week: the one that holds the year's Thursday. */
function weekOfYear(date: Date): number {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - firstDay) / (7 * 86_400_000)) + 1;
}
