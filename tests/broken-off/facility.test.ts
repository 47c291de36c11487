import { describe } from 'vitest';
import { describeBreakOffs } from '../support/broken-off-checks.ts';
import { facilityDocument } from '../support/running.ts';
import { CLOSINGS, FIRST_RUN, onMessy } from './actions.ts';

/**
 * The sample covers the same code. So `npm test` breaks off only a closing, `npm run test:exhaustive` a
 * recalculation, and the long suite both.
 */
const CLOSING = CLOSINGS.slice(0, 1);
const ACTIONS = { few: CLOSING, exhaustive: [FIRST_RUN], all: [FIRST_RUN, ...CLOSING] };

function isMode(mode: string): mode is keyof typeof ACTIONS {
  return mode in ACTIONS;
}

describe('the facility pledge, which has no meetings', () => {
  const { BREAK_OFFS: mode = 'few' } = process.env;
  if (!isMode(mode)) throw new Error(`BREAK_OFFS=${mode}`);
  describeBreakOffs('facility', facilityDocument, ACTIONS[mode].map(onMessy));
});
