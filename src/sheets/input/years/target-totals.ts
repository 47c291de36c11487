/** Rows of totals in 연차목표: those whose numbers are neither a target above them nor a sum of targets. */
import { exactSum } from '../../../domain/decimal.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Target } from '../../../domain/records.ts';
import { indexesFrom, isBlank, type RawTab, shownText } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import { type Headings, headingsOfRow } from '../headings.ts';
import { type MixedRow, totalsOfNone } from '../totals/mixed-totals.ts';
import { isCountedTotal, isTotalWord } from '../totals/total-words.ts';
import { roleOf } from './target-rows.ts';
import { amountIn } from './yearly-rows.ts';

export function targetTotals(
  raw: RawTab,
  headings: Headings,
  targets: readonly Target[],
): readonly Finding[] {
  const read = new Map(targets.map((target) => [target.planned.row, target]));
  const labels = indexesFrom(raw, headings.row).flatMap((index) => {
    const label = read.has(index + 1) ? undefined : (raw.rows[index] ?? []).find(isLabel);
    return label === undefined ? [] : [{ index, label: label.trim() }];
  });
  if (labels.length === 0) return [];
  const ofTotals = new Set(labels.map(({ index }) => index));
  return [headings, ...(headings.below ?? [])].flatMap((table) => {
    const indexes = indexesFrom(raw, table.row).filter((at) => headingsOfRow(headings, at + 1) === table);
    const columns = [...table.cells]
      .filter(([field]) => field === 'planned' || /^\d{4}/.test(field))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const named = (table.cells.get('indicator')?.column ?? 0) - 1;
    /** The key of a row that is no target, such as what a year adds: its indicator, else its own index. */
    const nameAt = (index: number) => {
      const cell = raw.rows[index]?.[named] ?? '';
      return isBlank(cell) ? index : textKey(shownText(cell));
    };
    const findingsAt = (at: number, isRunning: boolean) => {
      const [field = '', { column = 0 } = {}] = columns[at] ?? [];
      const amountAt = (index: number) => amountIn(raw.rows[index]?.[column - 1] ?? '');
      const reachedAt = (index: number) => {
        const cells = columns.slice(0, at + 1).map(([, each]) => raw.rows[index]?.[each.column - 1] ?? '');
        return isRunning ? exactSum(cells.flatMap((cell) => amountIn(cell) ?? [])) : amountAt(index);
      };
      const rows = indexes.flatMap((index): readonly MixedRow[] => {
        const amount = ofTotals.has(index) ? null : reachedAt(index);
        const target = read.get(index + 1);
        const key = target === undefined ? nameAt(index) : `${target.pledge} ${target.indicator.name ?? ''}`;
        return amount === null ? [] : [{ row: index + 1, amount, key }];
      });
      const totals = labels.flatMap(({ index, label }) => {
        const written = indexes.includes(index) ? amountAt(index) : null;
        return written === null ? [] : [{ tab: 'targets' as const, row: index + 1, field, label, written }];
      });
      return totalsOfNone(totals, rows);
    };
    return columns.flatMap((_, at) => {
      // A total below what each year adds may be what is reached by the end of each: 10, 30, 60.
      const running = new Set(findingsAt(at, true).map(({ place }) => place?.row));
      return findingsAt(at, false).filter(({ place }) => running.has(place?.row));
    });
  });
}

/** Whether a label is of a total, and neither of percentages (`합계(%)`) nor of a running total (누계). */
function isLabel(cell: unknown): cell is string {
  if (typeof cell !== 'string' || ['percent', 'cumulative'].includes(roleOf(cell))) return false;
  return isTotalWord(cell) || isCountedTotal(cell);
}
