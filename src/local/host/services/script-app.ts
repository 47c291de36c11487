import { Enumeration } from '../enumeration.ts';
import { ServiceError } from '../errors.ts';
import type { InstalledTrigger, Run, Schedule } from '../run.ts';
import { integerOf, Service, signatureError } from '../service.ts';

export const AUTH_MODE = new Enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
export const EVENT_TYPE = new Enumeration(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
export const TRIGGER_SOURCE = new Enumeration('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
export const WEEK_DAY = new Enumeration(
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
);

/** https://developers.google.com/apps-script/guides/services/quotas : 20 triggers a user and script. */
const MOST_TRIGGERS = 20;

/** The script itself, and its triggers. */
export class ScriptApp extends Service {
  readonly AuthMode = AUTH_MODE;
  readonly EventType = EVENT_TYPE;
  readonly TriggerSource = TRIGGER_SOURCE;
  readonly WeekDay = WEEK_DAY;
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'ScriptApp';
  }

  getScriptId(): string {
    return 'local-script';
  }

  newTrigger(functionName: unknown): TriggerBuilder {
    return new TriggerBuilder(this.run, String(functionName));
  }

  getProjectTriggers(): Trigger[] {
    return ownTriggers(this.run).map((trigger) => new Trigger(this.run, trigger));
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof Trigger)) throw signatureError('ScriptApp.deleteTrigger', [trigger]);
    const { triggers } = this.run.installation;
    const { user } = this.run.person;
    const index = triggers.findIndex(({ id, owner }) => id === trigger.trigger.id && owner === user);
    if (index >= 0) {
      triggers.splice(index, 1);
      this.run.installation.revisions.touch();
    }
  }
}

export class Trigger extends Service {
  readonly run: Run;
  readonly trigger: InstalledTrigger;

  constructor(run: Run, trigger: InstalledTrigger) {
    super();
    this.run = run;
    this.trigger = trigger;
  }

  override get serviceName(): string {
    return 'Trigger';
  }

  getUniqueId(): string {
    return this.trigger.id;
  }

  getHandlerFunction(): string {
    return this.trigger.functionName;
  }

  getEventType(): unknown {
    return EVENT_TYPE.value(this.trigger.eventType);
  }

  getTriggerSource(): unknown {
    return TRIGGER_SOURCE.value(this.trigger.source);
  }

  getTriggerSourceId(): string | null {
    return this.trigger.source === 'SPREADSHEETS' ? this.run.document.id : null;
  }
}

export class TriggerBuilder extends Service {
  readonly run: Run;
  readonly functionName: string;

  constructor(run: Run, functionName: string) {
    super();
    this.run = run;
    this.functionName = functionName;
  }

  override get serviceName(): string {
    return 'TriggerBuilder';
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.run, this.functionName);
  }

  forSpreadsheet(_sheet: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.run, this.functionName);
  }
}

export class ClockTriggerBuilder extends Service {
  readonly run: Run;
  readonly functionName: string;
  schedule: Schedule = {};

  constructor(run: Run, functionName: string) {
    super();
    this.run = run;
    this.functionName = functionName;
  }

  override get serviceName(): string {
    return 'ClockTriggerBuilder';
  }

  after(durationMilliseconds: unknown): ClockTriggerBuilder {
    return told(this, 'after', durationMilliseconds);
  }

  at(date: unknown): ClockTriggerBuilder {
    return told(this, 'at', date instanceof Date ? date.getTime() : date);
  }

  atHour(hour: unknown): ClockTriggerBuilder {
    return told(this, 'atHour', hour, 0, 23);
  }

  everyDays(days: unknown): ClockTriggerBuilder {
    return told(this, 'everyDays', days);
  }

  everyHours(hours: unknown): ClockTriggerBuilder {
    return told(this, 'everyHours', hours);
  }

  everyMinutes(minutes: unknown): ClockTriggerBuilder {
    return told(this, 'everyMinutes', minutes);
  }

