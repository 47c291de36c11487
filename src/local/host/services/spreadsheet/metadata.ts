/** Developer metadata: entries that scripts can see and people cannot. */

import type { DocumentState, MetadataEntry, SheetState } from '../../../workbook/document.ts';
import { largest } from '../../../workbook/largest.ts';
import { enumerationOf } from '../../enumeration.ts';
import type { Run } from '../../run.ts';
import { ServiceOf, signatureError, textOf } from '../../service.ts';
import { Sheet } from './sheet.ts';
import { refuseDeletedSheet } from './sheet-base.ts';

export const METADATA_VISIBILITY = enumerationOf('DOCUMENT PROJECT');

/** The sheet that has the metadata; null for the spreadsheet itself. */
type Owner = SheetState | null;

/** One entry of metadata. */
export class DeveloperMetadata extends ServiceOf<MetadataEntry> {
  readonly owner: Owner;

  constructor(run: Run, owner: Owner, entry: MetadataEntry) {
    super(run, entry);
    this.owner = owner;
  }

  getKey(): string {
    return this.state.key;
  }

  getValue(): string | null {
    return this.state.value;
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.run, this.owner);
  }

  setValue(value: unknown): this {
    const text = textOf(value, 'SpreadsheetApp.DeveloperMetadata.setValue', [value]);
    return update(this, (entry) => {
      entry.value = text;
    });
  }

  remove(): void {
    if (this.owner !== null) refuseDeletedSheet(this.run, this.owner);
    this.run.buffer.now((document) => {
      const { metadata } = this.owner ?? document;
      const index = metadata.indexOf(this.state);
      if (index >= 0) metadata.splice(index, 1);
    }, 'no cells');
  }
}

export class DeveloperMetadataLocation extends ServiceOf<Owner> {
  getSheet(): Sheet | null {
    return this.state === null ? null : new Sheet(this.run, this.state);
  }
}

/** Finds metadata on a sheet, or on the spreadsheet and all its sheets. */
export class DeveloperMetadataFinder extends ServiceOf<Owner> {
  readonly #conditions: ((metadata: DeveloperMetadata) => boolean)[] = [];

  withKey(key: unknown): this {
    this.#conditions.push(({ state }) => state.key === key);
    return this;
  }

  find(): DeveloperMetadata[] {
    this.run.buffer.apply();
    const owners: readonly Owner[] = this.state === null ? [null, ...this.run.document.sheets] : [this.state];
    return owners
      .flatMap((owner) => metadataOn(this.run, owner))
      .filter((metadata) => this.#conditions.every((holds) => holds(metadata)));
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

function update<Of extends DeveloperMetadata>(metadata: Of, change: (entry: MetadataEntry) => void): Of {
  if (metadata.owner !== null) refuseDeletedSheet(metadata.run, metadata.owner);
  metadata.run.buffer.now(() => change(metadata.state), 'no cells');
  return metadata;
}

function nextMetadataId({ metadata, sheets }: DocumentState): number {
  return largest([metadata, ...sheets.map((sheet) => sheet.metadata)].flat().map(({ id }) => id)) + 1;
}
