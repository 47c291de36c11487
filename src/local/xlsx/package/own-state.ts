/**
 * What a document has and xlsx has no place for: developer metadata, script properties, time zone, locale, ids, what a chart was
 * built from, protection that only warns.
 *
 * It is kept in custom document properties (docProps/custom.xml). Excel and LibreOffice both carry those through a save
 * of their own, and they are no tab: a user meets them only in a file's properties. They hold texts of at most 255
 * characters, so the state is packed, written in base64 and cut. A very hidden sheet would be safe too, but LibreOffice
 * turns it into a hidden one and Sheets shows it; LibreOffice drops custom XML parts.
 *
 * Sheets are found again by name. A tab renamed elsewhere comes back without its metadata: it counts as somebody's own
 * and is left alone, which is the safe way to be wrong.
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
/** More than any document of ours: a file that unpacks to more is not ours. */
const LARGEST_STATE = 64 * 1024 * 1024;
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT_OF_USER_PROPERTIES = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/** What of a document goes there. */
export function ownStateOf(document: DocumentState) {
  return {
    id: document.id,
    timeZone: document.timeZone,
    locale: document.locale,
    metadata: document.metadata,
    documentProperties: Object.fromEntries(document.documentProperties),
    userProperties: Object.fromEntries(document.userProperties),
    scriptProperties: Object.fromEntries(document.scriptProperties),
    // The order of the tabs is the file's own business.
    sheets: document.sheets.map(sheetStateOf).sort((a, b) => a.id - b.id),
  };
}

function sheetStateOf({ name, id, maxRows, maxColumns, metadata, charts = [], protection }: SheetState) {
  const state = { name, id, maxRows, maxColumns, metadata };
  return { ...state, ...(charts.length > 0 && { charts }), ...(protection !== undefined && { protection }) };
}

/** Reads the state back; `null` where a file has none, or one that somebody cut. */
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

/** Nobody cut a state that is whole and says what no spreadsheet is like: to go on without it would be to guess. */
function refuseImpossible({ timeZone, sheets }: OwnState): void {
  if (!isZone(timeZone)) throw new FileFault('own-state', `there is no time zone ${timeZone}`);
  const isTooLarge = sheets.some(({ maxRows, maxColumns }) => Math.max(maxRows, maxColumns) > MOST_CELLS);
  if (isTooLarge) throw new FileFault('own-state', 'a tab is larger than any spreadsheet');
}

/** Puts the state into the package beside the properties that others keep there. */
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

/** Transitional files and strict ones spell the type of the link in their own ways. */
function propertiesPath(parts: Parts): string | null {
  return parts.related('', 'custom-properties') ?? parts.related('', 'customProperties');
}

function addedPropertiesPart(parts: Parts): string {
  const path = 'docProps/custom.xml';
  const empty = `${XML_DECLARATION}<Properties xmlns="${PROPERTIES}"/>`;
  parts.add('', 'custom-properties', path, CONTENT_TYPE, empty);
  return path;
}

/** A file comes from anywhere: what it says is checked field by field. */
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
  type: oneOf([null, 'COLUMN', 'BAR', 'LINE']),
  headers: isInteger,
  transposed: isFlag,
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
  scriptProperties: recordOf(isText),
  sheets: listOf(isSheet),
});
