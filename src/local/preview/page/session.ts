/** What the page asks of its session, and what the session tells by itself. */
import type { Book, CellView, News, Requests } from '../messages.ts';

const TOKEN = new URLSearchParams(location.search).get('token') ?? '';
/** Each waits for the one before it: what was typed is there before the menu runs. */
let last: Promise<unknown> = Promise.resolve();

/** The address of something of the session. */
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

/** Tells the session what is selected, and hears what is to be known of the cell. */
export async function selectedCell(request: Requests['/select']): Promise<CellView | null> {
  // The session answers this path with nothing else.
  return (await send('/select', request)) as CellView | null;
}

/** Sends what must not wait: an answer is what the others wait for. */
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
