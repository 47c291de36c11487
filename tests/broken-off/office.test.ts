import { describe } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import type { Action } from '../support/broken-off.ts';
import { describeBreakOffs } from '../support/broken-off-checks.ts';
import { officeDocument } from '../support/running.ts';
import { sheetNamed } from '../support/workbooks.ts';
import { CLOSINGS, FIRST_RUN, onMessy } from './actions.ts';

/**
 * Looks at another pledge of the office. This stores its number in a property and rewrites the detail tabs.
 */
const LOOKING: Action = { functionName: 'lookAtPledge', args: ['1-2'], kind: 'client' };
/**
 * The sample covers everything else. So `npm test` breaks off only looking at another pledge, and `npm run
 * test:exhaustive` a recalculation and a closing.
 */
const CLOSING = CLOSINGS.slice(0, 1);
const ACTIONS = {
  few: [LOOKING],
  exhaustive: [FIRST_RUN, ...CLOSING],
  all: [LOOKING, FIRST_RUN, ...CLOSING],
};

function isMode(mode: string): mode is keyof typeof ACTIONS {
  return mode in ACTIONS;
}

/** Three pledges behave like twenty-four. Rows of the removed pledges become findings. */
function smallOffice(): DocumentState {
  const document = officeDocument();
  sheetNamed(document, '공약목록').values.splice(4);
  return document;
}

describe('the book of an office', () => {
  const { BREAK_OFFS: mode = 'few' } = process.env;
  if (!isMode(mode)) throw new Error(`BREAK_OFFS=${mode}`);
  describeBreakOffs('office', smallOffice, ACTIONS[mode].map(onMessy));
});
