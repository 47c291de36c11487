import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import type { CellContent } from '../../src/local/workbook/document.ts';
import { FIRST_TABS, INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import { recalculate, sampleDocument } from '../support/running.ts';
import { sheetNamed } from '../support/workbooks.ts';
import { describeInChromium } from './chromium.ts';
import { openSidebar, overflow } from './opening.ts';
import { PAYLOADS } from './payloads.ts';

/** Payloads in one workbook. With no more than this, each appears in what the sidebar shows. */
const AT_ONCE = 6;
const GROUPS = Array.from({ length: Math.ceil(PAYLOADS.length / AT_ONCE) }, (_, index) =>
  PAYLOADS.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
);

/** The only elements that the page may ever contain. */
const ELEMENTS = new Set(
  `main header section p h1 h2 h3 ul ol li dl dt dd div span strong abbr bdi i button details summary label select
   option table caption thead tbody tfoot tr th td figure figcaption svg title desc g rect line polyline circle text`.split(
    /\s+/,
  ),
);

/**
 * The sample with payloads in every text column of every tab. One row has them in all columns. For each
 * column another row has one there alone, so that the row counts and its name is shown.
 */
function poisoned(payloads: readonly string[]): DocumentState {
  const document = sampleDocument();
  const [name = ''] = payloads;
  for (const tab of FIRST_TABS.map((name) => INPUT_TAB_NAMES[name])) {
    const { values, styles } = sheetNamed(document, tab);
    const [headings = [], ...rows] = values;
    const model = rows.find((row) => row.filter((cell) => cell !== null).length > 2) ?? rows[0] ?? [];
    for (const payload of payloads) {
      values.push(headings.map(() => payload));
      headings.forEach((_, column) => {
        values.push(
          headings.map(
            (_heading, index): CellContent => (index === column ? payload : (model[index] ?? null)),
          ),
        );
      });
    }
    styles.length = 0;
  }
  setSetting(document, '공약명', name);
  setSetting(document, '공약번호', payloads[1] ?? name);
  setSetting(document, '지표단위', payloads[2] ?? name);
  const classification = sheetNamed(document, INPUT_TAB_NAMES.classification).values;
  for (const payload of payloads) {
    classification.push(['소통', payload, null, null], ['출처', payload, null, null]);
  }
  return document;
}

function setSetting(document: DocumentState, setting: string, value: string): void {
  const row = sheetNamed(document, INPUT_TAB_NAMES.pledge).values.find(([item]) => item === setting);
  if (row === undefined) throw new Error(`the sample has no ${setting}`);
  row[1] = value;
}

/** Parts of the page that only injected markup could have made. */
function foreignParts(page: Page): Promise<unknown> {
  return page.evaluate(
    ([known]) => ({
      pwned: 'pwned' in window,
      scripts: document.querySelectorAll('script').length,
      elements: [...document.querySelectorAll('#app :not(.monthly input)')]
        .map((element) => element.localName)
        .filter((name) => !known?.includes(name)),
      handlers: [...document.querySelectorAll('#app *')]
        .flatMap((element) => [...element.attributes])
        .filter(({ name, value }) => name.startsWith('on') || /javascript:/i.test(value))
        .filter(({ name }) => name !== 'aria-label')
        .map(({ name, value }) => `${name}=${value}`),
      outside: [...document.body.children].map((element) => element.localName).join(' '),
    }),
    [[...ELEMENTS]],
  );
}

const HARMLESS = {
  pwned: false,
  scripts: 4,
  elements: [],
  handlers: [],
  outside: 'div script script',
};

/** The start of a text, as the page shows it. */
const shown = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 24);

/** Whether nothing removes or joins characters of this text on its way to the page. */
const isPlain = (text: string) => /^[ -~가-힣]+$/.test(text) && /[a-z가-힣]{2}/.test(text);

describeInChromium('harmful text that staff could type', (browser) => {
  it('comes in at least fifty forms', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(50);
  });

  it.each(GROUPS.map((payloads, index) => ({ payloads, number: index + 1 })))(
    'stays text, group $number',
    async ({ payloads }) => {
      const document = poisoned(payloads);
      expect(recalculate(document).status).toBe('done');
      const { id } = sheetNamed(document, '요약');
      Object.assign(document, { activeSheetId: id, selection: 'B6' });
      const { page, mishaps, close } = await openSidebar(browser(), document);
      try {
        await page.getByText('마지막 계산').waitFor();
        await page.evaluate(() => {
          for (const details of window.document.querySelectorAll('details')) details.open = true;
        });
        // Pressing Tab gives handlers for focus and pointer a chance to run.
        for (let press = 0; press < 12; press += 1) await page.keyboard.press('Tab');
        expect(await foreignParts(page)).toEqual(HARMLESS);
        expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
        const text = (await page.locator('#app').evaluate((app) => app.textContent ?? '')).replace(
          /\s+/g,
          ' ',
        );
        for (const payload of payloads.filter(isPlain)) expect(text).toContain(shown(payload));
        await page.getByRole('button', { name: '근거 보기', exact: true }).click();
        await page.getByText('돌아가기').waitFor();
        expect(await foreignParts(page)).toEqual(HARMLESS);
        expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
        expect(mishaps).toEqual([]);
      } finally {
        await close();
      }
    },
  );

  it('does not reverse the text beside it', async () => {
    const document = poisoned(['\u202e뒤집는 이름']);
    recalculate(document);
    const { page, close } = await openSidebar(browser(), document);
    try {
      const isolated = await page
        .locator('.typed')
        .evaluateAll((all) => all.map((typed) => getComputedStyle(typed).unicodeBidi));
      expect(isolated.length).toBeGreaterThan(20);
      expect(new Set(isolated)).toEqual(new Set(['isolate']));
    } finally {
      await close();
    }
  });
});
