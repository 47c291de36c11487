/** Pushes the script to each spreadsheet of a list, then asks Google which version each holds. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { versionOf } from '../build.ts';
import { Failure } from '../failure.ts';
import { backUpScript, downloadScript } from './connect-script.ts';
import { GlobalFailure } from './faults.ts';
import { PRODUCT, type Project } from './project.ts';
import { pushScript } from './push-script.ts';
import type { ListedScript } from './script-list.ts';
import { writeLocalSettings } from './settings.ts';

export interface PushedTo {
  readonly script: ListedScript;
  /** The version it holds now; null: it holds another script, or could not be read. */
  readonly version: string | null;
  /** Why the push failed; null: it succeeded, or the script was already up to date. */
  readonly failure: string | null;
  /** Folder with a copy of what it held before; null: it was empty, or held a version of ours. */
  readonly copy: string | null;
}

/**
 * Temporary settings file for the current script; git ignores it. The checkout's own connection stays as it
 * is.
 */
const SETTINGS = '.clasp.push-all.json';

export interface PushedToAll {
  readonly pushed: readonly PushedTo[];
  /** The fault that stopped the run, such as a missing login; null: all scripts were tried. */
  readonly stoppedBy: string | null;
  readonly left: readonly ListedScript[];
}

/**
 * Pushes to the scripts one by one. A failure of one does not stop the others, unless it would hit all of
 * them.
 */
export async function pushToAll(folder: string, scripts: readonly ListedScript[]): Promise<PushedToAll> {
  await PRODUCT.build(new URL(`${PRODUCT.folder}/`, pathToFileURL(`${folder}/`)));
  const project: Project = { ...PRODUCT, settings: SETTINGS, isShared: false, build: async () => undefined };
  const pushed: PushedTo[] = [];
  try {
    for (const script of scripts) pushed.push(await pushToOne(folder, script, project));
    return { pushed, stoppedBy: null, left: [] };
  } catch (cause) {
    if (!(cause instanceof GlobalFailure)) throw cause;
    return { pushed, stoppedBy: cause.message, left: scripts.slice(pushed.length) };
  } finally {
    await rm(join(folder, SETTINGS), { force: true });
  }
}

async function pushToOne(folder: string, script: ListedScript, project: Project): Promise<PushedTo> {
  let copy: string | null = null;
  let failure: string | null = null;
  try {
    copy = await backUpForeignScript(folder, script.id);
    await writeLocalSettings(folder, { scriptId: script.id }, project);
    await pushScript(folder, { file: project.settings, scriptId: script.id }, project);
  } catch (cause) {
    if (!(cause instanceof Failure) || cause instanceof GlobalFailure) throw cause;
    failure = cause.message;
  }
  return { script, version: await heldVersion(folder, script.id), failure, copy };
}

/** Copies what a script holds, unless that is an earlier version of ours. null: no copy was kept. */
async function backUpForeignScript(folder: string, scriptId: string): Promise<string | null> {
  const copy = await backUpScript(folder, scriptId);
  if (copy === null || (await versionIn(folder, copy)) === null) return copy;
  await rm(join(folder, copy), { recursive: true });
  return null;
}

async function heldVersion(folder: string, scriptId: string): Promise<string | null> {
  try {
    const copy = await downloadScript(folder, scriptId);
    const version = await versionIn(folder, copy);
    await rm(join(folder, copy), { recursive: true });
    return version;
  } catch (cause) {
    if (cause instanceof Failure) return null;
    throw cause;
  }
}

/**
 * The version in a downloaded script. Looks in every file: somebody who pasted by hand may have used another
 * name.
 */
async function versionIn(folder: string, copy: string): Promise<string | null> {
  const names = (await readdir(join(folder, copy))).filter((name) => /\.(js|gs)$/.test(name));
  const codes = await Promise.all(names.map((name) => readFile(join(folder, copy, name), 'utf8')));
  return codes.map(versionOf).find((version) => version !== null) ?? null;
}
