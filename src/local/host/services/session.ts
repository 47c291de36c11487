/**
 * The person who runs the script, and the script's locale and time zone. Our manifest does not ask for the
 * scope `userinfo.email`, so nobody's address can be read. The temporary key, which tells people apart
 * without naming them, needs no scope: https://developers.google.com/apps-script/reference/base/session
 */
import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { needsScope } from '../permissions.ts';
import { Service } from '../service.ts';

export class Session extends Service {
  getEffectiveUser(): User {
    throw new ServiceError(needsScope('Session.getEffectiveUser', 'userinfo.email'));
  }

  /**
   * Always English, the language of the error messages here:
   * https://developers.google.com/apps-script/reference/base/session#getactiveuserlocale
   */
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

/** The person of an event. */
export class User extends Service {}
