/** 예시 데이터로 채우기: writes the sample pledge into a spreadsheet in which staff have typed nothing yet. */
import type { RawTab } from '../sheets/raw.ts';
import { SAMPLE } from '../sheets/sample.ts';
import { holdsBeginnings, holdsBlock, isEmptyTab } from '../sheets/set-up/beginnings.ts';
import { type TabLayout, tabLayouts } from '../sheets/set-up/layouts.ts';
import { type StoppedAnswer, stopped, underLock } from './answers.ts';
import type { Environment } from './ports.ts';
import { hasRecords } from './records/record-books.ts';
import { overflow, tabNeed } from './run/capacity.ts';
import { keptSample, noteSample, tabFingerprints } from './sample-note.ts';

export type FillAnswer = { readonly status: 'done'; readonly tabs: readonly string[] } | StoppedAnswer;

/** Asked before anything is written. */
export const SAMPLE_QUESTION =
  '적는 탭 아홉 개에 예시 공약의 기록을 넣습니다. 없는 탭은 만듭니다. 적어 두신 내용이 하나라도 있으면 아무것도 하지 않습니다. 계속할까요?';

/**
 * Fills the input tabs with the sample. Writes nothing at all if any of them holds something that staff
 * typed. In tabs made by 시트 준비 it writes only the rows.
 */
export function fillSample(environment: Environment): FillAnswer {
  const answer = underLock(environment, () => writeSample(environment));
  environment.screen.toast(
    answer.status === 'done'
      ? '예시 데이터로 채웠습니다. 공약장부 메뉴에서 전체 다시 계산을 눌러 보세요.'
      : answer.messages.join(' '),
  );
  return answer;
}

function writeSample(environment: Environment): FillAnswer {
  const { workbook, documentNotes } = environment;
  const { layouts, thatAre, inTheWay } = statesIn(workbook);
  if (inTheWay.length > 0) {
    return stopped(
      `${inTheWay.map(({ name }) => name).join(', ')} 탭에 이미 내용이 있어 예시를 넣지 않았습니다. 예시는 빈 스프레드시트나 시트 준비만 한 스프레드시트에 넣을 수 있습니다.`,
    );
  }
  const blank = thatAre('blank');
  const refusal = overflow(
    workbook.sizes(),
    blank.map(({ name }) => tabNeed(name)),
  );
  if (refusal !== null) return stopped(refusal.message);
  const kept = keptSample(documentNotes);
  // When this completes a fill that broke off, its note still holds: records made since then belong to
  // the sample.
  const isCompletion = kept?.isUnderWay === true && thatAre('sample').length > 0;
  const note = {
    tabs: tabFingerprints(layouts),
    recordsWereEmpty: isCompletion ? kept.recordsWereEmpty : !hasRecords(environment),
  };
  noteSample(documentNotes, { ...note, isUnderWay: true });
  workbook.fillInputTabs(blank);
  workbook.writeInputRows(thatAre('prepared'));
  workbook.flush();
  noteSample(documentNotes, { ...note, isUnderWay: false });
  return { status: 'done', tabs: layouts.map(({ name }) => name) };
}

/** Whether the sample can only be removed: some tabs hold it, and nothing more can be filled in. */
export function isSampleToBeRemoved({ workbook }: Environment): boolean {
  const { thatAre, inTheWay } = statesIn(workbook);
  return inTheWay.length > 0 && thatAre('sample').length > 0;
}

function statesIn(workbook: Environment['workbook']): {
  readonly layouts: readonly TabLayout[];
  thatAre(state: TabState): readonly TabLayout[];
  /** Tabs that prevent filling: those with other content or, when the whole sample is there already, all. */
  readonly inTheWay: readonly TabLayout[];
} {
  const layouts = sampleLayouts();
  const present = workbook.read(layouts.map(({ name }) => name));
  const states = layouts.map((layout) => stateOf(present.get(layout.name), layout));
  const thatAre = (state: TabState) => layouts.filter((_, index) => states[index] === state);
  // Some tabs with the sample and the rest empty: an earlier fill broke off, and the rest is filled now.
  return {
    layouts,
    thatAre,
    inTheWay: states.every((state) => state === 'sample') ? layouts : thatAre('taken'),
  };
}

/**
 * `blank`: empty or missing; `prepared`: only what 시트 준비 wrote; `sample`: the sample; `taken`: anything else.
 */
type TabState = 'blank' | 'prepared' | 'sample' | 'taken';

export function stateOf(raw: RawTab | undefined, layout: TabLayout): TabState {
  if (isEmptyTab(raw)) return 'blank';
  if (holdsBeginnings(raw, layout)) return 'prepared';
  return holdsBlock(raw, layout) ? 'sample' : 'taken';
}

/** The sample, laid out as 시트 준비 makes the tabs. */
export function sampleLayouts(): readonly TabLayout[] {
  const contents = new Map(SAMPLE.map((content) => [content.tab, content]));
  const [, ...quarters] = contents.get('schedule')?.headings ?? [];
  return tabLayouts([...contents.keys()], (tab) => contents.get(tab)?.rows ?? [], quarters, null);
}
