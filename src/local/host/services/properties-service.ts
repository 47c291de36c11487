/** Properties: small texts that outlive executions. */
import { ServiceError } from '../errors.ts';
import { Service, ServiceOf, signatureError } from '../service.ts';

/**
 * Most bytes of a value (9 KB) and of a store (500 KB):
 * https://developers.google.com/apps-script/guides/services/quotas
 */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

export class PropertiesService extends Service {
  getDocumentProperties(): Properties {
    return new Properties(this.run, this.run.document.documentProperties);
  }

  getScriptProperties(): Properties {
    return new Properties(this.run, this.run.installation.scriptProperties);
  }

  getUserProperties(): Properties {
    return new Properties(this.run, this.run.person.userProperties);
  }
}

/** One store of properties. */
export class Properties extends ServiceOf<Map<string, string>> {
  getProperty(key: unknown): string | null {
    return this.state.get(String(key)) ?? null;
  }

  getKeys(): string[] {
    return [...this.state.keys()];
  }

  getProperties(): { [key: string]: string } {
    return Object.fromEntries(this.state);
  }

  setProperty(key: unknown, value: unknown): this {
    return save(this, new Map(this.state), [[key, value]]);
  }

  setProperties(properties: unknown, deleteAllOthers?: unknown): this {
    if (typeof properties !== 'object' || properties === null) {
      throw signatureError('PropertiesService.Properties.setProperties', [properties]);
    }
    return save(this, new Map(deleteAllOthers === true ? [] : this.state), Object.entries(properties));
  }

  deleteProperty(key: unknown): this {
    const next = new Map(this.state);
    next.delete(String(key));
    return replace(this, next);
  }
}

function save<Of extends Properties>(
  properties: Of,
  next: Map<string, string>,
  entries: readonly (readonly [unknown, unknown])[],
): Of {
  for (const [key, value] of entries) {
    if (Buffer.byteLength(String(value)) > VALUE_LIMIT) throw new ServiceError('Argument too large: value');
    next.set(String(key), String(value));
  }
  let size = 0;
  for (const [key, value] of next) size += Buffer.byteLength(key) + Buffer.byteLength(value);
  if (size > STORE_LIMIT) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  return replace(properties, next);
}

/** Replaces the content of a store. Properties bypass the write buffer and take effect at once. */
function replace<Of extends Properties>(properties: Of, next: ReadonlyMap<string, string>): Of {
  const { state, run } = properties;
  if (next.size === state.size && [...next].every(([key, value]) => state.get(key) === value)) {
    return properties;
  }
  state.clear();
  for (const [key, value] of next) state.set(key, value);
  run.installation.revisions.touch();
  return properties;
}
