/** The pictures of the preview in the README, and how to produce them. */
import type { Page } from 'playwright-core';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { hostOf } from '../support/running.ts';
import { choose, openTab } from './opening-preview.ts';

export interface PreviewPicture {
  /** Also the name of its file. */
  readonly name: string;
  document(): DocumentState;
  show(page: Page): Promise<void>;
}

export const PREVIEW_PICTURES: readonly PreviewPicture[] = [
  {
    name: 'preview',
    document: preparedSample,
    show: async (page) => {
      await choose(page, '전체 다시 계산');
      await page.getByText('소통 108회 / 200회').waitFor();
      await openTab(page, '요약');
      await choose(page, '사이드바 열기');
      await page.frameLocator('aside iframe').getByText('108회 / 200회').waitFor();
      await page.getByRole('button', { name: '알림 닫기' }).click();
    },
  },
  {
    name: 'menu',
    document: preparedSample,
    show: async (page) => {
      await openTab(page, '소통기록');
      await page.getByRole('button', { name: '공약장부', exact: true }).click();
      await page.getByRole('menuitem', { name: '설정' }).hover();
      await page.getByRole('menuitem', { name: '시트 준비' }).waitFor();
    },
  },
  {
    name: 'guide',
    document: preparedSample,
    show: async (page) => {
      await openTab(page, '사용법');
    },
  },
];

/** The state after choosing 시트 준비 and then 예시 데이터로 채우기. */
function preparedSample(): DocumentState {
  const document = createDocument({ name: '공약장부 예시' });
  for (const action of ['setUpSheets', 'fillSampleData']) {
    const { error } = hostOf(document).execute(action);
    if (error !== null) throw error;
  }
  return document;
}
