/** Starts the page of the sidebar. */
import { render } from 'preact';
import type { SidebarState } from '../app/sidebar.ts';
import { App } from './app.tsx';

/** How things stood when the sidebar was opened, as the script put it into the page; null where it did not. */
function stateInPage(): SidebarState | null {
  const text = document.getElementById('state')?.textContent ?? '';
  // Written by the script that this page was built with.
  return text.startsWith('{') ? (JSON.parse(text) as SidebarState) : null;
}

const root = document.getElementById('app');
if (root !== null) {
  root.textContent = '';
  render(<App first={stateInPage()} />, root);
  performance.mark('painted');
}
