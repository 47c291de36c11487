import { describe } from 'vitest';
import { describeBreakOffs, RECALCULATIONS } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';

describe('the sample workbook', () => {
  describeBreakOffs('sample', sampleDocument, RECALCULATIONS);
});
