import { describe } from 'vitest';
import { describeBreakOffs } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';
import { RECALCULATIONS } from './actions.ts';

describe('the sample workbook', () => {
  describeBreakOffs('sample', sampleDocument, RECALCULATIONS);
});
