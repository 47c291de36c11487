/** Utilities that the language lacks. */
import { ServiceError } from '../errors.ts';
import { formatInstant } from '../format-date.ts';
import { integerOf, Service, signatureError } from '../service.ts';

/**
 * In milliseconds:
 * https://developers.google.com/apps-script/reference/utilities/utilities#sleepmilliseconds
 */
const LONGEST_SLEEP = 300_000;

export class Utilities extends Service {
  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatInstant(date.getTime(), timeZone, format);
  }

  /** Takes no time: the host's clock only moves from outside. */
  sleep(milliseconds: unknown): void {
    const pause = integerOf(milliseconds, 'Utilities.sleep', [milliseconds]);
    if (pause < 0 || pause > LONGEST_SLEEP) throw new ServiceError(`Invalid argument: ${pause}`);
  }
}
