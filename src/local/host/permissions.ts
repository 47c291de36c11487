/** Decides which calls an execution may not make. */
import type { ExecutionKind, Run } from './run.ts';

/**
 * Calls that need a scope. A person may refuse to grant it:
 * https://developers.google.com/apps-script/concepts/scopes
 */
const CALLS_OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
  'script.scriptapp': ['ScriptApp.newTrigger', 'ScriptApp.getProjectTriggers', 'ScriptApp.deleteTrigger'],
  'script.container.ui': ['Ui.showSidebar'],
};

/**
 * Calls that one kind of execution may not make. `getUi` needs a person at the sheet:
 * https://developers.google.com/apps-script/guides/triggers/installable
 */
const REFUSALS: readonly {
  readonly kind: ExecutionKind;
  readonly calls: readonly string[];
  readonly message: (call: string) => string;
}[] = [
  {
    kind: 'trigger',
    calls: ['SpreadsheetApp.getUi'],
    message: (call) => `Cannot call ${call}() from this context.`,
  },
];

/** Google's message if the execution may not make this call; null if it may. */
export function refusalOf({ kind, person }: Run, call: string): string | null {
  const refusal = REFUSALS.find((entry) => entry.kind === kind && entry.calls.includes(call));
  if (refusal !== undefined) return refusal.message(call);
  // An `open` execution is a simple trigger, which may not call anything that needs authorization:
  // https://developers.google.com/apps-script/guides/triggers#restrictions
  const scope = Object.keys(CALLS_OF_SCOPE).find((name) => CALLS_OF_SCOPE[name]?.includes(call));
  if (scope === undefined) return null;
  return kind === 'open' || person.withheld.has(scope) ? needsScope(call, scope) : null;
}

/** Google's message if the manifest does not ask for a scope, or the execution may not use it. */
export function needsScope(call: string, scope: string): string {
  return `Specified permissions are not sufficient to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`;
}
