/** What Google may pass to a function that it calls. */
import { describe, expect, it } from 'vitest';
import { answerTo, callerOf, numberIn, textIn, triggerIdIn } from '../../src/app/given.ts';

const EVENT = { triggerUid: 4711, authMode: 'FULL' };
const STOPPED = { status: 'stopped', messages: ['탭이 없습니다.', '다시 눌러 주세요.'] } as const;

describe('the caller', () => {
  it.each([undefined, null, '', '4711', 4711, [], {}, { authMode: 'FULL' }])('of %j is a person', (given) => {
    expect(triggerIdIn(given)).toBeNull();
    expect(callerOf(given)).toBe('menu');
    expect(answerTo(given, STOPPED)).toBe(STOPPED);
  });

  it('of an event of a trigger is the trigger, which only an error reaches', () => {
    expect(triggerIdIn(EVENT)).toBe('4711');
    expect(callerOf(EVENT)).toBe('trigger');
    expect(() => answerTo(EVENT, STOPPED)).toThrow('탭이 없습니다. 다시 눌러 주세요.');
    expect(answerTo(EVENT, { status: 'done' })).toEqual({ status: 'done' });
  });
});

it.each<[unknown, string, number]>([
  ['3월', '3월', Number.NaN],
  [3, '', 3],
  [null, '', Number.NaN],
  [undefined, '', Number.NaN],
  [EVENT, '', Number.NaN],
])('%j is the text %j and the number %d', (given, text, number) => {
  expect(textIn(given)).toBe(text);
  expect(numberIn(given)).toBe(number);
});
