import { describe } from 'vitest';
import { describeFirstRun } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';
import { FIRST_RUN } from './actions.ts';

describe('the sample workbook without output tabs', () => {
  describeFirstRun('sample', sampleDocument, FIRST_RUN);
});
