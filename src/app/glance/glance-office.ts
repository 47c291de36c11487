/** An office's pledges for the sidebar: their totals, and one line for each pledge, kept short. */
import { statusInForce } from '../../domain/implementation-status.ts';
import { overviewOf, yearStanding } from '../../domain/overview.ts';
import type { Report } from '../../domain/report.ts';
import type { ClassificationNames } from '../../sheets/input/classification.ts';
import { unitOfIndicator } from '../../sheets/input/indicators/indicator-units.ts';
import { NO_IMPLEMENTATION_STATUS_NAME, officeStatusName } from '../../sheets/names.ts';
import { withCommas } from '../../sheets/numbers.ts';
import type { ListedFinding } from '../../sheets/output/results/listed-finding.ts';
import { implementationStatusColor } from '../../sheets/output/results/status-colors.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import { type Book, fieldedReports } from '../compute/compute-book.ts';
import type { GlanceImplementationStatus, GlanceLine, GlanceOffice } from './glance.ts';
import { glanceFindings } from './glance-findings.ts';
import { glanceRate, glanceRateOfPledge } from './glance-of-report.ts';

/** Limit in bytes for the line of a pledge. */
const MOST_BYTES_OF_LINE = 1_000;
/**
 * Limit in bytes for all lines. The platform keeps 500 KB for a document, which the glance of one pledge and
 * the guards of the records share.
 */
const MOST_BYTES = 400_000;
/** Text lengths, in characters, that are tried until a line is short enough. */
const LENGTHS_TRIED = [80, 40, 20];
const SHORTEST = 10;

/** The parts of a book that this needs. */
export type OfficeBook = Pick<Book, 'isOffice' | 'lists' | 'precision'> & {
  readonly pledges: readonly Pick<Book['pledges'][number], 'listed' | 'computed'>[];
};

/**
 * Returns null for a book of one pledge.
 * @param findings the findings of the whole book
 */
export function glanceOffice(
  book: OfficeBook,
  findings: readonly ListedFinding[],
  names: ClassificationNames,
): GlanceOffice | null {
  if (!book.isOffice) return null;
  const { lists, precision } = book;
  const overview = overviewOf(fieldedReports(book), precision, lists);
  const { statuses: counts, meanRatePercent, yearTarget, withoutRate } = overview;
  const known = [...lists.implementationStatuses.map(({ word }) => word), null].filter((status) =>
    counts.has(status),
  );
  const statuses = known.map(
    (status): GlanceImplementationStatus => ({
      name: status === null ? NO_IMPLEMENTATION_STATUS_NAME : shownBriefly(officeStatusName(lists, status)),
      color: implementationStatusColor(lists, status),
      count: counts.get(status) ?? 0,
    }),
  );
  const lines: GlanceLine[] = [];
  let left = MOST_BYTES;
  for (const { listed, computed } of book.pledges) {
    const { report } = computed;
    if (listed === null || report === null) continue;
    const own = findings.filter(({ pledge }) => pledge === listed.number);
    const line = shortLine(
      listed.number,
      report,
      own,
      Math.max(0, known.indexOf(statusInForce(report.status))),
    );
    left -= bytesOf(line);
    if (left < 0) break;
    lines.push(line);
  }
  return {
    statuses,
    rate: glanceRate(meanRatePercent, precision.digits),
    withoutRate,
    yearTarget,
    pledges: overview.pledges,
    lines,
    findings: glanceFindings(findings, names),
  };
}

/** The line of a pledge, with its texts cut until it is short enough. */
function shortLine(
  number: string,
  report: Report,
  findings: readonly ListedFinding[],
  place: number,
): GlanceLine {
  const { pledge } = report;
  const standing = yearStanding(report);
  const count = (asked: ListedFinding['severity']) =>
    findings.filter(({ severity }) => severity === asked).length;
  const cutTo = (longest: number): GlanceLine => ({
    number: shownBriefly(number),
    name: pledge.name === null ? null : shownBriefly(pledge.name, longest),
    department: pledge.department === null ? null : shownBriefly(pledge.department, longest),
    status: place,
    rate: glanceRateOfPledge(report),
    progress: shownBriefly(progressText(report), longest),
    reached: standing === 'underway' || standing === null ? null : standing === 'reached',
    errors: count('error'),
    warnings: count('warning'),
  });
  const longest = LENGTHS_TRIED.find((length) => bytesOf(cutTo(length)) <= MOST_BYTES_OF_LINE);
  return cutTo(longest ?? SHORTEST);
}

/** `26개소 / 30개소`; with several indicators their number: `지표 3개`. */
function progressText({ indicators }: Report): string {
  const [only, ...others] = indicators;
  if (only === undefined) return '';
  if (others.length > 0) return `지표 ${withCommas(indicators.length)}개`;
  const unit = unitOfIndicator(only.indicator);
  const { value, target } = only;
  const held = value.value === null ? '–' : `${withCommas(value.value)}${unit}`;
  return target === null ? held : `${held} / ${withCommas(target)}${unit}`;
}

/** The size in bytes when stored. */
export function bytesOf(kept: unknown): number {
  return encodeURIComponent(JSON.stringify(kept)).replace(/%../g, '.').length;
}
