/**
 * Decides which records count as of a date. Each lands on exactly one side, so the
 * rows of a tab always add up.
 */
import type { IsoDate, Period } from './date.ts';
import type { Source } from './figure.ts';
import type { Finding } from './finding.ts';

export interface Clock {
  /** The date that everything is computed for. */
  readonly asOf: IsoDate;
  /** The day of the run, in the spreadsheet's time zone. */
  readonly today: IsoDate;
}

export interface Admission<Item> {
  readonly counted: readonly Item[];
  readonly afterAsOf: readonly Item[];
  readonly excluded: readonly Item[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a period lies before or after an as-of date. A month or year counts once it has ended. As of
 * 2024-03-31, `2024. 3월` counts, `2024. 4월` is later, and `2024` is undecidable.
 */
export function sideAsOf(period: Period, asOf: IsoDate): 'counted' | 'afterAsOf' | 'undecidable' {
  if (period.last <= asOf) return 'counted';
  return period.first > asOf ? 'afterAsOf' : 'undecidable';
}

/**
 * Divides dated records by the as-of date. Undecidable dates are excluded, and listed
 * together with future ones.
 */
export function admit<Item extends { readonly date: Period }>(
  items: readonly Item[],
  sourceOf: (item: Item) => Source,
  { asOf, today }: Clock,
): Admission<Item> {
  const counted: Item[] = [];
  const afterAsOf: Item[] = [];
  const excluded: Item[] = [];
  const findings: Finding[] = [];
  const report = (item: Item, problem: Finding['problem']) => {
    const { tab, row } = sourceOf(item);
    findings.push({ problem, place: { tab, row, field: 'date' } });
  };
  for (const item of items) {
    const { first, last } = item.date;
    const side = sideAsOf(item.date, asOf);
    if (side === 'counted') counted.push(item);
    else if (side === 'afterAsOf') afterAsOf.push(item);
    else {
      excluded.push(item);
      report(item, { code: 'undecidable-date', first, last, asOf });
    }
    if (first > today) report(item, { code: 'date-in-the-future', found: first, today });
  }
  return { counted, afterAsOf, excluded, findings };
}

/**
 * Keeps the first record of each key. The others are excluded, each with a finding that names the first.
 * Records whose key is null are all kept.
 */
export function withoutDoubles<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
  findingOf: (double: Item, first: Item) => Finding,
): Admission<Item> {
  const firsts = new Map<string, Item>();
  const counted: Item[] = [];
  const excluded: Item[] = [];
  const findings: Finding[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const first = key === null ? undefined : firsts.get(key);
    if (first === undefined) {
      if (key !== null) firsts.set(key, item);
      counted.push(item);
    } else {
      excluded.push(item);
      findings.push(findingOf(item, first));
    }
  }
  return { counted, afterAsOf: [], excluded, findings };
}
