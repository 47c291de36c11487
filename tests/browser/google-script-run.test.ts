/** Checks the local `google.script.run` and its server against Google's documentation of the real one. */
import { request } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocument, createHost } from '../../src/local/host/host.ts';
import {
  type PreviewServer,
  reply,
  type ScriptCall,
  startPreviewServer,
} from '../../src/local/preview/server/server.ts';
import { NOW } from '../support/running.ts';
import { describeInChromium } from './chromium.ts';

const CODE = `
  function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar')); }
  function echo(value) { return value; }
  function add(a, b) { return a + b; }
  function nothing() {}
  function day() { return { when: new Date() }; }
  function fail() { throw new Error('일부러'); }
  function own_() { return 1; }
`;

function hostOfCode() {
  return createHost({
    document: createDocument(),
    code: CODE,
    html: { Sidebar: '<!doctype html><html><head><title>시험</title></head><body></body></html>' },
    now: () => NOW,
  });
}

describeInChromium('google.script.run of the preview', (browser: () => Browser) => {
  const withPage = async (
    test: (page: Page, calls: readonly ScriptCall[], server: PreviewServer) => Promise<void>,
    wait: (call: ScriptCall) => Promise<void> = async () => undefined,
  ) => {
    const calls: ScriptCall[] = [];
    const server = await startPreviewServer({
      host: hostOfCode(),
      around: async (call, execute) => {
        calls.push(call);
        await wait(call);
        return execute();
      },
    });
    const page = await browser().newPage();
    try {
      await page.goto(server.sidebarUrl);
      await test(page, calls, server);
    } finally {
      await page.close();
      await server.close();
    }
  };

  it.each([
    ['a text', "'가나다 </script>\u2028'", '가나다 </script>\u2028'],
    ['nested plain data', '{ a: [1, null, { b: true }] }', { a: [1, null, { b: true }] }],
    ['nothing', 'undefined', null],
  ])('carries %s there and back', (_, value, expected) =>
    withPage(async (page) => {
      const answer = await page.evaluate(
        `new Promise((resolve, reject) => google.script.run.withSuccessHandler(resolve).withFailureHandler(reject).echo(${value}))`,
      );
      expect(answer).toEqual(expected);
    }),
  );

  it.each([
    ['a date', 'new Date()'],
    ['a date within', '{ a: [new Date()] }'],
    ['a function', '() => 1'],
    ['an element', 'document.body'],
    ['a map', 'new Map()'],
  ])('refuses %s at once', (_, value) =>
    withPage(async (page, calls) => {
      const thrown = await page.evaluate(
        `(() => { try { google.script.run.add(1, ${value}); return 'nothing'; } catch (error) { return error.name + ': ' + error.message; } })()`,
      );
      expect(thrown).toBe('TypeError: Failed due to illegal value in property: 1');
      expect(calls).toEqual([]);
    }),
  );

  it.each([
    ['what the script throws', 'fail()', '일부러'],
    [
      'a result that holds a date',
      'day()',
      'The script completed but the returned value is not a supported return type.',
    ],
  ])(
    'calls the failure handler for %s, with the user object and without a stack of the script',
    (_, call, message) =>
      withPage(async (page) => {
        const told = await page.evaluate(
          `new Promise((resolve) => google.script.run
          .withSuccessHandler(() => resolve('success'))
          .withFailureHandler((error, object) => resolve([error instanceof Error, error.name, error.message, object, error.stack.includes('Code.js')]))
          .withUserObject('mine').${call})`,
        );
        expect(told).toEqual([true, 'ScriptError', message, 'mine', false]);
      }),
  );

  it('answers later, never during the call, and returns nothing', () =>
    withPage(async (page) => {
      const order = await page.evaluate(
        `new Promise((resolve) => {
          const order = [];
          const returned = google.script.run.withSuccessHandler((sum, object) => { order.push(sum, object); resolve(order); }).withUserObject({ a: 1 }).add(1, 2);
          order.push(String(returned));
        })`,
      );
      expect(order).toEqual(['undefined', 3, { a: 1 }]);
    }));

  it('keeps the handlers of each chain apart', () =>
    withPage(async (page) => {
      const heard = await page.evaluate(
        `new Promise((resolve) => {
          const heard = [];
          const hear = (name) => (value) => { heard.push(name + value); if (heard.length === 2) resolve(heard.sort()); };
          const first = google.script.run.withSuccessHandler(hear('a'));
          const second = first.withSuccessHandler(hear('b'));
          first.echo(1); second.echo(2); google.script.run.echo(3);
        })`,
      );
      expect(heard).toEqual(['a1', 'b2']);
    }));

  it('has the public functions of the script, and no private ones', () =>
    withPage(async (page) => {
      const known = await page.evaluate(
        `['echo', 'own_', 'missing'].map((name) => typeof google.script.run[name])`,
      );
      expect(known).toEqual(['function', 'undefined', 'undefined']);
    }));

  it('runs at most ten calls at once; the others wait', async () => {
    let free: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      free = resolve;
    });
    await withPage(
      async (page, calls) => {
        await page.evaluate(
          `window.answers = 0; for (let i = 0; i < 13; i += 1) google.script.run.withSuccessHandler(() => { window.answers += 1; }).echo(i)`,
        );
        await expect.poll(() => calls.length).toBe(10);
        await page.waitForTimeout(200);
        expect(calls.length).toBe(10);
        free();
        await expect.poll(() => page.evaluate('window.answers')).toBe(13);
        expect(calls.map(({ values: [value] }) => value)).toEqual(expect.arrayContaining([10, 11, 12]));
      },
      () => gate,
    );
  });

  it('reports to the page that the server is gone', () =>
    withPage(async (page, _, server) => {
      await server.close();
      const told = await page.evaluate(
        `new Promise((resolve) => google.script.run.withFailureHandler((error) => resolve(error.message)).echo(1))`,
      );
      expect(told).toBe('NetworkError: Connection failure due to HTTP 0');
    }));
});

