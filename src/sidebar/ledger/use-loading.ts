/** The first load: gets the state or, where the page came with one, tests whether calls reach the script. */
import { useEffect, useState } from 'preact/hooks';
import type { SidebarState } from '../../app/sidebar.ts';
import { call } from '../server.ts';
import { troubleOf } from '../trouble.ts';
import type { Tasks } from './use-tasks.ts';

/**
 * @param first the state when the page was made; null: it has to be loaded.
 * @returns whether calls reach the script.
 */
export function useLoading(
  first: SidebarState | null,
  setState: (state: SidebarState) => void,
  { showTrouble, clearTrouble }: Pick<Tasks, 'showTrouble' | 'clearTrouble'>,
): boolean {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    const load = async () => {
      clearTrouble();
      try {
        if (first === null) setState(await call('sidebarState'));
        else await call('ping');
        setLoaded(true);
      } catch (error) {
        showTrouble(troubleOf(error), load);
      }
    };
    load();
  }, [first]);
  return isLoaded;
}
