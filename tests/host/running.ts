import {
  createDocument,
  createHost,
  type Execution,
  type ExecutionKind,
  type Host,
  type HostOptions,
} from '../../src/local/host/host.ts';

/** Noon of 31 March 2024 in Seoul. */
export const NOW = new Date('2024-03-31T03:00:00Z');

/** A host with a Korean document of one sheet, and this script. */
export function hostOf(code: string, options: Partial<HostOptions> = {}): Host {
  return createHost({ document: createDocument(), now: () => NOW, code, ...options });
}

/** Runs the body of a function, in which `book`, `sheet` and `ui` are defined. */
export function run(
  body: string,
  options: Partial<HostOptions> = {},
  kind: ExecutionKind = 'menu',
): Execution {
  return hostOf(scriptOf(body), options).execute('main', [], kind);
}

/** The result of such a body. An error of the script fails the test. */
export function resultOf(
  body: string,
  options: Partial<HostOptions> = {},
  kind: ExecutionKind = 'menu',
): unknown {
  const { result, error } = run(body, options, kind);
  if (error !== null) throw error;
  return result;
}

/** The message of the error that such a body throws. */
export function messageOf(
  body: string,
  options: Partial<HostOptions> = {},
  kind: ExecutionKind = 'menu',
): string {
  return run(body, options, kind).error?.message ?? '(no error)';
}

/** A script whose `main` has this body. */
export function scriptOf(body: string): string {
  return `function main() {
    const book = SpreadsheetApp.getActive();
    const sheet = book.getSheets()[0];
    ${body}
  }`;
}