describe('the server of the preview', () => {
  let server: PreviewServer;
  beforeAll(async () => {
    server = await startPreviewServer({
      host: hostOfCode(),
      routes: { 'GET /': (_, response) => reply(response, 200, 'text/plain', 'more') },
    });
  });
  afterAll(() => server.close());

  const asked = (path: string, headers: Record<string, string> = {}, body: string | null = null) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      const sent = request(
        { hostname, port, path, headers, method: body === null ? 'GET' : 'POST' },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  const withToken = (path: string) => `${path}?token=${server.token}`;
  const call = (name: string, ...values: unknown[]) => JSON.stringify({ name, values });

  it('accepts connections only from this machine', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each<[string, () => ReturnType<typeof asked>, number]>([
    ["a page of one's own", () => asked(withToken('/')), 200],
    ['the sidebar', () => asked(withToken('/sidebar')), 200],
    ['anything else', () => asked(withToken('/../package.json')), 404],
    ['nobody without the token', () => asked('/'), 403],
    ['nobody with another token', () => asked(`/?token=${'0'.repeat(32)}`), 403],
    ['nobody by another name of this machine', () => asked(withToken('/'), { host: 'evil.example:80' }), 403],
    [
      'nobody by localhost, which may lead elsewhere',
      () => asked(withToken('/'), { host: 'localhost' }),
      403,
    ],
    [
      'no page of another origin',
      () => asked(withToken('/run'), { origin: 'http://evil.example' }, call('echo', 1)),
      403,
    ],
    [
      'no page without an origin of its own',
      () => asked(withToken('/run'), { origin: 'null' }, call('echo', 1)),
      403,
    ],
    ['no call without the token', () => asked('/run', {}, call('echo', 1)), 403],
    ['no call that is none', () => asked(withToken('/run'), {}, '{"name":1}'), 400],
    ['no call that is not even JSON', () => asked(withToken('/run'), {}, '<'), 400],
    ['no call by following a link', () => asked(withToken('/run')), 404],
  ])('serves %s', async (_, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  it.each([
    ['a function', call('add', 1, 2), { ok: true, result: 3 }],
    ['one that returns nothing', call('nothing'), { ok: true, result: null }],
    ['one that fails', call('fail'), { ok: false, name: 'ScriptError', message: '일부러' }],
    [
      'one of the script itself',
      call('own_'),
      { ok: false, name: 'ScriptError', message: 'Script function not found: own_' },
    ],
    [
      'none',
      call('missing'),
      { ok: false, name: 'ScriptError', message: 'Script function not found: missing' },
    ],
  ])('answers a call of %s', async (_, body, answer) => {
    expect(JSON.parse((await asked(withToken('/run'), {}, body)).text)).toEqual(answer);
  });
});
