import { describe, expect, it } from 'vitest';
import { createDocument, nextRun, type Schedule } from '../../src/local/host/host.ts';
import { hostOf, NOW, scriptOf } from './running.ts';

/** What one person does, and what another then finds. */
describe('two people at one spreadsheet', () => {
  it.each([
    ['cells', `sheet.getRange('A1').setValue('mine')`, `sheet.getRange('A1').getValue()`, 'mine'],
    [
      'document properties',
      `PropertiesService.getDocumentProperties().setProperty('k', 'mine')`,
      `PropertiesService.getDocumentProperties().getProperty('k')`,
      'mine',
    ],
    [
      'the document’s cache',
      `CacheService.getDocumentCache().put('k', 'mine')`,
      `CacheService.getDocumentCache().get('k')`,
      'mine',
    ],
    [
      'user properties',
      `PropertiesService.getUserProperties().setProperty('k', 'mine')`,
      `PropertiesService.getUserProperties().getProperty('k')`,
      null,
    ],
    [
      'triggers',
      `ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create()`,
      `ScriptApp.getProjectTriggers().length`,
      0,
    ],
  ])('%s: the other finds %4$j', (_, write, read, found) => {
    const script = `function write() { ${SHEET} ${write}; } function read() { ${SHEET} return ${read}; }`;
    const host = hostOf(script, { user: 'one' });
    const other = host.as('other');
    host.execute('write');
    expect(other.execute('read').result).toEqual(found);
    expect(host.execute('read').result).not.toEqual(found === 'mine' ? null : found);
    expect(host.as('third').execute('read').result).toEqual(found);
  });

  it('user properties are in the document, so a copy of it has them', () => {
    const document = createDocument();
    const script = `function main(next) { const store = PropertiesService.getUserProperties(); const was = store.getProperty('k');
      store.setProperty('k', next); return was; }`;
    const host = hostOf(script, { document, user: 'one' });
    expect([host.execute('main', ['1']).result, host.as('other').execute('main', ['2']).result]).toEqual([
      null,
      null,
    ]);
    const again = hostOf(script, { document: structuredClone(document), user: 'one' });
    expect([again.execute('main', ['']).result, again.as('other').execute('main', ['']).result]).toEqual([
      '1',
      '2',
    ]);
  });

  it('the lock is not got while the first holds it', () => {
    const others: unknown[] = [];
    const host = hostOf(
      `function first() { const held = LockService.getDocumentLock().tryLock(1); SpreadsheetApp.flush(); return held; }
       function other() { return LockService.getDocumentLock().tryLock(1); }`,
      {
        onCall: (_, call, phase) => {
          if (call === 'SpreadsheetApp.flush' && phase === 'before') {
            others.push(host.as('other').execute('other').result);
          }
        },
      },
    );
    expect([host.execute('first').result, ...others]).toEqual([true, false]);
  });

  it('each answers their own dialogs, and has their own menus', () => {
    const host = hostOf(
      `function ask() { return String(SpreadsheetApp.getUi().alert('?', SpreadsheetApp.getUi().ButtonSet.YES_NO)); }
       function onOpen() { SpreadsheetApp.getUi().createMenu('메뉴').addItem('a', 'ask').addToUi(); }`,
    );
    const other = host.as('other', { answer: () => ({ button: 'NO' }) });
    expect([host.execute('ask').result, other.execute('ask').result]).toEqual(['YES', 'NO']);
    other.execute('onOpen', undefined, 'open');
    expect([host.menus.length, other.menus.length, host.as('other').menus.length]).toEqual([0, 1, 1]);
  });
});

