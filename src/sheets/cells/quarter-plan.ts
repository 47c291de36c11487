/** Reads a cell of the schedule: a mark, or words such as 설계, 착공 or 10개소. */
import type { CellProblem } from '../../domain/findings/cell.ts';
import { isBlank, type RawCell, shownText } from '../raw.ts';
import { compactReadText, textKey } from '../text-key.ts';
import { DASH, ERROR_VALUE } from './parsed.ts';
import { parseText } from './plain.ts';

const MARKS: ReadonlySet<string> = new Set([
  '■',
  '●',
  '○',
  '◎',
  '□',
  '▣',
  '◆',
  '★',
  '✓',
  '✔',
  'v',
  'o',
  '1',
  '√',
]);
/** Every mark is shown as this one. */
export const MARKED = '■';
const NOTHING: ReadonlySet<string> = new Set(['0', '없음', '해당없음']);
/** Flagged, because a cross may mark a plan or say that there is none. */
const CROSSES: ReadonlySet<string> = new Set(['x', '×', '✕', '✖', '✗', '✘', '╳']);
/** Words that say that nothing is planned for now. They are kept as typed. */
const NOT_PLANNED: ReadonlySet<string> = new Set([
  '미정',
  '보류',
  '취소',
  '중단',
  '중지',
  '폐기',
  '연기',
  '제외',
  '미추진',
  '미실시',
]);
/** Letters or digits make a word. A sign that is neither a word nor a mark is not kept. */
const WORD = /[0-9a-z가-힣ㄱ-ㅣ\u1100-\u11ff\u2460-\u24ff\u3400-\u9fff]/i;

export interface PlanInCell {
  /** {@link MARKED} or the words; null where nothing is planned. */
  readonly text: string | null;
  /** True if something is to be done by then. 미정 is kept as text but is no plan. */
  readonly isPlanned: boolean;
  readonly problems: readonly CellProblem[];
}

/** Reads a cell under a quarter or a year. */
export function planIn(cell: RawCell): PlanInCell {
  // FALSE is an unticked check box.
  if (isBlank(cell) || cell === false) return NOTHING_PLANNED;
  if (isMark(cell)) return { text: MARKED, isPlanned: true, problems: [] };
  const found = shownText(cell).trim();
  const text = compactReadText(found);
  if (DASH.test(text) || NOTHING.has(text)) return NOTHING_PLANNED;
  if (ERROR_VALUE.test(text) || !WORD.test(text) || CROSSES.has(textKey(text))) {
    return { text: null, isPlanned: false, problems: [{ code: 'not-a-mark', found }] };
  }
  const parsed = parseText(cell);
  return {
    text: found,
    isPlanned: !NOT_PLANNED.has(text),
    problems: parsed.ok ? parsed.notices : [parsed.flag],
  };
}

const NOTHING_PLANNED: PlanInCell = { text: null, isPlanned: false, problems: [] };

export function isMark(cell: RawCell): boolean {
  return cell === true || MARKS.has(textKey(shownText(cell)));
}
