/** The message of each finding: what is wrong, and what to do. A code without a message does not compile. */
import type { Place, Problem } from '../domain/finding.ts';
import { BUDGET_SEVERITIES } from '../domain/findings/budget.ts';
import { CELL_SEVERITIES } from '../domain/findings/cell.ts';
import { INDICATOR_SEVERITIES } from '../domain/findings/indicator.ts';
import { MEETING_SEVERITIES } from '../domain/findings/meeting.ts';
import { OFFICE_SEVERITIES } from '../domain/findings/office.ts';
import { PLAN_SEVERITIES } from '../domain/findings/plan.ts';
import { PLAN_CHANGE_SEVERITIES } from '../domain/findings/plan-change.ts';
import type { Severity } from '../domain/findings/severity.ts';
import { SUGGESTION_SEVERITIES } from '../domain/findings/suggestion.ts';
import { TAB_SEVERITIES } from '../domain/findings/tab.ts';
import { budgetMessage } from './messages/budget.ts';
import { cellMessage } from './messages/cell.ts';
import { indicatorMessage } from './messages/indicator.ts';
import { meetingMessage } from './messages/meeting.ts';
import { officeMessage } from './messages/office.ts';
import { planMessage } from './messages/plan.ts';
import { planChangeMessage } from './messages/plan-change.ts';
import { recordMessage } from './messages/record.ts';
import { suggestionMessage } from './messages/suggestion.ts';
import { tabMessage } from './messages/tab.ts';
import { cellsText, type Message } from './messages/wording.ts';
import { withCommas } from './numbers.ts';
import { shownDate } from './raw.ts';

const SEVERITY_NAMES: Record<Severity, string> = { error: '오류', warning: '경고', notice: '알림' };

export function severityName(severity: Severity): string {
  return SEVERITY_NAMES[severity];
}

/** The cell text that a problem is about; empty where it is not about one text. */
export function foundText(problem: Problem): string {
  if (problem.code === 'date-in-the-future') return shownDate(problem.found);
  return 'found' in problem ? problem.found : '';
}

/**
 * The message for a problem.
 * @param place where it is: decides what the message says about the row, and which known names it lists.
 * @param cells all cells that have the problem, where one message covers several.
 */
export function messageOf(problem: Problem, place: Place | null, cells: readonly string[] = []): Message {
  const leftOut = leftOutOf(place, cells);
  if (isOf(CELL_SEVERITIES, problem)) return cellMessage(problem, place, leftOut, cells);
  if (isOf(TAB_SEVERITIES, problem)) return tabMessage(problem, place, leftOut);
  if (isOf(INDICATOR_SEVERITIES, problem)) return indicatorMessage(problem, place, leftOut);
  if (isOf(PLAN_SEVERITIES, problem)) return planMessage(problem);
  if (isOf(PLAN_CHANGE_SEVERITIES, problem)) return planChangeMessage(problem, leftOut);
  if (isOf(MEETING_SEVERITIES, problem)) return meetingMessage(problem, place);
  if (isOf(SUGGESTION_SEVERITIES, problem)) return suggestionMessage(problem, leftOut);
  if (isOf(BUDGET_SEVERITIES, problem)) return budgetMessage(problem);
  if (isOf(OFFICE_SEVERITIES, problem)) return officeMessage(problem);
  return recordMessage(problem);
}

/** True if a problem belongs to the subject whose severities these are. */
function isOf<Code extends Problem['code']>(
  severities: Readonly<Record<Code, Severity>>,
  problem: Problem,
): problem is Extract<Problem, { readonly code: Code }> {
  return problem.code in severities;
}

/** The columns of 공약목록 without which a row is no pledge; a pledge stays without any other cell. */
const OF_EVERY_PLEDGE: ReadonlySet<string | null> = new Set(['number', 'name']);

/** Says that the flagged row, or the rows of several cells, were left out. */
function leftOutOf(place: Place | null, cells: readonly string[]): string {
  // In a wide 예산계획 only the cell is left out; the rest of its row counts.
  const isCell = place?.tab === 'budgetPlans' && / |^total$/.test(place.field ?? '');
  const isOfPledge = place?.tab === 'pledgeList' && place.field !== null && !OF_EVERY_PLEDGE.has(place.field);
  if (isOfPledge) {
    return cells.length > 1
      ? `${withCommas(cells.length)}칸(${cellsText(cells)})을 쓰지 않았습니다`
      : '이 칸을 쓰지 않았습니다';
  }
  if (cells.length > 1) {
    return `${withCommas(cells.length)}${isCell ? '칸' : '행'}(${cellsText(cells)})을 집계하지 않았습니다`;
  }
  if (isCell) return '이 칸을 집계하지 않았습니다';
  switch (place?.tab) {
    case 'pledge':
      return '이 항목을 쓰지 않았습니다';
    case 'classification':
    case 'planChanges':
      return '이 행을 쓰지 않았습니다';
    default:
      return '이 행을 집계하지 않았습니다';
  }
}
