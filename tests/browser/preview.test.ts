/** `npm run preview` in Chromium: the grid, the menu, dialogs, the sidebar and the clock, with the real bundle behind them. */
import { request } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { createHost } from '../../src/local/host/host.ts';
import type { PreviewServer } from '../../src/local/preview-server/server.ts';
import { type PreviewPage, previewPage } from '../../src/local/preview-session/page.ts';
import { servePreview } from '../../src/local/preview-session/serve.ts';
import { newWorkbook, openWorkbook } from '../../src/local/xlsx/index.ts';
import { CODE } from '../support/bundle.ts';
import { PAGE } from '../support/page.ts';
import { displayed, sampleDocument } from '../support/running.ts';
import { describeInChromium } from './chromium.ts';

/** null: the grid's packages are not there, and cannot be got. */
async function pageOrNull(): Promise<PreviewPage | null> {
  try {
    return await previewPage(() => undefined);
  } catch (error) {
    if (process.env.CI) throw error;
    return null;
  }
}

const GRID_PAGE = await pageOrNull();

interface Opened {
  readonly page: Page;
  readonly server: PreviewServer;
  readonly document: DocumentState;
  /** What went wrong in the page. */
  readonly mishaps: readonly string[];
  close(): Promise<void>;
}

async function openPreview(browser: Browser, document: DocumentState = sampleDocument()): Promise<Opened> {
  if (GRID_PAGE === null) throw new Error('the packages of the preview are not installed');
  const server = await servePreview({
    open: async (choices) => ({
      document,
      host: createHost({ document, code: CODE, now: () => new Date(), ...choices }),
      save: () => newWorkbook(document),
    }),
    page: GRID_PAGE,
    sidebar: PAGE,
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    acceptDownloads: true,
  });
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

async function choose(page: Page, ...captions: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '공약장부', exact: true }).click();
  for (const caption of captions) await page.getByRole('menuitem', { name: caption }).click();
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}

async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.getByLabel('칸 주소');
  // Another tab has another cell before long; the box is of the cell that is selected.
  await expect.poll(() => box.inputValue()).not.toBe(cell);
  await box.fill(cell);
  await box.press('Enter');
  await page.locator(`.cell-line[data-cell="${cell}"]`).waitFor();
}

/** The text of a cell as the document shows it. */
function shown({ document }: Opened, tab: string, row: number, column: number): string {
  return displayed(document, tab)[row - 1]?.[column - 1] ?? '';
}

function inSidebar(page: Page) {
  return page.frameLocator('aside iframe');
}

if (GRID_PAGE === null) {
  it('needs the packages of the preview', ({ skip }) =>
    skip('the packages of the preview cannot be installed here: the preview is not tested'));
} else {
  describeInChromium('the preview', (browser) => {
    it('takes a meeting that is typed in, recalculates, and shows the new figure in tab and sidebar', async () => {
      const opened = await openPreview(browser());
      const { page, mishaps, close } = opened;
      await choose(page, '전체 다시 계산');
      await page.getByText('소통 108회 / 200회').waitFor();
      await choose(page, '사이드바 열기');
      await inSidebar(page).getByText('108회 / 200회').waitFor();

      await openTab(page, '소통기록');
      const row = displayed(opened.document, '소통기록').length + 1;
      await goTo(page, `A${row}`);
      await page.keyboard.type('2024. 3. 5.');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('현장방문');
      await page.keyboard.press('Enter');
      await expect.poll(() => shown(opened, '소통기록', row, 2)).toBe('현장방문');
      expect(shown(opened, '소통기록', row, 1)).toBe('2024. 3. 5');

      await choose(page, '전체 다시 계산');
      await page.getByText('소통 109회 / 200회').waitFor();
      await openTab(page, '요약');
      await page
        .getByRole('img', { name: '연도별 누적 계획과 실적' })
        .getByText('109', { exact: true })
        .waitFor();
      expect(displayed(opened.document, '요약').flat()).toContain('109');
      await choose(page, '사이드바 열기');
      await inSidebar(page).getByText('109회 / 200회').waitFor();
      expect(mishaps).toEqual([]);
      await close();
    });
  });

  describeInChromium('the server of the preview', (browser) => {
    it('answers nobody but its own page', async () => {
      const { server, close } = await openPreview(browser());
      const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
        new Promise<number>((resolve, reject) => {
          const asked = request(`${server.origin}${path}`, { method, headers }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          });
          asked.on('error', reject);
          asked.end();
        });
      const withToken = (path: string) => `${path}?token=${server.token}`;
      const cases = [
        { path: '/book', headers: {}, status: 403 },
        { path: withToken('/book'), headers: {}, status: 200 },
        { path: withToken('/book'), headers: { host: 'rebound.example' }, status: 403 },
        { path: withToken('/book'), headers: { origin: 'https://elsewhere.example' }, status: 403 },
        { path: '/workbook', headers: {}, status: 403 },
        { path: withToken('/../package.json'), headers: {}, status: 404 },
        { path: withToken('/package.json'), headers: {}, status: 404 },
        { path: '/edit', headers: {}, method: 'POST', status: 403 },
      ];
      for (const { path, headers, method, status } of cases) {
        expect({ path, headers, status: await ask(path, headers, method) }).toEqual({
          path,
          headers,
          status,
        });
      }
      await close();
    });

    it('gives the workbook with what was typed into it', async () => {
      const { page, document, close } = await openPreview(browser());
      await openTab(page, '연차목표');
      await goTo(page, 'B2');
      await page.keyboard.type("'0012");
      await page.keyboard.press('Enter');
      await expect.poll(() => displayed(document, '연차목표')[1]?.[1]).toBe('0012');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'xlsx로 저장' }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
      const saved = await openWorkbook(Buffer.concat(chunks), 'saved.xlsx');
      const sheet = saved.document.sheets.find(({ name }) => name === '연차목표');
      expect(sheet?.values[1]?.[1]).toBe('0012');
      await close();
    });
  });
}
