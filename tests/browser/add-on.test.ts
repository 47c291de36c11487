/** The sidebar of an add-on, in which the monthly run cannot be turned on. */
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { ledger } from '../support/workbooks.ts';
import { describeInChromium } from './chromium.ts';
import { openSidebar } from './opening.ts';

describeInChromium('매월 자동 계산', (browser: () => Browser) => {
  it.each([
    [true, 1],
    [false, 0],
  ])('possible: %s, so its settings are shown %i times', async (possible, times) => {
    const { page, close } = await openSidebar(browser(), ledger(), {
      state: (state) => ({
        ...state,
        monthly: { ...state.monthly, possible, warnings: possible ? [] : ['애드온에서는 쓸 수 없습니다.'] },
      }),
    });
    try {
      const section = page.locator('section', {
        has: page.getByRole('heading', { name: '매월 자동 계산' }),
      });
      await section.waitFor();
      expect(await section.locator('summary').count()).toBe(times);
      expect(await section.getByText('애드온에서는 쓸 수 없습니다.').count()).toBe(1 - times);
    } finally {
      await close();
    }
  });
});
