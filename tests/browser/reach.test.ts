/** Everything can be reached: with the keyboard alone, with large letters, without motion. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInChromium } from './chromium.ts';
import { accessibilityFindings, type Opened, overflow } from './opening.ts';
import { STATES, stateNamed } from './states.ts';

interface Stop {
  readonly name: string;
  readonly outlined: boolean;
  readonly inSight: boolean;
}

/** The focused element; null if there is none. */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom } = element.getBoundingClientRect();
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
      name: `${element.localName} ${label.trim()}`,
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inSight: bottom > 0 && top < window.innerHeight,
    };
  });
}

async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error('the focus never leaves the page');
}

describeInChromium('reaching everything in the sidebar', (browser) => {
  const opened = async (name: string, test: (opened: Opened) => Promise<void>) => {
    const state = await stateNamed(name).open(browser());
    try {
      await test(state);
    } finally {
      await state.close();
    }
  };

  it.each(['full', 'full-findings', 'empty', 'error', 'stale', 'trace'])(
    '%s: Tab reaches everything that can be pressed, in order, visible and outlined',
    (name) =>
      opened(name, async ({ page }) => {
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          window.getSelection()?.removeAllRanges();
        });
        const there = await page
          .locator('button, summary, select, input, .table-frame')
          .evaluateAll((all) =>
            all
              .filter((element) => element.checkVisibility())
              .map(
                (element) =>
                  `${element.localName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()}`,
              ),
          );
        await page.mouse.click(2, 2);
        const stops = await walk(page);
        expect(there.length).toBeGreaterThan(1);
        expect(stops.map((stop) => stop.name)).toEqual(there);
        expect(stops.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
      }),
  );

  it('Enter on a finding leads to its cell, and the focus stays', () =>
    opened('full-findings', async ({ page, called }) => {
      const place = page.getByRole('button', { name: '소통기록 E7' });
      await place.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => called).toContain('jumpTo');
      expect((await focused(page))?.name).toContain('소통기록 E7');
    }));

  it('Space on a chart opens its table', () =>
    opened('full', async ({ page }) => {
      await page.locator('summary').first().focus();
      await page.keyboard.press('Space');
      expect(await page.getByRole('columnheader', { name: '누적 계획' }).isVisible()).toBe(true);
    }));

  it('근거 보기 moves the focus there and back', () =>
    opened('trace', async ({ page }) => {
      expect((await focused(page))?.name).toBe('h1 요약 A6의 근거');
      await page.getByRole('button', { name: '돌아가기' }).press('Enter');
      await expect.poll(async () => (await focused(page))?.name).toBe('button 근거 보기');
    }));

  it('a button that disappears when pressed leaves the focus on 다시 계산', () =>
    opened('stale', async ({ page }) => {
      await page.getByRole('button', { name: '바뀐 내용으로 다시 계산' }).press('Enter');
      await page.getByText('다시 계산했습니다.').waitFor();
      await expect.poll(async () => (await focused(page))?.name).toBe('button 다시 계산');
    }));

  it('headings go down one level at a time', () =>
    opened('full-findings', async ({ page }) => {
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) => all.map((heading) => Number(heading.localName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels[0]).toBe(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
    }));

  it.each(STATES.filter(({ at }) => at === undefined).map(({ name }) => name))(
    '%s: letters of twice the size fit, and so does half the width',
    (name) =>
      opened(name, async ({ page }) => {
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '';
        });
        await page.setViewportSize({ width: 150, height: 360 });
        expect(await overflow(page)).toEqual({ pixels: 0, elements: [] });
      }),
  );

  it.each([
    { what: 'letters of twice the size', letters: '200%', width: 300, atLeast: 18 },
    { what: 'half the width, as a page of twice the size has it', letters: '', width: 150, atLeast: 9 },
  ])('$what: words in charts can be read, and no year breaks over two lines', ({ letters, width, atLeast }) =>
    opened('full', async ({ page }) => {
      await page.setViewportSize({ width, height: 720 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
        for (const details of document.querySelectorAll('details')) details.open = true;
      }, letters);
      const heights = await page
        .locator('.drawing text')
        .evaluateAll((all) =>
          all.map(
            (text) =>
              Number.parseFloat(getComputedStyle(text).fontSize) *
              (text instanceof SVGGraphicsElement ? (text.getScreenCTM()?.a ?? 0) : 0),
          ),
        );
      expect(heights.length).toBeGreaterThan(5);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(atLeast);
      const years = await page.locator('tbody th').evaluateAll((all) =>
        all
          .filter((cell) => /^\d{4}$/.test(cell.textContent ?? ''))
          .map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            return words.getClientRects().length;
          }),
      );
      expect(years.length).toBeGreaterThan(3);
      expect(Math.max(...years)).toBe(1);
    }),
  );

  it('nothing moves for those who prefer reduced motion', () =>
    opened('running', async ({ page }) => {
      const animation = () =>
        page.locator('.progress').evaluate((bar) => getComputedStyle(bar).animationName);
      expect(await animation()).toBe('slide');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await animation()).toBe('none');
    }));

  it.each(['full', 'full-findings', 'empty', 'monthly-settings'])(
    '%s: on a dark system it stays as light as Sheets around it, fields too',
    (name) =>
      opened(name, async ({ page }) => {
        const colours = () =>
          page.locator('body, h1, p, button, select, input, summary, .drawing text').evaluateAll((all) =>
            all.map((element) => {
              const { color, backgroundColor, fill } = getComputedStyle(element);
              return `${element.localName} ${color} ${backgroundColor} ${fill}`;
            }),
          );
        const light = await colours();
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await colours()).toEqual(light);
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
          'rgb(255, 255, 255)',
        );
        expect(await accessibilityFindings(page)).toEqual([]);
      }),
  );

  it.each(['light', 'dark'] as const)(
    'in the %s colours of the system, every text of the charts has contrast to its background',
    (colorScheme) =>
      opened('full', async ({ page }) => {
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        const contrasts = await page.evaluate(() => {
          const lightness = (color: string) => {
            const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((part) => {
              const share = Number(part) / 255;
              return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const behind = lightness(getComputedStyle(document.body).backgroundColor);
          return Array.from(document.querySelectorAll('.drawing text'), (text) => {
            const own = lightness(getComputedStyle(text).fill);
            return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
          });
        });
        expect(contrasts.length).toBeGreaterThan(5);
        expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
      }),
  );
});
