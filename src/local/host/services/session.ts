/**
 * Who runs the script, and where. Our manifest does not ask for `userinfo.email`, so that nobody's address is to be had:
 * https://developers.google.com/apps-script/reference/base/session names that scope for the method that gives a user, and none for
 * the key that tells people apart without naming them.
 */
import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { needsScope } from '../permissions.ts';
import { Service } from '../service.ts';

export class Session extends Service {
  getEffectiveUser(): User {
    throw new ServiceError(needsScope('Session.getEffectiveUser', 'userinfo.email'));
  }

  /** https://developers.google.com/apps-script/reference/base/session#getactiveuserlocale : the host's messages are Google's English ones. */
  getActiveUserLocale(): string {
    return 'en';
  }

  getScriptTimeZone(): string {
    return this.run.scriptTimeZone;
  }

  getTemporaryActiveUserKey(): string {
    return createHash('sha256').update(this.run.person.user).digest('base64');
  }
}

/** The person in an event. */
export class User extends Service {}
