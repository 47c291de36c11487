/**
 * Warns when the spreadsheet's time zone differs from Korea's: today, and so last month, may then be another.
 */
import type { Finding } from '../domain/finding.ts';
import { FOREIGN_ZONE_REMEDY, foreignZoneText } from '../sheets/messages/tab.ts';
import type { Clock } from './ports.ts';

export function foreignZoneFindings(clock: Clock): readonly Finding[] {
  const zone = clock.foreignZone();
  return zone === null ? [] : [{ problem: { code: 'foreign-time-zone', zone }, place: null }];
}

/** The warning that a question starts with; empty when the clocks agree with Korea's. */
export function zoneWarning(clock: Clock): string {
  const zone = clock.foreignZone();
  return zone === null ? '' : `⚠ ${foreignZoneText(zone)} ${FOREIGN_ZONE_REMEDY}\n\n`;
}
