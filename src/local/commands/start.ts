/** `npm start`: the main job, shown to a person. */
import { basename, extname, join, resolve } from 'node:path';
import { writeDist } from '../build.ts';
import { setResultPages } from '../print/result-pages.ts';
import { preparedCalls, recalculated, workbenchOf } from '../run-workbook.ts';
import { saveFile } from './save-file.ts';
import { summaryText } from './summary-text.ts';

/** The date as of which the reference gives the figures of the sample. */
const SAMPLE_AS_OF = '2024-03-31';
const OUT = 'out';

/** Builds, recalculates, prints the summary and writes the workbook to `out/`. */
export async function start(file: string | undefined): Promise<void> {
  const { code } = await writeDist();
  const workbench = await workbenchOf(file, code);
  const asOf = file === undefined ? SAMPLE_AS_OF : null;
  const { result } = recalculated(workbench, asOf);
  const path = file === undefined ? join(OUT, 'pledge-ledger-sample.xlsx') : pathBeside(file);
  setResultPages(workbench.document);
  await saveFile(path, await workbench.save());
  console.log(summaryText(result, workbench.document, preparedCalls(workbench, code, asOf)));
  console.log(`\n${path} 파일에 썼습니다.`);
}

/** Of the same name in `out/`; another where that is the file itself, which stays as it is. */
function pathBeside(file: string): string {
  const path = join(OUT, basename(file));
  const extension = extname(file);
  return resolve(path) === resolve(file)
    ? join(OUT, `${basename(file, extension)} (계산)${extension}`)
    : path;
}
