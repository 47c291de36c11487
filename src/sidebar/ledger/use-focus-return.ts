/** Gives the focus back when the element that had it disappears. */
import { useEffect, useState } from 'preact/hooks';

/** Ids of two buttons and a field that get the focus back. */
export const COMPUTE = 'compute';
export const TRACE = 'trace';
export const SEARCH = 'search';

/** Returns a function that names the element that gets the focus if the focused one disappears. */
export function useFocusReturn(): (id: string) => void {
  const [returnTo, setReturnTo] = useState<string | null>(null);
  useEffect(() => {
    if (returnTo === null) return;
    setReturnTo(null);
    // Never take the focus from the cells: only if the page has it and no element does.
    if (document.hasFocus() && document.activeElement === document.body) {
      document.getElementById(returnTo)?.focus();
    }
  }, [returnTo]);
  return setReturnTo;
}