/** https://developers.google.com/apps-script/guides/triggers/installable#restrictions */
describe('triggers of several people', () => {
  const CODE = `function install() { ScriptApp.newTrigger('whose').timeBased().onMonthDay(1).atHour(3).create(); }
    function many() { for (let count = 0; count < 20; count += 1) install(); }
    function mine() { return ScriptApp.getProjectTriggers().map((one) => one.getUniqueId()); }
    function remove() { ScriptApp.getProjectTriggers().forEach((one) => ScriptApp.deleteTrigger(one)); }
    function whose() { PropertiesService.getUserProperties().setProperty('ran', 'yes'); return ScriptApp.getProjectTriggers().length; }`;

  it('each sees and deletes their own', () => {
    const host = hostOf(CODE, { user: 'one' });
    const other = host.as('other');
    host.execute('install');
    other.execute('install');
    expect(host.triggers.map(({ id, owner }) => [id, owner])).toEqual([
      ['1', 'one'],
      ['2', 'other'],
    ]);
    expect(other.triggers).toBe(host.triggers);
    expect([host.execute('mine').result, other.execute('mine').result]).toEqual([['1'], ['2']]);
    other.execute('remove');
    expect(host.triggers.map(({ owner }) => owner)).toEqual(['one']);
  });

  it('each may have twenty', () => {
    const host = hostOf(CODE, { user: 'one' });
    expect([host.execute('many').error, host.as('other').execute('many').error]).toEqual([null, null]);
    expect(host.as('other').execute('install').error?.message).toContain('too many triggers');
    expect(host.triggers).toHaveLength(40);
  });

  it('run as whoever made them, whoever is at the keyboard', () => {
    const document = createDocument();
    const host = hostOf(CODE, { document, user: 'one' });
    host.as('other').execute('install');
    expect(host.fireTrigger('1').result).toBe(1);
    expect(document.userProperties.get('ran')).toBeUndefined();
    expect(document.userPropertiesOfOthers?.get('other')?.get('ran')).toBe('yes');
  });
});

describe('when a monthly trigger runs', () => {
  const trigger = (schedule: Schedule, disabled = false) => ({
    id: '1',
    owner: '',
    functionName: 'monthly',
    schedule,
    disabled,
  });

  it.each([
    ['later this month', { onMonthDay: 5, atHour: 9 }, '2024-04-02T01:00:00Z', '2024-04-05T00:00:00.000Z'],
    ['next month', { onMonthDay: 1, atHour: 9 }, '2024-04-02T01:00:00Z', '2024-05-01T00:00:00.000Z'],
    ['next year', { onMonthDay: 1, atHour: 3 }, '2024-12-02T01:00:00Z', '2024-12-31T18:00:00.000Z'],
    ['after its own run', { onMonthDay: 1, atHour: 9 }, '2024-04-01T00:00:00Z', '2024-05-01T00:00:00.000Z'],
    ['just before it', { onMonthDay: 1, atHour: 9 }, '2024-03-31T23:59:59Z', '2024-04-01T00:00:00.000Z'],
    [
      'in a zone that is a day behind',
      { onMonthDay: 1, atHour: 22, inTimezone: 'America/New_York' },
      '2024-04-02T01:00:00Z',
      '2024-04-02T02:00:00.000Z',
    ],
    [
      'in summer time',
      { onMonthDay: 15, atHour: 3, inTimezone: 'Europe/Paris' },
      '2024-07-01T00:00:00Z',
      '2024-07-15T01:00:00.000Z',
    ],
    ['in February', { onMonthDay: 28, atHour: 0 }, '2023-02-01T00:00:00Z', '2023-02-27T15:00:00.000Z'],
    [
      'without an hour: at the day’s first',
      { onMonthDay: 5 },
      '2024-04-02T01:00:00Z',
      '2024-04-04T15:00:00.000Z',
    ],
  ])('%s: %j after %s at %s', (_, schedule, after, at) => {
    expect(nextRun(trigger(schedule), new Date(after), 'Asia/Seoul')?.toISOString()).toBe(at);
  });

  it('never, if it is disabled', () => {
    expect(nextRun(trigger({ onMonthDay: 1 }, true), NOW, 'UTC')).toBeNull();
  });

  it('a trigger for a day that some months lack is refused when it is made, so the list never is', () => {
    const host = hostOf(
      `function late() { ScriptApp.newTrigger('run').timeBased().onMonthDay(29).create(); }
       function once() { ScriptApp.newTrigger('run').timeBased().after(3600000).create(); }
       function monthly() { ScriptApp.newTrigger('run').timeBased().onMonthDay(1).create(); }`,
    );
    expect(host.execute('late').error?.message).toBe(
      'not implemented in the local host: a trigger for day 29 of a month',
    );
    host.execute('once');
    host.execute('monthly');
    const due = host.dueTriggers(NOW, new Date(NOW.getTime() + 12 * 3_600_000));
    expect(due.map(({ trigger: { schedule } }) => schedule.onMonthDay ?? 'once')).toEqual(['once', 1]);
  });

  it('a host lists all due triggers of everybody, in order of time', () => {
    const host = hostOf(
      `function first() { ScriptApp.newTrigger('run').timeBased().onMonthDay(2).atHour(9).create(); }
       function second() { ScriptApp.newTrigger('run').timeBased().onMonthDay(1).atHour(0).create(); }`,
    );
    host.execute('first');
    host.as('other').execute('second');
    const due = host.dueTriggers(new Date('2024-03-31T15:00:00Z'), new Date('2024-05-02T00:00:00Z'));
    expect(due.map(({ trigger: { id, owner }, at }) => [id, owner, at.toISOString()])).toEqual([
      ['1', '', '2024-04-02T00:00:00.000Z'],
      ['2', 'other', '2024-04-30T15:00:00.000Z'],
      ['1', '', '2024-05-02T00:00:00.000Z'],
    ]);
    expect(host.dueTriggers(NOW, NOW)).toEqual([]);
  });

  it('a trigger made on the 5th for the 3rd runs first in the month after', () => {
    let now = new Date('2024-04-01T00:00:00Z');
    const host = hostOf(
      `function turnOn() { ScriptApp.newTrigger('run').timeBased().onMonthDay(3).atHour(7).create(); }`,
      { now: () => now },
    );
    const opened = now;
    now = new Date('2024-04-05T00:00:00Z');
    host.execute('turnOn');
    const dueUntil = (until: string) =>
      host.dueTriggers(opened, new Date(until)).map(({ at }) => at.toISOString());
    expect(dueUntil('2024-04-05T00:00:01Z')).toEqual([]);
    expect(dueUntil('2024-06-01T00:00:00Z')).toEqual(['2024-05-02T22:00:00.000Z']);
  });
});

