import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeFirstRun } from '../support/broken-off-checks.ts';
import { FIRST_RUN, onMessy } from './actions.ts';

describe('the messy workbook without output tabs', () => {
  describeFirstRun('messy', messyDocument, onMessy(FIRST_RUN));
});
