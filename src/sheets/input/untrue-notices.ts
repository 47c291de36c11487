/** Takes back what was said of values that are not used after all. */
import { type Finding, severityOf } from '../../domain/finding.ts';

/**
 * The findings without notices of how a value was read, where an error leaves out its row all the same: 총 약
 * 130 in a log of sums is not shown as about 130.
 */
export function withoutUntrueNotices(findings: readonly Finding[]): readonly Finding[] {
  const cellOf = ({ place }: Finding) =>
    place === null || place.row === null ? null : `${place.tab} ${place.row} ${place.field}`;
  const refused = new Set(
    findings.flatMap((each) => (severityOf(each) === 'error' ? (cellOf(each) ?? []) : [])),
  );
  const isUntrue = (finding: Finding) =>
    (finding.problem.code === 'approximate-count' || finding.problem.code === 'marked-negative') &&
    refused.has(cellOf(finding) ?? '');
  return refused.size === 0 ? findings : findings.filter((finding) => !isUntrue(finding));
}
