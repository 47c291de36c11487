/**
 * `npm run pack`: writes a folder with the script, to be pasted by somebody who has neither Node nor clasp.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productFiles } from '../build.ts';
import { installPage, type PackedFile } from '../pack/install-page.ts';

export const INSTALL_PAGE = '설치방법.html';

/** @param addOn whether the script is to be published as an add-on instead of pasted into a spreadsheet */
export async function pack(addOn: boolean): Promise<void> {
  const { bundle, page, notices, manifest } = await productFiles(addOn ? 'add-on' : 'spreadsheet');
  const pasted: readonly PackedFile[] = [
    { name: 'Code.gs', text: bundle.code },
    { name: 'Sidebar.html', text: page },
    { name: 'appsscript.json', text: manifest },
  ];
  const files: readonly PackedFile[] = [
    ...pasted,
    { name: 'Notices.html', text: notices },
    { name: INSTALL_PAGE, text: installPage(bundle.edition, pasted, addOn) },
  ];
  const first = join('out', `pledge-ledger-${addOn ? 'add-on-' : ''}${bundle.edition}`);
  const folder = await folderFor(first, files);
  if (folder !== first) console.log(`${first} 폴더에 다른 내용이 있어 그대로 두고 새 폴더를 만듭니다.`);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  console.log(`${folder} 폴더에 썼습니다: ${files.map(({ name }) => name).join(', ')}`);
  console.log(`${INSTALL_PAGE}을 브라우저로 열면 붙여 넣는 순서가 나옵니다. 폴더를 통째로 건네면 됩니다.`);
}

/**
 * The folder, or the first numbered one beside it (`…-2`) that holds nothing else, so that nothing is
 * overwritten.
 */
async function folderFor(first: string, files: readonly PackedFile[]): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? first : `${first}-${number}`;
    if (await holdsNothingElse(folder, files)) return folder;
  }
}

async function holdsNothingElse(folder: string, files: readonly PackedFile[]): Promise<boolean> {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  for (const name of await namesIn(folder)) {
    const text = texts.get(name);
    if (text === undefined || (await readFile(join(folder, name), 'utf8')) !== text) return false;
  }
  return true;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
