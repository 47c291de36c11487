/** The clock of the preview: this machine's, until somebody sets it; then it goes on from there. */
import { serialOfDate, wallClockOf, type Zone } from '../../workbook/zone.ts';

const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

export class Clock {
  /** Milliseconds before this machine's. */
  #ahead = 0;
  #stopped: Date | null = null;

  readonly now = (): Date => this.#stopped ?? new Date(Date.now() + this.#ahead);

  /** Sets it; null: back to this machine's. */
  set(instant: Date | null): void {
    this.#ahead = instant === null ? 0 : instant.getTime() - Date.now();
  }

  /** Lets something happen at a moment. */
  at<Result>(moment: Date, action: () => Result): Result {
    this.#stopped = moment;
    try {
      return action();
    } finally {
      this.#stopped = null;
    }
  }
}

/** An instant as the wall clock of a zone shows it: `2024-04-02T10:00`. */
export function wallClockText(instant: Date, zone: Zone): string {
  return new Date(wallClockOf(zone.serialOf(instant.getTime()))).toISOString().slice(0, 16);
}

/** The instant that a wall clock shows; null where the text is none. */
export function instantFrom(text: string, zone: Zone): Date | null {
  const [, year, month, day, hour, minute] = (WALL_CLOCK.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const serial = serialOfDate(year, month, day) + ((hour ?? 0) * 60 + (minute ?? 0)) / 1440;
  return new Date(zone.instantOf(serial));
}
