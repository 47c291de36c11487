/** `npm run push`: builds the script and pushes it to the spreadsheet that this checkout is connected to. */
import { basename } from 'node:path';
import { connectScript } from '../clasp/connect-script.ts';
import { SHARED_SETTINGS } from '../clasp/project.ts';
import { type PushedTo, pushToAll } from '../clasp/push-all.ts';
import { pushScript } from '../clasp/push-script.ts';
import { scriptIdIn } from '../clasp/script-id.ts';
import { scriptsListedIn } from '../clasp/script-list.ts';
import { type Connection, requiredConnection } from '../clasp/settings.ts';
import { Failure } from '../failure.ts';

/** @param script id or address of a script to connect to; null: the one already connected */
export async function push(script: string | null): Promise<void> {
  const folder = process.cwd();
  const copy = script === null ? null : await connectScript(folder, scriptIdIn(script));
  if (copy !== null) console.log(`스크립트에 들어 있던 파일은 ${copy} 폴더에 남겨 두었습니다.`);
  const connection = await requiredConnection(folder);
  console.log(pushText(await pushScript(folder, connection), connection));
}

/**
 * `npm run push -- --all LIST`.
 * @param list path of a file with one script id a line
 */
export async function pushAll(list: string): Promise<void> {
  const { scripts, doubled } = await scriptsListedIn(list);
  for (const sentence of doubled) console.log(sentence);
  const { pushed, stoppedBy, left } = await pushToAll(process.cwd(), scripts);
  for (const each of pushed) console.log(pushedText(each));
  if (stoppedBy !== null) {
    throw new Failure(
      `${stoppedBy} ${scripts.length}곳 가운데 ${left.length}곳에 올리지 않았습니다: ${left.map(({ name }) => name).join(', ')}`,
    );
  }
  const failed = pushed.filter(({ failure }) => failure !== null).length;
  if (failed === 0) return;
  throw new Failure(
    `${scripts.length}곳 가운데 ${failed}곳에 올리지 못했습니다. 위의 설명대로 고친 뒤 다시 실행해 주세요.`,
  );
}

function pushedText({ script, version, failure, copy }: PushedTo): string {
  const held = `${script.name}: ${version === null ? '들어 있는 판을 알 수 없습니다' : `지금 ${version} 판이 들어 있습니다`}.`;
  const kept = copy === null ? '' : ` 들어 있던 다른 파일은 ${copy} 폴더에 남겨 두었습니다.`;
  return `${held}${kept}${failure === null ? '' : ` 올리지 못했습니다. ${failure}`}`;
}

/** The message after a push. */
export function pushText(files: readonly string[], { file }: Connection): string {
  const pushed =
    files.length === 0
      ? '이미 올라가 있는 스크립트와 같아서 올리지 않았습니다.'
      : `스크립트를 올렸습니다: ${files.map((path) => basename(path)).join(', ')}\n열려 있는 스프레드시트는 새로 고쳐 주세요. npm run open으로 열 수 있습니다.`;
  if (file !== SHARED_SETTINGS) return pushed;
  return `${pushed}\n스크립트 ID가 git이 관리하는 ${file}에 적혀 있습니다. 커밋되지 않게 옮겨 주세요: mv .clasp.json .clasp.local.json && git restore .clasp.json`;
}
