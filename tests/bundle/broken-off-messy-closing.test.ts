import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { CLOSINGS, describeBreakOffs } from '../support/broken-off-checks.ts';

describe('the messy workbook', () => {
  describeBreakOffs('messy', messyDocument, CLOSINGS);
});
