/** `npm run push`: builds the script and puts it into the spreadsheet that this checkout is connected to. */
import { basename } from 'node:path';
import { connectScript } from '../clasp/connect-script.ts';
import { SHARED_SETTINGS } from '../clasp/project.ts';
import { pushScript } from '../clasp/push-script.ts';
import { scriptIdIn } from '../clasp/script-id.ts';
import { type Connection, requiredConnection } from '../clasp/settings.ts';

/** @param script the id of a script to connect to, or its address; null where a person gives none */
export async function push(script: string | null): Promise<void> {
  const folder = process.cwd();
  const copy = script === null ? null : await connectScript(folder, scriptIdIn(script));
  if (copy !== null) console.log(`스크립트에 들어 있던 파일은 ${copy} 폴더에 남겨 두었습니다.`);
  const connection = await requiredConnection(folder);
  console.log(pushText(await pushScript(folder, connection), connection));
}

/** What a person reads after a push. */
export function pushText(files: readonly string[], { file }: Connection): string {
  const pushed =
    files.length === 0
      ? '이미 올라가 있는 스크립트와 같아서 올리지 않았습니다.'
      : `스크립트를 올렸습니다: ${files.map((path) => basename(path)).join(', ')}\n열려 있는 스프레드시트는 새로 고쳐 주세요. npm run open으로 열 수 있습니다.`;
  if (file !== SHARED_SETTINGS) return pushed;
  return `${pushed}\n스크립트 ID가 git이 관리하는 ${file}에 적혀 있습니다. 커밋되지 않게 옮겨 주세요: mv .clasp.json .clasp.local.json && git restore .clasp.json`;
}
