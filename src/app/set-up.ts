/** 시트 준비: makes the missing tabs and never changes what is there. */
import type { IsoDate } from '../domain/date.ts';
import type { InputTab } from '../domain/tabs.ts';
import { FIRST_TABS, INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { OUTPUT_TABS, RESULT_TABS, type ResultTab } from '../sheets/output/tabs.ts';
import type { RawTab } from '../sheets/raw.ts';
import { GUIDE_TAB_NAME } from '../sheets/set-up/guide.ts';
import { quartersOfTerm, rowsToBeginWith, type TabLayout, tabLayouts } from '../sheets/set-up/layouts.ts';
import { type StoppedAnswer, stopped, underLock } from './answers.ts';
import { zoneWarning } from './foreign-zone.ts';
import type { Clock, Environment, LogLayout } from './ports.ts';
import { STATUS_HISTORY_LAYOUT } from './records/record-layouts.ts';
import { overflow, tabNeed } from './run/capacity.ts';
import { RUN_LOG_LAYOUT } from './run/run-log.ts';
import { keepsOffice } from './workbook-tabs.ts';

/** A step that updates what an earlier version made. */
export type UpgradeStep = 'dressOwnTabs';

/** The step that each version needs. The last one is the current version. */
const UPGRADES: readonly { readonly version: number; readonly step: UpgradeStep }[] = [
  // Before version 1, result tabs had no colour and no protection.
  { version: 1, step: 'dressOwnTabs' },
];

export const LAYOUT_VERSION = Math.max(...UPGRADES.map(({ version }) => version));

/** Log tabs that every run appends to, from the first run on. */
const LOGS_OF_EVERY_RUN: readonly LogLayout[] = [RUN_LOG_LAYOUT, STATUS_HISTORY_LAYOUT];

/** The tabs that are there already. */
export interface PresentTabs {
  /** Input tabs, however their names are spelt. */
  readonly input: ReadonlySet<InputTab>;
  /** The input tabs that are empty. */
  readonly empty: ReadonlySet<InputTab>;
  /** Names that are taken by existing tabs. */
  readonly names: ReadonlySet<string>;
  /** Names of the add-on's tabs that were made but never written, because an earlier set-up broke off. */
  readonly unwritten: ReadonlySet<string>;
  /** The names of all tabs that the add-on made. */
  readonly own: ReadonlySet<string>;
  /** Whether 사용법 says what is true of the book as it is: of one pledge, or of an office. */
  readonly guideFits: boolean;
  /** The noted layout version; 0: none was noted. */
  readonly version: number;
}

export interface SetUpPlan {
  readonly inputTabs: readonly InputTab[];
  readonly resultTabs: readonly ResultTab[];
  /** The log tabs to make. */
  readonly logs: readonly LogLayout[];
  readonly guide: boolean;
  /** 사용법 is there already. It is rewritten, because links to deleted tabs lead nowhere. */
  readonly guideIsThere: boolean;
  readonly upgrades: readonly UpgradeStep[];
  /** The version to note; null: it is noted already. */
  readonly version: number | null;
}

/** The operations on the spreadsheet that set-up needs. */
export interface Preparation {
  present(): PresentTabs;
  /** Makes result tabs that say where their figures will come from. */
  makeResultTabs(tabs: readonly ResultTab[]): void;
  /**
   * Marks 사용법 as unwritten, so that the next set-up rewrites it if this one breaks off before the links are
   * made.
   */
  forgetGuide(): void;
  /**
   * Makes 사용법 as the first tab and shows it, or writes it anew. Its links lead to existing tabs. What a
   * person has changed in it stays.
   */
  makeGuide(): void;
  /** Writes 사용법 anew if it is there, as after the book became an office's. */
  renewGuide(): void;
  upgrade(step: UpgradeStep): void;
  noteVersion(version: number): void;
}

export type SetUpAnswer =
  | { readonly status: 'done'; readonly made: readonly string[]; readonly upgraded: boolean }
  | StoppedAnswer;

/** Asked before anything is made. */
export function setUpQuestion(clock: Clock): string {
  return `${zoneWarning(clock)}공약장부에 필요한 탭 가운데 없는 것을 만듭니다. 이미 있는 탭의 내용은 바꾸지 않습니다. 계속할까요?`;
}

/** Plans what to make. After a complete set-up the plan is empty. */
export function setUpPlan(present: PresentTabs): SetUpPlan {
  const isMissing = (name: string) => !present.names.has(name) || present.unwritten.has(name);
  const inputTabs = FIRST_TABS.filter((tab) => !present.input.has(tab) || present.empty.has(tab));
  const resultTabs = RESULT_TABS.filter((tab) => isMissing(OUTPUT_TABS[tab]));
  const logs = LOGS_OF_EVERY_RUN.filter(({ tab }) => isMissing(OUTPUT_TABS[tab]));
  const isMade = inputTabs.length > 0 || resultTabs.length > 0;
  const guideIsThere = present.own.has(GUIDE_TAB_NAME) && !present.unwritten.has(GUIDE_TAB_NAME);
  return {
    inputTabs,
    resultTabs,
    logs,
    guide: isMissing(GUIDE_TAB_NAME) || (guideIsThere && (isMade || !present.guideFits)),
    guideIsThere,
    upgrades:
      present.own.size > 0
        ? UPGRADES.filter(({ version }) => version > present.version).map(({ step }) => step)
        : [],
    version: present.version < LAYOUT_VERSION ? LAYOUT_VERSION : null,
  };
}

/**
 * Makes what is missing. Contents are written last, so a tab left by an interrupted set-up is empty and is
 * filled next time.
 */
export function setUp(environment: Environment, preparation: Preparation): SetUpAnswer {
  const answer = underLock(environment, () => makeMissing(environment, preparation));
  environment.screen.toast(toastOf(answer));
  return answer;
}

function makeMissing(environment: Environment, preparation: Preparation): SetUpAnswer {
  const { workbook, clock } = environment;
  const plan = setUpPlan(preparation.present());
  if (isEmpty(plan)) return { status: 'done', made: [], upgraded: false };
  const refusal = overflow(workbook.sizes(), madeBy(plan).map(tabNeed));
  if (refusal !== null) return stopped(refusal.message);
  for (const step of plan.upgrades) preparation.upgrade(step);
  if (plan.guide && plan.guideIsThere) preparation.forgetGuide();
  if (plan.inputTabs.length > 0) workbook.fillInputTabs(layoutsOf(plan, environment, clock.today()));
  if (plan.resultTabs.length > 0) preparation.makeResultTabs(plan.resultTabs);
  for (const layout of plan.logs) workbook.log(layout).prepare();
  if (plan.guide) preparation.makeGuide();
  if (plan.version !== null) preparation.noteVersion(plan.version);
  workbook.flush();
  return { status: 'done', made: madeBy(plan), upgraded: plan.upgrades.length > 0 };
}

/** The names of the tabs that the plan makes or completes. */
function madeBy({ guide, guideIsThere, inputTabs, resultTabs, logs }: SetUpPlan): readonly string[] {
  return [
    ...(guide && !guideIsThere ? [GUIDE_TAB_NAME] : []),
    ...inputTabs.map((tab) => INPUT_TAB_NAMES[tab]),
    ...[...resultTabs, ...logs.map(({ tab }) => tab)].map((tab) => OUTPUT_TABS[tab]),
  ];
}

function isEmpty({ inputTabs, resultTabs, logs, guide, upgrades, version }: SetUpPlan): boolean {
  return (
    [inputTabs, resultTabs, logs, upgrades].every(({ length }) => length === 0) && !guide && version === null
  );
}

function layoutsOf(
  { inputTabs }: SetUpPlan,
  { workbook }: Environment,
  today: IsoDate,
): readonly TabLayout[] {
  const names = INPUT_TAB_NAMES.classification;
  const classification: RawTab | null = inputTabs.includes('classification')
    ? null
    : (workbook.read([names]).get(names) ?? null);
  const isOffice = keepsOffice(workbook.tabNames());
  return tabLayouts(inputTabs, rowsToBeginWith, quartersOfTerm(today), classification, isOffice);
}

function toastOf(answer: SetUpAnswer): string {
  if (answer.status === 'stopped') return answer.messages.join(' ');
  const { made, upgraded } = answer;
  if (made.length > 0) return `${made.join(', ')} 탭을 만들었습니다. 이미 있던 탭은 그대로 두었습니다.`;
  return upgraded
    ? '결과 탭을 지금 판에 맞추었습니다. 적으신 내용은 그대로입니다.'
    : '이미 준비되어 있습니다. 바꾼 것이 없습니다.';
}
