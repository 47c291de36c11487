/** What the sidebar shows of 매월 자동 계산, and to whom it offers to change it. */
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { ledger } from '../support/workbooks.ts';
import { describeInChromium } from './chromium.ts';
import { type OpenOptions, openSidebar } from './opening.ts';

/** Somebody else turned it on for the 28th, at seven. Today is 2024-04-02. */
function ofAnother(turnedOn: string): DocumentState {
  const document = ledger();
  const note = {
    triggerId: 'of-another',
    owner: '총무팀',
    schedule: { day: 28, hour: 7 },
    turnedOn,
    lastRun: null,
  };
  document.documentProperties.set('pledge-ledger.monthly-run', JSON.stringify(note));
  return document;
}

const ONLY_ITS_OWNER = '켠 사람만 바꾸거나 끌 수 있습니다.';
const NO_ADD_ON = '애드온에서는 매월 자동 계산을 쓸 수 없습니다.';

describeInChromium('매월 자동 계산', (browser: () => Browser) => {
  const opened = async (document: DocumentState, options: OpenOptions = {}) => {
    const { page, close } = await openSidebar(browser(), document, options);
    const section = page.locator('section', {
      has: page.getByRole('heading', { name: '매월 자동 계산' }),
    });
    await section.waitFor();
    return { section, close };
  };

  it.each<{ who: string; book: () => DocumentState; says: string | null; offers: string | null }>([
    { who: 'nobody has turned on', book: ledger, says: null, offers: '켜기' },
    {
      who: 'somebody else has turned on',
      book: () => ofAnother('2024-04-01'),
      says: ONLY_ITS_OWNER,
      offers: null,
    },
    {
      who: 'somebody else has turned on and which is overdue',
      book: () => ofAnother('2024-03-01'),
      says: '이제 다른 사람이 새로 켤 수 있습니다.',
      offers: '바꾸거나 끄기',
    },
  ])('that $who says $says and offers $offers', async ({ book, says, offers }) => {
    const { section, close } = await opened(book());
    try {
      expect(await section.locator('summary').allInnerTexts()).toEqual(offers === null ? [] : [offers]);
      expect(await section.getByText(ONLY_ITS_OWNER).count()).toBe(says === ONLY_ITS_OWNER ? 1 : 0);
      if (says !== null) expect(await section.innerText()).toContain(says);
    } finally {
      await close();
    }
  });

  it('of another is not turned on anew in their name', async () => {
    const { section, close } = await opened(ofAnother('2024-03-01'));
    try {
      await section.getByText('바꾸거나 끄기').click();
      expect(await section.getByLabel('켜는 사람').inputValue()).toBe('');
      await section.getByLabel('켜는 사람').fill('기획팀');
      await section.getByRole('button', { name: '바꾸기' }).click();
      await section.getByText('기획팀 (나)').waitFor();
    } finally {
      await close();
    }
  });

  it('is not offered in an add-on, where nobody can turn it on', async () => {
    const { section, close } = await opened(ledger(), {
      state: (state) => ({
        ...state,
        monthly: { ...state.monthly, possible: false, canBeChanged: false, warnings: [NO_ADD_ON] },
      }),
    });
    try {
      expect(await section.locator('summary').count()).toBe(0);
      expect(await section.getByText(NO_ADD_ON).count()).toBe(1);
    } finally {
      await close();
    }
  });
});
