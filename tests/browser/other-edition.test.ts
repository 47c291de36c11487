/** One file of a new version was pasted, the other was not. */
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import type { SidebarState } from '../../src/app/sidebar.ts';
import { createDocument } from '../../src/local/host/host.ts';
import { EDITION } from '../support/bundle.ts';
import { PAGE } from '../support/page.ts';
import { hostOf } from '../support/running.ts';
import { describeInChromium } from './chromium.ts';
import { openSidebar } from './opening.ts';

describeInChromium('Sidebar.html beside Code.gs', (browser: () => Browser) => {
  it.each<[string, (state: SidebarState) => SidebarState, string | null]>([
    ['of its own edition', (state) => state, null],
    ['of another', (state) => ({ ...state, edition: '9.0.0-abcdef' }), 'Code.gs(9.0.0-abcdef)'],
    [
      'of a version that says none',
      ({ edition: _, ...others }) => others as SidebarState,
      'Code.gs(더 오래된 판)',
    ],
  ])('%s: one line, or none if the editions agree', async (_, state, says) => {
    const { page, close } = await openSidebar(browser(), createDocument(), { state });
    try {
      await page.getByRole('heading', { name: '공약장부' }).waitFor();
      const lines = await page.locator('.other-edition').allTextContents();
      expect(lines).toEqual(
        says === null ? [] : [expect.stringContaining(`${says}와 Sidebar.html(${EDITION})의 판이 다릅니다.`)],
      );
    } finally {
      await close();
    }
  });
});

it.each([
  ['an older page, which tells no edition', PAGE.replace(/<meta name="edition"[^>]*>/, ''), 1],
  ['a page of this edition', PAGE, 0],
])('%s: the script reports it %3$j times', (_, page, times) => {
  const [shown] = hostOf(createDocument(), { html: { Sidebar: page } }).execute('showSidebar').shown;
  expect(shown?.html.match(/Sidebar\.html이 Code\.gs보다 오래된 판입니다/g) ?? []).toHaveLength(times);
  expect(shown?.html).not.toContain('__STATE__');
});
