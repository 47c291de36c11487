/**
 * Triggers that close a month. Only those of the current user can be seen:
 * https://developers.google.com/apps-script/reference/script/script-app#getProjectTriggers()
 */
import type { MonthlyTriggers } from '../app/ports.ts';

/** Set by the build; see `menu.ts`. */
declare const IS_ADD_ON: boolean;

type Trigger = GoogleAppsScript.Script.Trigger;

/** The function of `main.ts` that a trigger calls. */
const HANDLER = 'closeMonthsByClock';

/** null in an add-on, which does not ask for permission to make triggers. */
export function monthlyTriggers(zone: string): MonthlyTriggers | null {
  return IS_ADD_ON ? null : triggersOfSpreadsheet(zone);
}

/** The triggers of a script that is bound to a spreadsheet: all of them are for that spreadsheet. */
function triggersOfSpreadsheet(zone: string): MonthlyTriggers {
  return {
    mine: () => {
      try {
        return own().map((trigger) => trigger.getUniqueId());
      } catch {
        return null;
      }
    },
    make: ({ day, hour }) =>
      ScriptApp.newTrigger(HANDLER)
        .timeBased()
        .onMonthDay(day)
        .atHour(hour)
        .inTimezone(zone)
        .create()
        .getUniqueId(),
    remove: (ids) => {
      for (const trigger of own()) if (ids.includes(trigger.getUniqueId())) ScriptApp.deleteTrigger(trigger);
    },
  };
}

function own(): readonly Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}
