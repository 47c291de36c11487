import type { DocumentState, MetadataEntry, SheetState } from '../../../workbook/document.ts';
import { Enumeration } from '../../enumeration.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError, textOf } from '../../service.ts';
import { Sheet } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';

export const METADATA_VISIBILITY = new Enumeration('DOCUMENT', 'PROJECT');
export const METADATA_LOCATION_TYPE = new Enumeration('SPREADSHEET', 'SHEET', 'ROW', 'COLUMN');

/** Where metadata stands: on a sheet, or on the spreadsheet where there is none. */
type Owner = SheetState | null;

/** One piece of developer metadata: a mark that scripts see and people do not. */
export class DeveloperMetadata extends Service {
  readonly run: Run;
  readonly owner: Owner;
  readonly entry: MetadataEntry;

  constructor(run: Run, owner: Owner, entry: MetadataEntry) {
    super();
    this.run = run;
    this.owner = owner;
    this.entry = entry;
  }

  override get serviceName(): string {
    return 'DeveloperMetadata';
  }

  getId(): number {
    return this.entry.id;
  }

  getKey(): string {
    return this.entry.key;
  }

  getValue(): string | null {
    return this.entry.value;
  }

  getVisibility(): unknown {
    return METADATA_VISIBILITY.value(this.entry.visibility);
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.run, this.owner);
  }

  setKey(key: unknown): this {
    const text = textOf(key, 'SpreadsheetApp.DeveloperMetadata.setKey', [key]);
    return changed(this, (entry) => {
      entry.key = text;
    });
  }

  setValue(value: unknown): this {
    const text = textOf(value, 'SpreadsheetApp.DeveloperMetadata.setValue', [value]);
    return changed(this, (entry) => {
      entry.value = text;
    });
  }

  setVisibility(visibility: unknown): this {
    const name = METADATA_VISIBILITY.nameOf(visibility);
    return changed(this, (entry) => {
      entry.visibility = name ?? entry.visibility;
    });
  }

  remove(): void {
    this.run.buffer.now((document) => {
      const { metadata } = this.owner ?? document;
      const index = metadata.indexOf(this.entry);
      if (index >= 0) metadata.splice(index, 1);
    }, 'no cells');
  }
}

export class DeveloperMetadataLocation extends Service {
  readonly run: Run;
  readonly owner: Owner;

  constructor(run: Run, owner: Owner) {
    super();
    this.run = run;
    this.owner = owner;
  }

  override get serviceName(): string {
    return 'DeveloperMetadataLocation';
  }

  getLocationType(): unknown {
    return METADATA_LOCATION_TYPE.value(this.owner === null ? 'SPREADSHEET' : 'SHEET');
  }

  getSheet(): Sheet | null {
    return this.owner === null ? null : new Sheet(this.run, this.owner);
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.owner === null ? new Spreadsheet(this.run) : null;
  }
}

/** Looks for metadata on a sheet, or on the spreadsheet and all its sheets. */
export class DeveloperMetadataFinder extends Service {
  readonly run: Run;
  readonly owner: Owner;
  private readonly conditions: ((metadata: DeveloperMetadata) => boolean)[] = [];

  constructor(run: Run, owner: Owner) {
    super();
    this.run = run;
    this.owner = owner;
  }

  override get serviceName(): string {
    return 'DeveloperMetadataFinder';
  }

  withId(id: unknown): this {
    this.conditions.push(({ entry }) => entry.id === id);
    return this;
  }

  withKey(key: unknown): this {
    this.conditions.push(({ entry }) => entry.key === key);
    return this;
  }

  withValue(value: unknown): this {
    this.conditions.push(({ entry }) => entry.value === value);
    return this;
  }

  withVisibility(visibility: unknown): this {
    const name = METADATA_VISIBILITY.nameOf(visibility);
    this.conditions.push(({ entry }) => entry.visibility === name);
    return this;
  }

  withLocationType(locationType: unknown): this {
    const name = METADATA_LOCATION_TYPE.nameOf(locationType);
    this.conditions.push(({ owner }) => name === (owner === null ? 'SPREADSHEET' : 'SHEET'));
    return this;
  }

  find(): DeveloperMetadata[] {
    this.run.buffer.apply();
    const owners: readonly Owner[] = this.owner === null ? [null, ...this.run.document.sheets] : [this.owner];
    return owners
      .flatMap((owner) => metadataOn(this.run, owner))
      .filter((metadata) => this.conditions.every((holds) => holds(metadata)));
  }
}

/** The metadata on a sheet, or on the spreadsheet itself. */
export function metadataOn(run: Run, owner: Owner): DeveloperMetadata[] {
  run.buffer.apply();
  return (owner ?? run.document).metadata.map((entry) => new DeveloperMetadata(run, owner, entry));
}

/** Adds metadata: `(key)`, `(key, value)`, `(key, visibility)` or `(key, value, visibility)`. */
export function addMetadata(run: Run, owner: Owner, values: readonly unknown[]): void {
  const [key, second, third] = values;
  const visibility = METADATA_VISIBILITY.nameOf(values.length === 2 ? second : third);
  if (typeof key !== 'string' || (values.length === 3 && visibility === null)) {
    const service = owner === null ? 'Spreadsheet' : 'Sheet';
    throw signatureError(`SpreadsheetApp.${service}.addDeveloperMetadata`, values);
  }
  const hasValue = values.length === 3 || (values.length === 2 && visibility === null);
  const value = hasValue ? String(second) : null;
  run.buffer.add((document) => {
    const target = owner === null ? document : document.sheets.find(({ id }) => id === owner.id);
    target?.metadata.push({
      id: nextMetadataId(document),
      key,
      value,
      visibility: visibility ?? 'DOCUMENT',
    });
  });
}

function changed<Of extends DeveloperMetadata>(metadata: Of, change: (entry: MetadataEntry) => void): Of {
  metadata.run.buffer.now(() => change(metadata.entry), 'no cells');
  return metadata;
}

function nextMetadataId({ metadata, sheets }: DocumentState): number {
  return Math.max(0, ...[metadata, ...sheets.map((sheet) => sheet.metadata)].flat().map(({ id }) => id)) + 1;
}
