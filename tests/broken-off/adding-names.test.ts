import { expect, it } from 'vitest';
import { everyBreakOff, hostStateOf } from '../support/broken-off.ts';
import { displayed, NOW, recalculated } from '../support/running.ts';
import { ledger } from '../support/workbooks.ts';
import { ADDING_NAMES } from './actions.ts';

const 분류 = '종류 | 이름 | 별칭\n소통 | 시장방문 |';

it.each(ADDING_NAMES)(
  '$functionName, broken off, keeps all existing rows, and the book can be recalculated',
  (action) => {
    const make = () => ledger({ 분류 });
    const before = displayed(make(), '분류');
    for (const { how, number, call, state } of everyBreakOff(hostStateOf(make()), action, () => NOW)
      .remainders) {
      const { document } = state();
      expect(displayed(document, '분류').slice(0, before.length), `${how} call ${number}, ${call}`).toEqual(
        before,
      );
      recalculated(document);
    }
  },
);
