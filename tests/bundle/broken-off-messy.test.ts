import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeBreakOffs, RECALCULATIONS } from '../support/broken-off-checks.ts';

describe('the messy workbook', () => {
  describeBreakOffs('messy', messyDocument, RECALCULATIONS);
});
