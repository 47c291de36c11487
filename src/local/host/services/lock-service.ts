/** Locks against concurrent executions. */
import { ServiceError } from '../errors.ts';
import { type LockKind, ownName } from '../run.ts';
import { integerOf, Service, ServiceOf } from '../service.ts';

export class LockService extends Service {
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

/** One lock. No two executions run at the same time here, so waiting for another's lock fails at once. */
export class Lock extends ServiceOf<LockKind> {
  hasLock(): boolean {
    return this.run.installation.locks.get(nameOf(this)) === this.run.holder;
  }

  tryLock(timeoutInMillis: unknown): boolean {
    const patience = integerOf(timeoutInMillis, 'LockService.Lock.tryLock', [timeoutInMillis]);
    if (patience < 0) throw new ServiceError(`Invalid argument: ${patience}`);
    const { locks } = this.run.installation;
    if (!locks.has(nameOf(this))) locks.set(nameOf(this), this.run.holder);
    return this.hasLock();
  }

  waitLock(timeoutInMillis: unknown): void {
    if (this.tryLock(timeoutInMillis)) return;
    throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }

  releaseLock(): void {
    if (this.hasLock()) this.run.installation.locks.delete(nameOf(this));
  }
}

function nameOf({ run, state }: Lock): string {
  return ownName(state, run);
}
