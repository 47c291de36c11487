import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostOf, messageOf, NOW, resultOf } from './running.ts';

/** https://developers.google.com/apps-script/guides/triggers/installable */
describe('triggers', () => {
  const CODE = `function install() {
      return ScriptApp.newTrigger('monthly').timeBased().onMonthDay(1).atHour(3).inTimezone('Asia/Seoul').create().getUniqueId();
    }
    function monthly(event) { return { ...event, authMode: String(event.authMode) }; }
    function list() { return ScriptApp.getProjectTriggers().map((one) => one.getHandlerFunction()); }
    function remove() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }`;

  it('are installed, listed and deleted', () => {
    const host = hostOf(CODE);
    const id = host.execute('install').result;
    expect(host.triggers).toEqual([
      {
        id,
        owner: '',
        functionName: 'monthly',
        schedule: { onMonthDay: 1, atHour: 3, inTimezone: 'Asia/Seoul' },
        disabled: false,
        made: NOW.getTime(),
      },
    ]);
    expect(host.execute('list').result).toEqual(['monthly']);
    host.execute('remove');
    expect(host.triggers).toEqual([]);
  });

  it('fire with the time in UTC', () => {
    const host = hostOf(CODE);
    const id = String(host.execute('install').result);
    expect(host.fireTrigger(id).result).toEqual({
      authMode: 'FULL',
      triggerUid: id,
      year: 2024,
      month: 3,
      'day-of-month': 31,
      'day-of-week': 7,
      'week-of-year': 13,
      hour: 3,
      minute: 0,
      second: 0,
      timezone: 'UTC',
    });
  });

  it('are disabled when a trigger makes them', () => {
    const host = hostOf(CODE);
    const id = String(host.execute('install', [], 'trigger').result);
    expect(host.triggers[0]?.disabled).toBe(true);
    expect(() => host.fireTrigger(id)).toThrow('is disabled');
    expect(() => host.fireTrigger('none')).toThrow('does not exist');
  });

  it.each([
    ['onMonthDay(32).create()', 'The value you specified for onMonthDay is out of range: 32'],
    ['atHour(3).create()', 'The trigger has no time: say onMonthDay or after.'],
  ])('timeBased().%s is refused', (steps, message) => {
    expect(messageOf(`ScriptApp.newTrigger('main').timeBased().${steps}`)).toBe(message);
  });
});

/** https://developers.google.com/apps-script/reference/utilities/utilities */
describe('Utilities', () => {
  it('formatDate does not guess the meaning of an unknown zone', () => {
    expect(messageOf(`Utilities.formatDate(new Date(), 'Nowhere', 'yyyy')`)).toBe(
      'not implemented in the local host: the time zone Nowhere',
    );
  });

  it('sleeping takes no time: the clock is moved from outside alone', () => {
    expect(resultOf('Utilities.sleep(60000); return new Date()')).toEqual(NOW);
  });
});

describe('who the user is, and where', () => {
  it('the user is unknown: our manifest does not ask for addresses', () => {
    const manifest = readFileSync(new URL('../../appsscript.json', import.meta.url), 'utf8');
    expect(manifest).not.toContain('userinfo.email');
    expect(messageOf('Session.getEffectiveUser()', { user: 'staff@example.com' })).toBe(
      'Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
  });

  it('Session knows the zone of the script', () => {
    expect(resultOf('return Session.getScriptTimeZone()')).toBe('Asia/Seoul');
  });

  it('the spreadsheet refuses an unknown zone', () => {
    expect(messageOf(`book.setSpreadsheetTimeZone('Nowhere/Else')`)).toBe('Invalid argument: Nowhere/Else');
  });
});

/** https://developers.google.com/apps-script/reference/cache/cache */
describe('the cache', () => {
  it('forgets when its time has come', () => {
    let now = NOW;
    const host = hostOf(
      `function put() { CacheService.getDocumentCache().put('k', 'v', 60); } function get() { return CacheService.getDocumentCache().get('k'); }`,
      { now: () => now },
    );
    host.execute('put');
    expect(host.execute('get').result).toBe('v');
    now = new Date(NOW.getTime() + 60_000);
    expect(host.execute('get').result).toBeNull();
  });
});
