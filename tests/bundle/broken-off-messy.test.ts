import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeBreakOffs } from '../support/broken-off-checks.ts';

describe('the messy workbook', () => {
  // Each takes minutes here: the other parts write in the same way as these, and are broken off on the sample.
  describeBreakOffs('messy', messyDocument, [
    'recalculateAll',
    'recalculateBudget',
    'askForReport',
    'closeMonthsByClock',
  ]);
});
