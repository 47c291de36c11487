/** Calls the bundle as the sidebar's page does, through `google.script.run`. */
import type { Glance } from '../../src/app/glance/glance.ts';
import type {
  Freshness,
  JumpAnswer,
  SidebarAnswer,
  SidebarState,
  SidebarTrace,
} from '../../src/app/sidebar.ts';
import type { Execution, Host } from '../../src/local/host/host.ts';

function asked(host: Host, name: string, values: readonly unknown[] = []): unknown {
  const { result, error }: Execution = host.execute(name, values, 'client');
  if (error !== null) throw error;
  return result;
}

// These types describe what the bundle's functions return.
export const stateOf = (host: Host) => asked(host, 'sidebarState') as SidebarState;
export const lookedIn = (host: Host, shown = '', withInputs = true) =>
  asked(host, 'sidebarFreshness', [shown, withInputs]) as Freshness;
export const computedIn = (host: Host, asOf: string | null = null) =>
  asked(host, 'recalculateFromSidebar', [asOf]) as SidebarAnswer;
export const reportedIn = (host: Host, asOf: string) =>
  asked(host, 'makeReportFromSidebar', [asOf]) as SidebarAnswer;
export const filledIn = (host: Host) => asked(host, 'fillSampleFromSidebar') as SidebarAnswer;
export const tracedIn = (host: Host) => asked(host, 'traceSelected') as SidebarTrace;
export const jumpedIn = (host: Host, tab: string, cell: string) =>
  asked(host, 'jumpTo', [tab, cell]) as JumpAnswer;

export function glanceOf(host: Host): Glance {
  const { glance } = stateOf(host);
  if (glance === null) throw new Error('nothing has been computed');
  return glance;
}
