/** 총괄 in the sidebar, and how to get to a pledge and back. */
import { expect, it } from 'vitest';
import { describeInChromium } from './chromium.ts';
import { type OpenOptions, openSidebar } from './opening.ts';
import { recalculatedOffice } from './states.ts';

describeInChromium('the sidebar of an office', (browser) => {
  const opened = async (options: OpenOptions = {}) => {
    const document = recalculatedOffice();
    const { page, ...others } = await openSidebar(browser(), document, options);
    const find = async (typed: string, button: RegExp) => {
      await page.getByRole('searchbox').fill(typed);
      await page.getByRole('button', { name: button }).first().click();
    };
    return { document, page, find, ...others };
  };

  it('shows the stored line of a pledge at once, gets the rest with one call, and leads back', async () => {
    let answer = () => undefined as unknown;
    const waiting = new Promise((resolve) => {
      answer = () => resolve(null);
    });
    const { page, find, called, mishaps, close } = await opened({
      around: async (call, execute) => {
        if (call.name === 'pledgeGlance') await waiting;
        return execute();
      },
    });
    try {
      await find('안전 체험', /^2-3 /);
      expect(await page.locator('h1').innerText()).toBe('안전 체험 교육');
      expect(await page.getByText('78% / 90%').count()).toBe(1);
      await page.getByText('이 공약을 계산하고 있습니다.').waitFor();
      answer();
      await page.getByRole('heading', { name: '이행률' }).waitFor();
      expect(called.filter((name) => name === 'pledgeGlance')).toHaveLength(1);
      await page.getByRole('button', { name: '총괄로 돌아가기' }).click();
      expect(await page.locator('h1').innerText()).toBe('공약 24건');
      expect(mishaps).toEqual([]);
    } finally {
      await close();
    }
  });

  it('shows the result tabs of the pledge with one click', async () => {
    const { document, page, find, close } = await opened();
    try {
      await find('2-3', /^2-3 /);
      await page.getByRole('button', { name: '이 공약을 결과 탭에 보기' }).click();
      await page.getByText('결과 탭을 공약 2-3의 것으로 썼습니다.').waitFor();
      await page.getByText('결과 탭과 보고서는 지금 이 공약의 것입니다.').waitFor();
      expect(document.documentProperties.get('pledge-ledger.pledge')).toBe('2-3');
    } finally {
      await close();
    }
  });

  it('says what went wrong if a pledge cannot be shown, and tries again', async () => {
    let refused = false;
    const { page, find, close } = await opened({
      around: (call, execute) => {
        if (call.name !== 'pledgeGlance' || refused) return execute();
        refused = true;
        return {
          ...execute(),
          result: { status: 'stopped', messages: ['공약목록 탭에서 번호를 확인해 주세요.'] },
        };
      },
    });
    try {
      await find('2-3', /^2-3 /);
      await page.getByText('공약목록 탭에서 번호를 확인해 주세요.').waitFor();
      await page.getByRole('button', { name: '다시 시도' }).click();
      await page.getByRole('heading', { name: '이행률' }).waitFor();
    } finally {
      await close();
    }
  });
});
