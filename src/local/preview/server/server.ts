/**
 * The sidebar's page in a browser on this machine, with the real bundle in the local host behind it. It listens on 127.0.0.1
 * alone, and serves only who has the token of the session: no other page in the browser, and nobody by another host name.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Execution, Host } from '../../host/host.ts';

export interface ScriptCall {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** What a path of one's own answers. */
export interface Page {
  readonly type: string;
  readonly body: string | Uint8Array;
}

export interface PreviewOptions {
  readonly host: Host;
  /** By default any that is free. */
  readonly port?: number;
  /** The function that opens the sidebar. */
  readonly opener?: string;
  /** Stands around every call of the page: it may wait, answer in the script's place, or throw what the page is to see. */
  readonly around?: (call: ScriptCall, execute: () => Execution) => Execution | Promise<Execution>;
  /** Pages besides those of the sidebar, by path, for whoever has the token. */
  readonly pages?: Readonly<Record<string, () => Page | Promise<Page>>>;
  /** What answers a method and a path of one's own, such as `POST /edit`, for whoever has the token. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** The sidebar's page where the script has shown it already; null: it is to be opened. */
  readonly sidebarHtml?: () => string | null;
}

export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface PreviewServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly token: string;
  /** The window with the sidebar at its side. */
  readonly url: string;
  /** The sidebar's page by itself. */
  readonly sidebarUrl: string;
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const LARGEST_REQUEST = 1024 * 1024;
/** What the page may load: nothing, but what stands in it; and it may call the script. */
const SIDEBAR_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; frame-ancestors 'self'";
const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'";

export async function startPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const token = randomBytes(16).toString('hex');
  const shim = await bundledShim();
  const streams = answerStreams();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A fault of the host: whoever develops reads it here, and the page gets no stack.
      console.error(error);
      if (!response.headersSent) reply(response, 500, 'text/plain', 'the local host failed');
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, ADDRESS, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const origin = `http://${ADDRESS}:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    // Another name that leads here is somebody else's page (DNS rebinding).
    if (request.headers.host !== `${ADDRESS}:${port}` || !isOwnOrigin(request.headers.origin)) {
      reply(response, 403, 'text/plain', 'this address is for this machine only');
      return;
    }
    if (!isToken(url.searchParams.get('token') ?? String(request.headers['x-session-token'] ?? ''))) {
      reply(response, 403, 'text/plain', 'open the address that the command printed');
      return;
    }
    const route = options.routes?.[`${request.method} ${url.pathname}`];
    if (route !== undefined) {
      await route(request, response);
      return;
    }
    if (request.method === 'POST' && url.pathname === '/run') {
      const { call, asker } = requestIn(await bodyOf(request));
      if (call === null) reply(response, 400, 'text/plain', 'not a call');
      else if (asker === null) {
        reply(response, 200, 'application/json', JSON.stringify(await answerTo(call)));
      } else {
        reply(response, 202, 'text/plain', '');
        const { page, number } = asker;
        streams.send(page, JSON.stringify({ number, answer: await answerTo(call) }));
      }
      return;
    }
    if (request.method !== 'GET') {
      reply(response, 405, 'text/plain', 'not allowed');
      return;
    }
    if (url.pathname === '/answers') {
      streams.open(url.searchParams.get('page') ?? '', response);
      return;
    }
    const page = options.pages?.[url.pathname];
    if (page !== undefined) {
      const { type, body } = await page();
      reply(response, 200, type, body);
    } else if (url.pathname === '/') {
      reply(response, 200, 'text/html; charset=utf-8', framePage(token), FRAME_POLICY);
    } else if (url.pathname === '/sidebar') {
      reply(response, 200, 'text/html; charset=utf-8', sidebarPage(), SIDEBAR_POLICY);
    } else reply(response, 404, 'text/plain', 'nothing here');
  }

  function isOwnOrigin(given: string | undefined): boolean {
    return given === undefined || given === origin;
  }

  function isToken(given: string): boolean {
    return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
  }

  async function answerTo(call: ScriptCall): Promise<object> {
    const execute = () => options.host.execute(call.name, call.values, 'client');
    try {
      const { result, error } = await (options.around?.(call, execute) ?? execute());
      return error === null ? { ok: true, result } : failure(error);
    } catch (error) {
      return failure(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** What the script shows when the sidebar is opened, with `google.script` in front of its own scripts. */
  function sidebarPage(): string {
    const html = options.sidebarHtml?.() ?? openedSidebar();
    const settings = JSON.stringify({ token, functions: options.host.functions }).replace(/</g, '\\u003c');
    const scripts = `<script type="application/json" id="preview-settings">${settings}</script><script>${shim}</script>`;
    return html.replace('<head>', () => `<head>${scripts}`);
  }

  function openedSidebar(): string {
    const { shown, error } = options.host.execute(options.opener ?? 'showSidebar');
    if (error !== null) throw error;
    const [page] = shown;
    if (page === undefined) throw new Error('the script opened no sidebar');
    return page.html;
  }

  return {
    origin,
    token,
    url: `${origin}/?token=${token}`,
    sidebarUrl: `${origin}/sidebar?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As Google tells a page of an error: its name and message, and no stack. */
function failure({ message }: Error): object {
  return { ok: false, name: 'ScriptError', message };
}

/** The window of the spreadsheet, as far as a sidebar needs one: a frame of 300 px at its right side. */
function framePage(token: string): string {
  return `<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><title>공약장부</title>
<style>body{display:flex;justify-content:flex-end;height:100vh;margin:0;background:#eef1f4}
aside{display:flex;flex-direction:column;width:300px;background:#fff}
h1{margin:0;padding:12px 16px;font:600 15px system-ui,sans-serif}
iframe{flex:1;width:300px;border:0}</style></head>
<body><aside aria-label="공약장부"><h1>공약장부</h1>
<iframe title="공약장부 사이드바" sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups" src="/sidebar?token=${token}"></iframe>
</aside></body></html>`;
}

async function bundledShim(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('client/google-script-run.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** Text of a request; one that is too large is refused. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_REQUEST) throw new Error('the request is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface CallRequest {
  /** null: the request holds none. */
  readonly call: ScriptCall | null;
  /** The page that gets the answer by its stream; null: the answer goes back at once. */
  readonly asker: { readonly page: string; readonly number: number } | null;
}

function requestIn(body: string): CallRequest {
  const { name, values, page, number } = objectIn(body);
  return {
    call: typeof name === 'string' && Array.isArray(values) ? { name, values } : null,
    asker: typeof page === 'string' && typeof number === 'number' ? { page, number } : null,
  };
}

/** The object that a JSON text is; an empty one for any other text. */
export function objectIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The answers on their way to each page, as server-sent events; those for a page that is not listening yet wait for it. */
function answerStreams() {
  const open = new Map<string, ServerResponse>();
  const unsent = new Map<string, string[]>();
  return {
    open: (page: string, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.flushHeaders();
      response.on('close', () => {
        if (open.get(page) === response) open.delete(page);
      });
      open.set(page, response);
      for (const text of unsent.get(page) ?? []) response.write(event(text));
      unsent.delete(page);
    },
    send: (page: string, text: string) => {
      const stream = open.get(page);
      if (stream === undefined) unsent.set(page, [...(unsent.get(page) ?? []), text]);
      else stream.write(event(text));
    },
  };
}

/** JSON has no line breaks of its own, so one line holds it. */
function event(text: string): string {
  return `data: ${text}\n\n`;
}

/** Answers, and lets no browser keep, guess or hand on anything. */
export function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy = "default-src 'none'",
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(body);
}
