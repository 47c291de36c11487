/** The list of checks that compare rows and tables with each other. */

import { budgetSumsToTotalCost, executionSaid, executionWithinPlan } from './audits/budget.ts';
import type { Audit } from './audits/check.ts';
import {
  everyIndicatorHasRate,
  meetingsWithoutBaseline,
  oneValueOfDay,
  ownIndicatorHasRows,
  percentsWithinHundred,
  resultsNotDoubled,
  statedPercentsOfHundred,
  statedRateIsOfToday,
  targetsAboveBaseline,
} from './audits/indicators.ts';
import {
  meetingsNotCopied,
  meetingsNotDoubled,
  peopleMetInMeetings,
  sitesWithinMeetings,
  textNamesSameYear,
} from './audits/meetings.ts';
import { planEndsAtFinalTarget, planMet, planNotOutrun, planRises } from './audits/plan.ts';
import {
  categoriesScheduled,
  marksWithinTerm,
  meetingsHeldOnPlan,
  scheduledQuartersHeld,
  scheduleHasCategories,
  scheduleNotShifted,
} from './audits/schedule.ts';
import {
  breakdownsNotCopied,
  completedHasDate,
  handledAfterReceived,
  statusThenIsKnown,
  suggestionsHaveStatus,
  suggestionsNotOpenTooLong,
  totalsNotCopied,
} from './audits/suggestions.ts';
import { statedFiguresHold, subtotalsHold } from './audits/written.ts';
import type { Finding } from './finding.ts';
import type { Records } from './records.ts';
import type { Report } from './report.ts';

const AUDITS: readonly Audit[] = [
  statedFiguresHold,
  statedRateIsOfToday,
  subtotalsHold,
  percentsWithinHundred,
  resultsNotDoubled,
  statedPercentsOfHundred,
  everyIndicatorHasRate,
  ownIndicatorHasRows,
  meetingsWithoutBaseline,
  targetsAboveBaseline,
  oneValueOfDay,
  planEndsAtFinalTarget,
  planRises,
  planMet,
  planNotOutrun,
  scheduledQuartersHeld,
  meetingsHeldOnPlan,
  marksWithinTerm,
  categoriesScheduled,
  scheduleHasCategories,
  scheduleNotShifted,
  meetingsNotDoubled,
  peopleMetInMeetings,
  sitesWithinMeetings,
  textNamesSameYear,
  meetingsNotCopied,
  suggestionsHaveStatus,
  statusThenIsKnown,
  suggestionsNotOpenTooLong,
  handledAfterReceived,
  completedHasDate,
  totalsNotCopied,
  breakdownsNotCopied,
  budgetSumsToTotalCost,
  executionWithinPlan,
  executionSaid,
];

/** Runs every check. Each finding states both sides: what is written and what the rows say. */
export function audit(records: Records, report: Report): readonly Finding[] {
  return AUDITS.flatMap((check) => check(records, report));
}
