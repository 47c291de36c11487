/** The lock of a document against concurrent executions. */
import { ServiceError } from '../errors.ts';
import { integerOf, Service } from '../service.ts';

export class LockService extends Service {
  getDocumentLock(): Lock {
    return new Lock(this.run);
  }
}

/** No two executions run at the same time here, so waiting for another's lock fails at once. */
export class Lock extends Service {
  hasLock(): boolean {
    return this.run.installation.locks.get(this.run.document.id) === this.run.holder;
  }

  tryLock(timeoutInMillis: unknown): boolean {
    const patience = integerOf(timeoutInMillis, 'LockService.Lock.tryLock', [timeoutInMillis]);
    if (patience < 0) throw new ServiceError(`Invalid argument: ${patience}`);
    const { document, holder, installation } = this.run;
    if (!installation.locks.has(document.id)) installation.locks.set(document.id, holder);
    return this.hasLock();
  }

  releaseLock(): void {
    if (this.hasLock()) this.run.installation.locks.delete(this.run.document.id);
  }
}
