import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeBreakOffs } from '../support/broken-off-checks.ts';
import { CLOSINGS, onMessy } from './actions.ts';

describe('the messy workbook', () => {
  describeBreakOffs('messy', messyDocument, CLOSINGS.slice(1).map(onMessy));
});
