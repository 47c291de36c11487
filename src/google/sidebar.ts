/** The sidebar's page, and where it leads to in the spreadsheet. */
import type { JumpAnswer, SidebarState } from '../app/sidebar.ts';
import { textKey } from '../sheets/text-key.ts';

const TITLE = '공약장부';
/** The file that the build writes beside the script. */
const PAGE = 'Sidebar';
/** Stands in the page where the state goes that it is first painted from. */
const STATE_PLACE = '"__STATE__"';

/** A page that tells its own edition holds it against the script's by itself; older ones know of none, and are told of here. */
const TELLS_ITS_EDITION = '<meta name="edition"';
const OLDER_PAGE =
  '<p role="alert" style="margin:8px;font:13px sans-serif">Sidebar.html이 Code.gs보다 오래된 판입니다. 한 폴더의 두 파일을 다시 붙여 넣고 저장해 주세요.</p>';

/** Opens the sidebar. The state goes with the page, so that it is painted without asking for anything. */
export function openSidebar(state: SidebarState): void {
  const page = HtmlService.createHtmlOutputFromFile(PAGE);
  // A function, because a `$&` in a text would otherwise be read as a pattern.
  const text = page.getContent();
  const told = text.includes(TELLS_ITS_EDITION) ? text : text.replace('<body>', `<body>${OLDER_PAGE}`);
  const content = told.replace(STATE_PLACE, () => scriptText(state));
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(content).setTitle(TITLE));
}

/** The state as it may stand inside a `<script>` element: no text that somebody typed can close it. */
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
    return { status: 'stopped', messages: [`'${tabName}' 탭이 없습니다. 이름이 바뀌었는지 확인해 주세요.`] };
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
    return {
      status: 'stopped',
      messages: [`${tabName} 탭에 ${cell} 칸이 없습니다. 행을 지우셨다면 다시 계산해 주세요.`],
    };
  }
}

/** Tabs are read whatever spaces stand around their names, so they are found here likewise. */
function sheetCalled(tabName: string): GoogleAppsScript.Spreadsheet.Sheet | null {
  const spreadsheet = SpreadsheetApp.getActive();
  const exact = spreadsheet.getSheetByName(tabName);
  if (exact !== null) return exact;
  return spreadsheet.getSheets().find((sheet) => textKey(sheet.getName()) === textKey(tabName)) ?? null;
}
