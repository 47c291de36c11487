/**
 * What the use cases need besides the workbook, from memory: notes, triggers, and the people who share a
 * spreadsheet.
 */
import type { Environment, MonthlyTriggers, Notes } from '../../src/app/ports.ts';
import type { MonthlySchedule } from '../../src/domain/months/monthly-schedule.ts';

export type Surroundings = Pick<Environment, 'documentNotes' | 'personNotes' | 'pace'> & {
  readonly triggers: MonthlyTriggers;
};

export interface SeenTrigger extends MonthlySchedule {
  readonly id: string;
  readonly person: string;
}

/** One spreadsheet and the people at it, each of whom sees only triggers and notes of their own. */
export function people(): {
  readonly as: (person: string) => Surroundings;
  readonly triggers: SeenTrigger[];
} {
  const documentNotes = notes();
  const personNotes = new Map<string, Notes>();
  const triggers: SeenTrigger[] = [];
  let made = 0;
  return {
    triggers,
    as: (person) => {
      const own = personNotes.get(person) ?? notes();
      personNotes.set(person, own);
      const triggersOfPerson: MonthlyTriggers = {
        mine: () => triggers.filter((trigger) => trigger.person === person).map(({ id }) => id),
        make: (schedule) => {
          made += 1;
          triggers.push({ ...schedule, id: `trigger ${made}`, person });
          return `trigger ${made}`;
        },
        remove: (ids) => {
          const kept = triggers.filter((trigger) => trigger.person !== person || !ids.includes(trigger.id));
          triggers.splice(0, triggers.length, ...kept);
        },
      };
      return {
        documentNotes,
        personNotes: own,
        triggers: triggersOfPerson,
        pace: { step: () => undefined, announce: () => undefined },
      };
    },
  };
}

/** Somebody alone at the spreadsheet. */
export function surroundings(): Surroundings {
  return people().as('담당');
}

function notes(): Notes {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
