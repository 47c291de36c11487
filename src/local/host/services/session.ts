import { createHash } from 'node:crypto';
import type { Run } from '../run.ts';
import { Service } from '../service.ts';

/** Who runs the script, and where. */
export class Session extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'Session';
  }

  getActiveUser(): User {
    return new User(this.run.user);
  }

  getEffectiveUser(): User {
    return new User(this.run.user);
  }

  getScriptTimeZone(): string {
    return this.run.scriptTimeZone;
  }

  getTemporaryActiveUserKey(): string {
    return createHash('sha256').update(this.run.user).digest('base64');
  }
}

export class User extends Service {
  readonly email: string;

  constructor(email: string) {
    super();
    this.email = email;
  }

  override get serviceName(): string {
    return 'User';
  }

  getEmail(): string {
    return this.email;
  }
}
