/** Cells that hold one of the known names: a category, an occasion, a status, a funding source. */
import type { NameTable } from '../name-table.ts';
import { personalDataIn } from '../personal-data.ts';
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** Reads one of the known names; a misspelling that is known is taken with a notice, anything else is flagged. */
export function parseChoice<Value>(cell: RawCell, table: NameTable<Value>): Parsed<Value> {
  const found = shownText(cell).trim();
  if (typeof cell === 'string' && ERROR_VALUE.test(compactReadText(cell))) {
    return flagged({ code: 'error-value', found });
  }
  const match = table.match(found);
  if (match.kind === 'known') {
    // Where there is no list of names, anything that is typed becomes one.
    const kind = personalDataIn(found);
    return kind === null ? accepted(match.value) : accepted(match.value, { code: 'personal-data', kind });
  }
  if (match.kind === 'misspelt') {
    return accepted(match.value, { code: 'misspelt-name', found, meant: match.name });
  }
  return flagged({ code: 'unknown-name', found, nearest: match.nearest, names: table.names, isClass: false });
}

/** The same of a class (이행구분). */
export function parseClass<Value>(cell: RawCell, table: NameTable<Value>): Parsed<Value> {
  const parsed = parseChoice(cell, table);
  return parsed.ok || parsed.flag.code !== 'unknown-name'
    ? parsed
    : flagged({ ...parsed.flag, isClass: true });
}
