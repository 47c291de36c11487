/** What each finding says to a clerk: what is the matter, and what to do. A code without a text does not compile. */
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

/** The text of the cell that a problem is about, as it was found; empty where it is about no single text. */
export function foundText(problem: Problem): string {
  if (problem.code === 'date-in-the-future') return shownDate(problem.found);
  return 'found' in problem ? problem.found : '';
}

/**
 * @param place where the problem is, which says what became of the row, and which names are known there.
 * @param cells all the cells that have it, where one sentence is said of several.
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

/** Tells whether a problem is one of the subject that has these severities. */
function isOf<Code extends Problem['code']>(
  severities: Readonly<Record<Code, Severity>>,
  problem: Problem,
): problem is Extract<Problem, { readonly code: Code }> {
  return problem.code in severities;
}

/** What became of the row that a cell was flagged in, or of the rows of several cells. */
function leftOutOf(place: Place | null, cells: readonly string[]): string {
  // A row of a plan with a column a year counts without the cell.
  const isCell = place?.tab === 'budgetPlans' && / |^total$/.test(place.field ?? '');
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
