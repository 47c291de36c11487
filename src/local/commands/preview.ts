/**
 * `npm run preview`: shows the workbook in a grid, with the menu and the sidebar, in a browser on this
 * machine.
 */
import { bundlePage, bundleScript } from '../build.ts';
import { servePreview } from '../preview/serve.ts';
import { previewPage } from '../preview/server/grid-page.ts';
import { workbenchOf } from '../run-workbook.ts';
import type { Book, EmptyBook } from '../samples/samples.ts';
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
    open: (choices) => workbenchOf(book, code, choices),
    page,
    sidebar,
    port,
  });
  endWithParent();
  console.log(
    `브라우저에서 이 주소를 열어 주세요. 이 컴퓨터에서만 열립니다.\n\n  ${server.url}\n\n끝내려면 Ctrl+C를 누르세요(프로세스 번호 ${process.pid}).`,
  );
}
