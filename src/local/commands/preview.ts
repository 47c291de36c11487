/**
 * `npm run preview`: shows the workbook in a grid, with the menu and the sidebar, in a browser on this
 * machine.
 */

import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import { bundlePage, bundleScript } from '../build.ts';
import { servePreview } from '../preview/serve.ts';
import { previewPage } from '../preview/server/grid-page.ts';
import { recalculateWorkbook, type Workbench, workbenchOf } from '../run-workbook.ts';
import type { Book, EmptyBook } from '../samples/samples.ts';
import { select } from '../workbook/selection.ts';
import { endWithParent } from './end-with-parent.ts';

export interface PreviewCommand {
  readonly book: Book | EmptyBook;
  /** null: any free port. */
  readonly port: number | null;
}

/**
 * Serves the page until the command is ended. A file is read once; the page has its own button for saving.
 */
export async function preview({ book, port }: PreviewCommand): Promise<void> {
  const page = await previewPage((line) => console.log(line));
  const [{ code }, sidebar] = await Promise.all([bundleScript(), bundlePage()]);
  const server = await servePreview({
    open: async (choices) => {
      const workbench = await workbenchOf(book, code, choices);
      if (book.kind === 'sample') computeOffice(workbench);
      return workbench;
    },
    page,
    sidebar,
    port,
  });
  endWithParent();
  console.log(
    `브라우저에서 이 주소를 열어 주세요. 이 컴퓨터에서만 열립니다.\n\n  ${server.url}\n\n끝내려면 Ctrl+C를 누르세요(프로세스 번호 ${process.pid}).`,
  );
}

/** Computes the sample of an office, and opens it at 총괄: a person would first look for its figures there. */
export function computeOffice(workbench: Workbench): void {
  const { document } = workbench;
  if (!document.sheets.some(({ name }) => name === INPUT_TAB_NAMES.pledgeList)) return;
  recalculateWorkbook(workbench, null);
  const overview = document.sheets.find(({ name }) => name === OUTPUT_TABS.overview);
  if (overview !== undefined) select(document, overview, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
}
