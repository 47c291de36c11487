import { expect, it } from 'vitest';
import { inputFingerprint } from '../../../src/app/run/input-fingerprint.ts';
import { fingerprint, runningFingerprint } from '../../../src/domain/fingerprint.ts';
import type { RawCell, RawTabs } from '../../../src/sheets/raw.ts';
import { day } from '../../support/workbooks.ts';

const tabs = (...rows: readonly (readonly RawCell[])[]): RawTabs => ({
  meetings: { name: '소통기록', rows },
});

it('cells that are read differently have another fingerprint, and the same cells the same', () => {
  const different: readonly RawTabs[] = [
    {},
    tabs(),
    tabs(['']),
    tabs(['', '']),
    tabs([''], ['']),
    tabs(['1']),
    tabs([1]),
    tabs([true]),
    tabs(['TRUE']),
    tabs(['true']),
    tabs([{ date: day('2024-03-05') }]),
    tabs(['2024-03-05']),
    tabs(['가나', '다']),
    tabs(['가', '나다']),
    tabs(['가', '나', '다']),
    tabs(['가', '나'], ['다']),
    { suggestions: { name: '건의사항', rows: [['1']] } },
  ];
  expect(new Set(different.map(inputFingerprint)).size).toBe(different.length);
  expect(different.map((each) => structuredClone(each)).map(inputFingerprint)).toEqual(
    different.map(inputFingerprint),
  );
});

it('texts that are added one by one have the fingerprint of the whole', () => {
  const { add, result } = runningFingerprint();
  for (const text of ['주민', '', '자치 ', '활성화']) add(text);
  expect(result()).toBe(fingerprint('주민자치 활성화'));
});
