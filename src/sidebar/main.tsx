/** Starts the sidebar's page. */
import { render } from 'preact';
import type { SidebarState } from '../app/sidebar.ts';
import { App } from './app.tsx';

/** Set by the build: the edition of the page. The script that was built with it has the same. */
declare const EDITION: string;

/** The state when the sidebar was opened, which the script wrote into the page; null: it did not. */
function stateInPage(): SidebarState | null {
  const text = document.getElementById('state')?.textContent ?? '';
  // The script that was built with this page wrote it.
  return text.startsWith('{') ? (JSON.parse(text) as SidebarState) : null;
}

/**
 * A warning if only one of the two files of a new version was pasted. A script that is too old sends no
 * edition.
 */
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
