/** Tests that need a browser. Without one they are skipped with a message; with `CI` set they fail. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/browser.ts';

const isMissing = findChromium() === null;

/** @param tests gets a function that returns the browser once tests run */
export function describeInChromium(name: string, tests: (browser: () => Browser) => void): void {
  if (isMissing) {
    it('needs Chromium', ({ skip }) => {
      if (process.env.CI) expect.fail('Chromium is missing: install chromium');
      skip(`Chromium is not installed here: ${name} is not tested`);
    });
  }
  describe.skipIf(isMissing)(name, () => {
    let browser: Browser | null = null;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => browser?.close());
    tests(() => {
      if (browser === null) throw new Error('the browser has not been started');
      return browser;
    });
  });
}
