import { withoutPersonalData } from '../../sheets/personal-data.ts';

const LONGEST = 80;

/** Text that a person typed, as it may be shown anywhere: personal data made unreadable, a very long one cut. */
export function shownBriefly(text: string, longest = LONGEST): string {
  const shown = withoutPersonalData(text);
  if (shown.length <= longest) return shown;
  // A character outside the basic plane is two units long, and is not cut in half.
  return `${shown.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
