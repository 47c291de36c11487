/** `npm run pack`: a folder with the script, to be pasted by somebody who has neither Node nor clasp. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productFiles, VERSION } from '../build.ts';
import { installPage, type PackedFile } from '../pack/install-page.ts';

export const INSTALL_PAGE = '설치방법.html';

/** @param addOn for a script that is published as an add-on, not pasted into a spreadsheet */
export async function pack(addOn: boolean): Promise<void> {
  const { bundle, page, notices, manifest } = await productFiles(addOn ? 'add-on' : 'spreadsheet');
  const pasted: readonly PackedFile[] = [
    { name: 'Code.gs', text: bundle.code },
    { name: 'Sidebar.html', text: page },
    { name: 'appsscript.json', text: manifest },
  ];
  const folder = join('out', `pledge-ledger-${addOn ? 'add-on-' : ''}${VERSION}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files: readonly PackedFile[] = [
    ...pasted,
    { name: 'Notices.html', text: notices },
    { name: INSTALL_PAGE, text: installPage(VERSION, pasted, addOn) },
  ];
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  console.log(`${folder} 폴더에 썼습니다: ${files.map(({ name }) => name).join(', ')}`);
  console.log(`${INSTALL_PAGE}을 브라우저로 열면 붙여 넣는 순서가 나옵니다. 폴더를 통째로 건네면 됩니다.`);
}
