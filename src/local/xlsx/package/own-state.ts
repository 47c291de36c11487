/**
 * State of a document that xlsx has no place for: developer metadata, properties, time zone, locale, ids,
 * chart options, and protection that only warns.
 *
 * It is stored in custom document properties (docProps/custom.xml). Excel and LibreOffice both keep those
 * when they save, and they are not a tab: a person sees them only in the file's properties. Each holds at
 * most 255 characters, so the state is compressed, encoded in base64 and split. The alternatives are worse:
 * LibreOffice turns a very hidden sheet into a hidden one and Sheets shows it, and LibreOffice drops custom
 * XML parts.
 *
 * Sheets are matched by name. A tab that was renamed elsewhere loses its metadata. It then counts as
 * somebody's own tab and is left alone, which is the safe mistake.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { MOST_CELLS } from '../../workbook/capacity.ts';
import type { DocumentState, SheetState } from '../../workbook/document.ts';
import { largest } from '../../workbook/largest.ts';
import { isZone } from '../../workbook/zone.ts';
import { FileFault } from './failures.ts';
import { withLastChild, withoutChildren } from './ordered-document.ts';
import { type Parts, XML_DECLARATION } from './parts.ts';
import { type Element, elementText, parseXml } from './xml.ts';

type OwnState = ReturnType<typeof ownStateOf>;
export type OwnSheetState = OwnState['sheets'][number];

const PREFIX = 'pledge-ledger-state-';
const LONGEST_PROPERTY = 240;
/** In bytes. None of our states is larger, so a file that unpacks to more is not ours. */
const LARGEST_STATE = 64 * 1024 * 1024;
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT_OF_USER_PROPERTIES = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/** The state to store for a document. */
export function ownStateOf(document: DocumentState) {
  return {
    id: document.id,
    timeZone: document.timeZone,
    locale: document.locale,
    metadata: document.metadata,
    documentProperties: Object.fromEntries(document.documentProperties),
    userProperties: Object.fromEntries(document.userProperties),
    // Sorted by id, because the file itself stores the order of the tabs.
    sheets: document.sheets.map(sheetStateOf).sort((a, b) => a.id - b.id),
  };
}

function sheetStateOf({ name, id, maxRows, maxColumns, metadata, charts = [], protection }: SheetState) {
  const state = { name, id, maxRows, maxColumns, metadata };
  return { ...state, ...(charts.length > 0 && { charts }), ...(protection !== undefined && { protection }) };
}

/**
 * Reads the stored state; null: there is none, or it is damaged.
 * @throws {FileFault} where it is complete but impossible.
 */
export function readOwnState(parts: Parts): OwnState | null {
  const path = propertiesPath(parts);
  const xml = path === null ? null : parts.text(path);
  if (xml === null) return null;
  const numberOf = ({ attributes }: Element) => Number(attributes.name?.slice(PREFIX.length));
  const pieces = parseXml(xml)
    .children.filter(isOwn)
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map(({ children: [value] }) => value?.text.trim() ?? '');
  try {
    const packed = Buffer.from(pieces.join(''), 'base64');
    const json = inflateRawSync(packed, { maxOutputLength: LARGEST_STATE }).toString('utf8');
    const state: unknown = JSON.parse(json);
    if (!isOwnState(state)) return null;
    refuseImpossible(state);
    return state;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    return null;
  }
}

/** Refuses an undamaged state with impossible values: going on without it would be guessing. */
function refuseImpossible({ timeZone, sheets }: OwnState): void {
  if (!isZone(timeZone)) throw new FileFault('own-state', `there is no time zone ${timeZone}`);
  const isTooLarge = sheets.some(({ maxRows, maxColumns }) => Math.max(maxRows, maxColumns) > MOST_CELLS);
  if (isTooLarge) throw new FileFault('own-state', 'a tab is larger than any spreadsheet');
}

/** Writes the state beside the properties of other programs. */
export function writeOwnState(parts: Parts, state: OwnState): void {
  const packed = deflateRawSync(JSON.stringify(state)).toString('base64');
  const pieces = packed.match(new RegExp(`.{1,${LONGEST_PROPERTY}}`, 'g')) ?? [];
  const path = propertiesPath(parts) ?? addedPropertiesPart(parts);
  const others = withoutChildren(parts.requiredText(path), isOwn);
  const numbers = parseXml(others).children.map(({ attributes }) => Number(attributes.pid ?? 0));
  const firstId = largest(numbers, 1) + 1;
  const own = pieces.map((piece, index) => {
    const name = PREFIX + String(index + 1).padStart(4, '0');
    const attributes = { fmtid: FORMAT_OF_USER_PROPERTIES, pid: firstId + index, name };
    return elementText('property', attributes, elementText('vt:lpwstr', { 'xmlns:vt': VALUE_TYPES }, piece));
  });
  parts.setText(path, withLastChild(others, own.join('')));
}

function isOwn({ attributes }: Element): boolean {
  return attributes.name?.startsWith(PREFIX) ?? false;
}

/**
 * Path of the custom properties part. Transitional and strict files spell its relationship type differently.
 */
function propertiesPath(parts: Parts): string | null {
  return parts.related('', 'custom-properties') ?? parts.related('', 'customProperties');
}

function addedPropertiesPart(parts: Parts): string {
  const path = 'docProps/custom.xml';
  const empty = `${XML_DECLARATION}<Properties xmlns="${PROPERTIES}"/>`;
  parts.add('', 'custom-properties', path, CONTENT_TYPE, empty);
  return path;
}

/** Checks the state field by field: the file may come from anywhere. */
function isOwnState(value: unknown): value is OwnState {
  return isState(value);
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isInteger: Check = (value) => Number.isInteger(value);
const isTextOrNull: Check = (value) => value === null || isText(value);
const oneOf =
  (known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const shaped =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const PLACE = { row: isInteger, column: isInteger };

const isMetadata = listOf(
  shaped({ id: isInteger, key: isText, value: isTextOrNull, visibility: oneOf(['DOCUMENT', 'PROJECT']) }),
);

const isChart = shaped({
  id: isInteger,
  // Earlier versions also wrote LINE, for charts of other programs.
  type: oneOf([null, 'COLUMN', 'BAR', 'LINE']),
  headers: isInteger,
  options: isRecord,
  position: shaped({ ...PLACE, offsetX: isInteger, offsetY: isInteger }),
  ranges: listOf(shaped({ ...PLACE, sheetId: isInteger, rows: isInteger, columns: isInteger })),
});

const isSheet = shaped({
  name: isText,
  id: isInteger,
  maxRows: isInteger,
  maxColumns: isInteger,
  metadata: isMetadata,
  charts: optional(listOf(isChart)),
  protection: optional(shaped({ description: isText, warningOnly: isFlag })),
});

const isState = shaped({
  id: isText,
  timeZone: isText,
  locale: isText,
  metadata: isMetadata,
  documentProperties: recordOf(isText),
  userProperties: recordOf(isText),
  sheets: listOf(isSheet),
});
