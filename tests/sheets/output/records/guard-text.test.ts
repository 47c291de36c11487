/** What the document properties keep about the records, and what is made of a text that somebody spoilt. */
import { describe, expect, it } from 'vitest';
import { acceptingGuard, EMPTY_GUARD } from '../../../../src/domain/record-set.ts';
import { guardsIn, textOfGuards } from '../../../../src/sheets/output/records/guard-text.ts';

const GUARD = acceptingGuard([{ number: null, before: null, content: 'a' }], 7);

describe('the guards of the records', () => {
  it('come back as they were kept, those that there are', () => {
    const guards = { monthlyRecords: GUARD, statusHistory: EMPTY_GUARD };
    expect(guardsIn(textOfGuards('book', guards))).toEqual({ id: 'book', guards });
    expect(guardsIn(textOfGuards('book', {}))).toEqual({ id: 'book', guards: {} });
  });

  it.each([
    '',
    'book',
    'null',
    '7',
    '[]',
    '{}',
    '{"id":"book"}',
    '{"id":7,"guards":{}}',
    '{"id":"book","guards":7}',
    '{"guards":{}}',
  ])('are none in %s', (text) => {
    expect(guardsIn(text)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['no object', 7],
    ['nothing', null],
    ['without a base', { end: GUARD.end }],
    ['without an end', { base: GUARD.base }],
    ['with half a row', { ...GUARD, base: { ...GUARD.base, rows: 0.5 } }],
    ['with a text for a number', { ...GUARD, base: { ...GUARD.base, through: '7' } }],
    ['without the last number', { ...GUARD, end: { seal: 'a' } }],
    ['without the seal of its base', { ...GUARD, base: { rows: 1, through: 7 } }],
    ['with a number for a seal', { ...GUARD, end: { number: 7, seal: 7 } }],
  ])('of one tab, %s, leaves those of the others', (_case, guard) => {
    const text = JSON.stringify({ id: 'book', guards: { monthlyRecords: guard, monthlyRows: GUARD } });
    expect(guardsIn(text)?.guards).toEqual({ monthlyRows: GUARD });
  });
});
