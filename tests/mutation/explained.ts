/** Changes that no test has to notice, each with its reason. In the score they still count as not noticed. */
import { IN_APP } from './explained-in-app.ts';
import { IN_INPUT } from './explained-in-input.ts';
import { IN_SHEETS } from './explained-in-sheets.ts';
import { explainedBy, type Reason } from './reasons.ts';
import type { Explained } from './report.ts';

const REASONS: readonly Reason[] = [
  {
    why: 'Asked for the type checker or for a blank: what it guards against cannot be here, or comes out the same without it.',
    changes: {
      'src/domain/audits/meetings.ts': [
        ['first?.held', 'first.held'],
        ['now === undefined', 'false'],
        ['earlier?.held', 'earlier.held'],
        ["'meetings'", '""'],
      ],
      'src/domain/audits/suggestions.ts': [
        ["'suggestions'", '""'],
        ['limitDay !== null', 'true'],
        ['total.parts[0]?.sources', 'total.parts[0].sources'],
      ],
      'src/domain/months/row-facts.ts': [
        ['status === null', 'false'],
        ['number === null', 'false'],
        ['until !== null', 'true'],
        ['number !== null', 'true'],
        ['delta !== undefined', 'true'],
        ['date !== undefined', 'true'],
      ],
      'src/domain/admission.ts': [
        ['key === null', 'false'],
        ['key !== null', 'true'],
      ],
      'src/domain/audits/budget.ts': [
        ["'executions'", '""'],
        ['budgetPlans?.find', 'budgetPlans.find'],
      ],
      'src/domain/audits/plan.ts': [
        ['planned.value === null', 'false'],
        ['before === undefined', 'false'],
      ],
      'src/domain/audits/schedule.ts': [
        ["'meetings'", '""'],
        ['first === undefined', 'false'],
        ['termEnd === null', 'false'],
        ['category.scheduleRow !== null', 'true'],
      ],
      'src/domain/audits/written.ts': [
        ['report.suggestions?.all', 'report.suggestions.all'],
        ['report.budget?.total', 'report.budget.total'],
      ],
      'src/domain/budget.ts': [
        ['first === undefined || last === undefined', 'first === undefined && last === undefined'],
        ['first === undefined', 'false'],
        ['last === undefined', 'false'],
      ],
      'src/domain/months/comparison.ts': [['difference.before === null', 'false']],
      'src/domain/months/month-events.ts': [
        ['difference.before === null', 'false'],
        ['record.basedOn !== null', 'true'],
        ['record !== undefined', 'true'],
        ['last === undefined', 'false'],
      ],
      'src/domain/schedule/outlook.ts': [
        ['planned === null', 'false'],
        ['first === null || last === null', 'first === null && last === null'],
        ['first === null', 'false'],
        ['last === null', 'false'],
        ['planEnd !== null', 'true'],
      ],
      'src/domain/rate.ts': [['whole === null', 'false']],
      'src/domain/schedule/schedule.ts': [
        ['scheduleRow === null', 'false'],
        ['taken !== undefined', 'true'],
      ],
      'src/domain/suggestions/status-history.ts': [
        ['timeline.length - 1', 'timeline.length + 1'],
        ['span === undefined', 'false'],
        ['top !== undefined', 'true'],
        ['firstSeenSo !== null', 'true'],
      ],
    },
  },
  {
    why: 'Saves work only: without it the same comes out.',
    changes: {
      'src/domain/months/row-facts.ts': [['next === status', 'false']],
      'src/domain/figure.ts': [['figure.parts.length === 0', 'false']],
      'src/domain/audits/schedule.ts': [['yearsNamed.length === 0', 'false']],
      'src/domain/months/comparison.ts': [['notCompared.length === 0', 'false']],
      'src/domain/months/month-events.ts': [
        ['same.length === 0', 'false'],
        ['was.length === is.length', 'false'],
      ],
      'src/domain/suggestions/status-history.ts': [['seen.size === 0', 'false']],
    },
  },
  {
    why: 'The order is made again where it is shown, and the pairs are the same.',
    changes: {
      'src/domain/months/month-events.ts': [
        ['[...waiting.values()].flat().sort(inOrder)', '[...waiting.values()].flat()'],
      ],
    },
  },
  {
    why: 'Lets more through to a rule that comes to the same: rows that do not add up are told by their fingerprint.',
    changes: {
      'src/domain/months/month-events.ts': [
        ['own.length === eventCount', 'true'],
        ['false', 'true'],
      ],
    },
  },
  {
    why: 'The two cannot be equal here, or being equal changes nothing: sorting keeps the order of equals, and asks only whether one goes first.',
    changes: {
      'src/domain/report.ts': [
        ['year < first', 'year <= first'],
        ['year > last', 'year >= last'],
      ],
      'src/domain/months/row-facts.ts': [
        ['until <= from', 'until < from'],
        ['day > from', 'day >= from'],
        ['day < until', 'day <= until'],
      ],
      'src/domain/months/month-events.ts': [['was.length > is.length', 'was.length >= is.length']],
      'src/domain/schedule/outlook.ts': [['a < b', 'a <= b']],
      'src/domain/rate.ts': [['part < 0', 'part <= 0']],
      'src/domain/schedule/schedule.ts': [
        ['mark < quarter', 'mark <= quarter'],
        ['mark > quarter', 'true'],
        ['mark > quarter', 'mark >= quarter'],
        ['taken < quarter', 'taken <= quarter'],
      ],
      'src/domain/suggestions/status-history.ts': [
        ['a.seenOn > b.seenOn', 'true'],
        ['a.seenOn > b.seenOn', 'false'],
        ['a.seenOn > b.seenOn', 'a.seenOn >= b.seenOn'],
        ['a.seenOn > b.seenOn', 'a.seenOn <= b.seenOn'],
        ['since.last > firstSeenSo', 'since.last >= firstSeenSo'],
        ['handledOn.last < latest', 'handledOn.last <= latest'],
      ],
      'src/domain/suggestions/suggestions.ts': [
        ['a.first > b.first', 'true'],
        ['a.first > b.first', 'false'],
        ['a.first > b.first', 'a.first >= b.first'],
        ['a.first > b.first', 'a.first <= b.first'],
      ],
    },
  },
  {
    why: 'Stands where no such row can be, so nothing is made of it.',
    changes: {
      'src/domain/audits/meetings.ts': [['[]', '["Stryker was here"]']],
      'src/domain/audits/suggestions.ts': [
        ['[]', '["Stryker was here"]'],
        ["''", '"Stryker was here!"'],
      ],
      'src/domain/budget.ts': [['[]', '["Stryker was here"]']],
      'src/domain/grouping.ts': [['[]', '["Stryker was here"]']],
      'src/domain/suggestions/suggestions.ts': [['[]', '["Stryker was here"]']],
      'src/domain/meetings.ts': [['[]', '["Stryker was here"]']],
      'src/domain/report.ts': [
        ["''", '"Stryker was here!"'],
        ['[]', '["Stryker was here"]'],
      ],
      'src/domain/months/row-facts.ts': [
        ["['suggestions']", '[]'],
        ["'suggestions'", '""'],
        ['[]', '["Stryker was here"]'],
      ],
      'src/domain/audits/plan.ts': [['[]', '["Stryker was here"]']],
      'src/domain/months/comparison.ts': [['[]', '["Stryker was here"]']],
      'src/domain/suggestions/status-history.ts': [['[]', '["Stryker was here"]']],
    },
  },
];

export const EXPLAINED: readonly Explained[] = explainedBy([
  ...REASONS,
  ...IN_INPUT,
  ...IN_SHEETS,
  ...IN_APP,
]);
