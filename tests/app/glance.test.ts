/**
 * What the sidebar is given of a pledge and of an office, whole. To update the files of `glance/`: `npx
 * vitest run --config tests/vitest.config.ts tests/app/glance.test.ts -u`. Then read the difference.
 */
import { describe, expect, it } from 'vitest';
import { computeBook } from '../../src/app/compute/compute-book.ts';
import { glanceOf, pledgeGlanceOf } from '../../src/app/glance/glance-of-report.ts';
import { glanceOffice } from '../../src/app/glance/glance-office.ts';
import { BASE, textOf } from '../problems/running.ts';
import { tabsOf, workbookText } from '../problems/workbook-text.ts';
import { BOOK, type Changes, told } from './office/office-book.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

describe('a glance at a pledge', () => {
  it.each([
    'a-pledge-under-way',
    'before-anything-happened',
    'just-begun',
    'on-the-last-day',
    'several-indicators',
  ])('%s', async (name) => {
    const address = new URL(`../sheets/output/results/result-tabs/${name}.txt`, import.meta.url);
    const workbook = workbookText(textOf(address.href));
    const book = computeBook(tabsOf(workbook, BASE), {
      requestedAsOf: workbook.asOf,
      today: workbook.today,
      pledge: null,
    });
    const shown = book.shown?.computed;
    if (shown?.report == null) throw new Error('no report');
    const glance = pledgeGlanceOf(shown.report, book.findings, shown.read.names);
    await expect(json(glance)).toMatchFileSnapshot(`glance/${name}.expected.txt`);
  });
});

it('a glance at a pledge whose rate somebody states shows it as it was typed, and by which run', () => {
  const pledgeList = '공약번호 | 공약명 | 이행률 | 이행구분\n2-2 | 조례 | 70.5 |';
  const { book } = told({ pledgeList }, '2-2');
  const computed = book.shown?.computed;
  if (computed?.report == null) throw new Error('no report');
  const run = {
    when: '2025-01-04 10:00:00',
    action: '전체 다시 계산',
    startedBy: 'menu',
    seconds: 2.5,
  } as const;
  const context = { run, inputs: 'a', names: computed.read.names, office: null };
  expect(glanceOf(computed.report, [], book.accounts, context)).toMatchObject({
    implementation: { rate: { percent: 70.5, text: '70.5%' }, rateFrom: 'stated', status: null },
    lastRun: { ...run, id: '2025-01-04 10:00:00 전체 다시 계산', rowsRead: 16, rowsLeftOut: 10 },
    inputs: 'a',
    office: null,
  });
});

it.each<[string, Changes]>([
  ['office', {}],
  [
    'office-of-many-kinds',
    {
      pledgeList: `${BOOK.pledgeList}\n2-1 |  |  |  | 현재값 | 점 |  | 90 |\n2-2 | 조례 | 행정 |  | 자체평가 |  |  |  | 70\n2-3 | ${'아주 긴 이름 '.repeat(40)} | 행정 | ${'아주 긴 부서 '.repeat(40)} | 누적 | km |  |  |`,
      indicators:
        '공약번호 | 지표 | 집계 | 단위 | 최종목표\n1-1 | 벤치 | 누적 | 개 | 3\n1-1 | 나무 | 누적 | 그루 |',
    },
  ],
])('a glance at an %s', async (name, changes) => {
  const { book } = told(changes, '1-1');
  const names = book.shown?.computed.read.names;
  if (names === undefined) throw new Error('no pledge');
  await expect(json(glanceOffice(book, book.findings, names))).toMatchFileSnapshot(
    `glance/${name}.expected.txt`,
  );
});
