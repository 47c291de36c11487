import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../src/domain/indicators/indicator.ts';
import { readRows } from '../../../../src/sheets/input/rows/read-rows.ts';
import { settingsOf } from '../../../../src/sheets/input/settings/settings.ts';
import { pledgeTab } from '../../../../src/sheets/input/tabs.ts';
import { nameTable } from '../../../../src/sheets/name-table.ts';
import { implementationStatusNames } from '../../../../src/sheets/names.ts';
import { places, rawTab, readContext } from '../../fixtures.ts';

function settings(rows: string) {
  const table = rawTab('공약', `항목 | 값 | 설명\n${rows}`);
  return settingsOf(readRows(pledgeTab, table, readContext()).rows, nameTable(implementationStatusNames));
}

describe('a setting of the indicator', () => {
  it.each<{ readonly row: string; readonly is: Partial<Indicator> }>([
    { row: '확인지표 | 소통 횟수(누적)', is: { name: '소통 횟수(누적)' } },
    { row: '최종목표 | 200', is: { target: 200 } },
    { row: '최종목표 | 200회', is: { target: 200, targetPlace: { tab: 'pledge', row: 2 } } },
    { row: '최종목표 | 200건', is: { target: 200 } },
    { row: '최종목표 | 200명', is: { target: 200 } },
    { row: '최종목표 | 200개', is: { target: 200 } },
    { row: '최종목표 | 200개소', is: { target: 200 } },
    { row: '최종목표 | 200곳', is: { target: 200 } },
    { row: '지표단위 | 회', is: { unit: '회' } },
  ])('$row', ({ row, is }) => {
    const { own, findings, excluded } = settings(row);
    expect(own.indicator).toMatchObject(is);
    expect([places(findings), excluded]).toEqual([[], 0]);
  });
});
