import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import { describeReadingBreakOffs } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';
import { READING } from './actions.ts';

describe.each([
  { name: 'sample', made: sampleDocument },
  { name: 'messy', made: messyDocument },
])('the $name workbook', ({ name, made }) => {
  describeReadingBreakOffs(name, made, READING);
});
