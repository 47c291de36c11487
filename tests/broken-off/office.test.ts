import { describe } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import type { Action } from '../support/broken-off.ts';
import { describeBreakOffs } from '../support/broken-off-checks.ts';
import { officeDocument } from '../support/running.ts';
import { sheetNamed } from '../support/workbooks.ts';
import { CLOSINGS, FIRST_RUN, onMessy } from './actions.ts';

/** Another pledge of the office is looked at: the property is kept, and the detail tabs are of it. */
const LOOKING: Action = { functionName: 'lookAtPledge', args: ['1-2'], kind: 'client' };
/** All else is done on the sample too. So `npm test` breaks off a look at another pledge, and `npm run test:exhaustive` a recalculation and a closing. */
const CLOSING = CLOSINGS.slice(0, 1);
const ACTIONS = {
  few: [LOOKING],
  exhaustive: [FIRST_RUN, ...CLOSING],
  all: [LOOKING, FIRST_RUN, ...CLOSING],
};

function isMode(mode: string): mode is keyof typeof ACTIONS {
  return mode in ACTIONS;
}

/** Three pledges are an office as twenty-four are; the rows of the others are of no pledge, and said to be. */
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
