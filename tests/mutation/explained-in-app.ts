/** Changes in src/app that no test has to notice. */
import type { Reason } from './reasons.ts';

export const IN_APP: readonly Reason[] = [
  {
    why: 'Asked for the type checker: what it guards against cannot be here.',
    changes: {
      'src/app/add-tabs.ts': [['headings?.cells', 'headings.cells']],
      'src/app/pledge-glance.ts': [['computed === undefined', 'false']],
      'src/app/run/plan-writes.ts': [["'monthlyRows'", '""']],
      'src/app/run/run-answer.ts': [['shown?.computed', 'shown.computed']],
    },
  },
  {
    why: 'Saves work only: without it the same tabs come out, and the same cells have the same fingerprint.',
    changes: {
      'src/app/run/plan-run.ts': [['refusals.length === 0', 'false']],
      'src/app/run/input-fingerprint.ts': [["cell === ''", 'false']],
    },
  },
  {
    why: 'Stands where no such row can be, so nothing is made of it.',
    changes: {
      'src/app/look-at-pledge.ts': [['[]', '["Stryker was here"]']],
      'src/app/records/recorded-pledges.ts': [['[]', '["Stryker was here"]']],
      'src/app/trace/traced-rows.ts': [["''", '"Stryker was here!"']],
    },
  },
];
