/**
 * `google.script` as a page in a sidebar has it, over HTTP to the local host.
 * https://developers.google.com/apps-script/guides/html/reference/run and …/reference/host
 */

interface Settings {
  /** Functions that the script declares at the top level. */
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

/** Google lets a page have ten calls under way; the others wait. */
const AT_ONCE = 10;

const settings: Settings = JSON.parse(document.getElementById('preview-settings')?.textContent ?? '{}');
const waiting: (() => Promise<void>)[] = [];
/** Calls that are under way, by their number. */
const expected = new Map<number, (answer: Answer) => void>();
const NO_CONNECTION: Answer = {
  ok: false,
  name: 'NetworkError',
  message: 'NetworkError: Connection failure due to HTTP 0',
};
const page = String(Math.random()).slice(2);
let underWay = 0;
let lastNumber = 0;

// Answers come by one stream: a browser has no more than six requests to one server under way, and Google ten calls.
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
    // A name that ends in an underscore is private to the script.
    if (!name.endsWith('_')) runner[name] = (...values: unknown[]) => start(name, values, handlers);
  }
  return runner;
}

function functionFrom<Handler>(handler: unknown): Handler {
  if (typeof handler !== 'function') throw new TypeError('The handler is not a function');
  // Whatever the page gives is called with what the handler is documented to get.
  return handler as Handler;
}

/** Takes a call into the queue; what it carries is fixed now, and the answer comes later. */
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
  // What a handler of the page throws is the page's own: it is seen in its console, and holds up nothing.
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

/** Primitives, plain objects and arrays of them. */
function isCarried(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isCarried);
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isCarried);
}

/** Tells the page around the frame, which stands for the window of the spreadsheet. */
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
