/**
 * Groups findings that are shown as one: one unknown name in many rows, one notice in many places of a tab,
 * and all remarks on how something was typed, one line a tab. The message always says how many there are and
 * where.
 */
import {
  type Finding,
  type FindingCode,
  severityOf,
  type TypingCode,
  weightOf,
} from '../../../domain/finding.ts';
import { type Group, groupBy } from '../../../domain/grouping.ts';
import type { InputTab, RecordTab } from '../../../domain/tabs.ts';
import { cellsText, type Message } from '../../messages/wording.ts';
import { foundText, messageOf } from '../../messages.ts';
import { withCommas } from '../../numbers.ts';
import { textKey } from '../../text-key.ts';

/** Warnings that may occur in every row of a table. They share a line, as all notices of a kind do. */
const GROUPED_WARNINGS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'date-before-plan',
  'year-not-shown',
]);
/** Kinds of finding that are about the same cells, and are therefore shown as one. */
const SUBJECT_OF: Partial<Record<FindingCode, string>> = {
  'people-without-meeting': 'counts',
  'more-sites-than-meetings': 'counts',
  'held-early': 'schedule',
  'held-late': 'schedule',
  'held-unplanned': 'schedule',
  'category-without-schedule': 'schedule',
};
/** Kinds of finding whose message can name several cells. */
const OF_SEVERAL_CELLS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'unknown-name',
  'misspelt-name',
  'another-pledge',
  'several-pledges',
  'unknown-pledge',
  'zero-lost',
  'name-of-another-pledge',
  'no-pledge-number',
  'unit-of-another-indicator',
]);
/** In these tabs each unknown name has to be corrected by itself. */
const TABS_OF_NAMES: ReadonlySet<InputTab | RecordTab> = new Set<InputTab | RecordTab>([
  'pledge',
  'classification',
]);

/** Groups the findings that share a message, in order. */
export function groupedFindings(findings: readonly Finding[]): readonly Group<Finding>[] {
  return [...groupBy(findings, (finding) => keyOf(finding) ?? finding).values()];
}

/** The key of a finding's group; null: it is shown alone. */
function keyOf(finding: Finding): string | null {
  const { problem, place } = finding;
  const { code } = problem;
  if (place === null || place.row === null) return null;
  if (weightOf(problem) === 'typing') return place.tab;
  if (OF_SEVERAL_CELLS.has(code)) {
    // A unit in the heading of a table is reported once, with the cells of all the columns below it.
    const field = code === 'unit-of-another-indicator' ? '' : place.field;
    // All rows of a tab are left out together, whatever number they name.
    const name = code === 'several-pledges' ? '' : textKey(foundText(problem));
    return TABS_OF_NAMES.has(place.tab) ? null : `${code} ${place.tab} ${field} ${name}`;
  }
  const isTogether = severityOf(finding) === 'notice' || GROUPED_WARNINGS.has(code);
  return isTogether ? `${SUBJECT_OF[code] ?? code} ${place.tab}` : null;
}

/** @param cellOf the cell of a finding, in A1 notation. */
export function groupMessage(findings: Group<Finding>, cellOf: (finding: Finding) => string): Message {
  const [{ problem, place }, ...others] = findings;
  if (others.length === 0) return messageOf(problem, place);
  if (OF_SEVERAL_CELLS.has(problem.code)) {
    return messageOf(problem, place, findings.map(cellOf));
  }
  if (weightOf(problem) !== 'typing') return sentencesOf(findings, cellOf);
  const kinds = groupBy(findings, (finding) => finding.problem.code);
  if (kinds.size === 1) {
    const { what, remedy } = messageOf(problem, place);
    return { what: `${what} ${moreText(others.map(cellOf))}`, remedy };
  }
  const parts = [...kinds].map(
    ([code, ofKind]) =>
      `${TYPING_KIND_NAMES[code] ?? code} ${withCommas(ofKind.length)}곳(${cellsText(ofKind.map(cellOf))})`,
  );
  return {
    what: `${parts.join(', ')}이 있습니다. 적힌 대로 읽었습니다.`,
    remedy: '더 정확히 알면 고쳐 적고, 모르면 그대로 두어도 됩니다.',
  };
}

function moreText(cells: readonly string[]): string {
  return `같은 것이 ${withCommas(cells.length)}곳 더 있습니다(${cellsText(cells)}).`;
}

const SENTENCES_SHOWN = 5;

/**
 * A few messages for each kind, each once with its cells. The cells of further messages are only listed.
 * Sentences that all of them end with are said once, at the end.
 */
function sentencesOf(findings: readonly Finding[], cellOf: (finding: Finding) => string): Message {
  const told = findings.map((finding) => ({
    code: finding.problem.code,
    cell: cellOf(finding),
    ...messageOf(finding.problem, finding.place),
  }));
  const kinds = [...groupBy(told, ({ code }) => code).values()];
  const most = Math.max(1, Math.floor(SENTENCES_SHOWN / kinds.length));
  const texts = kinds.flatMap((kind) => {
    const messages = [...groupBy(kind, ({ what }) => what)];
    const shown = messages.slice(0, most);
    const others = messages.slice(most).flatMap(([, same]) => same.map(({ cell }) => cell));
    const { owns, end } = withSharedEnd(shown.map(([what]) => what));
    return [
      ...shown.map(([, same], index) => {
        const cells = cellsText(same.map(({ cell }) => cell));
        const own = (owns[index] ?? '').slice(0, -1);
        return `${own}(${same.length === 1 ? '' : `${withCommas(same.length)}곳: `}${cells}).`;
      }),
      ...(others.length === 0 ? [] : [moreText(others)]),
      ...(end === '' ? [] : [end]),
    ];
  });
  const remedies = kinds.flatMap((kind) => kind.slice(0, most).map(({ remedy }) => remedy));
  return { what: texts.join(' '), remedy: [...new Set(remedies)].join(' ') };
}

/** Where a sentence ends and another follows. The points of a date (`2024. 3. 5.`) follow a digit. */
const NEXT_SENTENCE = /(?<=[다요]\.) /;

/**
 * Splits messages into what each says by itself and the sentences with which all of them end. Every message
 * keeps its first sentence. A single message has no shared end.
 */
function withSharedEnd(messages: readonly string[]): {
  readonly owns: readonly string[];
  readonly end: string;
} {
  const sentences = messages.map((message) => message.split(NEXT_SENTENCE));
  const [first = []] = sentences;
  let shared = 0;
  const isShared = (own: readonly string[]) =>
    own.length > shared + 1 && own[own.length - 1 - shared] === first[first.length - 1 - shared];
  while (sentences.length > 1 && sentences.every(isShared)) shared += 1;
  return {
    owns: sentences.map((own) => own.slice(0, own.length - shared).join(' ')),
    end: first.slice(first.length - shared).join(' '),
  };
}

/** How the kinds about typing are named when several share a line. */
const TYPING_KIND_NAMES: Partial<Record<FindingCode, string>> = {
  'year-precision': '연도까지만 적은 날짜',
  'month-precision': '월까지만 적은 날짜',
  'two-digit-year': '두 자리로 적은 연도',
  'several-days': '여러 날로 적은 날짜',
  'year-of-the-tab': '연도 없이 적은 날짜',
  'approximate-count': '어림수',
  'merged-label': '위와 합쳐진 칸',
  'repeated-label': '〃처럼 위와 같다고 적은 칸',
} satisfies Readonly<Record<TypingCode, string>>;
