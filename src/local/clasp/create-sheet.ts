/** A new spreadsheet with a script of its own. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { type FaultCode, failureOf, faultIn } from './faults.ts';
import { type ClaspRun, clasp } from './run-clasp.ts';
import {
  type Connection,
  connectionOf,
  DIST_FOLDER,
  LOCAL_SETTINGS,
  writeLocalSettings,
} from './settings.ts';

/** Names no script, so that Google can only answer that there is none, or what keeps it from looking. */
const NO_SCRIPT = 'no-script-of-this-name';
const EXPECTED_OF_NO_SCRIPT: readonly FaultCode[] = ['unknown-script', 'no-permission', 'other'];

/**
 * Makes a spreadsheet with an empty script and connects the checkout to it. What clasp leaves in `dist/` is Google's empty
 * script: build after this.
 */
export async function createdSheet(folder: string, title: string): Promise<Connection> {
  const existing = await connectionOf(folder);
  if (existing !== null) {
    throw new Failure(
      `이미 스크립트에 연결되어 있습니다. 그 스크립트에 올리려면 npm run push를 실행하고, 새로 만들려면 먼저 ${existing.file} 파일의 이름을 .clasp.old.json으로 바꿔 주세요.`,
    );
  }
  await writeLocalSettings(folder, {});
  try {
    await refuseWhatWouldFail(folder);
    const run = await clasp(
      folder,
      LOCAL_SETTINGS,
      ...['create-script', '--type', 'sheets', '--title', title, '--rootDir', DIST_FOLDER],
    );
    // clasp writes the ids only after it has fetched the empty script, which can fail when all else has been done.
    const created = createdIds(run);
    if (created === null) throw leftOver(failureOf(run.stderr, null), title);
    await writeLocalSettings(folder, created);
    return { file: LOCAL_SETTINGS, scriptId: created.scriptId, spreadsheetId: created.parentId };
  } catch (error) {
    if ((await connectionOf(folder)) === null) await rm(join(folder, LOCAL_SETTINGS));
    throw error;
  }
}

/**
 * clasp makes the spreadsheet first and the script after. With the API switched off it fails between the two, and every try
 * would leave an empty spreadsheet behind. So ask something that changes nothing first.
 */
async function refuseWhatWouldFail(folder: string): Promise<void> {
  const { code, stderr } = await clasp(folder, LOCAL_SETTINGS, 'list-versions', NO_SCRIPT);
  if (code !== 0 && !EXPECTED_OF_NO_SCRIPT.includes(faultIn(stderr))) throw failureOf(stderr, null);
}

/** What clasp prints once both are there. */
function createdIds({ stdout }: ClaspRun): { readonly scriptId: string; readonly parentId: string } | null {
  const parentId = /https:\/\/drive\.google\.com\/open\?id=([\w-]+)/.exec(stdout)?.[1];
  const scriptId = /https:\/\/script\.google\.com\/d\/([\w-]+)/.exec(stdout)?.[1];
  return parentId === undefined || scriptId === undefined ? null : { scriptId, parentId };
}

function leftOver({ message }: Failure, title: string): Failure {
  return new Failure(`${message} 구글 드라이브에 빈 스프레드시트 '${title}'이(가) 남았으면 지워 주세요.`);
}
