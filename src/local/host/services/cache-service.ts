import { ServiceError } from '../errors.ts';
import { type CacheEntries, type LockKind, ownName, type Run } from '../run.ts';
import { Service } from '../service.ts';

/** https://developers.google.com/apps-script/reference/cache/cache#putkey,-value */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;

/** Texts that are kept for a while. */
export class CacheService extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'CacheService';
  }

  getDocumentCache(): Cache | null {
    return new Cache(this.run, 'document');
  }

  getScriptCache(): Cache {
    return new Cache(this.run, 'script');
  }

  getUserCache(): Cache {
    return new Cache(this.run, 'user');
  }
}

/** One cache; its time is the host's clock. */
export class Cache extends Service {
  readonly run: Run;
  readonly kind: LockKind;

  constructor(run: Run, kind: LockKind) {
    super();
    this.run = run;
    this.kind = kind;
  }

  override get serviceName(): string {
    return 'Cache';
  }

  get(key: unknown): string | null {
    const entry = entriesOf(this).get(String(key));
    return entry === undefined || entry.expires <= this.run.now().getTime() ? null : entry.value;
  }

  put(key: unknown, value: unknown, expirationInSeconds: unknown = DEFAULT_SECONDS): void {
    if (String(key).length > KEY_LIMIT) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(String(value), 'utf8') > VALUE_LIMIT) {
      throw new ServiceError('Argument too large: value');
    }
    const expires = this.run.now().getTime() + Number(expirationInSeconds) * 1000;
    entriesOf(this).set(String(key), { value: String(value), expires });
    this.run.installation.revisions.touch();
  }

  remove(key: unknown): void {
    if (entriesOf(this).delete(String(key))) this.run.installation.revisions.touch();
  }
}

function entriesOf({ run, kind }: Cache): CacheEntries {
  const { caches } = run.installation;
  const name = ownName(kind, run.person);
  const entries: CacheEntries = caches.get(name) ?? new Map();
  caches.set(name, entries);
  return entries;
}
