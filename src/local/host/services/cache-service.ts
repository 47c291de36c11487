/** The cache service: texts that expire. */
import { ServiceError } from '../errors.ts';
import type { CacheEntries } from '../run.ts';
import { Service } from '../service.ts';

/**
 * Most characters of a key, bytes of a value, and the default lifetime:
 * https://developers.google.com/apps-script/reference/cache/cache#putkey,-value
 */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;

export class CacheService extends Service {
  getDocumentCache(): Cache | null {
    return new Cache(this.run);
  }
}

/** The cache of a document. Entries expire by the host's clock. */
export class Cache extends Service {
  get(key: unknown): string | null {
    const entry = entriesOf(this).get(String(key));
    return entry === undefined || entry.expires <= this.run.now().getTime() ? null : entry.value;
  }

  put(key: unknown, value: unknown, expirationInSeconds: unknown = DEFAULT_SECONDS): void {
    if (String(key).length > KEY_LIMIT) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(String(value)) > VALUE_LIMIT) throw new ServiceError('Argument too large: value');
    const expires = this.run.now().getTime() + Number(expirationInSeconds) * 1000;
    entriesOf(this).set(String(key), { value: String(value), expires });
    this.run.installation.revisions.touch();
  }

  remove(key: unknown): void {
    if (entriesOf(this).delete(String(key))) this.run.installation.revisions.touch();
  }
}

function entriesOf({ run: { document, installation } }: Cache): CacheEntries {
  const entries: CacheEntries = installation.caches.get(document.id) ?? new Map();
  installation.caches.set(document.id, entries);
  return entries;
}
