/** Sends requests to the session and listens to what it sends by itself. */
import type { Book, CellView, News, Requests } from '../messages.ts';

const TOKEN = new URLSearchParams(location.search).get('token') ?? '';
/** The last request. Each waits for the one before: an edit is done before a menu entry runs. */
let last: Promise<unknown> = Promise.resolve();

/** The URL of a path of the session, with its token. */
export function addressOf(path: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ ...more, token: TOKEN })}`;
}

export async function bookNow(): Promise<Book> {
  const response = await fetch(addressOf('/book'));
  if (!response.ok) throw new Error(`the session answered ${response.status}`);
  return response.json();
}

export function send<Path extends keyof Requests>(path: Path, request: Requests[Path]): Promise<unknown> {
  const sent = last.then(() => sendNow(path, request));
  last = sent.catch(() => undefined);
  return sent;
}

/** Sends the selection and returns the details of the selected cell. */
export async function selectedCell(request: Requests['/select']): Promise<CellView | null> {
  // The session answers this path with exactly this type.
  return (await send('/select', request)) as CellView | null;
}

/** Sends a request at once. An answer must not wait, because earlier requests wait for it. */
export async function sendNow<Path extends keyof Requests>(
  path: Path,
  request: Requests[Path],
): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-session-token': TOKEN },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${path}: the session answered ${response.status}`);
  return response.json();
}

export function listen(hear: (news: News) => void, lost: () => void): void {
  const stream = new EventSource(addressOf('/news'));
  stream.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data));
  stream.onerror = lost;
}
