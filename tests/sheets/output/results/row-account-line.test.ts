import { describe, expect, it } from 'vitest';
import type { IndicatorKind } from '../../../../src/domain/indicators/indicator.ts';
import { resultsAccountRow, rowAccountText } from '../../../../src/sheets/output/results/row-account-line.ts';
import { indicator } from '../../../domain/ledger.ts';

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

describe('the line of 실적기록', () => {
  const of = (...kinds: readonly IndicatorKind[]) =>
    kinds.map((kind) => ({ indicator: indicator({ kind }) }));
  const EMPTY = { read: 0, counted: 0, afterAsOf: 0, excluded: 0, skipped: 0 };
  const lines = (account: typeof EMPTY | undefined, ...kinds: readonly IndicatorKind[]) =>
    resultsAccountRow(account === undefined ? {} : { results: account }, of(...kinds)).map(
      ([cell]) => cell?.value,
    );
  const NOTHING_READ = ['실적기록 탭에 적은 행이 없습니다.'];

  it.each<[string, readonly IndicatorKind[], typeof EMPTY | undefined, readonly string[]]>([
    ['is left out of an empty tab where meetings alone measure the pledge', ['meetings'], EMPTY, []],
    ['stands there where results should be', ['cumulative'], EMPTY, NOTHING_READ],
    ['stands there where results should be besides', ['meetings', 'level'], EMPTY, NOTHING_READ],
    [
      'stands there where somebody typed results for meetings',
      ['meetings'],
      { ...EMPTY, read: 1, excluded: 1 },
      [
        '실적기록 1행 가운데 0행을 집계했습니다. 기준일 뒤 0행 · 집계에서 뺀 행 1행(점검 탭 참고) · 건너뛴 행 0행',
      ],
    ],
    ['is left out without the tab', ['level'], undefined, []],
  ])('%s', (_case, kinds, account, is) => {
    expect(lines(account, ...kinds)).toEqual(is);
  });
});
