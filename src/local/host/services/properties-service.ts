import { ServiceError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Service, signatureError } from '../service.ts';

/** https://developers.google.com/apps-script/guides/services/quotas : 9 KB a value, 500 KB a store. */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** Small texts that outlive executions. */
export class PropertiesService extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'PropertiesService';
  }

  getDocumentProperties(): Properties {
    return new Properties(this.run, this.run.document.documentProperties);
  }

  getScriptProperties(): Properties {
    return new Properties(this.run, this.run.document.scriptProperties);
  }

  getUserProperties(): Properties {
    return new Properties(this.run, this.run.person.userProperties);
  }
}

/** One store of properties. */
export class Properties extends Service {
  readonly run: Run;
  readonly store: Map<string, string>;

  constructor(run: Run, store: Map<string, string>) {
    super();
    this.run = run;
    this.store = store;
  }

  override get serviceName(): string {
    return 'Properties';
  }

  getProperty(key: unknown): string | null {
    return this.store.get(String(key)) ?? null;
  }

  getKeys(): string[] {
    return [...this.store.keys()];
  }

  getProperties(): { [key: string]: string } {
    return Object.fromEntries(this.store);
  }

  setProperty(key: unknown, value: unknown): this {
    return save(this, new Map(this.store), [[key, value]]);
  }

  setProperties(properties: unknown, deleteAllOthers?: unknown): this {
    if (typeof properties !== 'object' || properties === null) {
      throw signatureError('PropertiesService.Properties.setProperties', [properties]);
    }
    return save(this, deleteAllOthers === true ? new Map() : new Map(this.store), Object.entries(properties));
  }

  deleteProperty(key: unknown): this {
    const next = new Map(this.store);
    next.delete(String(key));
    return replace(this, next);
  }

  deleteAllProperties(): this {
    return replace(this, new Map());
  }
}

function save<Of extends Properties>(
  properties: Of,
  next: Map<string, string>,
  entries: readonly (readonly [unknown, unknown])[],
): Of {
  for (const [key, value] of entries) {
    if (bytes(String(value)) > VALUE_LIMIT) throw new ServiceError('Argument too large: value');
    next.set(String(key), String(value));
  }
  let size = 0;
  for (const [key, value] of next) size += bytes(key) + bytes(value);
  if (size > STORE_LIMIT) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  return replace(properties, next);
}

/** Properties are no part of the spreadsheet's buffer: they are there at once. */
function replace<Of extends Properties>(properties: Of, next: ReadonlyMap<string, string>): Of {
  const { store, run } = properties;
  if (next.size === store.size && [...next].every(([key, value]) => store.get(key) === value)) {
    return properties;
  }
  store.clear();
  for (const [key, value] of next) store.set(key, value);
  run.installation.revisions.touch();
  return properties;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
