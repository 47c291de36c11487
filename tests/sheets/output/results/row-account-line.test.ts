import { describe, expect, it } from 'vitest';
import { rowAccountText } from '../../../../src/sheets/output/results/row-account-line.ts';

describe('where the rows of a tab went', () => {
  const account = { read: 1250, counted: 1200, afterAsOf: 20, excluded: 0, skipped: 30 };

  it.each([
    [
      'all in order',
      account,
      '소통기록 1,250행 가운데 1,200행을 집계했습니다. 기준일 뒤 20행 · 집계에서 뺀 행 0행 · 건너뛴 행 30행',
    ],
    [
      'with rows that could not be counted',
      { ...account, excluded: 1 },
      '소통기록 1,250행 가운데 1,200행을 집계했습니다. 기준일 뒤 20행 · 집계에서 뺀 행 1행(점검 탭 참고) · 건너뛴 행 30행',
    ],
  ])('%s', (_, given, text) => {
    expect(rowAccountText('소통기록', given)).toEqual(text);
  });
});
