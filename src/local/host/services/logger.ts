import { inspect } from 'node:util';
import type { Run } from '../run.ts';
import { Service } from '../service.ts';

/** The old log of Apps Script; `console` writes to the same place here. */
export class Logger extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'Logger';
  }

  log(...values: unknown[]): this {
    this.run.logs.push(logText(values));
    return this;
  }

  getLog(): string {
    return this.run.logs.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.run.logs.length = 0;
  }
}

/** One line of a log: a first text with `%s` takes the values behind it, the rest follows. */
export function logText(values: readonly unknown[]): string {
  const texts = values.map((value) =>
    typeof value === 'string' ? value : inspect(value, { depth: 4, breakLength: Infinity }),
  );
  const [format, ...rest] = texts;
  if (typeof values[0] !== 'string' || format === undefined) return texts.join(' ');
  const filled = format.replace(/%[sdj]/g, (place) => rest.shift() ?? place);
  return [filled, ...rest].join(' ');
}
