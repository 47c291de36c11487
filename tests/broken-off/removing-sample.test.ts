import { expect, it } from 'vitest';
import { everyBreakOff, hostStateOf } from '../support/broken-off.ts';
import { displayed, hostOf, NOW, recalculated, sampleDocument } from '../support/running.ts';
import { REMOVING } from './actions.ts';

it.each(REMOVING)('$functionName, broken off, is completed by the next one', (action) => {
  const make = () => {
    const document = sampleDocument();
    recalculated(document);
    return document;
  };
  for (const { how, number, call, state } of everyBreakOff(hostStateOf(make()), action, () => NOW)
    .remainders) {
    const { document } = state();
    hostOf(document).execute('askToRemoveSample');
    expect(displayed(document, '소통기록').slice(1).flat().join(''), `${how} call ${number}, ${call}`).toBe(
      '',
    );
    recalculated(document);
  }
});
