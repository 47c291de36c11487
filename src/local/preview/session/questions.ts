/**
 * Questions of a script to the person before the page. The host wants each answer at once, and a person takes their time: so an
 * execution that asks something new is given up, and run again from its start once the answer is known. The bundle asks before
 * it writes; one that asked later would write twice, and is refused.
 */
import type { CallHook, Dialog, DialogAnswer, Execution, Remains } from '../../host/host.ts';

class Unanswered extends Error {
  readonly dialog: Dialog;

  constructor(dialog: Dialog) {
    super(`nobody has answered yet: ${dialog.message}`);
    this.dialog = dialog;
  }
}

/** What an execution came to, and the messages that it showed on its way. */
export interface AskedExecution {
  readonly execution: Execution;
  /** Alerts with nothing to choose: they are shown once the script has gone on. */
  readonly notices: readonly Dialog[];
}

export class Questions {
  readonly #ask: (dialog: Dialog) => Promise<DialogAnswer>;
  #answers: readonly DialogAnswer[] = [];
  #asked = 0;
  #notices: Dialog[] = [];
  #revisionAtStart: string | null = null;
  #remains: Remains | null = null;

  /** @param ask puts a question to the person. */
  constructor(ask: (dialog: Dialog) => Promise<DialogAnswer>) {
    this.#ask = ask;
  }

  /** For the host. */
  readonly onCall: CallHook = (_number, _name, _phase, remains) => {
    this.#remains = remains.kept;
    this.#revisionAtStart ??= remains.kept.revision;
  };

  /** For the host. */
  readonly answer = (dialog: Dialog): DialogAnswer => {
    if (dialog.kind === 'alert' && dialog.buttons === 'OK') {
      this.#notices.push(dialog);
      return { button: 'OK' };
    }
    const known = this.#answers[this.#asked];
    this.#asked += 1;
    if (known !== undefined) return known;
    if (this.revision() !== this.#revisionAtStart) {
      throw new Error(`the script asks after it has written: ${dialog.message}`);
    }
    throw new Unanswered(dialog);
  };

  /** The state of everything after the last execution; equal where nothing changed. */
  revision(): string | null {
    return this.#remains?.revision ?? null;
  }

  /** Runs an execution to its end, as often as it asks something new. */
  async answered(execute: () => Execution): Promise<AskedExecution> {
    const answers: DialogAnswer[] = [];
    for (;;) {
      this.#answers = answers;
      this.#asked = 0;
      this.#notices = [];
      this.#revisionAtStart = null;
      try {
        const execution = execute();
        return { execution, notices: this.#notices };
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        answers.push(await this.#ask(error.dialog));
      }
    }
  }
}
