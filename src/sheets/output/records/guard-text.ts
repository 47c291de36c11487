/** The guards of the record tabs, as the text kept in document properties. */
import type { Guard } from '../../../domain/record-set.ts';
import { RECORD_TABS, type RecordTab } from '../../../domain/tabs.ts';
import { isJsonObject, jsonObjectIn } from '../../json.ts';

export type Guards = Partial<Record<RecordTab, Guard>>;

/** @param id id of the spreadsheet, by which a copy is recognised. */
export function textOfGuards(id: string, guards: Guards): string {
  return JSON.stringify({ id, guards: Object.fromEntries(RECORD_TABS.map((tab) => [tab, guards[tab]])) });
}

/** Reads such a text; null where it is none. */
export function guardsIn(text: string): { readonly id: string; readonly guards: Guards } | null {
  const kept = jsonObjectIn(text);
  if (kept === null || typeof kept.id !== 'string' || !isJsonObject(kept.guards)) return null;
  const guards: Guards = {};
  for (const tab of RECORD_TABS) {
    const guard = kept.guards[tab];
    if (isGuard(guard)) guards[tab] = guard;
  }
  return { id: kept.id, guards };
}

function isGuard(value: unknown): value is Guard {
  if (!isJsonObject(value) || !isJsonObject(value.base) || !isJsonObject(value.end)) return false;
  const { base, end } = value;
  return [base.rows, base.through, end.number].every(Number.isInteger) && [base.seal, end.seal].every(isText);
}

const isText = (value: unknown) => typeof value === 'string';
