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
    return new Properties(this.run.document.documentProperties);
  }

  getScriptProperties(): Properties {
    return new Properties(this.run.document.scriptProperties);
  }

  getUserProperties(): Properties {
    return new Properties(this.run.document.userProperties);
  }
}

/** One store of properties. */
export class Properties extends Service {
  readonly store: Map<string, string>;

  constructor(store: Map<string, string>) {
    super();
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
    save(this.store, new Map(this.store), [[key, value]]);
    return this;
  }

  setProperties(properties: unknown, deleteAllOthers?: unknown): this {
    if (typeof properties !== 'object' || properties === null) {
      throw signatureError('PropertiesService.Properties.setProperties', [properties]);
    }
    save(this.store, deleteAllOthers === true ? new Map() : new Map(this.store), Object.entries(properties));
    return this;
  }

  deleteProperty(key: unknown): this {
    this.store.delete(String(key));
    return this;
  }

  deleteAllProperties(): this {
    this.store.clear();
    return this;
  }
}

function save(
  store: Map<string, string>,
  next: Map<string, string>,
  entries: readonly (readonly [unknown, unknown])[],
): void {
  for (const [key, value] of entries) {
    if (bytes(String(value)) > VALUE_LIMIT) {
      throw new ServiceError('Argument too large: value');
    }
    next.set(String(key), String(value));
  }
  let size = 0;
  for (const [key, value] of next) {
    size += bytes(key) + bytes(value);
  }
  if (size > STORE_LIMIT) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  store.clear();
  for (const [key, value] of next) {
    store.set(key, value);
  }
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
