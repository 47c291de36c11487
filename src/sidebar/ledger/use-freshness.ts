/** Checks whether the shown figures are out of date, when a person comes back to the sidebar. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SidebarState } from '../../app/sidebar.ts';
import { call } from '../server.ts';
import type { Tasks } from './use-tasks.ts';

/** Least time between two checks, in milliseconds. */
const BETWEEN_CHECKS = 5_000;
/**
 * Wait one millisecond for each cell of the input tabs before reading them again. Reading 100,000 cells takes
 * about a second and is then repeated after 100 seconds at the earliest.
 */
const MILLISECONDS_A_CELL = 1;
/** Least time between two readings of the input tabs, in milliseconds. */
const BETWEEN_READINGS = 60_000;
/** Long before the page was opened. */
const LONG_AGO = -1_000_000_000;

export interface FreshnessShown {
  readonly inputsChanged: boolean;
  readonly hasNewerRun: boolean;
  setInputsChanged(changed: boolean): void;
  setNewerRun(isThere: boolean): void;
  /** Counts as a check that found the input tabs unchanged. */
  noteFresh(): void;
  /** Lets the next check come at once, and read the input tabs. */
  checkSoon(): void;
}

/**
 * @param shown id of the run whose figures are shown; blank: none.
 * @param isLoaded whether calls reach the script.
 */
export function useFreshness(
  shown: string,
  isLoaded: boolean,
  setState: (state: SidebarState) => void,
  { turns }: Pick<Tasks, 'turns'>,
): FreshnessShown {
  const [inputsChanged, setInputsChanged] = useState(false);
  const [hasNewerRun, setNewerRun] = useState(false);
  const checkedAt = useRef(LONG_AGO);
  /** Start time of the check that was answered last. Answers to earlier checks are ignored. */
  const answeredCheck = useRef(LONG_AGO);
  const inputsDue = useRef(LONG_AGO);

  useEffect(() => {
    if (!isLoaded) return;
    const check = () => {
      const now = performance.now();
      const turn = turns.current;
      const isRunning = turn % 2 === 1;
      if (isRunning || now - checkedAt.current < BETWEEN_CHECKS) return;
      checkedAt.current = now;
      const unlessLate =
        <Answer>(take: (answer: Answer) => void) =>
        (answer: Answer) => {
          if (turn !== turns.current || now < answeredCheck.current) return;
          answeredCheck.current = now;
          take(answer);
        };
      // A failed check is no reason to alarm anybody.
      if (shown === '') {
        call('sidebarState').then(unlessLate(setState), () => undefined);
        return;
      }
      call('sidebarFreshness', shown, now >= inputsDue.current).then(
        unlessLate(({ isOld, inputsChanged: changed, cells }) => {
          setNewerRun(isOld);
          if (changed === null) return;
          setInputsChanged(changed);
          inputsDue.current = now + Math.max(BETWEEN_READINGS, cells * MILLISECONDS_A_CELL);
        }),
        () => undefined,
      );
    };
    // The figures shown first may be out of date already.
    if (shown !== '') check();
    // A person who returns from the cells may have changed them or recalculated from the menu.
    const listening = new AbortController();
    document.documentElement.addEventListener('pointerenter', check, listening);
    window.addEventListener('focus', check, listening);
    return () => listening.abort();
  }, [isLoaded, shown]);

  return {
    inputsChanged,
    hasNewerRun,
    setInputsChanged,
    setNewerRun,
    noteFresh: () => {
      checkedAt.current = performance.now();
      setInputsChanged(false);
    },
    checkSoon: () => {
      checkedAt.current = LONG_AGO;
      inputsDue.current = LONG_AGO;
    },
  };
}
