import { documented, inferred, type Rule, reported, type Seen } from './rule.ts';

const V8 = 'https://developers.google.com/apps-script/guides/v8-runtime';

const ABSENT: readonly string[] = [
  'setTimeout',
  'setInterval',
  'fetch',
  'XMLHttpRequest',
  'structuredClone',
  'process',
  'require',
  'window',
  'document',
];

export const RUNTIME: readonly Rule[] = [
  {
    name: 'a script has no timers, no network of its own, and nothing of a browser or of Node',
    source: inferred(V8),
    expected: Object.fromEntries(ABSENT.map((name) => [name, 'undefined'])),
    find: () =>
      Object.fromEntries(ABSENT.map((name): [string, Seen] => [name, typeof Reflect.get(globalThis, name)])),
  },
  {
    name: 'the language of the bundle works: ECMAScript 2020',
    source: documented(V8),
    expected: [true, 2, 1, 5, '18446744073709551616', 'function', '005 x', '50'],
    find: () => [
      [1, [2, [3]]].flat(2).includes(3),
      [...'a-b'.matchAll(/[a-z]/g)].length,
      Object.fromEntries([['a', 1]]).a ?? null,
      (Reflect.get({}, 'x') ?? 2) + (Reflect.get({}, 'y')?.z ?? 3),
      String(BigInt(2) ** BigInt(64)),
      typeof Promise.allSettled,
      `${'5'.padStart(3, '0')} ${' x '.trim()}`,
      /(?<=₩)\d+/u.exec('₩50')?.[0] ?? null,
    ],
  },
  {
    name: 'values that come from services are arrays, dates, errors and objects of the script’s own',
    source: inferred(V8),
    expected: [true, true, true, true, true],
    find: ({ book, cells }) => {
      const values = cells(1, 2)
        .setValues([[new Date(2024, 2, 5), '']])
        .getValues();
      let error: unknown = null;
      try {
        book.getRange('어디');
      } catch (thrown) {
        error = thrown;
      }
      return [
        Object.getPrototypeOf(values) === Array.prototype,
        Object.getPrototypeOf(values[0]) === Array.prototype,
        values[0]?.[0] instanceof Date,
        error instanceof Error,
        Object.getPrototypeOf(book.getSheets()) === Array.prototype,
      ];
    },
  },
  {
    name: 'an address is not given to a script whose manifest does not ask for it; the refusal names the scope',
    source: reported('https://github.com/hijonathan/google-scripts/issues/14'),
    expected: true,
    find: () => {
      try {
        Session.getEffectiveUser().getEmail();
        return false;
      } catch (error) {
        return (
          error instanceof Error && error.message.includes('https://www.googleapis.com/auth/userinfo.email')
        );
      }
    },
  },
];
