/**
 * Serves the preview: offers the session's actions as routes of a server on this machine.
 *
 * The folders: `page` runs in the browser, `session` holds the book, `server` handles HTTP. None imports
 * another. Page and session share the types of `messages.ts`, and this file connects session and server.
 */
import type { ButtonName, DialogAnswer } from '../host/run.ts';
import type { HostChoices, Workbench } from '../run-workbook.ts';
import type { Rectangle } from '../workbook/rectangle.ts';
import type { News, Requests } from './messages.ts';
import type { PreviewPage } from './server/grid-page.ts';
import {
  bodyOf,
  objectIn,
  openStream,
  type PreviewServer,
  type Route,
  reply,
  type Stream,
  startPreviewServer,
} from './server/server.ts';
import { type Session, startSession } from './session/session.ts';

export interface PreviewOptions {
  /** Opens the workbook in a host with these choices. */
  readonly open: (choices: HostChoices) => Promise<Workbench>;
  /** The page around the grid. */
  readonly page: PreviewPage;
  readonly sidebar: string;
  /** null: any free port. */
  readonly port?: number | null;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The page may load only what this server gives it, and inline styles, which the grid adds. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Opens the workbook and serves it until the server is closed. */
export async function servePreview({
  open,
  page,
  sidebar,
  port = null,
}: PreviewOptions): Promise<PreviewServer> {
  const listeners = new Set<Stream>();
  const tell = (news: News) => {
    const text = JSON.stringify(news);
    for (const listener of listeners) listener(text);
  };
  const session = await startSession({ open, page: sidebar, tell });

  const routes: Record<string, Route> = {
    'GET /': (_, response) => {
      const html = page.html.replaceAll('TOKEN', server.token);
      reply(response, 200, 'text/html; charset=utf-8', html, POLICY);
    },
    'GET /page.js': (_, response) => reply(response, 200, 'text/javascript; charset=utf-8', page.script),
    'GET /page.css': (_, response) => reply(response, 200, 'text/css; charset=utf-8', page.style),
    'GET /book': (_, response) => reply(response, 200, 'application/json', JSON.stringify(session.book())),
    'GET /news': (_, response) => {
      const stream = openStream(response, () => listeners.delete(stream));
      listeners.add(stream);
    },
    'GET /workbook': async (_, response) => {
      const bytes = await session.save();
      // The page already shows the reason: the download ends without a file.
      if (bytes === null) return reply(response, 409, 'text/plain', 'the workbook cannot be saved as it is');
      const name = encodeURIComponent(session.fileName.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
        /['()]/g,
        escape,
      );
      response.setHeader(
        'content-disposition',
        `attachment; filename="workbook.xlsx"; filename*=UTF-8''${name}`,
      );
      reply(response, 200, XLSX, bytes);
    },
  };
  for (const [path, act] of Object.entries(actions(session))) {
    routes[`POST ${path}`] = async (request, response) => {
      const answer = await act(objectIn(await bodyOf(request)));
      reply(response, 200, 'application/json', JSON.stringify(answer ?? null));
    };
  }

  const server = await startPreviewServer({
    host: session.host,
    port,
    around: (_, execute) => session.run(execute),
    routes,
    sidebarHtml: session.sidebarHtml,
  });
  return server;
}

type Action = (request: Readonly<Record<string, unknown>>) => unknown;

/** The actions that the page may request. A malformed request does nothing. */
function actions(session: Session): Record<keyof Requests, Action> {
  const isOfScript = (functionName: string): boolean => session.host.functions.includes(functionName);
  return {
    '/menu': ({ functionName }) =>
      typeof functionName === 'string' && isOfScript(functionName) ? session.choose(functionName) : null,
    '/edit': ({ sheet, cells }) =>
      typeof sheet === 'number' && Array.isArray(cells) ? session.edit(sheet, cells.filter(isCell)) : null,
    '/undo': ({ again }) => session.undo(again === true),
    '/select': ({ sheet, selection }) =>
      typeof sheet === 'number' && Array.isArray(selection)
        ? session.select(sheet, selection.filter(isRectangle))
        : null,
    '/answer': ({ ticket, answer }) =>
      typeof ticket === 'number' && isAnswer(answer) ? session.answer(ticket, answer) : null,
    '/clock': ({ now }) => (typeof now === 'string' || now === null ? session.setClock(now) : null),
    '/due': () => session.runDue(),
    '/follow': ({ link }) => (typeof link === 'string' ? session.follow(link) : null),
  };
}

function isCell(value: unknown): value is readonly [number, number, string] {
  return (
    Array.isArray(value) &&
    Number.isInteger(value[0]) &&
    Number.isInteger(value[1]) &&
    typeof value[2] === 'string'
  );
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['row', 'column', 'rows', 'columns'].map((name) => Reflect.get(value, name));
  return numbers.every((number) => Number.isInteger(number) && number >= 1);
}

const BUTTONS: readonly ButtonName[] = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'];

function isAnswer(value: unknown): value is DialogAnswer {
  if (typeof value !== 'object' || value === null || !('button' in value)) return false;
  const text = 'text' in value ? value.text : '';
  return BUTTONS.some((button) => button === value.button) && typeof text === 'string';
}
