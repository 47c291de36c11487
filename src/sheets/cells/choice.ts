/** Cells that hold a known name: a category, an occasion, a status, a funding source. */
import type { NameTable } from '../name-table.ts';
import { personalDataIn } from '../personal-data.ts';
import { type RawCell, shownText } from '../raw.ts';
import { compactReadText } from '../text-key.ts';
import { accepted, ERROR_VALUE, flagged, type Parsed } from './parsed.ts';

/** Reads a known name. A known misspelling is accepted with a notice; anything else is flagged. */
export function parseChoice<Value>(cell: RawCell, table: NameTable<Value>): Parsed<Value> {
  const found = shownText(cell).trim();
  if (ERROR_VALUE.test(compactReadText(found))) return flagged({ code: 'error-value', found });
  const match = table.match(found);
  if (match.kind === 'known') {
    // A table without a list accepts any text, so the text may hold personal data.
    const kind = personalDataIn(found);
    return kind === null ? accepted(match.value) : accepted(match.value, [{ code: 'personal-data', kind }]);
  }
  if (match.kind === 'misspelt') {
    return accepted(match.value, [{ code: 'misspelt-name', found, meant: match.name }]);
  }
  return flagged({
    code: 'unknown-name',
    found,
    nearest: match.nearest,
    names: table.names,
    isImplementationStatus: false,
  });
}

/** Reads an implementation status (이행구분) like any other name. The finding says that one was expected. */
export function parseImplementationStatus<Value>(cell: RawCell, table: NameTable<Value>): Parsed<Value> {
  const parsed = parseChoice(cell, table);
  return parsed.ok || parsed.flag.code !== 'unknown-name'
    ? parsed
    : flagged({ ...parsed.flag, isImplementationStatus: true });
}
