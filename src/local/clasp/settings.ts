/**
 * Which script this checkout is connected to. `.clasp.json` is under version control and configures clasp.
 * The id of a person's own script is in a file that git ignores, for the product `.clasp.local.json`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { PRODUCT, type Project, SHARED_SETTINGS } from './project.ts';
import { isScriptId } from './script-id.ts';

type Settings = Readonly<Record<string, unknown>>;

export interface Connection {
  /**
   * The settings file with the script id: the local one, or the shared one if somebody wrote an id into it.
   */
  readonly file: string;
  readonly scriptId: string;
  /** Known only if `npm run create` made the spreadsheet; else null. */
  readonly spreadsheetId: string | null;
}

/**
 * The script that a checkout is connected to; null: none.
 * @param folder the checkout
 */
export async function connectionOf(folder: string, project: Project = PRODUCT): Promise<Connection | null> {
  for (const file of project.isShared ? [project.settings, SHARED_SETTINGS] : [project.settings]) {
    const { scriptId, parentId } = (await settingsIn(folder, file)) ?? {};
    if (typeof scriptId !== 'string' || !isScriptId(scriptId)) continue;
    return {
      file,
      scriptId,
      spreadsheetId: typeof parentId === 'string' && /^[\w-]+$/.test(parentId) ? parentId : null,
    };
  }
  return null;
}

/** Like {@link connectionOf}, but throws a {@link Failure} where there is no connection. */
export async function requiredConnection(folder: string, project: Project = PRODUCT): Promise<Connection> {
  const connection = await connectionOf(folder, project);
  if (connection !== null) return connection;
  const { create, connect } = project.commands;
  throw new Failure(
    `아직 스프레드시트에 연결되어 있지 않습니다. 새로 만들려면 ${create}를, 있는 스프레드시트에 넣으려면 ${connect}를 실행해 주세요.`,
  );
}

/**
 * Writes the local settings file: these ids, and everything else from the shared settings. `{}` names no
 * script yet.
 */
export async function writeLocalSettings(
  folder: string,
  own: { readonly scriptId?: string; readonly parentId?: string },
  project: Project = PRODUCT,
): Promise<void> {
  const shared = (await settingsIn(folder, SHARED_SETTINGS)) ?? {};
  const { scriptId: _, parentId: __, rootDir: ___, ...others } = shared;
  const settings = { ...own, rootDir: project.folder, ...others };
  await writeFile(join(folder, project.settings), `${JSON.stringify(settings, null, 2)}\n`);
}

async function settingsIn(folder: string, file: string): Promise<Settings | null> {
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
  const settings = parsed(text);
  if (settings === null) {
    throw new Failure(
      `${file} 파일을 읽을 수 없습니다. JSON 형식에 맞게 고치거나 지우고 다시 실행해 주세요.`,
    );
  }
  return settings;
}

function parsed(text: string): Settings | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