const SHEET = 'const sheet = SpreadsheetApp.getActive().getSheets()[0];';

/** https://developers.google.com/apps-script/concepts/scopes */
describe('a scope that a person has not granted', () => {
  it('is refused at the call that needs it, to that person alone', () => {
    const host = hostOf(scriptOf('return ScriptApp.getProjectTriggers().length'), {
      withheld: ['script.scriptapp'],
    });
    expect(host.execute('main').error?.message).toBe(
      'Specified permissions are not sufficient to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    );
    expect(host.as('other').execute('main').result).toBe(0);
  });
});

/** https://support.google.com/docs/answer/1218656 */
describe('a tab that only somebody else may write', () => {
  it.each([`getRange('A1').setValue(1)`, `getRange('A1').setBackground('#ffffff')`, `insertRowsAfter(1, 1)`])(
    'refuses %s, and can still be read',
    (call) => {
      const document = createDocument();
      const [closed] = document.sheets;
      if (closed !== undefined)
        closed.protection = { description: '', warningOnly: false, editableByOthersOnly: true };
      const host = hostOf(
        scriptOf(`const read = sheet.getRange('A1').getValue(); sheet.${call}; return read`),
        {
          document,
        },
      );
      expect(host.execute('main').error?.message).toBe(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
    },
  );
});

describe('one script in two spreadsheets', () => {
  it.each([
    ['user properties', `PropertiesService.getUserProperties()`, 'mine'],
    ['script properties', `PropertiesService.getScriptProperties()`, 'mine'],
    ['document properties', `PropertiesService.getDocumentProperties()`, null],
  ])('%s: the other finds %3$j', (_, store, found) => {
    const host = hostOf(
      `function write() { ${store}.setProperty('k', 'mine'); } function read() { return ${store}.getProperty('k'); }`,
      { document: { ...createDocument(), id: 'first' } },
    );
    host.execute('write');
    expect(host.beside({ ...createDocument(), id: 'second' }).execute('read').result).toBe(found);
  });

  it('triggers are in one list, but document locks are separate', () => {
    const host = hostOf(
      `function make() { ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create(); }
       function count() { return [ScriptApp.getProjectTriggers().length, LockService.getDocumentLock().tryLock(0)]; }`,
      { document: { ...createDocument(), id: 'first' } },
    );
    host.execute('make');
    host.holdLock();
    expect(host.beside({ ...createDocument(), id: 'second' }).execute('count').result).toEqual([1, true]);
  });
});
