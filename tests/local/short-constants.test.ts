import { describe, expect, it } from 'vitest';
import { withShortConstants } from '../../src/local/short-constants.ts';

describe('constants of a script', () => {
  it.each([
    ['are short wherever they are used', 'var LIMIT = 3; f(LIMIT, LIMIT + 1);', 'var $a = 3; f($a, $a + 1);'],
    [
      'are not the properties of their names',
      'var LIMIT = { LIMIT: 1 }; LIMIT.LIMIT;',
      'var $a = { LIMIT: 1 }; $a.LIMIT;',
    ],
    [
      'are looked up by a computed name',
      'var KEY = "k"; a[KEY] = { [KEY]: 1 };',
      'var $a = "k"; a[$a] = { [$a]: 1 };',
    ],
    ['stay properties where they are both', 'var KEY = 1; f({ KEY });', 'var $a = 1; f({ KEY: $a });'],
    ['take no name that is there', 'var $a = 1, KEY = $a;', 'var $a = 1, $b = $a;'],
    [
      'leave texts and functions alone',
      'function KEY2() { return "KEY"; } var KEY = KEY2;',
      'function KEY2() { return "KEY"; } var $a = KEY2;',
    ],
    ['are what is no function', 'var list = [], of = () => list;', 'var $a = [], of = () => $a;'],
    ['are given a value at once', 'var later; later = () => 1;', 'var later; later = () => 1;'],
    [
      'are none where the script declares none',
      'f(JSON.stringify(Infinity));',
      'f(JSON.stringify(Infinity));',
    ],
  ])('%s', (_, code, short) => {
    expect(withShortConstants(code)).toBe(short);
  });

  it('each have a name of their own', () => {
    const names = Array.from({ length: 3000 }, (_, number) => `NAME_${number}`);
    const short = withShortConstants(`var ${names.map((name) => `${name} = 0`).join(', ')};`);
    expect(new Set(short.match(/\$\w+/g)).size).toBe(names.length);
  });
});
