/** The menu 공약장부. */
import { keepsOffice } from '../app/workbook-tabs.ts';

/**
 * Set by the build: whether the script is published as an add-on. Its menu is then under 확장 프로그램,
 * by the name of the add-on.
 */
declare const IS_ADD_ON: boolean;

/** The menu 공약장부, in the order of use. Each entry names a function of `main.ts`. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = IS_ADD_ON ? ui.createAddonMenu() : ui.createMenu('공약장부');
  const isOffice = isOfOffice();
  menu.addItem('사이드바 열기', 'showSidebar').addItem('전체 다시 계산', 'recalculateAll');
  if (isOffice) menu.addItem('이 공약 보기', 'lookAtSelectedPledge');
  const settings = ui
    .createMenu('설정')
    .addItem('시트 준비', 'askForSetUp')
    .addItem('탭 더하기', 'askForTabs');
  // The sample is one pledge, so there is nothing to fill or to remove in an office's book.
  if (!isOffice) settings.addItem('예시 데이터로 채우기·지우기', 'askForSample');
  menu
    .addItem('이 숫자의 근거 보기', 'showSelectedTrace')
    .addSeparator()
    .addItem('기준일을 정해 보고서 만들기', 'askForReport')
    .addItem('지난달과 비교', 'askForComparison')
    .addItem('지난달 마감하기', 'askForClosing')
    .addItem('마감 취소', 'askForUndo')
    .addSubMenu(
      ui
        .createMenu('하나만 다시 계산')
        .addItem('소통 누적 다시 계산', 'recalculateMeetings')
        .addItem('건의사항 현황 다시 계산', 'recalculateSuggestions')
        .addItem('예산 집행 다시 계산', 'recalculateBudget'),
    )
    .addSeparator()
    .addSubMenu(
      settings
        .addItem('이 기록으로 이어가기', 'askToContinueRecords')
        .addSeparator()
        .addItem('매월 자동 계산', 'askForMonthlyRun'),
    )
    .addItem('공약장부 정보', 'showAbout')
    .addToUi();
}

/**
 * Whether the book keeps several pledges; false while the add-on is not yet in use here, since
 * it may not see tabs then.
 */
function isOfOffice(): boolean {
  try {
    return keepsOffice(
      SpreadsheetApp.getActive()
        .getSheets()
        .map((sheet) => sheet.getName()),
    );
  } catch {
    return false;
  }
}
