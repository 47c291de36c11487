/** The sidebar's page, and the places in the spreadsheet that it goes to. */
import { stopped } from '../app/answers.ts';
import type { JumpAnswer, SidebarState } from '../app/sidebar.ts';
import { textKey } from '../sheets/text-key.ts';

const TITLE = '공약장부';
/** The file that the build writes beside the script. */
const PAGE = 'Sidebar';
/** Placeholder in the page for the state that it is first painted from. */
const STATE_PLACE = '"__STATE__"';

/**
 * A page with this tag compares its version with the script's by itself. For older pages
 * the notice is added here.
 */
const TELLS_ITS_EDITION = '<meta name="edition"';
const OLDER_PAGE =
  '<p role="alert" style="margin:8px;font:13px sans-serif">Sidebar.html이 Code.gs보다 오래된 판입니다. 한 폴더의 두 파일을 다시 붙여 넣고 저장해 주세요.</p>';

/** Opens the sidebar. The page contains the state, so that it is painted without a further call. */
export function openSidebar(state: SidebarState): void {
  const page = HtmlService.createHtmlOutputFromFile(PAGE);
  // The state is inserted by a function, because a `$&` in a text would otherwise be read as a pattern.
  const text = page.getContent();
  const told = text.includes(TELLS_ITS_EDITION) ? text : text.replace('<body>', `<body>${OLDER_PAGE}`);
  const content = told.replace(STATE_PLACE, () => scriptText(state));
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(content).setTitle(TITLE));
}

/** The state as text for a `<script>` element, escaped so that no typed text can close it. */
function scriptText(state: SidebarState): string {
  return JSON.stringify(state).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${`000${character.charCodeAt(0).toString(16)}`.slice(-4)}`,
  );
}

/** Shows a cell (`B12`), a row (`12:12`) or, with an empty text, a tab. */
export function goTo(tabName: string, cell: string): JumpAnswer {
  const sheet = sheetCalled(tabName);
  if (sheet === null) {
    return stopped(`'${tabName}' 탭이 없습니다. 이름이 바뀌었는지 확인해 주세요.`);
  }
  if (cell === '') {
    sheet.activate();
    return { status: 'done' };
  }
  try {
    sheet.getRange(cell).activate();
    return { status: 'done' };
  } catch {
    // No such cell: rows may have been deleted since the figures were computed.
    sheet.activate();
    return stopped(`${tabName} 탭에 ${cell} 칸이 없습니다. 행을 지우셨다면 다시 계산해 주세요.`);
  }
}

/** Finds a tab by name. Spaces around the names do not matter, as when tabs are read. */
function sheetCalled(tabName: string): GoogleAppsScript.Spreadsheet.Sheet | null {
  const spreadsheet = SpreadsheetApp.getActive();
  const exact = spreadsheet.getSheetByName(tabName);
  if (exact !== null) return exact;
  return spreadsheet.getSheets().find((sheet) => textKey(sheet.getName()) === textKey(tabName)) ?? null;
}
