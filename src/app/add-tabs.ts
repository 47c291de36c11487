/**
 * 탭 더하기: adds the tabs that only some pledges need, on request, and never changes what is there. Settings
 * that belong to the added tabs are appended to 공약.
 */
import type { InputTab } from '../domain/tabs.ts';
import { findHeadings } from '../sheets/input/headings.ts';
import { INPUT_TAB_NAMES, pledgeTab } from '../sheets/input/tabs.ts';
import { objectParticle } from '../sheets/particles.ts';
import { shownBriefly } from '../sheets/personal-data.ts';
import { type RawTab, shownText } from '../sheets/raw.ts';
import { isEmptyTab } from '../sheets/set-up/beginnings.ts';
import { PLEDGE_NUMBER_GUIDE } from '../sheets/set-up/columns.ts';
import { quartersOfTerm, rowsToBeginWith, tabLayouts } from '../sheets/set-up/layouts.ts';
import { missingIndicatorSettings } from '../sheets/set-up/settings.ts';
import { plainText, textKey } from '../sheets/text-key.ts';
import { type StoppedAnswer, stopped, underLock } from './answers.ts';
import {
  type CompletionPlan,
  completionPlan,
  completionQuestion,
  OFFICE_QUESTION,
  officePlan,
  tabNamesIn,
} from './make-office.ts';
import type { Environment, Workbook } from './ports.ts';
import { overflow, tabNeed } from './run/capacity.ts';
import type { Preparation } from './set-up.ts';
import { keepsOffice, rawTabs } from './workbook-tabs.ts';

interface AddableTabs {
  readonly tabs: readonly InputTab[];
  /** Their common name; absent: their tab names are used. */
  readonly name?: string;
  readonly purpose: string;
}

/** The tabs that can be added. A person chooses by number, in this order. */
const ADDABLE: readonly AddableTabs[] = [
  { tabs: ['results', 'indicators'], purpose: '소통 횟수가 아닌 것(개소, 명, km, %)을 재는 공약' },
  { tabs: ['planChanges'], purpose: '목표나 사업비 같은 계획이 바뀐 공약' },
  { tabs: ['pledgeList'], name: '여러 공약', purpose: '공약 여러 개를 한 장부에 담는 부서(공약목록과 총괄)' },
];

export type AddTabsAnswer =
  | { readonly status: 'done'; readonly made: readonly string[]; readonly message: string }
  | StoppedAnswer;

/** The text of the dialog. */
export function addTabsQuestion(): string {
  const lines = ADDABLE.map((each, index) => `${index + 1}. ${shownName(each)}: ${each.purpose}`);
  return `더할 탭의 번호나 이름을 적어 주세요.\n\n${lines.join('\n')}\n\n이미 있는 탭의 내용은 바꾸지 않습니다.`;
}

/** The tabs that a person means by a number or name: `2`, `2번`, `공약변경`, `지표`; null: no match. */
export function tabsNamed(typed: string): readonly InputTab[] | null {
  const key = textKey(plainText(typed)).replace(/(?:탭|번|\.)+$/, '');
  const found = ADDABLE.find(
    (each, index) =>
      key === String(index + 1) ||
      key === textKey(shownName(each)) ||
      each.tabs.some((tab) => key === textKey(INPUT_TAB_NAMES[tab])),
  );
  return found?.tabs ?? null;
}

/**
 * What is asked before 여러 공약: about turning the book into an office's, or about completing one; null:
 * nothing.
 */
export function officeQuestion({ workbook }: Pick<Environment, 'workbook'>): string | null {
  const { pledgeList } = INPUT_TAB_NAMES;
  return isEmptyTab(workbook.read([pledgeList]).get(pledgeList))
    ? OFFICE_QUESTION
    : completionQuestion(rawTabs(workbook));
}

/** Whether the person asks to turn the book into an office's. */
export function isOfficeAsked(typed: string): boolean {
  return tabsNamed(typed)?.includes('pledgeList') === true;
}

export function noSuchTabs(typed: string): string {
  const names = ADDABLE.map(shownName).join(', ');
  return `'${shownBriefly(typed.trim())}'에 맞는 탭이 없습니다. 번호나 이름(${names})을 적어 주세요.`;
}

/**
 * Makes the missing tabs and fills the empty ones. Contents are written last, so a tab left by an interrupted
 * run is empty and is filled next time.
 */
export function addTabs(
  environment: Environment,
  typed: string,
  preparation: Pick<Preparation, 'renewGuide'>,
): AddTabsAnswer {
  const tabs = tabsNamed(typed);
  const answer =
    tabs === null
      ? stopped(noSuchTabs(typed))
      : underLock(environment, () => makeTabs(environment, tabs, preparation));
  environment.screen.toast(answer.status === 'done' ? answer.message : answer.messages.join(' '));
  return answer;
}

