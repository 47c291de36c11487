import { expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { everyBreakOff, hostStateOf } from '../support/broken-off.ts';
import {
  displayed,
  hostOf,
  NOW,
  recalculate,
  recalculated,
  recordTabsOf,
  sampleDocument,
} from '../support/running.ts';
import { REMOVING } from './actions.ts';

const remove = (document: DocumentState) => hostOf(document).execute('askToRemoveSample');

const remaindersOf = (make: () => DocumentState) =>
  REMOVING.flatMap((action) =>
    everyBreakOff(hostStateOf(make()), action, () => NOW).remainders.map(({ how, number, call, state }) => ({
      where: `${action.functionName}, ${how} call ${number}, ${call}`,
      state,
    })),
  );

function recalculatedSample(): DocumentState {
  const document = sampleDocument();
  recalculated(document);
  return document;
}

it('예시 지우기 that is broken off is completed by the next one, whether or not somebody recalculates between', () => {
  for (const { where, state } of remaindersOf(recalculatedSample)) {
    for (const isRecalculated of [false, true]) {
      const { document } = state();
      if (isRecalculated) recalculate(document);
      remove(document);
      const rows = displayed(document, '소통기록').slice(1).flat().join('');
      expect([rows, ...recordTabsOf(document)], `${where} ${isRecalculated}`).toEqual(['']);
      recalculated(document);
    }
  }
});

it('records that first come up while the sample is half gone go with it', () => {
  for (const { where, state } of remaindersOf(sampleDocument)) {
    const { document } = state();
    recalculate(document);
    remove(document);
    expect(recordTabsOf(document), where).toEqual([]);
  }
});
