/** How the steps of writing a tab are taken: all at once, or one by one where the platform has refused any. */

/** The steps by what their refusal means. */
export interface Attempt {
  /** Takes away what people may have put in the way. Done only where something was refused before. */
  mend(act: () => void): void;
  /** Without it the tab is unfinished: a refusal ends the work on the tab. */
  figures<Value>(act: () => Value): Value;
  /** The figures are right without it. @returns false where it was refused. */
  looks(act: () => unknown): boolean;
}

/** Nothing is expected to be refused: the first refusal ends the work on all tabs. */
export const ALL_AT_ONCE: Attempt = {
  mend: () => undefined,
  figures: (act) => act(),
  looks: (act) => act() !== false,
};

/**
 * Each step is sent to the spreadsheet before the next, so that a refusal is known to be its own.
 * @param refused is told of each look that was refused.
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

/** What a service of the platform throws is an answer; what the language throws is a bug of ours. */
export function throwOwnBug(error: unknown): void {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    throw error;
}