function makeTabs(
  { workbook, clock }: Environment,
  asked: readonly InputTab[],
  preparation: Pick<Preparation, 'renewGuide'>,
): AddTabsAnswer {
  const besides = [INPUT_TAB_NAMES.classification, pledgeTab.name];
  const present = workbook.read([...asked.map((tab) => INPUT_TAB_NAMES[tab]), ...besides]);
  const wanted = asked.filter((tab) => isEmptyTab(present.get(INPUT_TAB_NAMES[tab])));
  const names = wanted.map((tab) => INPUT_TAB_NAMES[tab]);
  const office = wanted.includes('pledgeList') ? officePlan(rawTabs(workbook)) : null;
  if (typeof office === 'string') return stopped(office);
  const completion =
    office === null && asked.includes('pledgeList') ? completionPlan(rawTabs(workbook)) : null;
  const columns = (office ?? completion)?.columns ?? [];
  const widened = columns.map(({ tabName, column }) => ({ ...tabNeed(tabName), columns: column }));
  const refusal = overflow(workbook.sizes(), [...names.map(tabNeed), ...widened]);
  if (refusal !== null) return stopped(refusal.message);
  // Numbers are written before 공약목록 is made. If this breaks off in between, the book still keeps one
  // pledge and the person can try again.
  for (const { tabName, column, cells, headingRow } of columns) {
    const made = headingRow === null ? null : { headingRow, guide: PLEDGE_NUMBER_GUIDE };
    workbook.writeInputColumn(tabName, column, cells, made);
  }
  if (wanted.length > 0) {
    const classification = present.get(INPUT_TAB_NAMES.classification) ?? null;
    const rowsOf = (tab: InputTab) => (office?.row != null ? [office.row] : rowsToBeginWith(tab));
    const quarters = quartersOfTerm(clock.today());
    const isOffice = keepsOffice(workbook.tabNames());
    workbook.fillInputTabs(tabLayouts(wanted, rowsOf, quarters, classification, isOffice));
  }
  const settings = asked.includes('indicators') ? appendSettings(workbook, present.get(pledgeTab.name)) : [];
  if (asked.includes('pledgeList')) preparation.renewGuide();
  workbook.flush();
  return {
    status: 'done',
    made: names,
    message:
      completion !== null && completion.columns.length > 0
        ? completedText(completion)
        : `${messageOf(asked, names, settings)}${office === null ? '' : MENU_HAS_CHANGED}`,
  };
}

/**
 * Appends a row to 공약 for each setting that it lacks, and returns their names. Adds none without the heading
 * 항목.
 */
function appendSettings(workbook: Workbook, pledge: RawTab | undefined): readonly string[] {
  const headings = pledge === undefined ? null : findHeadings(pledgeTab, pledge).headings;
  const item = headings?.cells.get('item')?.column;
  if (pledge === undefined || item === undefined) return [];
  const explanationColumn = headings?.cells.get('explanation')?.column;
  const items = pledge.rows.map((row) => shownText(row[item - 1] ?? ''));
  return missingIndicatorSettings(items).map(({ name, explanation }) => {
    const told = explanationColumn === undefined ? [] : [[explanationColumn, explanation] as const];
    workbook.appendInputRow(pledgeTab.name, new Map([[item, name], ...told]));
    return name;
  });
}

/** Sheets shows a changed menu at once; where it does not, it does so once the page is loaded again. */
const MENU_HAS_CHANGED = ' 메뉴에 이 공약 보기가 생깁니다. 보이지 않으면 화면을 새로 고쳐 주세요.';

function completedText({ columns, number }: CompletionPlan): string {
  const made = `${tabNamesIn(columns)} 탭 맨 오른쪽에 공약번호 열을 만들었습니다.`;
  return number === null
    ? `${made} 행마다 그 공약의 번호를 적어 주세요. 번호가 없는 행은 점검에 오류로 나오고 세지 않습니다.`
    : `${made} 지금까지의 행에는 공약 ${shownBriefly(number)}의 번호를 적었습니다.`;
}

function messageOf(asked: readonly InputTab[], made: readonly string[], settings: readonly string[]): string {
  const rows = settings.join(', ');
  const added =
    settings.length === 0
      ? ''
      : ` ${pledgeTab.name} 탭 끝에 ${rows}${objectParticle(rows)} 적을 줄을 더했습니다.`;
  if (made.length > 0) {
    return `${made.join(', ')} 탭을 만들었습니다.${added} 이미 있던 것은 그대로 두었습니다.`;
  }
  return `${nameOf(asked)} 탭이 이미 있습니다.${added === '' ? ' 바꾼 것이 없습니다.' : added}`;
}

function shownName({ name, tabs }: AddableTabs): string {
  return name ?? nameOf(tabs);
}

function nameOf(tabs: readonly InputTab[]): string {
  return tabs.map((tab) => INPUT_TAB_NAMES[tab]).join('·');
}
