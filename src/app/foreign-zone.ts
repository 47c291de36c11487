/** A spreadsheet that goes by the clocks of another country: its today may be another day, and its last month another month. */
import type { Finding } from '../domain/finding.ts';
import { FOREIGN_ZONE_REMEDY, foreignZoneText } from '../sheets/messages/tab.ts';
import type { Clock } from './ports.ts';

export function foreignZoneFindings(clock: Clock): readonly Finding[] {
  const zone = clock.foreignZone();
  return zone === null ? [] : [{ problem: { code: 'foreign-time-zone', zone }, place: null }];
}

/** What a question begins with there; empty everywhere else. */
export function zoneWarning(clock: Clock): string {
  const zone = clock.foreignZone();
  return zone === null ? '' : `⚠ ${foreignZoneText(zone)} ${FOREIGN_ZONE_REMEDY}\n\n`;
}
