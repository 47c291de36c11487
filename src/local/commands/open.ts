/** `npm run open`: opens the spreadsheet in the browser. */
import { spawn } from 'node:child_process';
import { requiredConnection } from '../clasp/settings.ts';

export async function open(): Promise<void> {
  const { scriptId, spreadsheetId } = await requiredConnection(process.cwd());
  const [what, address] =
    spreadsheetId === null
      ? ['스크립트 편집기', `https://script.google.com/d/${scriptId}/edit`]
      : ['스프레드시트', `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`];
  if (spreadsheetId === null) console.log('스프레드시트의 주소는 알 수 없어 스크립트 편집기를 엽니다.');
  console.log(`${what}가 브라우저에서 열리지 않으면 이 주소를 열어 주세요: ${address}`);
  // Without a terminal nobody is watching, so no browser is opened.
  if (process.stdout.isTTY) await openInBrowser(address);
}

/** Best effort: a browser that does not open is no error, because the address is printed already. */
function openInBrowser(address: string): Promise<void> {
  const [program = '', ...words] = openerOf(process.platform);
  return new Promise((resolve) => {
    const opener = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
    opener.on('error', () => resolve());
    opener.on('spawn', () => {
      opener.unref();
      resolve();
    });
  });
}

/** The program that opens an address on this system, and its arguments before the address. */
export function openerOf(platform: NodeJS.Platform): readonly string[] {
  // `start` is built into cmd. It takes its first quoted argument for a window title, so that is empty.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return [platform === 'darwin' ? 'open' : 'xdg-open'];
}
