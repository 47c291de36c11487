/**
 * Stands in for `google.script` in the sidebar's page. Sends its calls over HTTP to the local host.
 * https://developers.google.com/apps-script/guides/html/reference/run and …/reference/host
 */

interface Settings {
  /** Names of the script's top-level functions. */
  readonly functions: readonly string[];
  readonly token: string;
}

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

interface Handlers {
  readonly success: ((result: unknown, userObject: unknown) => void) | null;
  readonly failure: ((error: Error, userObject: unknown) => void) | null;
  readonly userObject: unknown;
}

type Runner = Record<string, unknown>;

/** Google runs ten calls of a page at once; further ones wait. */
const AT_ONCE = 10;

const settings: Settings = JSON.parse(document.getElementById('preview-settings')?.textContent ?? '{}');
const waiting: (() => Promise<void>)[] = [];
/** Handlers of the calls in progress, by call number. */
const expected = new Map<number, (answer: Answer) => void>();
const NO_CONNECTION: Answer = {
  ok: false,
  name: 'NetworkError',
  message: 'NetworkError: Connection failure due to HTTP 0',
};
const page = String(Math.random()).slice(2);
let underWay = 0;
let lastNumber = 0;

// Answers come through one event stream: a browser allows only six requests to a server at once, Google ten
// calls.
const answers = new EventSource(`/answers?page=${page}&token=${settings.token}`);
answers.onmessage = ({ data }: MessageEvent<string>) => {
  const { number, answer }: { number: number; answer: Answer } = JSON.parse(data);
  expected.get(number)?.(answer);
};
answers.onerror = () => {
  for (const answered of [...expected.values()]) answered(NO_CONNECTION);
};

function runnerWith(handlers: Handlers): Runner {
  const runner: Runner = {
    withSuccessHandler: (handler: unknown) =>
      runnerWith({ ...handlers, success: functionFrom<NonNullable<Handlers['success']>>(handler) }),
    withFailureHandler: (handler: unknown) =>
      runnerWith({ ...handlers, failure: functionFrom<NonNullable<Handlers['failure']>>(handler) }),
    withUserObject: (userObject: unknown) => runnerWith({ ...handlers, userObject }),
  };
  for (const name of settings.functions) {
    // A trailing underscore makes a function private to the script.
    if (!name.endsWith('_')) runner[name] = (...values: unknown[]) => start(name, values, handlers);
  }
  return runner;
}

function functionFrom<Handler>(handler: unknown): Handler {
  if (typeof handler !== 'function') throw new TypeError('The handler is not a function');
  // The page must pass a handler that takes the documented arguments; the type cannot be checked.
  return handler as Handler;
}

/** Queues a call. Its arguments are copied now; the answer comes later. */
function start(name: string, values: readonly unknown[], handlers: Handlers): void {
  values.forEach((value, index) => {
    if (!isCarried(value)) throw new TypeError(`Failed due to illegal value in property: ${index}`);
  });
  const text = JSON.stringify(values);
  waiting.push(() => send(name, text, handlers));
  next();
}

function next(): void {
  if (underWay >= AT_ONCE) return;
  const task = waiting.shift();
  if (task === undefined) return;
  underWay += 1;
  // An error thrown by the page's handler goes to the browser console and does not stop the queue.
  task().finally(() => {
    underWay -= 1;
    next();
  });
}

async function send(name: string, values: string, { success, failure, userObject }: Handlers): Promise<void> {
  const answer = await answerTo(name, values);
  if (answer.ok) {
    success?.(answer.result, userObject);
    return;
  }
  const error = new Error(answer.message);
  error.name = answer.name;
  if (failure === null) throw error;
  failure(error, userObject);
}

function answerTo(name: string, values: string): Promise<Answer> {
  lastNumber += 1;
  const number = lastNumber;
  return new Promise((resolve) => {
    const answered = (answer: Answer) => {
      expected.delete(number);
      resolve(answer);
    };
    expected.set(number, answered);
    fetch('/run', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-session-token': settings.token },
      body: `{"page":"${page}","number":${number},"name":${JSON.stringify(name)},"values":${values}}`,
    }).then(
      ({ ok, status }) => {
        if (!ok) answered({ ok: false, name: 'NetworkError', message: `NetworkError: HTTP ${status}` });
      },
      () => answered(NO_CONNECTION),
    );
  });
}

/** Whether a value can be sent: a primitive, a plain object, or an array of such values. */
function isCarried(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isCarried);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isCarried);
}

/** Sends an event to the page around the frame, which plays the spreadsheet's window. */
function tell(event: string, value: unknown = null): void {
  if (window.parent === window) return;
  window.parent.postMessage({ source: 'google.script.host', event, value }, location.origin);
}

Object.assign(window, {
  google: {
    script: {
      run: runnerWith({ success: null, failure: null, userObject: undefined }),
      host: {
        origin: location.origin,
        close: () => tell('close'),
        setHeight: (height: unknown) => tell('setHeight', Number(height)),
        setWidth: (width: unknown) => tell('setWidth', Number(width)),
        editor: { focus: () => tell('focus') },
      },
    },
  },
});
