/** Starts the page of the sidebar. */
import { render } from 'preact';
import type { SidebarState } from '../app/sidebar.ts';
import { App } from './app.tsx';

/** Set by the build: the edition of the page, and of the script that was built with it. */
declare const EDITION: string;

/** How things stood when the sidebar was opened, as the script put it into the page; null where it did not. */
function stateInPage(): SidebarState | null {
  const text = document.getElementById('state')?.textContent ?? '';
  // Written by the script that this page was built with.
  return text.startsWith('{') ? (JSON.parse(text) as SidebarState) : null;
}

/** Whoever has pasted one file of a new version and not the other is told. An older script says no edition. */
function OtherEdition({ script = '더 오래된 판' }: { readonly script: string | undefined }) {
  return script === EDITION ? null : (
    <p class="other-edition" role="alert">
      Code.gs({script})와 Sidebar.html({EDITION})의 판이 다릅니다. 한 폴더의 두 파일을 다시 붙여 넣고 저장해
      주세요.
    </p>
  );
}

const root = document.getElementById('app');
if (root !== null) {
  root.textContent = '';
  const first = stateInPage();
  render(
    <>
      {first === null ? null : <OtherEdition script={first.edition} />}
      <App first={first} />
    </>,
    root,
  );
  performance.mark('painted');
}
