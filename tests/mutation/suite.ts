/**
 * The few functions of vitest that the quick tests use, with vitest's own matchers. With them one process
 * loads and runs a test file a thousand times, in milliseconds each. A worker of vitest would take a second.
 */
import { readFileSync } from 'node:fs';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

/** The tests of one file, and the module it imports as `vitest`. */
export interface Suite {
  readonly tests: readonly Test[];
  readonly vitest: object;
}

type Body = (...args: readonly unknown[]) => unknown;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const asymmetricMatchers: object = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT);

export function suiteOf(folder: URL): Suite {
  const tests: Test[] = [];
  const above: string[] = [];
  /** What has to run before the tests that follow, each once. */
  const before: (() => unknown)[] = [];

  chai.util.addMethod(chai.Assertion.prototype, 'toMatchFileSnapshot', function (this: object, file: string) {
    const golden = readFileSync(new URL(file, folder), 'utf8');
    if (chai.util.flag(this, 'object') !== golden) throw new Error(`not as in ${file}`);
  });

  chai.util.addMethod(
    chai.Assertion.prototype,
    'toMatchInlineSnapshot',
    function (this: object, text: string) {
      const lines = text.trim().split('\n');
      const indentation = /^\n( *)/.exec(text)?.[1] ?? '';
      const golden = lines.map((line) =>
        line.startsWith(indentation) ? line.slice(indentation.length) : line,
      );
      if (`"${chai.util.flag(this, 'object')}"` !== golden.join('\n')) throw new Error('not as written here');
    },
  );

  const add = (name: string, run: () => unknown) => {
    const first = [...before];
    tests.push({
      name: [...above, name].join(' > '),
      run: async () => {
        for (const prepare of first) await prepare();
        return run();
      },
    });
  };
  const beforeAll = (prepare: () => unknown) => {
    let prepared: Promise<unknown> | null = null;
    before.push(() => {
      prepared ??= Promise.resolve(prepare());
      return prepared;
    });
  };
  const each = (register: (name: string, run: () => unknown) => void) => (rows: readonly unknown[]) => {
    return (name: string, ...rest: readonly unknown[]) => {
      const body = bodyAmong(rest);
      rows.forEach((row, index) => {
        register(`${name} [${index + 1}]`, () => (Array.isArray(row) ? body(...row) : body(row)));
      });
    };
  };
  const it = (name: string, ...rest: readonly unknown[]) => add(name, bodyAmong(rest));
  const describe = (name: string, ...rest: readonly unknown[]) => {
    const outside = before.length;
    above.push(name);
    bodyAmong(rest)();
    above.pop();
    before.splice(outside);
  };
  const skip = () => {};

  return {
    tests,
    vitest: {
      beforeAll,
      it: Object.assign(it, { each: each(add), skip }),
      describe: Object.assign(describe, {
        each: each((name, run) => describe(name, run)),
        skip,
      }),
      expect: Object.assign(
        (value: unknown, message?: string) => chai.expect(value, message),
        chai.expect,
        asymmetricMatchers,
      ),
    },
  };
}

/** The function among the arguments after a test's name. Options and a timeout may be among them. */
function bodyAmong(given: readonly unknown[]): Body {
  const body = given.find((one): one is Body => typeof one === 'function');
  if (body === undefined) throw new Error('a test without a function');
  return body;
}
