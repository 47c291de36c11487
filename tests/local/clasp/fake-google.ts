/**
 * The parts of Google that clasp calls, on this machine: login, Drive and the Apps Script API. A proxy in
 * front ends TLS, so that the unmodified clasp can call its usual host names.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Certificate, selfSignedCertificate } from './certificate.ts';

const HOSTS = ['script.googleapis.com', 'www.googleapis.com', 'oauth2.googleapis.com'] as const;
/** The token that a logged-in user sends. */
export const ACCESS_TOKEN = 'made-up-access-token';

/** Defined at https://developers.google.com/apps-script/api/reference/rest/v1/File */
export interface ScriptFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface ScriptProject {
  readonly title: string;
  readonly parentId: string | null;
  files: readonly ScriptFile[];
}

export interface FakeGoogle {
  /** Address of the proxy, for HTTPS_PROXY. */
  readonly proxy: string;
  /** The certificate in PEM, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  readonly scripts: Map<string, ScriptProject>;
  /** Names of the spreadsheets, by id. */
  readonly spreadsheets: Map<string, string>;
  /**
   * All requests since the last {@link reset}, such as `PUT script.googleapis.com/v1/projects/ID/content`.
   */
  readonly requests: string[];
  /** State of the account and the service. Tests change it. */
  state: AccountState;
  /** Restores an account that may do everything and has no spreadsheets or scripts. */
  reset(): void;
  close(): Promise<void>;
}

export interface AccountState {
  /** https://script.google.com/home/usersettings */
  readonly scriptApi: 'on' | 'off';
  readonly login: 'valid' | 'revoked';
  /** Fetching a new script fails. */
  readonly contentFails?: boolean;
  /** Creating a script fails after its spreadsheet was created. */
  readonly createFails?: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const MANIFEST_OF_A_NEW_SCRIPT: ScriptFile = {
  name: 'appsscript',
  type: 'JSON',
  source: '{\n  "timeZone": "America/New_York",\n  "dependencies": {}\n}',
};

/** Starts the server on a free port, reachable only from this machine. */
export async function startFakeGoogle(): Promise<FakeGoogle> {
  const certificate: Certificate = selfSignedCertificate(HOSTS, new Date());
  const sockets = new Set<Socket>();
  const scripts = new Map<string, ScriptProject>();
  const spreadsheets = new Map<string, string>();
  const requests: string[] = [];
  const healthy: AccountState = { scriptApi: 'on', login: 'valid' };

  const respond: RequestListener = async (request, response) => {
    const { status, body } = await answerTo(request);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  };
  const inside = createTlsServer(certificate, respond);
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', (_, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    inside.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const host = request.headers.host ?? '';
    const { pathname } = new URL(request.url ?? '/', `https://${host}`);
    requests.push(`${request.method} ${host}${pathname}`);
    const body = await bodyOf(request);
    if (host === 'oauth2.googleapis.com') return fake.state.login === 'valid' ? token() : revoked();
    if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) return unauthenticated();
    if (host === 'www.googleapis.com' && `${request.method} ${pathname}` === 'POST /drive/v3/files') {
      return newSpreadsheet(body);
    }
    if (host === 'script.googleapis.com') return scriptAnswer(request.method ?? '', pathname, body);
    return notFound();
  }

  function newSpreadsheet(body: Body): Answer {
    if (body.mimeType !== 'application/vnd.google-apps.spreadsheet') return invalid('mimeType');
    const id = `1SheetMadeUp${String(spreadsheets.size + 1).padStart(32, '0')}`;
    spreadsheets.set(id, String(body.name));
    return { status: 200, body: { kind: 'drive#file', id, name: body.name, mimeType: body.mimeType } };
  }

  function scriptAnswer(method: string, pathname: string, body: Body): Answer {
    if (fake.state.scriptApi === 'off') return apiOff();
    if (`${method} ${pathname}` === 'POST /v1/projects') return newScript(body);
    const [, id = '', part] = /^\/v1\/projects\/([^/]+)\/(content|versions)$/.exec(pathname) ?? [];
    const script = scripts.get(decodeURIComponent(id));
    if (script === undefined) return notFound();
    if (part === 'versions') return { status: 200, body: { versions: [] } };
    if (fake.state.contentFails === true) return forbidden();
    if (method === 'PUT') {
      const { files } = body;
      if (
        !Array.isArray(files) ||
        !files.some(({ name, type }) => name === 'appsscript' && type === 'JSON')
      ) {
        return invalid('files');
      }
      script.files = files;
    }
    return { status: 200, body: { scriptId: id, files: script.files } };
  }

  function newScript({ title, parentId }: Body): Answer {
    if (fake.state.createFails === true) return unavailable();
    if (typeof parentId !== 'string' || !spreadsheets.has(parentId)) return invalid('parentId');
    const scriptId = `1ScriptMadeUp${String(scripts.size + 1).padStart(44, '0')}`;
    scripts.set(scriptId, { title: String(title), parentId, files: [MANIFEST_OF_A_NEW_SCRIPT] });
    return { status: 200, body: { scriptId, title, parentId } };
  }

  const fake: FakeGoogle = {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    certificate: certificate.cert,
    scripts,
    spreadsheets,
    requests,
    state: healthy,
    reset() {
      fake.state = healthy;
      scripts.clear();
      spreadsheets.clear();
      requests.length = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
  return fake;
}

type Body = Readonly<Record<string, unknown>>;

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8');
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return {};
  return text === '' ? {} : JSON.parse(text);
}

/** An error in the form of Google's services. */
function refusal(code: number, status: string, message: string): Answer {
  const errors = [{ message, domain: 'global', reason: status }];
  return { status: code, body: { error: { code, message, status, errors } } };
}

const token = (): Answer => ({
  status: 200,
  body: { access_token: ACCESS_TOKEN, expires_in: 3599, token_type: 'Bearer' },
});
const revoked = (): Answer => ({
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
});
const unauthenticated = () =>
  refusal(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
const apiOff = () =>
  refusal(
    403,
    'PERMISSION_DENIED',
    'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
  );
const notFound = () => refusal(404, 'NOT_FOUND', 'Requested entity was not found.');
const invalid = (what: string) =>
  refusal(400, 'INVALID_ARGUMENT', `Request contains an invalid argument: ${what}.`);
const forbidden = () => refusal(403, 'PERMISSION_DENIED', 'The caller does not have permission');
const unavailable = () => refusal(503, 'UNAVAILABLE', 'The service is currently unavailable.');
