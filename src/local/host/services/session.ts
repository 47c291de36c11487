/**
 * The person who runs the script, and the script's locale and time zone. Our manifest does not ask for the
 * scope `userinfo.email`, so nobody's address can be read.
 */
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
}

/** The person of an event. */
export class User extends Service {}
