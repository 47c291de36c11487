/**
 * Asks the person on the page a script's questions. The host needs each answer at once, but a person takes
 * time. So an execution that asks something new is abandoned, and runs again from the start once the answer
 * is known. The bundle asks before it writes. A script that asks after writing would write twice, so that is
 * an error.
 */
import type { CallHook, Dialog, DialogAnswer, Execution, StateAfterKill } from '../../host/host.ts';

class Unanswered extends Error {
  readonly dialog: Dialog;

  constructor(dialog: Dialog) {
    super(`nobody has answered yet: ${dialog.message}`);
    this.dialog = dialog;
  }
}

/** A finished execution and the messages that it showed. */
export interface AskedExecution {
  readonly execution: Execution;
  /** Alerts with only an OK button. They are shown after the script has finished. */
  readonly notices: readonly Dialog[];
}

export class Questions {
  readonly #ask: (dialog: Dialog) => Promise<DialogAnswer>;
  #answers: readonly DialogAnswer[] = [];
  #asked = 0;
  #notices: Dialog[] = [];
  #revisionAtStart: string | null = null;
  #afterKill: StateAfterKill | null = null;

  /** @param ask shows a question and returns the person's answer */
  constructor(ask: (dialog: Dialog) => Promise<DialogAnswer>) {
    this.#ask = ask;
  }

  /** Call hook for the host. Records the state before the first call and after the latest. */
  readonly onCall: CallHook = (_number, _name, _phase, afterKill) => {
    this.#afterKill = afterKill.applied;
    this.#revisionAtStart ??= afterKill.applied.revision;
  };

  /** Answers the host's dialogs: with the known answer, or by abandoning the execution. */
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

  /**
   * Identifies the state after the last execution; equal where nothing changed. null: nothing has run yet.
   */
  revision(): string | null {
    return this.#afterKill?.revision ?? null;
  }

  /** Runs an execution until it finishes, restarting it after each new answer. */
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
