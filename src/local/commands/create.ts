/** `npm run create`: creates a spreadsheet with the script in it. */
import { createSpreadsheet } from '../clasp/create-spreadsheet.ts';
import { LOCAL_SETTINGS } from '../clasp/project.ts';
import { pushScript } from '../clasp/push-script.ts';
import { pushText } from './push.ts';

const TITLE = '공약장부';

/** @param title title of the spreadsheet and of its script */
export async function create(title: string = TITLE): Promise<void> {
  const folder = process.cwd();
  const connection = await createSpreadsheet(folder, title);
  console.log(`스프레드시트 '${title}'을(를) 만들고 ${LOCAL_SETTINGS}에 연결을 적었습니다.`);
  console.log(pushText(await pushScript(folder, connection), connection));
}
