/**
 * 예시 지우기: empties the tabs that hold the sample and nothing else, and leaves them as 시트 준비 makes them. Tabs
 * are compared with what was noted when the sample was filled in, because a later version may have another
 * sample. A tab in which somebody has typed stays as it is.
 */
import { type InputTab, RECORD_TABS } from '../domain/tabs.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import type { RawTab } from '../sheets/raw.ts';
import { contentKey, holdsOnly, isEmptyTab, quartersIn } from '../sheets/set-up/beginnings.ts';
import { rowsToBeginWith, type TabLayout, tabLayouts } from '../sheets/set-up/layouts.ts';
import { type ActionQuestion, type StoppedAnswer, stopped, underLock } from './answers.ts';
import { sampleLayouts, stateOf } from './fill-sample.ts';
import type { Environment } from './ports.ts';
import { forgetRecords, hasRecords } from './records/record-books.ts';
import { EARLIER_SAMPLE, keptSample, noteSample, SAMPLE_NOTE } from './sample-note.ts';

export type RemoveAnswer = { readonly status: 'done'; readonly message: string } | StoppedAnswer;

/** What would be removed. */
interface Found {
  readonly tabs: readonly { readonly layout: TabLayout; readonly raw: RawTab }[];
  /** Names of tabs that hold other content, which stay. */
  readonly others: readonly string[];
  /** Whether the record tabs hold only records of the sample, and are deleted too. */
  readonly areRecordsRemoved: boolean;
}

export function removeQuestion(environment: Environment): ActionQuestion {
  const found = sampleIn(environment);
  if (found.tabs.length === 0) return stopped(NOTHING_OF_IT);
  const records = found.areRecordsRemoved
    ? `\n예시로 생긴 ${RECORD_NAMES.join(', ')} 탭도 함께 지웁니다.`
    : '';
  const others =
    found.others.length === 0
      ? ''
      : `\n${found.others.join(', ')} 탭에는 예시 말고 다른 내용이 있어 그대로 둡니다.`;
  return {
    status: 'asked',
    about: aboutOf(found),
    question: `${namesOf(found)} 탭에서 예시를 지우고 제목만 남깁니다.${records}${others}\n계속할까요?`,
  };
}

/** @param agreed what the person agreed to remove. Nothing is removed if that has changed since. */
export function removeSample(environment: Environment, agreed: string): RemoveAnswer {
  const answer = underLock(environment, () => emptySampleTabs(environment, agreed));
  environment.screen.toast(answer.status === 'done' ? answer.message : answer.messages.join(' '));
  return answer;
}

function emptySampleTabs(environment: Environment, agreed: string): RemoveAnswer {
  const { workbook, documentNotes } = environment;
  const found = sampleIn(environment);
  if (found.tabs.length === 0) return stopped(NOTHING_OF_IT);
  if (aboutOf(found) !== agreed)
    return stopped('그사이 탭의 내용이 달라져 지우지 않았습니다. 다시 눌러 주세요.');
  const note = keptSample(documentNotes);
  if (note !== null) noteSample(documentNotes, { ...note, isUnderWay: true });
  // The sample goes last: while it is there, a removal that broke off can be started again.
  if (found.areRecordsRemoved) {
    forgetRecords(environment);
    workbook.deleteOwn(RECORD_NAMES);
  }
  workbook.writeInputRows(found.tabs.map(emptied));
  workbook.flush();
  documentNotes.remove(SAMPLE_NOTE);
  return {
    status: 'done',
    message: `${namesOf(found)} 탭에서 예시를 지웠습니다. 결과 탭의 숫자는 다시 계산하면 없어집니다.`,
  };
}

const NOTHING_OF_IT = '예시만 들어 있는 탭이 없어 지울 것이 없습니다.';
const RECORD_NAMES = RECORD_TABS.map((tab) => OUTPUT_TABS[tab]);

function sampleIn(environment: Environment): Found {
  const { workbook, documentNotes } = environment;
  const note = keptSample(documentNotes);
  const layouts = sampleLayouts();
  const present = workbook.read(layouts.map(({ name }) => name));
  const tabs: { layout: TabLayout; raw: RawTab }[] = [];
  const others: string[] = [];
  for (const layout of layouts) {
    const raw = present.get(layout.name);
    if (raw === undefined || isEmptyTab(raw) || stateOf(raw, layout) === 'prepared') continue;
    const isSample = holdsOnly(raw, layout) || isAsNoted(raw, layout, note?.tabs ?? {});
    if (isSample) tabs.push({ layout, raw });
    else others.push(layout.name);
  }
  // Of a sample that is being removed, some tabs may be empty already.
  const isWhole = tabs.length === layouts.length || note?.isUnderWay === true;
  const isAlone = isWhole && others.length === 0;
  const areRecordsRemoved = isAlone && note?.recordsWereEmpty === true && hasRecords(environment);
  return { tabs, others, areRecordsRemoved };
}

function isAsNoted(
  raw: RawTab,
  { tab, columns }: TabLayout,
  noted: Readonly<Partial<Record<InputTab, string>>>,
): boolean {
  const key = contentKey(raw.rows);
  return (
    raw.rows.every((row) => row.length <= columns.length) && (noted[tab] === key || EARLIER_SAMPLE.has(key))
  );
}

/** The layout that 시트 준비 starts with, plus blank rows down to the end of the sample. */
function emptied({ layout, raw }: { readonly layout: TabLayout; readonly raw: RawTab }): TabLayout {
  const [begun = layout] = tabLayouts([layout.tab], rowsToBeginWith, quartersIn(raw), null);
  const missing = Math.max(0, raw.rows.length - begun.block.length);
  const rows = <Cell>(cellOf: (column: TabLayout['columns'][number]) => Cell) =>
    Array.from({ length: missing }, () => begun.columns.map(cellOf));
  return {
    ...begun,
    block: [...begun.block, ...rows(() => '')],
    blockFormats: [...begun.blockFormats, ...rows(({ format }) => format)],
  };
}

function namesOf({ tabs }: Found): string {
  return tabs.map(({ layout }) => layout.name).join(', ');
}

function aboutOf(found: Found): string {
  return `${namesOf(found)}${found.areRecordsRemoved ? ' +' : ''}`;
}
