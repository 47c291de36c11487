/** Cells of free text and of years. */
import { personalDataIn } from '../personal-data.ts';
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { FIRST_PLEDGE_YEAR, LAST_PLAUSIBLE_YEAR } from './event-date.ts';
import { accepted, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** Reads free text, trimmed. Personal data in it gives a notice that does not repeat it. */
export function parseText(cell: RawCell): Parsed<string> {
  const found = shownText(cell).trim();
  if (ERROR_VALUE.test(found)) return flagged({ code: 'error-value', found });
  const kind = personalDataIn(found);
  return kind === null ? accepted(found) : accepted(found, [{ code: 'personal-data', kind }]);
}

/** Reads a year: 2024, `2024`, `2024년`, `2024년도`, or `'24`. */
export function parseYear(cell: RawCell): Parsed<number> {
  const found = shownText(cell).trim();
  const text = compactReadText(found);
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  const match = /^(?:(\d{4})(?:\.0+|년도?)?|['’‘](\d{2})(?:년도?)?)$/.exec(text);
  const year =
    match === null ? Number.NaN : match[1] === undefined ? 2000 + Number(match[2]) : Number(match[1]);
  if (!(year >= 1000 && year <= LAST_PLAUSIBLE_YEAR)) return flagged({ code: 'not-a-year', found });
  return year < FIRST_PLEDGE_YEAR
    ? flagged({ code: 'implausible-year', found, from: FIRST_PLEDGE_YEAR })
    : accepted(year);
}
