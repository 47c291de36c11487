/** The preview's clock. Follows this machine's clock until somebody sets it, then runs on from that time. */
import { serialOfDate, wallClockOf, type Zone } from '../../workbook/zone.ts';

const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

export class Clock {
  /** How far it is ahead of this machine's clock, in milliseconds. */
  #ahead = 0;
  #stopped: Date | null = null;

  readonly now = (): Date => this.#stopped ?? new Date(Date.now() + this.#ahead);

  /** Sets the clock; null: back to this machine's. */
  set(instant: Date | null): void {
    this.#ahead = instant === null ? 0 : instant.getTime() - Date.now();
  }

  /** Runs an action with the clock stopped at a moment. */
  at<Result>(moment: Date, action: () => Result): Result {
    this.#stopped = moment;
    try {
      return action();
    } finally {
      this.#stopped = null;
    }
  }
}

/** An instant as wall clock of a time zone: `2024-04-02T10:00`. */
export function wallClockText(instant: Date, zone: Zone): string {
  return new Date(wallClockOf(zone.serialOf(instant.getTime()))).toISOString().slice(0, 16);
}

/** The instant of a wall clock text; null: the text is not one. */
export function instantFrom(text: string, zone: Zone): Date | null {
  const [, year, month, day, hour, minute] = (WALL_CLOCK.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const serial = serialOfDate(year, month, day) + ((hour ?? 0) * 60 + (minute ?? 0)) / 1440;
  return new Date(zone.instantOf(serial));
}
