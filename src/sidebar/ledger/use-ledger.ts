/** The state of the sidebar, put together from its parts. */
import { useState } from 'preact/hooks';
import type { SidebarState } from '../../app/sidebar.ts';
import type { Ledger } from './ledger.ts';
import { useActions } from './use-actions.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useFreshness } from './use-freshness.ts';
import { useLoading } from './use-loading.ts';
import { useOpenedPledge } from './use-opened-pledge.ts';
import { useTasks } from './use-tasks.ts';

/** @param first the state when the page was made; null: it has to be loaded. */
export function useLedger(first: SidebarState | null): Ledger {
  const [state, setState] = useState(first);
  const glance = state?.glance ?? null;
  /** Id of the run whose figures are shown; blank: none. */
  const shown = glance?.lastRun.id ?? '';

  const returnFocus = useFocusReturn();
  const tasks = useTasks(glance?.lastRun.seconds ?? null, returnFocus);
  const pledge = useOpenedPledge(glance?.pledge.number ?? null, shown, tasks);
  const isLoaded = useLoading(first, setState, tasks);
  const freshness = useFreshness(shown, isLoaded, setState, tasks);
  const actions = useActions(setState, tasks, freshness, pledge.open, returnFocus);
  return { state, ...tasks, ...pledge, ...freshness, ...actions };
}
