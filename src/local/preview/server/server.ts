/**
 * Local server for the sidebar's page, with the real bundle in the local host behind it, and for further
 * routes. It listens on 127.0.0.1 only and requires its token and its own host name, so other web pages
 * cannot use it.
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

export interface ServerOptions {
  readonly host: Host;
  /** null or undefined: any free port. */
  readonly port?: number | null;
  /** Wraps every call of the page: may wait, answer instead of the script, or throw an error for the page. */
  readonly around?: (call: ScriptCall, execute: () => Execution) => Execution | Promise<Execution>;
  /** Further routes, such as `POST /edit`. They require the token too. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** The sidebar's page if the script has shown it already; null: the server opens the sidebar itself. */
  readonly sidebarHtml?: () => string | null;
}

export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface PreviewServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly token: string;
  /** URL of the route `GET /`, with the token. */
  readonly url: string;
  /** URL of the sidebar's page alone, with the token. */
  readonly sidebarUrl: string;
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
/** In bytes. */
const LARGEST_REQUEST = 1024 * 1024;
/** The page may run only its inline scripts and styles, and call the server. */
const SIDEBAR_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; frame-ancestors 'self'";

export async function startPreviewServer(options: ServerOptions): Promise<PreviewServer> {
  const token = randomBytes(16).toString('hex');
  const shim = await bundledShim();
  const streams = answerStreams();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof RequestTooLarge) {
        request.resume();
        return reply(response, 413, 'text/plain', error.message);
      }
      // The client closed the connection during the request.
      if (request.destroyed && !request.complete) return;
      // An error of the host: developers read it here; the page gets no stack.
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
    const refuse = (status: number, why: string) => reply(response, status, 'text/plain', why);
    const url = addressIn(request.url ?? '/', origin);
    if (url === null) return refuse(400, 'not an address');
    // Another host name for this address means somebody else's page (DNS rebinding).
    if (request.headers.host !== `${ADDRESS}:${port}` || !isOwnOrigin(request.headers.origin)) {
      return refuse(403, 'this address is for this machine only');
    }
    if (!isToken(url.searchParams.get('token') ?? String(request.headers['x-session-token'] ?? ''))) {
      return refuse(403, 'open the address that the command printed');
    }
    const route = options.routes?.[`${request.method} ${url.pathname}`];
    if (route !== undefined) return route(request, response);
    if (request.method === 'POST' && url.pathname === '/run') return runCall(request, response);
    if (request.method !== 'GET') return refuse(405, 'not allowed');
    if (url.pathname === '/answers') return streams.open(url.searchParams.get('page') ?? '', response);
    if (url.pathname !== '/sidebar') return refuse(404, 'nothing here');
    reply(response, 200, 'text/html; charset=utf-8', sidebarPage(), SIDEBAR_POLICY);
  }

  /** Answers a call of the page: through its stream if it has one, else directly. */
  async function runCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { call, asker } = requestIn(await bodyOf(request));
    if (call === null) return reply(response, 400, 'text/plain', 'not a call');
    if (asker === null) {
      return reply(response, 200, 'application/json', JSON.stringify(await answerTo(call)));
    }
    reply(response, 202, 'text/plain', '');
    streams.send(asker.page, JSON.stringify({ number: asker.number, answer: await answerTo(call) }));
  }

  function isOwnOrigin(given: string | undefined): boolean {
    return given === undefined || given === origin;
  }

  function isToken(given: string): boolean {
    const [mine, theirs] = [Buffer.from(token), Buffer.from(given)];
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
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

  /** The sidebar's HTML, with `google.script` added before its own scripts. */
  function sidebarPage(): string {
    const html = options.sidebarHtml?.() ?? openedSidebar();
    const settings = JSON.stringify({ token, functions: options.host.functions }).replace(/</g, '\\u003c');
    const scripts = `<script type="application/json" id="preview-settings">${settings}</script><script>${shim}</script>`;
    return html.replace('<head>', () => `<head>${scripts}`);
  }

  function openedSidebar(): string {
    const { shown, error } = options.host.execute('showSidebar');
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

/** The error as Google reports it to a page: name and message, no stack. */
function failure({ message }: Error): object {
  return { ok: false, name: 'ScriptError', message };
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

class RequestTooLarge extends Error {}

function addressIn(text: string, origin: string): URL | null {
  try {
    return new URL(text, origin);
  } catch {
    return null;
  }
}

/**
 * Reads the body of a request.
 * @throws {RequestTooLarge} where it is too large.
 */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Keeps the request open when reading stops early, so that the client gets the reason.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_REQUEST) throw new RequestTooLarge('the request is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface CallRequest {
  /** null: the request holds no valid call. */
  readonly call: ScriptCall | null;
  /** The page whose stream gets the answer; null: the response holds it. */
  readonly asker: { readonly page: string; readonly number: number } | null;
}

function requestIn(body: string): CallRequest {
  const { name, values, page, number } = objectIn(body);
  return {
    call: typeof name === 'string' && Array.isArray(values) ? { name, values } : null,
    asker: typeof page === 'string' && typeof number === 'number' ? { page, number } : null,
  };
}

/** The object in a JSON text; an empty object for any other text. */
export function objectIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Event streams by page. Answers for a page that is not listening yet are kept for it. */
function answerStreams() {
  const open = new Map<string, Stream>();
  const unsent = new Map<string, string[]>();
  return {
    open: (page: string, response: ServerResponse) => {
      const stream = openStream(response, () => {
        if (open.get(page) === stream) open.delete(page);
      });
      open.set(page, stream);
      for (const text of unsent.get(page) ?? []) stream(text);
      unsent.delete(page);
    },
    send: (page: string, text: string) => {
      const stream = open.get(page);
      if (stream === undefined) unsent.set(page, [...(unsent.get(page) ?? []), text]);
      else stream(text);
    },
  };
}

/** Sends a text to a listening page. */
export type Stream = (text: string) => void;

/** Opens a stream of server-sent events. The texts are JSON without line breaks, so each fits on one line. */
export function openStream(response: ServerResponse, closed: () => void): Stream {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  response.on('close', closed);
  return (text) => {
    response.write(`data: ${text}\n\n`);
  };
}

/** Sends a response with headers that forbid caching, sniffing and referrers. */
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
