/** A spreadsheet with a bundle installed in it, outside of Google. */

import vm from 'node:vm';
import type { DocumentState } from '../workbook/document.ts';
import { largest } from '../workbook/largest.ts';
import { type DueRun, dueRuns } from './due-triggers.ts';
import type { CallHook, HostState } from './ends.ts';
import { type Bundle, type Execution, executeIn, SCRIPT_FILE } from './execution.ts';
import type {
  Dialog,
  DialogAnswer,
  ExecutionKind,
  Installation,
  InstalledTrigger,
  Menu,
  Person,
  Run,
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
export {
  type CallHook,
  ExecutionEnded,
  type HostState,
  type PendingWrites,
  type StateAfterKill,
} from './ends.ts';
export { ServiceError } from './errors.ts';
export type { Execution } from './execution.ts';
export type {
  ButtonName,
  ButtonSetName,
  Dialog,
  DialogAnswer,
  ExecutionKind,
  InstalledTrigger,
  Menu,
  MenuEntry,
  Schedule,
  ShownPage,
  Toast,
} from './run.ts';

export interface HostOptions extends PersonOptions {
  /** The document. Executions change it. */
  readonly document: DocumentState;
  /** Triggers that are installed already. */
  readonly triggers?: HostState['triggers'];
  readonly caches?: HostState['caches'];
  readonly scriptProperties?: HostState['scriptProperties'];
  /** Text of the bundle's script. */
  readonly code: string;
  /** Text of the bundle's HTML files, by name without `.html`. */
  readonly html?: Record<string, string>;
  /** The clock. `new Date()`, `Date.now()` and all services use it. */
  readonly now: () => Date;
  /**
   * Time zone of the manifest. It becomes the process's local time while a script runs, so a host cannot run
   * in a worker thread.
   */
  readonly scriptTimeZone?: string;
  /** Scopes that this person did not grant, for example `script.scriptapp`. */
  readonly withheld?: readonly string[];
  /**
   * Any text that identifies the person at the keyboard. Scripts cannot read it; it decides whose triggers
   * and user properties they see.
   */
  readonly user?: string;
}

/** How one person reacts while their executions run. */
export interface PersonOptions {
  /** Answers the script's dialogs. By default the person chooses OK or YES and types nothing. */
  readonly answer?: (dialog: Dialog) => DialogAnswer;
  /**
   * Called for every service call, once before it takes effect and once after. Gets the number of the call,
   * starting at 1, its name, and the state that a kill at this moment would leave. If it throws a
   * `ServiceError`, the script sees that error; an {@link ExecutionEnded} kills the execution; any other
   * error is a bug of the host and is thrown to the host's caller.
   */
  readonly onCall?: CallHook;
}

/** A spreadsheet with a bundle installed in it. */
export interface Host {
  /**
   * Runs a function of the bundle in a new realm. Errors of the script are returned in `error`; errors of the
   * host are thrown. An `open` execution without arguments gets the event of opening the spreadsheet.
   */
  execute(functionName: string, args?: readonly unknown[], kind?: ExecutionKind): Execution;
  /** Names of the functions that the bundle declares at the top level. */
  readonly functions: readonly string[];
  readonly document: DocumentState;
  /** The menus that this person sees, as last added. */
  readonly menus: readonly Menu[];
  /** The triggers of all people. */
  readonly triggers: readonly InstalledTrigger[];
  /**
   * Returns a host for another person with the same spreadsheet. They share everything but triggers, user
   * properties, menus, answers and hook.
   */
  as(user: string, theirs?: PersonOptions): Host;
  /**
   * Returns a host for another spreadsheet with the same script, as with an add-on. Both share the triggers,
   * and the properties of script and user. Those of the document, its lock and its cache are its own.
   */
  beside(other: DocumentState): Host;
  /**
   * Runs a trigger's function as its owner, with the event that the platform sends.
   * @param isAttached see {@link Run.isAttached}
   */
  fireTrigger(id: string, isAttached?: boolean): Execution;
  /** Lists the runs of time triggers after one moment and up to and including another. */
  dueTriggers(after: Date, until: Date): DueRun[];
  /** Takes the document's lock for another execution. Call the returned function to release it. */
  holdLock(): () => void;
}

/** Installs the bundle in a spreadsheet. */
export function createHost(options: HostOptions): Host {
  const { now, html = {}, scriptTimeZone = 'Asia/Seoul', user = '', triggers = [] } = options;
  const bundle = bundleOf(options.code);
  const installation: Installation = {
    triggers: [...triggers],
    locks: new Map(),
    caches: structuredClone(new Map(options.caches)),
    scriptProperties: new Map(options.scriptProperties),
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

  /** Makes the host for one person and one document. */
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
      holdLock() {
        const holder = {};
        if (installation.locks.has(document.id)) throw new Error('the lock is held already');
        installation.locks.set(document.id, holder);
        return () => {
          if (installation.locks.get(document.id) === holder) installation.locks.delete(document.id);
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

/** The bundle that was read last. Reading one takes longer than most runs of it. */
let installed: { readonly code: string; readonly bundle: Bundle } | null = null;

function bundleOf(code: string): Bundle {
  if (installed?.code !== code) installed = { code, bundle: readBundle(code) };
  return installed.bundle;
}

function readBundle(code: string): Bundle {
  return { script: new vm.Script(code, { filename: SCRIPT_FILE }), functions: declaredFunctions(code) };
}

/**
 * Names of the functions that a script declares at its top level. Function declarations exist before the
 * first line runs, so the script is stopped there by a `throw`.
 */
function declaredFunctions(code: string): readonly string[] {
  const globals = vm.createContext({});
  try {
    vm.runInContext(`throw null; ${code}`, globals);
  } catch (thrown) {
    if (thrown !== null) throw thrown;
  }
  return Object.keys(globals).filter((name) => typeof globals[name] === 'function');
}

/**
 * The event of opening a spreadsheet: https://developers.google.com/apps-script/guides/triggers/events#open
 */
function openEvent(run: Run): Record<string, unknown> {
  return { authMode: AUTH_MODE.value('LIMITED'), source: new Spreadsheet(run), user: new User(run) };
}

/**
 * The event of a time trigger. Its fields are in UTC.
 * https://developers.google.com/apps-script/guides/triggers/events#time-driven-events
 */
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

/** The ISO week number: a week belongs to the year of its Thursday. */
function weekOfYear(date: Date): number {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - firstDay) / (7 * 86_400_000)) + 1;
}
