import { expect, it } from 'vitest';
import { FUNCTIONS } from '../support/bundle.ts';
import {
  ADDING_NAMES,
  ADDING_TABS,
  ASKED_CLOSING,
  ASKED_RECALCULATIONS,
  CALLING_NOTHING,
  CLOSINGS,
  FILLING,
  ON_RECORDS,
  READING,
  RECALCULATIONS,
  REMOVING,
  SETTING_UP,
  TURNING_OFF,
  TURNING_ON,
} from './actions.ts';

it('every function that Google Sheets may call is broken off', () => {
  const actions = [
    ...RECALCULATIONS,
    ...ASKED_RECALCULATIONS,
    ...CLOSINGS,
    ASKED_CLOSING,
    ...ON_RECORDS,
    ...SETTING_UP,
    ...FILLING,
    ...ADDING_NAMES,
    ...ADDING_TABS,
    ...REMOVING,
    ...TURNING_ON,
    ...TURNING_OFF,
    ...READING,
  ];
  const brokenOff = new Set(actions.map(({ functionName }) => functionName));
  expect(FUNCTIONS.filter((name) => !brokenOff.has(name))).toEqual([CALLING_NOTHING]);
  for (const { functionName } of actions) expect(FUNCTIONS).toContain(functionName);
});
