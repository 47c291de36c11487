/** What to type next in a book with too little data for figures. */
import type { NextTab } from '../../domain/findings/tab.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { holdsNothing, type RowAccount } from '../../domain/row-account.ts';
import { INPUT_TABS, type InputTab } from '../../domain/tabs.ts';
import type { ReadSettings } from './settings/settings.ts';
import { OPTIONAL_TABS } from './tabs.ts';

const NEEDED_TABS = INPUT_TABS.filter((tab) => !OPTIONAL_TABS.has(tab));

/**
 * The tab to type into next. null: there is enough for figures, or a tab is missing and reported as such.
 *
 * Results may be in 실적기록 instead of 소통기록: a pledge that counts 개소 needs no meeting. A pledge with a stated
 * 이행률 needs no target.
 * @param accounts row counts of the tabs that could be read.
 */
export function nextTab(
  { pledge: { number, name, stated }, own }: ReadSettings,
  indicators: readonly Indicator[],
  accounts: Readonly<Partial<Record<InputTab, Pick<RowAccount, 'read' | 'excluded' | 'skipped'>>>>,
): NextTab | null {
  if (NEEDED_TABS.some((tab) => accounts[tab] === undefined)) return null;
  const { targets, budgetPlans: _, ...logs } = accounts;
  const hasTargets = targets !== undefined && !holdsNothing({ targets });
  const isUnlogged = holdsNothing(logs);
  const isStated = stated.some(({ kind }) => kind === 'implementationPercent');
  const finalTarget = own.indicator?.target ?? null;
  const isUnnamed = number === null && name === null && finalTarget === null;
  if (isUnlogged && !hasTargets && isUnnamed && accounts.pledge !== undefined) return 'pledge';
  const isTargeted = hasTargets || isStated || indicators.every(({ kind }) => kind === 'selfAssessed');
  if (!isTargeted && (isUnlogged || finalTarget === null)) return 'targets';
  if (!isUnlogged || (isStated && !hasTargets)) return null;
  return indicators.some(({ kind }) => kind === 'meetings') ? 'meetings' : 'results';
}
