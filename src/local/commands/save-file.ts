/** Writes files for a person. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { setResultPages } from '../print/result-pages.ts';
import type { Workbench } from '../run-workbook.ts';
import type { Book } from '../samples/samples.ts';

/**
 * Refuses to write over the file that is read, also under another name that leads to it.
 * @param path the file to write
 */
export async function refuseToOverwrite(book: Book, path: string): Promise<void> {
  if (book.kind !== 'file') return;
  const [read, written] = await Promise.all([identityOf(book.path), identityOf(path)]);
  if (read === null || read !== written) return;
  throw new Failure(`'${path}'에 쓸 수 없습니다. 읽는 파일입니다. --out에 다른 이름을 적어 주세요.`);
}

/** Names a file whatever path leads to it; null: there is none. */
async function identityOf(path: string): Promise<string | null> {
  const file = await stat(path, { bigint: true }).catch(() => null);
  return file === null ? null : `${file.dev} ${file.ino}`;
}

/** Writes the workbook as an xlsx file with its result tabs set up for printing. */
export async function saveWorkbook(path: string, { document, save }: Workbench): Promise<void> {
  setResultPages(document);
  await saveFile(path, await save());
}

/** Writes a file, and makes the missing folders of its path. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(resolve(path)), { recursive: true });
    await writeFile(path, bytes);
  } catch (cause) {
    throw new Failure(`'${path}'에 쓸 수 없습니다. ${reasonOf(cause)}`);
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  switch (code) {
    case 'EISDIR':
      return '폴더입니다. 파일 이름까지 적어 주세요.';
    case 'EEXIST':
    case 'ENOTDIR':
      return '그 가운데 폴더가 아닌 것이 있습니다. 폴더 이름을 확인해 주세요.';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return '쓸 권한이 없거나 다른 프로그램에서 열려 있습니다. 그 파일을 닫거나 다른 이름을 적어 주세요.';
    case 'ENOSPC':
      return '디스크에 남은 자리가 없습니다.';
    default:
      return `파일 이름을 확인해 주세요(${cause instanceof Error ? cause.message : String(cause)}).`;
  }
}

/** The message after a file was written. */
export function savedText(path: string): string {
  return `${path} 파일에 썼습니다.`;
}
