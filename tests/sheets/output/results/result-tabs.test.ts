/**
 * The result tabs of small workbooks, each about one matter: `result-tabs/<workbook>.txt`, with the expected
 * output in `<workbook>.expected.txt`. To update it after changing a tab: `npx vitest run --config
 * tests/vitest.config.ts tests/sheets/output -u`. Then read the difference as a clerk would.
 */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridOfTab } from '../../../../src/app/run/plan-writes.ts';
import { auditGrid } from '../../../../src/sheets/output/results/audit-grid.ts';
import { OUTPUT_TABS, type OutputTab, RESULT_TABS } from '../../../../src/sheets/output/tabs.ts';
import { textOf, toldOf } from '../../../problems/running.ts';
import { workbookText } from '../../../problems/workbook-text.ts';
import { day } from '../../../support/day.ts';
import { onePledge } from '../../../support/one-pledge.ts';
import { gridText } from '../grid-text.ts';

const FOLDER = new URL('result-tabs/', import.meta.url);

/** The tabs to show of each workbook. */
const WORKBOOKS: Readonly<Record<string, readonly OutputTab[]>> = {
  'a-pledge-under-way': RESULT_TABS,
  'before-anything-happened': RESULT_TABS,
  'without-its-tabs': ['summary', 'report', 'audit'],
  'just-begun': ['summary', 'meetings', 'report'],
  'on-the-last-day': ['summary', 'meetings', 'suggestions', 'report'],
  'a-form-filled-in': ['report'],
  'many-findings': ['audit'],
  'several-indicators': ['summary', 'meetings', 'report', 'audit'],
  'of-every-sort': RESULT_TABS,
  'long-amounts': ['summary', 'budget', 'report'],
};

describe('the result tabs', () => {
  it('are listed here for each workbook', () => {
    const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.expected.txt'));
    expect(files.toSorted()).toEqual(
      Object.keys(WORKBOOKS)
        .map((name) => `${name}.txt`)
        .toSorted(),
    );
  });

  it.each(Object.keys(WORKBOOKS))('%s', async (name) => {
    const { report, findings, accounts } = toldOf(workbookText(textOf(new URL(`${name}.txt`, FOLDER).href)));
    const shown = (WORKBOOKS[name] ?? []).map((tab) => {
      const grid = gridOfTab(tab, onePledge(report, findings, accounts), findings);
      return `[${OUTPUT_TABS[tab]}]\n${grid === null ? 'not written\n' : gridText(grid)}`;
    });
    await expect(shown.join('\n')).toMatchFileSnapshot(`result-tabs/${name}.expected.txt`);
  });

  it.each([
    ['2022-12-31', '2022'],
    ['2024-03-31', '2022~2023'],
  ])('name the years that have ended by %s: %s', (asOf, years) => {
    const plan = '[예산계획]\n연도 | 재원 | 금액(백만원)\n2022 | 구 | 5\n2023 | 구 | 6';
    const { report, findings, accounts } = toldOf(
      workbookText(`as of ${asOf}, today 2024-04-05\nMoney of two years.\n\n${plan}\n`),
    );
    const grid = gridOfTab('budget', onePledge(report, findings, accounts), findings);
    const sum = grid?.rows.find(([, name]) => name?.value === '마감한 해 합계');
    expect(sum?.[0]?.value).toBe(years);
  });

  it('say in 점검 that there is nothing to look at, if there is nothing', () => {
    const shown = auditGrid(day('2024-03-31'), true, [], {}).rows.map(([cell]) => cell?.value);
    expect(shown.filter((value) => typeof value === 'string' && value.endsWith('.'))).toEqual([
      '살펴볼 것이 없습니다.',
    ]);
  });

  it('are only 점검, without a date, if not even the settings can be read', () => {
    const shown = RESULT_TABS.flatMap((tab) => gridOfTab(tab, onePledge(null, [], {}), [])?.rows ?? []);
    expect(shown.slice(0, 2).map(([cell]) => cell?.value)).toEqual([
      '점검',
      '오류 0건 · 경고 0건 · 알림 0건',
    ]);
  });
});
