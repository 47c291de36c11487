/** The script itself, and its time triggers. */
import { enumerationOf } from '../enumeration.ts';
import { NotImplementedError, ServiceError } from '../errors.ts';
import type { InstalledTrigger, Run, Schedule } from '../run.ts';
import { integerOf, Service, ServiceOf, signatureError } from '../service.ts';

export const AUTH_MODE = enumerationOf('NONE CUSTOM_FUNCTION LIMITED FULL');

/**
 * Most triggers of one user in one script: https://developers.google.com/apps-script/guides/services/quotas
 */
const MOST_TRIGGERS = 20;

/** The last day that every month has. How the platform treats later days is not documented. */
const LAST_COMMON_DAY = 28;

export class ScriptApp extends Service {
  readonly AuthMode = AUTH_MODE;

  newTrigger(functionName: unknown): TriggerBuilder {
    return new TriggerBuilder(this.run, String(functionName));
  }

  getProjectTriggers(): Trigger[] {
    return ownTriggers(this.run).map((trigger) => new Trigger(this.run, trigger));
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw signatureError('ScriptApp.deleteTrigger', [trigger]);
    const { triggers, revisions } = this.run.installation;
    const { user } = this.run.person;
    const index = triggers.findIndex(({ id, owner }) => id === trigger.state.id && owner === user);
    if (index < 0) return;
    triggers.splice(index, 1);
    revisions.touch();
  }
}

export class Trigger extends ServiceOf<InstalledTrigger> {
  getUniqueId(): string {
    return this.state.id;
  }

  getHandlerFunction(): string {
    return this.state.functionName;
  }
}

export class TriggerBuilder extends ServiceOf<string> {
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.run, this.state);
  }
}

/** Builds a time trigger for a function. */
export class ClockTriggerBuilder extends ServiceOf<string> {
  schedule: Schedule = {};

  atHour(hour: unknown): this {
    return withSchedule(this, { atHour: integerWithin('atHour', hour, 0, 23) });
  }

  onMonthDay(day: unknown): this {
    return withSchedule(this, { onMonthDay: integerWithin('onMonthDay', day, 1, 31) });
  }

  /** Runs the trigger once, this many milliseconds from now. */
  after(durationMilliseconds: unknown): this {
    const values = [durationMilliseconds];
    const wait = integerOf(durationMilliseconds, 'ScriptApp.ClockTriggerBuilder.after', values);
    if (wait < 0) throw new ServiceError(`The value you specified for after is out of range: ${wait}`);
    return withSchedule(this, { after: this.run.now().getTime() + wait });
  }

  inTimezone(timezone: unknown): this {
    return withSchedule(this, { inTimezone: String(timezone) });
  }

  create(): Trigger {
    const { run, state: functionName, schedule } = this;
    const { installation, person, kind } = run;
    if (schedule.onMonthDay === undefined && schedule.after === undefined) {
      throw new ServiceError('The trigger has no time: say onMonthDay or after.');
    }
    if ((schedule.onMonthDay ?? 1) > LAST_COMMON_DAY) {
      throw new NotImplementedError(`a trigger for day ${schedule.onMonthDay} of a month`);
    }
    if (ownTriggers(run).length >= MOST_TRIGGERS) {
      throw new ServiceError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const trigger: InstalledTrigger = {
      id: String(installation.nextTriggerId),
      owner: person.user,
      functionName,
      schedule,
      made: run.now().getTime(),
      disabled: kind === 'trigger',
    };
    installation.nextTriggerId += 1;
    installation.triggers.push(trigger);
    installation.revisions.touch();
    return new Trigger(run, trigger);
  }
}

/**
 * The triggers of the person who runs the script: "by the current user".
 * https://developers.google.com/apps-script/reference/script/script-app#getprojecttriggers
 */
function ownTriggers({ installation, person }: Run): readonly InstalledTrigger[] {
  return installation.triggers.filter(({ owner }) => owner === person.user);
}

function withSchedule<Of extends ClockTriggerBuilder>(builder: Of, more: Schedule): Of {
  builder.schedule = { ...builder.schedule, ...more };
  return builder;
}

function integerWithin(name: string, value: unknown, lowest: number, highest: number): number {
  const number = integerOf(value, `ScriptApp.ClockTriggerBuilder.${name}`, [value]);
  if (number >= lowest && number <= highest) return number;
  throw new ServiceError(`The value you specified for ${name} is out of range: ${number}`);
}
