/** Rules about what outlives an execution or keeps others out: properties, cache, locks, triggers. */
import {
  allRefused,
  documented,
  inferred,
  type Rule,
  reference,
  refusal,
  refusals,
  refused,
  reported,
} from './rule.ts';

const QUOTAS = documented('https://developers.google.com/apps-script/guides/services/quotas');

/** Runs `use` and restores the document properties afterwards. */
function withProperties<Found>(use: (store: GoogleAppsScript.Properties.Properties) => Found): Found {
  const store = PropertiesService.getDocumentProperties();
  const before = store.getProperties();
  try {
    return use(store);
  } finally {
    store.setProperties(before, true);
  }
}

const KEY = 'host-check';

export const STORES: readonly Rule[] = [
  {
    name: 'properties are texts, found until they are deleted',
    source: reference('properties/properties#setpropertykey,-value'),
    expected: {
      set: '1',
      several: ['2', '3'],
      deleted: null,
      all: ['host-check a', 'host-check b'],
    },
    find: () =>
      withProperties((store) => {
        store.setProperty(`${KEY} a`, '1');
        const set = store.getProperty(`${KEY} a`);
        store.setProperties({ [`${KEY} b`]: '2', [`${KEY} c`]: '3' });
        const several = [store.getProperty(`${KEY} b`), store.getProperty(`${KEY} c`)];
        store.deleteProperty(`${KEY} c`);
        return {
          set,
          several,
          deleted: store.getProperty(`${KEY} c`),
          all: store
            .getKeys()
            .filter((key) => key.startsWith(KEY))
            .sort(),
        };
      }),
  },
  {
    name: 'a property holds 9 KB',
    source: QUOTAS,
    expected: { '8 KB': 8192, '10 KB': refused('Argument too large: value') },
    find: () =>
      withProperties((store) => {
        store.setProperty(KEY, 'x'.repeat(8192));
        return {
          '8 KB': store.getProperty(KEY)?.length ?? null,
          '10 KB': refusal(() => store.setProperty(KEY, 'x'.repeat(10_240))),
        };
      }),
  },
  {
    name: 'the size of a property is that of its bytes: a Korean letter is three',
    source: inferred('https://developers.google.com/apps-script/guides/services/quotas'),
    expected: refused('Argument too large: value'),
    find: () => withProperties((store) => refusal(() => store.setProperty(KEY, '가'.repeat(3500)))),
  },
  {
    name: 'the properties of a store hold 500 KB together',
    source: reported('https://github.com/lucasvtiradentes/gcal-sync/issues/115'),
    expected: refused(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ),
    find: () =>
      withProperties((store) => {
        const many = Array.from({ length: 60 }, (_, index) => [`${KEY} ${index}`, 'x'.repeat(9000)]);
        return refusal(() => store.setProperties(Object.fromEntries(many)));
      }),
  },
  {
    name: 'the cache gives what was put into it, null for what was not or has been taken out',
    source: reference('cache/cache#getkey'),
    expected: { put: 'v', never: null, removed: null },
    find: () => {
      const cache = CacheService.getDocumentCache();
      if (cache === null) return 'no cache';
      cache.put(KEY, 'v', 60);
      const put = cache.get(KEY);
      cache.remove(KEY);
      return { put, never: cache.get(`${KEY} never`), removed: cache.get(KEY) };
    },
  },
  {
    name: 'the cache takes keys of 250 letters and values of 100 KB',
    source: reported('https://github.com/joseballester/muFunds/issues/13'),
    expected: allRefused({ value: 'Argument too large: value', key: 'Argument too large: key' }),
    find: () => {
      const cache = CacheService.getDocumentCache();
      return refusals({
        value: () => cache?.put(KEY, 'v'.repeat(102_401)),
        key: () => cache?.put('k'.repeat(251), 'v'),
      });
    },
  },
  {
    name: 'a lock that nobody holds is got at once, is had until it is released, and is no hindrance to whoever holds it',
    source: reference('lock/lock#trylocktimeoutinmillis'),
    expected: { before: false, got: true, had: true, again: true, released: false },
    find: () => {
      const lock = LockService.getDocumentLock();
      const before = lock.hasLock();
      const got = lock.tryLock(1000);
      try {
        const held = { before, got, had: lock.hasLock(), again: lock.tryLock(1000) };
        lock.releaseLock();
        return { ...held, released: lock.hasLock() };
      } finally {
        lock.releaseLock();
      }
    },
  },
  {
    name: 'nobody waits for less than nothing',
    source: inferred('utilities/utilities#sleepmilliseconds'),
    expected: { sleep: true, tryLock: true },
    find: () => {
      const isRefused = (call: () => unknown) => refusal(call) !== 'not refused';
      return {
        sleep: isRefused(() => Utilities.sleep(-1)),
        tryLock: isRefused(() => LockService.getDocumentLock().tryLock(-1)),
      };
    },
  },
  {
    name: 'a time trigger is listed with its function until it is deleted, and twenty are the most that a person has of a script',
    source: QUOTAS,
    expected: {
      installed: 20,
      'one more': refused(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      ),
      listed: 'checkHost',
      left: 0,
    },
    find: () => {
      const before = ScriptApp.getProjectTriggers().length;
      const made: GoogleAppsScript.Script.Trigger[] = [];
      const install = () => {
        made.push(ScriptApp.newTrigger('checkHost').timeBased().onMonthDay(28).atHour(3).create());
      };
      const uninstall = () => {
        for (let one = made.pop(); one !== undefined; one = made.pop()) ScriptApp.deleteTrigger(one);
      };
      try {
        while (before + made.length < 20) install();
        const oneMore = refusal(install);
        const listed = ScriptApp.getProjectTriggers();
        const first = listed.find((one) => one.getUniqueId() === made[0]?.getUniqueId());
        uninstall();
        return {
          installed: listed.length,
          'one more': oneMore,
          listed: first?.getHandlerFunction() ?? null,
          left: ScriptApp.getProjectTriggers().length - before,
        };
      } finally {
        uninstall();
      }
    },
  },
  {
    name: 'a trigger that cannot be is refused when it is made',
    source: reference('script/clock-trigger-builder#onmonthdayday'),
    expected: true,
    find: () => {
      const seen = refusal(() => {
        ScriptApp.deleteTrigger(
          ScriptApp.newTrigger('checkHost').timeBased().onMonthDay(32).atHour(3).create(),
        );
      });
      return seen !== 'not refused';
    },
  },
];
