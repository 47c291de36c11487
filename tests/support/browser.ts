/** The browser that the tests use, where one is installed. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * Debian's without windows, which does the same in half the time; Debian's and Ubuntu's, Google's, the snap; macOS; Windows.
 * `CHROMIUM` names any other.
 */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Bounds a wait for what never comes; on a machine that does much else a page may take a minute. */
export const LONGEST_WAIT = 120_000;

/** Where a Chromium is; null: none is installed. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  const places = named === undefined || named === '' ? USUAL_PLACES : [named, ...USUAL_PLACES];
  return places.find((place) => existsSync(place)) ?? null;
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is missing');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
