import { describe } from 'vitest';
import { describeFirstRun } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';

describe('the sample workbook without any tab of ours', () => {
  describeFirstRun('sample', sampleDocument);
});
