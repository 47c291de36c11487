/** What an execution may not call. */
import type { ExecutionKind, Run } from './run.ts';

/**
 * What an execution of a kind may not call, in Google's words. `getUi` needs a person in front of the sheet:
 * https://developers.google.com/apps-script/guides/triggers/installable ; simple triggers call nothing that needs authorization:
 * https://developers.google.com/apps-script/guides/triggers#restrictions
 */
/** What needs a scope that a person may have unticked: https://developers.google.com/apps-script/concepts/scopes */
const CALLS_OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
  'script.scriptapp': ['ScriptApp.newTrigger', 'ScriptApp.getProjectTriggers', 'ScriptApp.deleteTrigger'],
  'script.container.ui': ['Ui.showSidebar'],
};

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

/** Why an execution may not make that call; `null` where it may. */
export function refusalOf({ kind, person }: Run, call: string): string | null {
  const refusal = REFUSALS.find((entry) => entry.kind === kind && entry.calls.includes(call));
  if (refusal !== undefined) return refusal.message(call);
  // Opening is a simple trigger, which has no scope at all.
  const scope = Object.keys(CALLS_OF_SCOPE).find((name) => CALLS_OF_SCOPE[name]?.includes(call));
  if (scope === undefined) return null;
  return kind === 'open' || person.withheld.has(scope) ? needsScope(call, scope) : null;
}

/** What Google says where the manifest does not ask for a scope, or the execution may not use it. */
export function needsScope(call: string, scope: string): string {
  return `Specified permissions are not sufficient to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`;
}
