/** Finds the Chromium that the tests use. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * Debian's headless shell first: it takes half the time. Then Debian, Ubuntu, Google, snap, macOS and
 * Windows. `CHROMIUM` names any other.
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

/** Milliseconds until a wait gives up. On a busy machine a page may take a minute. */
export const LONGEST_WAIT = 120_000;

/** Path of a Chromium; null if none is installed. */
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
