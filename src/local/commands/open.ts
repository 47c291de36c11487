/** `npm run open`: the spreadsheet in the browser. */
import { claspInTerminal } from '../clasp/run-clasp.ts';
import { requiredConnection } from '../clasp/settings.ts';
import { Failure } from '../failure.ts';

export async function open(): Promise<void> {
  const folder = process.cwd();
  const { file, spreadsheetId } = await requiredConnection(folder);
  const code = await claspInTerminal(folder, file, spreadsheetId === null ? 'open-script' : 'open-container');
  if (code !== 0) throw new Failure('브라우저를 열 수 없습니다. 위의 설명을 확인해 주세요.');
  if (spreadsheetId === null) console.log('스프레드시트의 주소는 알 수 없어 스크립트 편집기를 열었습니다.');
}
