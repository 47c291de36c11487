import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DocumentState, MetadataEntry } from '../../workbook/document.ts';
import type { ChartState, ProtectionState } from '../../workbook/sheet-objects.ts';
import { withLastChild } from './ordered-document.ts';
import { type Parts, XML_DECLARATION } from './parts.ts';
import { type Element, elementText, parseXml } from './xml.ts';

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
export interface OwnState {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly metadata: readonly MetadataEntry[];
  readonly documentProperties: Readonly<Record<string, string>>;
  readonly userProperties: Readonly<Record<string, string>>;
  readonly scriptProperties: Readonly<Record<string, string>>;
  readonly sheets: readonly OwnSheetState[];
}

export interface OwnSheetState {
  readonly name: string;
  readonly id: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly metadata: readonly MetadataEntry[];
  readonly charts?: readonly ChartState[];
  readonly protection?: ProtectionState;
}

const PREFIX = 'pledge-ledger-state-';
const LONGEST_PROPERTY = 240;
/** More than any document of ours: a file that unpacks to more is not ours. */
const LARGEST_STATE = 64 * 1024 * 1024;
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT_OF_USER_PROPERTIES = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';

/** What of a document goes there. */
export function ownStateOf(document: DocumentState): OwnState {
  return {
    id: document.id,
    timeZone: document.timeZone,
    locale: document.locale,
    metadata: document.metadata,
    documentProperties: Object.fromEntries(document.documentProperties),
    userProperties: Object.fromEntries(document.userProperties),
    scriptProperties: Object.fromEntries(document.scriptProperties),
    // The order of the tabs is the file's own business.
    sheets: document.sheets
      .map(({ name, id, maxRows, maxColumns, metadata, charts = [], protection }) => ({
        name,
        id,
        maxRows,
        maxColumns,
        metadata,
        ...(charts.length > 0 && { charts }),
        ...(protection !== undefined && { protection }),
      }))
      .sort((a, b) => a.id - b.id),
  };
}

/** Reads the state back; nothing where a file has none, or one that somebody cut. */
export function readOwnState(parts: Parts): OwnState | undefined {
  const path = propertiesPath(parts);
  const xml = path === undefined ? undefined : parts.text(path);
  if (xml === undefined) return undefined;
  const pieces = parseXml(xml)
    .children.filter(isOwn)
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map(({ children: [value] }) => value?.text.trim() ?? '');
  try {
    const packed = Buffer.from(pieces.join(''), 'base64');
    const json = inflateRawSync(packed, { maxOutputLength: LARGEST_STATE }).toString('utf8');
    const state: unknown = JSON.parse(json);
    return isOwnState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the state into the package beside the properties that others keep there. */
export function writeOwnState(parts: Parts, state: OwnState): void {
  const packed = deflateRawSync(JSON.stringify(state)).toString('base64');
  const pieces = packed.match(new RegExp(`.{1,${LONGEST_PROPERTY}}`, 'g')) ?? [];
  const path = propertiesPath(parts) ?? addedPropertiesPart(parts);
  const xml = parts.requiredText(path);
  const root = parseXml(xml);
  const kept = root.children.filter((property) => !isOwn(property));
  const firstId = kept.reduce((most, { attributes }) => Math.max(most, Number(attributes.pid ?? 0)), 1) + 1;
  const own = pieces.map((piece, index) => {
    const attributes = {
      fmtid: FORMAT_OF_USER_PROPERTIES,
      pid: firstId + index,
      name: PREFIX + String(index + 1).padStart(4, '0'),
    };
    return elementText('property', attributes, elementText('vt:lpwstr', { 'xmlns:vt': VALUE_TYPES }, piece));
  });
  const others = elementText(root.tagName, root.attributes, kept.map(({ outer }) => outer).join(''));
  parts.setText(path, withLastChild(xml.slice(0, root.start) + others + xml.slice(root.end), own.join('')));
}

function isOwn({ attributes }: Element): boolean {
  return attributes.name?.startsWith(PREFIX) ?? false;
}

function numberOf({ attributes }: Element): number {
  return Number(attributes.name?.slice(PREFIX.length));
}

function propertiesPath(parts: Parts): string | undefined {
  return parts.relationships('').find(({ type }) => ['custom-properties', 'customProperties'].includes(type))
    ?.target;
}

function addedPropertiesPart(parts: Parts): string {
  const path = 'docProps/custom.xml';
  parts.setText(path, `${XML_DECLARATION}<Properties xmlns="${PROPERTIES}"/>`);
  parts.setContentType(path, CONTENT_TYPE);
  parts.addRelationship('', 'custom-properties', path);
  return path;
}

/** A file comes from anywhere: what it says is checked field by field. */
function isOwnState(value: unknown): value is OwnState {
  return (
    isRecord(value) &&
    ['id', 'timeZone', 'locale'].every((field) => typeof value[field] === 'string') &&
    ['documentProperties', 'userProperties', 'scriptProperties'].every((field) =>
      isTextRecord(value[field]),
    ) &&
    isMetadata(value.metadata) &&
    Array.isArray(value.sheets) &&
    value.sheets.every(
      (sheet: unknown) =>
        isRecord(sheet) &&
        typeof sheet.name === 'string' &&
        ['id', 'maxRows', 'maxColumns'].every((field) => Number.isInteger(sheet[field])) &&
        isMetadata(sheet.metadata) &&
        (sheet.charts === undefined || (Array.isArray(sheet.charts) && sheet.charts.every(isChart))) &&
        (sheet.protection === undefined || isProtection(sheet.protection)),
    )
  );
}

function isMetadata(value: unknown): value is MetadataEntry[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry: unknown) =>
        isRecord(entry) &&
        Number.isInteger(entry.id) &&
        typeof entry.key === 'string' &&
        (entry.value === null || typeof entry.value === 'string') &&
        (entry.visibility === 'DOCUMENT' || entry.visibility === 'PROJECT'),
    )
  );
}

function isChart(value: unknown): value is ChartState {
  return (
    isRecord(value) &&
    Number.isInteger(value.id) &&
    [null, 'COLUMN', 'BAR', 'LINE'].some((type) => type === value.type) &&
    Number.isInteger(value.headers) &&
    typeof value.transposed === 'boolean' &&
    isRecord(value.options) &&
    hasIntegers(value.position, 'row', 'column', 'offsetX', 'offsetY') &&
    Array.isArray(value.ranges) &&
    value.ranges.every((range: unknown) => hasIntegers(range, 'sheetId', 'row', 'column', 'rows', 'columns'))
  );
}

function isProtection(value: unknown): value is ProtectionState {
  return isRecord(value) && typeof value.description === 'string' && typeof value.warningOnly === 'boolean';
}

function hasIntegers(value: unknown, ...fields: readonly string[]): boolean {
  return isRecord(value) && fields.every((field) => Number.isInteger(value[field]));
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
