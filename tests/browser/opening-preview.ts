/** Opens `npm run preview` in Chromium, with the real bundle in the local host behind it. */
import type { Browser, Page } from 'playwright-core';
import { Failure } from '../../src/local/failure.ts';
import { createHost, type DocumentState } from '../../src/local/host/host.ts';
import { servePreview } from '../../src/local/preview/serve.ts';
import { type PreviewPage, previewPage } from '../../src/local/preview/server/grid-page.ts';
import type { PreviewServer } from '../../src/local/preview/server/server.ts';
import { newWorkbook } from '../../src/local/xlsx/index.ts';
import { LONGEST_WAIT } from '../support/browser.ts';
import { CODE } from '../support/bundle.ts';
import { PAGE } from '../support/page.ts';

export const PREVIEW_SIZE = { width: 1440, height: 860 };

export interface OpenedPreview {
  readonly page: Page;
  readonly server: PreviewServer;
  readonly document: DocumentState;
  /** Errors in the page. */
  readonly mishaps: readonly string[];
  close(): Promise<void>;
}

/** The page of the preview; null if the grid's packages are missing and cannot be downloaded. */
export async function pageOrNull(): Promise<PreviewPage | null> {
  try {
    return await previewPage(() => undefined);
  } catch (error) {
    if (process.env.CI || !(error instanceof Failure)) throw error;
    return null;
  }
}

export async function openPreview(
  browser: Browser,
  gridPage: PreviewPage,
  document: DocumentState,
): Promise<OpenedPreview> {
  const server = await servePreview({
    open: async (choices) => ({
      document,
      host: createHost({ document, code: CODE, now: () => new Date(), ...choices }),
      save: () => newWorkbook(document),
    }),
    page: gridPage,
    sidebar: PAGE,
  });
  const context = await browser.newContext({
    viewport: PREVIEW_SIZE,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') mishaps.push(`console: ${message.text()}`);
  });
  page.on('request', (asked) => {
    const url = asked.url();
    if (!url.startsWith(server.origin) && !/^(?:data|blob):/.test(url)) mishaps.push(`request: ${url}`);
  });
  await page.goto(server.url);
  await page.waitForSelector('body[data-state=open]');
  await page.waitForSelector('.grid canvas', { state: 'attached' });
  return {
    page,
    server,
    document,
    mishaps,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Chooses an entry of the menu 공약장부, by the captions that lead to it. */
export async function choose(page: Page, ...captions: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '공약장부', exact: true }).click();
  for (const caption of captions) await page.getByRole('menuitem', { name: caption }).click();
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}
