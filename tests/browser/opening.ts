/** Opens the sidebar in Chromium, with the real bundle in the local host behind it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { SidebarState } from '../../src/app/sidebar.ts';
import type { DocumentState, Execution } from '../../src/local/host/host.ts';
import {
  type PreviewServer,
  reply,
  type ScriptCall,
  startPreviewServer,
} from '../../src/local/preview/server/server.ts';
import { LONGEST_WAIT } from '../support/browser.ts';
import { PAGE } from '../support/page.ts';
import { hostOf } from '../support/running.ts';

export const SIDEBAR_WIDTH = 300;

export interface OpenOptions {
  readonly around?: (call: ScriptCall, execute: () => Execution) => Execution | Promise<Execution>;
  /** Changes the state that the page gets when it is opened; null: the page gets none. */
  readonly state?: ((state: SidebarState) => SidebarState) | null;
  /** Further functions that the page finds in the script. `around` must answer them. */
  readonly functions?: readonly string[];
  /** Stops the page's clock, so that the test can move it. */
  readonly clock?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
}

export interface Opened {
  readonly page: Page;
  readonly server: PreviewServer;
  /** Errors in the page: exceptions, warnings in its console, dialogs, requests to other hosts. */
  readonly mishaps: readonly string[];
  /** Names of the functions that the page called. */
  readonly called: readonly string[];
  close(): Promise<void>;
}

const STATE = /(<script type="application\/json" id="state">)(.*?)(<\/script>)/s;

export async function openSidebar(
  browser: Browser,
  document: DocumentState,
  {
    around,
    state,
    functions = [],
    clock = false,
    width = SIDEBAR_WIDTH,
    height = 720,
    scale = 1,
  }: OpenOptions = {},
): Promise<Opened> {
  const called: string[] = [];
  const server: PreviewServer = await startPreviewServer({
    host: hostOf(document, { html: { Sidebar: PAGE } }),
    routes: {
      'GET /': (_, response) =>
        reply(response, 200, 'text/html; charset=utf-8', framePage(server.token), FRAME_POLICY),
    },
    around: (call, execute) => {
      called.push(call.name);
      return around?.(call, execute) ?? execute();
    },
  });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
  });
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  if (clock) await page.clock.install();
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) mishaps.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    mishaps.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) mishaps.push(`request: ${request.url()}`);
  });
  if (state !== undefined || functions.length > 0) {
    await page.route('**/sidebar?*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replace('"functions":[', `"functions":[${functions.map((name) => `"${name}",`).join('')}`)
        .replace(STATE, (all, before: string, text: string, after: string) => {
          if (state === undefined) return all;
          // The bundle has just written this text.
          const changed = state === null ? '__STATE__' : state(JSON.parse(text) as SidebarState);
          return before + JSON.stringify(changed).replace(/</g, '\\u003c') + after;
        });
      await route.fulfill({ response, body });
    });
  }
  await page.goto(server.sidebarUrl);
  return {
    page,
    server,
    mishaps,
    called,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'";

/** Stands for the spreadsheet's window: a page with a frame of 300 px at its right side. */
function framePage(token: string): string {
  return `<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><title>공약장부</title>
<style>body{display:flex;justify-content:flex-end;height:100vh;margin:0}iframe{width:300px;border:0}</style></head>
<body><iframe title="공약장부 사이드바" sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups" src="/sidebar?token=${token}"></iframe></body></html>`;
}

/** The result of an execution, to be returned instead of running the script. */
export function answering(result: unknown): Execution {
  const calls = { total: 0, transfers: 0, handles: 0, byName: {} };
  return { ended: 'returned', result, error: null, calls, toasts: [], dialogs: [], shown: [], logs: [] };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
  }[];
}

/** Findings of axe-core, one line each: `color-contrast .note: …`. Opens all details first. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(AXE);
  const { violations }: AxeResults = await page.evaluate('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} ${target.join(' ')}: ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  );
}

/** How far the page extends beyond its width, in pixels, and the elements that do. */
export function overflow(
  page: Page,
): Promise<{ readonly pixels: number; readonly elements: readonly string[] }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('#app *')].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 0.5 &&
        element.closest('.table-frame, .hidden, svg') === null,
    );
    return {
      pixels: scrollWidth - clientWidth,
      elements: beyond.map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`),
    };
  });
}
