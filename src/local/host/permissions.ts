/** What an execution may not call. */
import type { ExecutionKind } from './run.ts';

/**
 * What an execution of a kind may not call, in Google's words. `getUi` needs a person in front of the sheet:
 * https://developers.google.com/apps-script/guides/triggers/installable ; simple triggers call nothing that needs authorization:
 * https://developers.google.com/apps-script/guides/triggers#restrictions
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
  {
    kind: 'open',
    calls: ['Ui.showSidebar'],
    message: (call) => needsScope(call, 'script.container.ui'),
  },
  {
    kind: 'open',
    calls: ['ScriptApp.newTrigger', 'ScriptApp.getProjectTriggers', 'ScriptApp.deleteTrigger'],
    message: (call) => needsScope(call, 'script.scriptapp'),
  },
];

/** Why an execution of that kind may not make that call; `null` where it may. */
export function refusalOf(kind: ExecutionKind, call: string): string | null {
  const refusal = REFUSALS.find((entry) => entry.kind === kind && entry.calls.includes(call));
  return refusal?.message(call) ?? null;
}

/** What Google says where the manifest does not ask for a scope, or the execution may not use it. */
export function needsScope(call: string, scope: string): string {
  return `Specified permissions are not sufficient to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`;
}
