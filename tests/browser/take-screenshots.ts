/** Takes the pictures of every state anew: `npm run screenshots`, or only those that are named. */
import { mkdir, writeFile } from 'node:fs/promises';
import { launchChromium } from '../support/browser.ts';
import { STATES } from './states.ts';

const FOLDER = new URL('screenshots/', import.meta.url);
/** The README shows these; they are taken with two dots a pixel. */
const IN_README = ['full', 'trace'];

const names = process.argv.slice(2);
const browser = await launchChromium();
await mkdir(FOLDER, { recursive: true });
try {
  for (const state of STATES) {
    if (names.length > 0 && !names.includes(state.name)) continue;
    const { page, close } = await state.open(browser, {
      height: 720,
      scale: IN_README.includes(state.name) ? 2 : 1,
    });
    try {
      for (const text of state.says) {
        await page.getByText(text, { exact: false }).first().waitFor({ state: 'attached' });
      }
      if (state.at !== undefined) {
        await page.getByRole('heading', { name: state.at, exact: true }).evaluate((heading) => {
          window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 12);
        });
      }
      await writeFile(new URL(`${state.name}.png`, FOLDER), await page.screenshot({ caret: 'hide' }));
      console.log(`tests/browser/screenshots/${state.name}.png`);
    } finally {
      await close();
    }
  }
} finally {
  await browser.close();
}
