import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeFirstRun } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';

describe('a workbook without any tab of ours', () => {
  describeFirstRun('sample', sampleDocument);
  describeFirstRun('messy', messyDocument);
});
