/**
 * Takes the pictures of the sidebar's states, of the preview and of the printed report again. `npm run
 * screenshots` takes all, or only those named.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { officeFile, reportFile } from '../../src/local/commands/report.ts';
import { previewPage } from '../../src/local/preview/server/grid-page.ts';
import { sampleWorkbench } from '../../src/local/run-workbook.ts';
import { OFFICE_SAMPLE } from '../../src/local/samples/samples.ts';
import { launchChromium } from '../support/browser.ts';
import { CODE } from '../support/bundle.ts';
import { openPreview } from './opening-preview.ts';
import { PREVIEW_PICTURES } from './preview-pictures.ts';
import { STATES } from './states.ts';

const FOLDER = new URL('screenshots/', import.meta.url);
const REPORT = new URL('../local/pictures/report-first-page.png', import.meta.url);
const OVERVIEW = new URL('../local/pictures/overview-first-page.png', import.meta.url);
/** README.md shows these; they are taken with two dots a pixel. */
const IN_README = ['full', 'trace', 'full-findings', 'suggestions-answered', 'office'];
const DOTS_PER_INCH = 110;

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.includes(name);

await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
try {
  await takeStates(browser);
  await takePreview(browser);
} finally {
  await browser.close();
}
if (isWanted('report')) {
  await takeFirstPage((await reportFile(sampleWorkbench(CODE), '2024-03-31', 'pdf')).bytes, REPORT);
}
if (isWanted('overview')) {
  const workbench = sampleWorkbench(CODE, {}, OFFICE_SAMPLE);
  const { bytes } = await officeFile(workbench, OFFICE_SAMPLE.asOf, () => undefined);
  await takeFirstPage(bytes, OVERVIEW);
}

async function takeStates(browser: Browser): Promise<void> {
  for (const state of STATES.filter(({ name }) => isWanted(name))) {
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
      await keep(new URL(`${state.name}.png`, FOLDER), await page.screenshot({ caret: 'hide' }));
    } finally {
      await close();
    }
  }
}

async function takePreview(browser: Browser): Promise<void> {
  const pictures = PREVIEW_PICTURES.filter(({ name }) => isWanted(name));
  if (pictures.length === 0) return;
  const gridPage = await previewPage((line) => console.log(line));
  for (const { name, document, show } of pictures) {
    const { page, close } = await openPreview(browser, gridPage, document());
    try {
      // A fixed time, so that the picture is the same on every day.
      await page.getByLabel('지금 시각').fill('2024-04-02T10:00');
      await page.getByLabel('지금 시각').press('Enter');
      await show(page);
      await keep(new URL(`${name}.png`, FOLDER), await page.screenshot({ caret: 'hide' }));
    } finally {
      await close();
    }
  }
}

/** Makes a picture of the first page that LibreOffice prints, by means of poppler's `pdftoppm`. */
async function takeFirstPage(bytes: Uint8Array, picture: URL): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-ledger-pictures-'));
  try {
    const pdf = join(folder, 'report.pdf');
    await writeFile(pdf, bytes);
    const place = fileURLToPath(picture);
    execFileSync('pdftoppm', [
      ...['-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', '-singlefile', '-png'],
      pdf,
      place.replace(/\.png$/, ''),
    ]);
    console.log(place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(place: URL, picture: Uint8Array): Promise<void> {
  await writeFile(place, picture);
  console.log(fileURLToPath(place));
}
