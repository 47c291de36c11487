/** Checks of typed figures against the rows. */
import type { Finding } from '../finding.ts';
import type { StatedFigureKind, Subtotal } from '../records.ts';
import type { Report } from '../report.ts';
import { type Audit, findingAt, statedFinding } from './check.ts';

/** Finds figures typed among the settings that the rows contradict. */
export const statedFiguresHold: Audit = ({ pledge }, report) =>
  pledge.stated.flatMap((figure): readonly Finding[] => {
    const { kind, value } = figure;
    const computed = computedFigure(kind, report);
    if (computed === null || computed === value) return [];
    // Example: 91 is typed where 108 is right, since nobody updated the figure after the end of 2023.
    const reachedIn = kind === 'cumulativeMeetings' ? yearReaching(report, value) : null;
    return [
      statedFinding(figure, {
        code: 'stated-figure-differs',
        figure: kind,
        stated: value,
        computed,
        reachedIn,
      }),
    ];
  });

function computedFigure(kind: StatedFigureKind, report: Report): number | null {
  switch (kind) {
    case 'cumulativeMeetings':
      return report.indicators[0]?.value.value ?? null;
    case 'implementationPercent':
      return report.rate.from === 'indicators' ? report.rate.percent : null;
    case 'suggestionCount':
      return report.suggestions?.all.total.value ?? null;
    case 'executedWon':
      return report.budget?.total.executed.value ?? null;
    case 'executionPercent':
      return report.budget?.total.rate.percent ?? null;
  }
}

/** The year at whose end the first indicator had this value; null: none. */
function yearReaching({ indicators: [first] }: Report, wanted: number): number | null {
  return first?.years.find(({ value }) => value.value === wanted)?.year ?? null;
}

/**
 * Whether a total is this sum, rounded where the total has fewer decimals: 41 of 10.4 and 30.3. Sums of whole
 * steps differ by a step or more, and are never rounded.
 */
export function isRounded({ written, step = 0 }: Pick<Subtotal, 'written' | 'step'>, sum: number): boolean {
  return written === sum || Math.abs(written - sum) <= (step / 2) * (1 + 1e-9);
}

/** Finds typed totals that are neither the sum of all rows nor the sum of their group. */
export const subtotalsHold: Audit = ({ subtotals }) => subtotalFindings(subtotals);

export function subtotalFindings(subtotals: readonly Subtotal[]): readonly Finding[] {
  return subtotals.flatMap((total): readonly Finding[] => {
    const { tab, row, field, label, written, sumOfAll, sumOfGroup } = total;
    return isRounded(total, sumOfAll) || isRounded(total, sumOfGroup)
      ? []
      : [
          findingAt(tab, row, field, {
            code: 'subtotal-differs',
            found: label,
            written,
            computed: sumOfAll,
            ofGroup: sumOfGroup === sumOfAll ? null : sumOfGroup,
          }),
        ];
  });
}
