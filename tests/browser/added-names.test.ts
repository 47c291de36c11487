/** What the sidebar says of a name that was added to 분류, and for how long. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { hostOf, officeDocument, recalculate } from '../support/running.ts';
import { LEDGER, ledger, sheetNamed } from '../support/workbooks.ts';
import { describeInChromium } from './chromium.ts';
import { openSidebar } from './opening.ts';

const ADDED = '분류에 더했습니다. 다시 계산하면 집계됩니다.';

/** An hour later than all that was computed before. */
function recalculateFromMenu(document: DocumentState): void {
  hostOf(document, { now: () => new Date('2024-04-02T02:00:00Z') }).execute('recalculateAll');
}

function bookOfOne(): DocumentState {
  return ledger({
    분류: '종류 | 이름\n소통 | 시장방문\n소통 | 구청장 차담회',
    소통기록: `${LEDGER.소통기록}\n2024. 3. 6. | 체육대회 | | |`,
  });
}

function bookOfMany(): DocumentState {
  const document = officeDocument();
  const [headings = [], first = []] = sheetNamed(document, '소통기록').values;
  first[headings.indexOf('분류')] = '체육대회';
  return document;
}

describeInChromium('a name that was added', (browser) => {
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it.each<{
    how: string;
    book: () => DocumentState;
    recompute: (page: Page, book: DocumentState) => Promise<void>;
  }>([
    {
      how: 'here',
      book: bookOfOne,
      recompute: async (page) => {
        await press(page, '다시 계산');
        await page.getByText('다시 계산했습니다.').waitFor();
      },
    },
    {
      how: 'from the menu, and its figures are shown',
      book: bookOfOne,
      recompute: async (page, book) => {
        recalculateFromMenu(book);
        await page.evaluate(() => {
          const now = performance.now.bind(performance);
          performance.now = () => now() + 61_000;
          window.document.documentElement.dispatchEvent(new PointerEvent('pointerenter'));
        });
        await press(page, '새 숫자 보기');
        await page.getByText('그사이 다시 계산되었습니다').waitFor({ state: 'detached' });
      },
    },
    {
      how: 'for another pledge to be looked at',
      book: bookOfMany,
      recompute: async (page) => {
        await page.getByRole('searchbox').fill('2-3');
        await page.getByRole('button', { name: /^2-3 / }).first().click();
        await press(page, '이 공약을 결과 탭에 보기');
        await page.getByText('결과 탭을 공약 2-3의 것으로 썼습니다.').waitFor();
        await page.getByRole('button', { name: '총괄로 돌아가기' }).click();
      },
    },
  ])('is no longer said to wait once everything was recalculated $how', async ({ book, recompute }) => {
    const document = book();
    recalculate(document);
    const { page, close } = await openSidebar(browser(), document);
    try {
      await press(page, '분류에 더하기');
      await page.getByText(ADDED, { exact: true }).waitFor();
      // Taken out again by hand: the recalculation does not know the name either.
      sheetNamed(document, '분류').values.pop();
      await recompute(page, document);
      expect(await page.getByText(ADDED, { exact: true }).count()).toBe(0);
      expect(await page.getByRole('button', { name: '분류에 더하기' }).count()).toBe(1);
    } finally {
      await close();
    }
  });
});
