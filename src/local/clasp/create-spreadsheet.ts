/** Creates a new spreadsheet with a script of its own. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { type FaultCode, failureOf, faultIn } from './faults.ts';
import { PRODUCT, type Project } from './project.ts';
import { type ClaspRun, clasp } from './run-clasp.ts';
import { type Connection, connectionOf, writeLocalSettings } from './settings.ts';

/**
 * An id that no script has. Asking for it changes nothing: Google says that there is none, or what blocks the
 * request.
 */
const NO_SCRIPT = 'no-script-of-this-name';
const EXPECTED_OF_NO_SCRIPT: readonly FaultCode[] = ['unknown-script', 'no-permission', 'other'];

/**
 * Creates a spreadsheet with an empty script and connects the checkout to it. clasp leaves that empty script
 * in the project's folder, so build afterwards.
 */
export async function createSpreadsheet(
  folder: string,
  title: string,
  project: Project = PRODUCT,
): Promise<Connection> {
  const existing = await connectionOf(folder, project);
  if (existing !== null) {
    throw new Failure(
      `이미 스크립트에 연결되어 있습니다. 그 스크립트에 올리려면 ${project.commands.push}를 실행하고, 새로 만들려면 먼저 ${existing.file} 파일의 이름을 .clasp.old.json으로 바꿔 주세요.`,
    );
  }
  await writeLocalSettings(folder, {}, project);
  try {
    await refuseWhatWouldFail(folder, project);
    const run = await clasp(
      folder,
      project.settings,
      ...['create-script', '--type', 'sheets', '--title', title, '--rootDir', project.folder],
    );
    // clasp writes the ids to the settings only after fetching the empty script, which can fail. So take them
    // from its output.
    const created = createdIds(run);
    if (created === null) throw leftOver(failureOf(run.stderr, null), title);
    await writeLocalSettings(folder, created, project);
    return { file: project.settings, scriptId: created.scriptId, spreadsheetId: created.parentId };
  } catch (error) {
    if ((await connectionOf(folder, project)) === null) await rm(join(folder, project.settings));
    throw error;
  }
}

/**
 * Fails early if creating would fail. clasp creates the spreadsheet before the script; with the API switched
 * off it fails in between, and every try would leave an empty spreadsheet behind. So this first asks for
 * something that changes nothing.
 */
async function refuseWhatWouldFail(folder: string, { settings }: Project): Promise<void> {
  const { code, stderr } = await clasp(folder, settings, 'list-versions', NO_SCRIPT);
  if (code !== 0 && !EXPECTED_OF_NO_SCRIPT.includes(faultIn(stderr))) throw failureOf(stderr, null);
}

/** The ids that clasp prints once spreadsheet and script exist; null: it did not get that far. */
function createdIds({ stdout }: ClaspRun): { readonly scriptId: string; readonly parentId: string } | null {
  const parentId = /https:\/\/drive\.google\.com\/open\?id=([\w-]+)/.exec(stdout)?.[1];
  const scriptId = /https:\/\/script\.google\.com\/d\/([\w-]+)/.exec(stdout)?.[1];
  return parentId === undefined || scriptId === undefined ? null : { scriptId, parentId };
}

function leftOver({ message }: Failure, title: string): Failure {
  return new Failure(`${message} 구글 드라이브에 빈 스프레드시트 '${title}'이(가) 남았으면 지워 주세요.`);
}
