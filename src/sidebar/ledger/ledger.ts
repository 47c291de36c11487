/** What the sidebar shows, and what its buttons do. */
import type { PledgeGlance } from '../../app/glance/glance.ts';
import type { AddableName } from '../../app/glance/glance-findings.ts';
import type { SidebarState, SidebarTrace } from '../../app/sidebar.ts';
import type { Notice, Running } from '../banners.tsx';
import type { Beginning } from '../beginnings.ts';
import type { Jump } from '../parts.tsx';
import type { Comparison } from '../sections/changes.tsx';
import type { MonthlySetting } from '../sections/runs.tsx';
import type { Trouble } from '../trouble.ts';

export interface Ledger {
  /** null until it is loaded. */
  readonly state: SidebarState | null;
  readonly running: Running | null;
  readonly trouble: TroubleShown | null;
  readonly notice: Notice | null;
  /** Whether the input tabs have changed since they were computed. */
  readonly inputsChanged: boolean;
  /** Whether another run has finished since the one whose figures are shown. */
  readonly hasNewerRun: boolean;
  readonly trace: Traced | null;
  readonly comparison: Comparison | null;
  /** @param date `yyyy-mm-dd`; null: the date in the settings, or today. */
  compute(date: string | null): void;
  /** Loads the figures of the last run. */
  refresh(): void;
  report(date: string): void;
  showTrace(): void;
  leaveTrace(): void;
  compare(): void;
  /** Number of the opened pledge of an office; null: 총괄 is shown. */
  readonly opened: string | null;
  /** The figures of the opened pledge, unless they are the kept ones; null until they are loaded. */
  readonly detail: PledgeGlance | null;
  openPledge(number: string): void;
  leavePledge(): void;
  /** Makes the result tabs show this pledge. */
  lookAt(number: string): void;
  /** Turns the monthly run on or changes it; null turns it off. */
  setMonthly(setting: MonthlySetting | null): void;
  begin(beginning: Beginning): void;
  /** 분류에 더하기. @param aliasOf null: a name of its own */
  addName(addable: AddableName, aliasOf: string | null, ended: boolean | null): void;
  /** The names added since the last run, as {@link addedKey} spells them. */
  readonly added: ReadonlySet<string>;
  closeNotice(): void;
  readonly jump: Jump;
}

export interface TroubleShown {
  readonly trouble: Trouble;
  readonly retry: () => void;
}

export type Traced = Extract<SidebarTrace, { status: 'done' }>;

/** The key of an added name: `kind name`. */
export function addedKey({ kind, name }: AddableName): string {
  return `${kind} ${name}`;
}
