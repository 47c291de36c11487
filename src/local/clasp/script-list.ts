/** Reads a text file that lists scripts: one id a line, optionally followed by a name. */
import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { scriptIdIn } from './script-id.ts';

export interface ListedScript {
  readonly id: string;
  /** The name after the id; the id itself where there is none. */
  readonly name: string;
}

export interface ScriptList {
  readonly scripts: readonly ListedScript[];
  /** A sentence for each id that is on several lines. It is pushed to once. */
  readonly doubled: readonly string[];
}

/** The scripts of a list, without duplicates. All lines are checked before anything is pushed. */
export async function scriptsListedIn(path: string): Promise<ScriptList> {
  const listed = new Map<string, { readonly lines: number[]; readonly names: string[] }>();
  const wrong: string[] = [];
  for (const [index, text] of (await textOf(path)).split(/\r\n|\n|\r/).entries()) {
    const [first = '', ...rest] = text.trim().split(/[\s,]+/);
    if (first === '' || first.startsWith('#')) continue;
    const line = index + 1;
    const id = idIn(first, line, wrong);
    if (id === null) continue;
    const { lines, names } = listed.get(id) ?? { lines: [], names: [] };
    listed.set(id, {
      lines: [...lines, line],
      names: rest.length === 0 ? names : [...new Set([...names, rest.join(' ')])],
    });
  }
  if (wrong.length > 0) {
    throw new Failure(`${path} 파일을 고쳐 주세요. 아직 아무 데에도 올리지 않았습니다.\n${wrong.join('\n')}`);
  }
  if (listed.size === 0) {
    throw new Failure(
      `${path} 파일에 스크립트 ID가 없습니다. 한 줄에 하나씩 적어 주세요. 스크립트 ID는 확장 프로그램 → Apps Script → 프로젝트 설정에 있습니다.`,
    );
  }
  const scripts = [...listed].map(([id, { names }]) => ({ id, name: names.join(' · ') || id }));
  const doubled = [...listed.values()].flatMap(({ lines, names }) =>
    lines.length < 2
      ? []
      : [`${lines.join('·')}번째 줄의 스크립트 ID가 같습니다(${names.join(' · ')}). 한 번만 올립니다.`],
  );
  return { scripts, doubled };
}

/** The id in a text; null where there is none, after adding the reason to `wrong`. */
function idIn(text: string, line: number, wrong: string[]): string | null {
  try {
    return scriptIdIn(text);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    wrong.push(`${line}번째 줄: ${cause.message}`);
    return null;
  }
}

async function textOf(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    const why = cause.code === 'ENOENT' ? '을 찾을 수 없습니다' : '을 읽을 수 없습니다';
    throw new Failure(
      `'${path}' 파일${why}. 스크립트 ID를 한 줄에 하나씩 적은 파일의 이름과 위치를 확인해 주세요.`,
    );
  }
  // A byte of 0 means that the text is UTF-16: in UTF-8, ids and names have none.
  const isUtf8 = !bytes.includes(0);
  try {
    if (isUtf8) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the error below says so.
  }
  throw new Failure(
    `${path} 파일의 글자를 읽을 수 없습니다. 메모장에서 다른 이름으로 저장을 누르고 인코딩을 UTF-8로 골라 저장해 주세요.`,
  );
}
