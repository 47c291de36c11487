/** A list of scripts that somebody keeps in a text file: an id a line, and after it, if they like, what it is the script of. */
import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { scriptIdIn } from './script-id.ts';

export interface ListedScript {
  readonly id: string;
  /** What stands behind the id, or else the id. */
  readonly name: string;
}

/** The scripts of a list, each once. All lines are read before anything is done with one of them. */
export async function scriptsListedIn(path: string): Promise<readonly ListedScript[]> {
  const scripts = new Map<string, ListedScript>();
  for (const [index, line] of (await textOf(path)).split(/\r\n|\n|\r/).entries()) {
    const [first = '', ...rest] = line.trim().split(/[\s,]+/);
    if (first === '') continue;
    const id = idIn(first, `${path} ${index + 1}번째 줄`);
    if (!scripts.has(id)) scripts.set(id, { id, name: rest.join(' ') || id });
  }
  if (scripts.size > 0) return [...scripts.values()];
  throw new Failure(
    `${path} 파일에 스크립트 ID가 없습니다. 한 줄에 하나씩 적어 주세요. 스크립트 ID는 확장 프로그램 → Apps Script → 프로젝트 설정에 있습니다.`,
  );
}

function idIn(text: string, where: string): string {
  try {
    return scriptIdIn(text);
  } catch (cause) {
    if (cause instanceof Failure)
      throw new Failure(`${where}: ${cause.message} 아직 아무 데에도 올리지 않았습니다.`);
    throw cause;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    const why = cause.code === 'ENOENT' ? '을 찾을 수 없습니다' : '을 읽을 수 없습니다';
    throw new Failure(
      `'${path}' 파일${why}. 스크립트 ID를 한 줄에 하나씩 적은 파일의 이름과 위치를 확인해 주세요.`,
    );
  }
}
