/** The units of the figures behind a cell. */
import { type Figure, sourcesOf } from '../../domain/figure.ts';
import type { InputTab } from '../../domain/tabs.ts';
import type { Basis } from '../../sheets/output/grid/grid.ts';

const UNIT_OF_TAB: Readonly<Record<InputTab, string>> = {
  pledge: '',
  pledgeList: '',
  indicators: '',
  targets: '',
  schedule: '',
  classification: '',
  meetings: '',
  results: '',
  suggestions: '건',
  budgetPlans: '원',
  executions: '원',
  futurePlans: '',
  planChanges: '',
};

/** The unit that a cell itself knows. A mean has one for each of its rates. */
export function unitOf(basis: Basis): string {
  switch (basis.kind) {
    case 'mean':
      return '';
    case 'average':
      return '%';
    default:
      return basis.unit ?? '';
  }
}

/** The unit of the tab that the rows of a figure are in; empty: it has none of its own. */
export function unitOfTabs(figure: Figure): string {
  const [first] = sourcesOf(figure);
  return first === undefined ? '' : UNIT_OF_TAB[first.tab];
}

/** Whether figures are amounts of money. */
export function isMoney(...figures: readonly Figure[]): boolean {
  return figures.some((figure) => sourcesOf(figure).some(({ tab }) => UNIT_OF_TAB[tab] === '원'));
}
