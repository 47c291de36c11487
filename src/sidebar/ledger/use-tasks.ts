/** One task at a time: shows its step, then its result or its failure. */
import { useRef, useState } from 'preact/hooks';
import type { Notice, Running } from '../banners.tsx';
import { type Trouble, troubleOf } from '../trouble.ts';
import type { TroubleShown } from './ledger.ts';
import { COMPUTE } from './use-focus-return.ts';

export interface Tasks {
  readonly running: Running | null;
  readonly trouble: TroubleShown | null;
  readonly notice: Notice | null;
  /** Shows the next step of the running task. */
  say(step: string): void;
  showTrouble(trouble: Trouble, retry: () => void): void;
  clearTrouble(): void;
  /** @param tab a tab to go to; null: none. */
  tell(text: string, lines?: readonly string[], tab?: string | null): void;
  clearNotice(): void;
  /** Runs a task: shows its step, its failure with a retry, and blocks other tasks meanwhile. */
  run(step: string, task: () => Promise<void>): Promise<void>;
  /**
   * Counts the starts and ends of tasks, so it is odd while one is running. An answer to a call made before
   * the last of them is out of date.
   */
  readonly turns: { readonly current: number };
}

/**
 * @param lastSeconds duration of the last run; null: none.
 * @param returnFocus names the element that gets the focus if the focused one disappears.
 */
export function useTasks(lastSeconds: number | null, returnFocus: (id: string) => void): Tasks {
  const [running, setRunning] = useState<Running | null>(null);
  const [trouble, setTrouble] = useState<TroubleShown | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const turns = useRef(0);

  const showTrouble = (trouble: Trouble, retry: () => void) => setTrouble({ trouble, retry });
  const clearTrouble = () => setTrouble(null);

  async function run(step: string, task: () => Promise<void>): Promise<void> {
    if (turns.current % 2 === 1) return;
    turns.current += 1;
    setRunning({ step, lastSeconds });
    clearTrouble();
    setNotice(null);
    try {
      await task();
    } catch (error) {
      showTrouble(troubleOf(error), () => run(step, task));
    } finally {
      turns.current += 1;
      setRunning(null);
      returnFocus(COMPUTE);
    }
  }

  return {
    running,
    trouble,
    notice,
    say: (step) => setRunning({ step, lastSeconds: null }),
    showTrouble,
    clearTrouble,
    tell: (text, lines = [], tab = null) => setNotice({ text, lines, tab }),
    clearNotice: () => setNotice(null),
    run,
    turns,
  };
}
