/** Writes files for a person. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { setResultPages } from '../print/result-pages.ts';
import type { Workbench } from '../run-workbook.ts';

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
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`'${path}'에 쓸 수 없습니다: ${reason}`);
  }
}

/** The message after a file was written. */
export function savedText(path: string): string {
  return `${path} 파일에 썼습니다.`;
}
