/**
 * Findings that a person reads as one: a name, however many rows have it; a contradiction that a table has in many places; and all
 * that is only about how something was typed, a line a tab.
 */
import { type Finding, type FindingCode, weightOf } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { InputTab, RecordTab } from '../../../domain/tabs.ts';
import { cellsText, type Message, messageOf } from '../../messages.ts';
import { withCommas } from '../../numbers.ts';
import { textKey } from '../../text-key.ts';

/** Of these a table has as many as it has lines, and one sentence says it of all. */
const OF_A_TABLE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'mark-after-term',
  'count-in-text',
  'date-before-plan',
  'suggestions-without-status',
]);
/** A name in one of these tabs is known or unknown by itself: it is put right where it stands. */
const TABS_OF_NAMES: ReadonlySet<InputTab | RecordTab> = new Set<InputTab | RecordTab>([
  'pledge',
  'classification',
]);

/** The findings in their order, those together of which one sentence is said. */
export function toldTogether(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...groupBy(findings, (finding) => keyOf(finding) ?? finding).values()];
}

/** null: it is told by itself. */
function keyOf({ problem, place }: Finding): string | null {
  if (place === null || place.row === null) return null;
  if (weightOf(problem) === 'typing') return place.tab;
  if (OF_A_TABLE.has(problem.code)) return `${problem.code} ${place.tab}`;
  const isName = problem.code === 'unknown-name' || problem.code === 'misspelt-name';
  return isName && !TABS_OF_NAMES.has(place.tab)
    ? `${problem.code} ${place.tab} ${place.field} ${textKey(problem.found)}`
    : null;
}

/** @param cellOf the cell of each in A1 notation. */
export function messageOfAll(findings: readonly Finding[], cellOf: (finding: Finding) => string): Message {
  const [first, ...others] = findings;
  if (first === undefined) throw new Error('no finding is told');
  const { problem, place } = first;
  if (others.length === 0) return messageOf(problem, place);
  if (problem.code === 'unknown-name' || problem.code === 'misspelt-name') {
    return messageOf(problem, place, findings.map(cellOf));
  }
  if (OF_A_TABLE.has(problem.code)) return sentencesOf(findings, cellOf);
  const kinds = groupBy(findings, (finding) => finding.problem.code);
  if (kinds.size === 1) {
    const { what, remedy } = messageOf(problem, place);
    const more = `같은 것이 ${withCommas(others.length)}곳 더 있습니다(${cellsText(others.map(cellOf))}).`;
    return { what: `${what} ${more}`, remedy };
  }
  const parts = [...kinds].map(
    ([code, ofKind]) =>
      `${TYPED[code] ?? code} ${withCommas(ofKind.length)}곳(${cellsText(ofKind.map(cellOf))})`,
  );
  return {
    what: `${parts.join(', ')}이 있습니다. 적힌 대로 읽었습니다.`,
    remedy: '더 정확히 알면 고쳐 적고, 모르면 그대로 두어도 됩니다.',
  };
}

const SENTENCES_SHOWN = 5;

/** A sentence for each, with its cell; the rest is counted. */
function sentencesOf(findings: readonly Finding[], cellOf: (finding: Finding) => string): Message {
  const messages = findings.map(({ problem, place }) => messageOf(problem, place));
  const sentences = messages.slice(0, SENTENCES_SHOWN).map(
    ({ what }, index) =>
      `${what.slice(0, -1)}(${findings
        .slice(index, index + 1)
        .map(cellOf)
        .join('')}).`,
  );
  const others = findings.slice(SENTENCES_SHOWN).map(cellOf);
  if (others.length > 0) {
    sentences.push(`같은 것이 ${withCommas(others.length)}곳 더 있습니다(${cellsText(others)}).`);
  }
  return { what: sentences.join(' '), remedy: messages[0]?.remedy ?? '' };
}

/** What was typed, of the kinds that share a line. */
const TYPED: Partial<Record<FindingCode, string>> = {
  'year-precision': '연도까지만 적은 날짜',
  'month-precision': '월까지만 적은 날짜',
  'two-digit-year': '두 자리로 적은 연도',
  'several-days': '여러 날로 적은 날짜',
  'year-of-the-tab': '연도 없이 적은 날짜',
  'approximate-count': '어림수',
  'merged-label': '위와 합쳐진 칸',
};
