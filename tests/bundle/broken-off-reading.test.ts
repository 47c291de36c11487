import { describe } from 'vitest';
import { messyDocument } from '../samples/load-messy.ts';
import type { Action } from '../support/broken-off.ts';
import { describeReadingBreakOffs } from '../support/broken-off-checks.ts';
import { sampleDocument } from '../support/running.ts';

const READING: readonly Action[] = [
  { functionName: 'onOpen', kind: 'open' },
  { functionName: 'showSidebar' },
  { functionName: 'showSelectedTrace' },
  { functionName: 'askForComparison' },
  { functionName: 'showMonthlyRun' },
  { functionName: 'showAbout' },
];

describe.each([
  { name: 'sample', made: sampleDocument },
  { name: 'messy', made: messyDocument },
])('the $name workbook', ({ name, made }) => {
  describeReadingBreakOffs(name, made, READING);
});