  everyWeeks(weeks: unknown): ClockTriggerBuilder {
    return told(this, 'everyWeeks', weeks);
  }

  nearMinute(minute: unknown): ClockTriggerBuilder {
    return told(this, 'nearMinute', minute, 0, 59);
  }

  onMonthDay(day: unknown): ClockTriggerBuilder {
    return told(this, 'onMonthDay', day, 1, 31);
  }

  onWeekDay(day: unknown): this {
    const name = WEEK_DAY.nameOf(day);
    if (name === null) throw signatureError('ScriptApp.ClockTriggerBuilder.onWeekDay', [day]);
    this.schedule = { ...this.schedule, onWeekDay: name };
    return this;
  }

  inTimezone(timezone: unknown): this {
    this.schedule = { ...this.schedule, inTimezone: String(timezone) };
    return this;
  }

  create(): Trigger {
    const recurrences = [
      'after',
      'at',
      'everyDays',
      'everyHours',
      'everyMinutes',
      'everyWeeks',
      'onMonthDay',
      'onWeekDay',
    ];
    if (!recurrences.some((name) => name in this.schedule)) {
      throw new ServiceError(
        'The trigger has no recurrence: say after, at, every…, onMonthDay or onWeekDay.',
      );
    }
    return install(this.run, this.functionName, 'CLOCK', this.schedule);
  }
}

export class SpreadsheetTriggerBuilder extends Service {
  readonly run: Run;
  readonly functionName: string;
  private eventType: Exclude<InstalledTrigger['eventType'], 'CLOCK'> | null = null;

  constructor(run: Run, functionName: string) {
    super();
    this.run = run;
    this.functionName = functionName;
  }

  override get serviceName(): string {
    return 'SpreadsheetTriggerBuilder';
  }

  onOpen(): this {
    this.eventType = 'ON_OPEN';
    return this;
  }

  onEdit(): this {
    this.eventType = 'ON_EDIT';
    return this;
  }

  onChange(): this {
    this.eventType = 'ON_CHANGE';
    return this;
  }

  onFormSubmit(): this {
    this.eventType = 'ON_FORM_SUBMIT';
    return this;
  }

  create(): Trigger {
    if (this.eventType === null) {
      throw new ServiceError('The trigger has no event: say onOpen, onEdit, onChange or onFormSubmit.');
    }
    return install(this.run, this.functionName, this.eventType, {});
  }
}

/** https://developers.google.com/apps-script/reference/script/script-app#getprojecttriggers : "by the current user". */
function ownTriggers({ installation, person }: Run): readonly InstalledTrigger[] {
  return installation.triggers.filter(({ owner }) => owner === person.user);
}

function told(
  builder: ClockTriggerBuilder,
  name: string,
  value: unknown,
  lowest = Number.NEGATIVE_INFINITY,
  highest = Number.POSITIVE_INFINITY,
): ClockTriggerBuilder {
  const number = integerOf(value, `ScriptApp.ClockTriggerBuilder.${name}`, [value]);
  if (number < lowest || number > highest) {
    throw new ServiceError(`The value you specified for ${name} is out of range: ${number}`);
  }
  builder.schedule = { ...builder.schedule, [name]: number };
  return builder;
}

function install(
  run: Run,
  functionName: string,
  eventType: InstalledTrigger['eventType'],
  schedule: Schedule,
): Trigger {
  const { installation, person } = run;
  if (ownTriggers(run).length >= MOST_TRIGGERS) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const trigger: InstalledTrigger = {
    id: String(installation.nextTriggerId),
    owner: person.user,
    functionName,
    eventType,
    source: eventType === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS',
    schedule,
    disabled: run.kind === 'trigger',
  };
  installation.nextTriggerId += 1;
  installation.triggers.push(trigger);
  installation.revisions.touch();
  return new Trigger(run, trigger);
}
