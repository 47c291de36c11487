import { ServiceError } from '../errors.ts';
import { type LockKind, ownName, type Run } from '../run.ts';
import { Service } from '../service.ts';

/** Locks against other executions. */
export class LockService extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'LockService';
  }

  getDocumentLock(): Lock {
    return new Lock(this.run, 'document');
  }

  getScriptLock(): Lock {
    return new Lock(this.run, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this.run, 'user');
  }
}

/** One lock. Nothing runs beside an execution here, so that waiting for somebody else's lock ends at once and in vain. */
export class Lock extends Service {
  readonly run: Run;
  private readonly name: string;

  constructor(run: Run, kind: LockKind) {
    super();
    this.run = run;
    this.name = ownName(kind, run.person);
  }

  override get serviceName(): string {
    return 'Lock';
  }

  hasLock(): boolean {
    return this.run.installation.locks.get(this.name) === this.run.holder;
  }

  tryLock(_timeoutInMillis: unknown): boolean {
    const { locks } = this.run.installation;
    if (!locks.has(this.name)) locks.set(this.name, this.run.holder);
    return this.hasLock();
  }

  waitLock(timeoutInMillis: unknown): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
    }
  }

  releaseLock(): void {
    if (this.hasLock()) this.run.installation.locks.delete(this.name);
  }
}
