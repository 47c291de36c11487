/** How the preview answers malformed requests, and a workbook that cannot be saved. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocument, createHost, type DocumentState } from '../../../src/local/host/host.ts';
import { servePreview } from '../../../src/local/preview/serve.ts';
import type { PreviewServer } from '../../../src/local/preview/server/server.ts';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';

const CODE = 'function onOpen() {}';
let document: DocumentState;
let server: PreviewServer;
const said = vi.fn();

beforeEach(async () => {
  said.mockReset();
  vi.spyOn(console, 'error').mockImplementation(said);
  document = createDocument();
  server = await servePreview({
    open: async (choices) => ({
      document,
      host: createHost({ document, code: CODE, now: () => new Date(), ...choices }),
      save: () => newWorkbook(document),
    }),
    page: { html: '<p>TOKEN</p>', script: new Uint8Array(), style: new Uint8Array() },
    sidebar: '<head></head>',
  });
});

afterEach(async () => {
  await server.close();
  vi.restoreAllMocks();
});

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: string;
}

/** Sends a request as it is. fetch would normalise its path. */
function statusOf({ method = 'GET', path, token = server.token, body }: Asked): Promise<number> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const headers = { 'x-session-token': Buffer.from(token).toString('latin1') };
    const asking = request({ hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

describe('a malformed request', () => {
  const OTHER_LETTERS = 'é'.repeat(32);
  it.each<[string, Asked, number]>([
    ['an address that is none', { path: '//' }, 400],
    ['an address with a port that is none', { path: 'http://[:' }, 400],
    ['a token of other letters', { path: '/book', token: OTHER_LETTERS }, 403],
    [
      'a token of other letters in the address',
      { path: `/book?token=${encodeURIComponent(OTHER_LETTERS)}` },
      403,
    ],
    ['a token cut in an escape', { path: '/book?token=%E3%81' }, 403],
    ['no JSON', { method: 'POST', path: '/edit', body: '{' }, 200],
    ['no body', { method: 'POST', path: '/run' }, 400],
    ['a null', { method: 'POST', path: '/run', body: 'null' }, 400],
    ['a call of nothing', { method: 'POST', path: '/run', body: '{"name":"__proto__","values":[]}' }, 200],
    [
      'an edit of no sheet',
      { method: 'POST', path: '/edit', body: '{"sheet":1e9,"cells":[[1,1,"가"]]}' },
      200,
    ],
    [
      'an edit of no cell',
      { method: 'POST', path: '/edit', body: '{"sheet":0,"cells":[[-1,0,"가"],[1e9,1,""],[1]]}' },
      200,
    ],
    [
      'a selection beyond the sheet',
      {
        method: 'POST',
        path: '/select',
        body: '{"sheet":0,"selection":[{"row":1000000,"column":1,"rows":1,"columns":1}]}',
      },
      200,
    ],
    [
      'a selection without an end',
      {
        method: 'POST',
        path: '/select',
        body: '{"sheet":0,"selection":[{"row":1,"column":1,"rows":1e15,"columns":1e15}]}',
      },
      200,
    ],
    ['a clock that is none', { method: 'POST', path: '/clock', body: '{"now":"9999-99-99T99:99"}' }, 200],
    [
      'a link to nowhere',
      { method: 'POST', path: '/follow', body: '{"link":"#gid=99999999999999999999&range=ZZZ9999999"}' },
      200,
    ],
    [
      'a function that there is not',
      { method: 'POST', path: '/menu', body: '{"functionName":"constructor"}' },
      200,
    ],
    [
      'an answer to nobody',
      { method: 'POST', path: '/answer', body: '{"ticket":-1,"answer":{"button":"OK"}}' },
      200,
    ],
    ['a method that there is not', { method: 'DELETE', path: '/book' }, 405],
    ['two megabytes', { method: 'POST', path: '/edit', body: 'x'.repeat(2 * 1024 * 1024) }, 413],
  ])('%s is answered, without a stack trace and without an error of the host', async (_, asked, status) => {
    expect(await statusOf(asked)).toBe(status);
    expect(said).not.toHaveBeenCalled();
    expect(await statusOf({ path: '/book' })).toBe(200);
  });
});

describe('a workbook that cannot be saved', () => {
  it('with a cell too long for xlsx causes no error of the host, and the page names the cell', async () => {
    document.sheets[0]?.values.push(['가'.repeat(40_000)]);
    expect(await statusOf({ path: '/workbook' })).toBe(409);
    expect(said).not.toHaveBeenCalled();
    const book = await (await fetch(`${server.origin}/book?token=${server.token}`)).text();
    expect(book).toContain('A1 셀에 적힌 글이 40,000자입니다');
    document.sheets[0]?.values.splice(0);
    expect(await statusOf({ path: '/workbook' })).toBe(200);
  });

  it('is saved under a name that contains half a surrogate pair', async () => {
    document.name = '장부\ud83d';
    expect(await statusOf({ path: '/workbook' })).toBe(200);
  });
});
