/** How the steps of writing a tab are run: all at once, or one by one after the platform refused one. */

/** The kinds of steps, by what a refusal means. */
export interface Attempt {
  /** Removes what people may have put in the way, such as a filter. Done only after something was refused. */
  mend(act: () => void): void;
  /** Needed: a refusal ends the work on the tab, which stays unfinished. */
  figures<Value>(act: () => Value): Value;
  /**
   * Looks only: the figures are right without it.
   * @returns false where it was refused.
   */
  looks(act: () => unknown): boolean;
}

/** Nothing is expected to be refused: the first refusal ends the work on all tabs. */
export const ALL_AT_ONCE: Attempt = {
  mend: () => undefined,
  figures: (act) => act(),
  looks: (act) => act() !== false,
};

/**
 * Sends each step to the spreadsheet before the next, so that a refusal belongs to a known step.
 * @param refused called for each look that was refused.
 */
export function oneByOne(flush: () => void, refused: (error: unknown) => void): Attempt {
  const tried = (act: () => unknown): unknown => {
    try {
      const isDone = act() !== false;
      flush();
      return isDone ? null : new Error();
    } catch (error) {
      throwOwnBug(error);
      return error;
    }
  };
  return {
    mend: (act) => void tried(act),
    figures: (act) => {
      const value = act();
      flush();
      return value;
    },
    looks: (act) => {
      const error = tried(act);
      if (error !== null) refused(error);
      return error === null;
    },
  };
}

/** Throws an error of the language again: it is our own bug. An error thrown by the platform is a refusal. */
export function throwOwnBug(error: unknown): void {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    throw error;
}
