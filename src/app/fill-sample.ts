/** 예시 데이터로 채우기: the sample pledge, written into a spreadsheet that holds no input yet. */

import { isBlank } from '../sheets/input/row-kind.ts';
import { type RawTab, shownText } from '../sheets/raw.ts';
import { SAMPLE } from '../sheets/sample.ts';
import { type TabLayout, tabLayouts } from '../sheets/set-up/layouts.ts';
import { BUSY } from './busy.ts';
import type { Environment } from './ports.ts';

export type FillAnswer =
  | { readonly status: 'done'; readonly tabs: readonly string[] }
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

/** Asked before anything is written. */
export const SAMPLE_QUESTION =
  '적는 탭 아홉 개를 만들어 예시 공약의 기록으로 채웁니다. 내용이 있는 탭이 하나라도 있으면 아무것도 하지 않습니다. 계속할까요?';

/** Fills the input tabs, unless any of them holds something already: then nothing is written at all. */
export function fillSample({ workbook, lock, screen }: Environment): FillAnswer {
  const answer = lock.take() ? fillLocked() : busy();
  screen.toast(
    answer.status === 'done'
      ? '예시 데이터로 채웠습니다. 공약장부 메뉴에서 전체 다시 계산을 눌러 보세요.'
      : answer.messages.join(' '),
  );
  return answer;

  function fillLocked(): FillAnswer {
    try {
      const layouts = sampleLayouts();
      const names = layouts.map(({ name }) => name);
      const present = workbook.read(names);
      const filled = layouts.filter(({ name }) => !isEmpty(present.get(name)));
      // A fill that was broken off has left whole tabs of the sample: the rest is filled now.
      const others = filled.filter((layout) => !holdsSample(present.get(layout.name), layout));
      if (others.length > 0 || filled.length === layouts.length) {
        const inTheWay = (others.length > 0 ? others : filled).map(({ name }) => name).join(', ');
        return {
          status: 'stopped',
          messages: [
            `${inTheWay} 탭에 이미 내용이 있어 예시를 넣지 않았습니다. 예시는 빈 스프레드시트에서 만들어 주세요.`,
          ],
        };
      }
      workbook.fillInputTabs(layouts.filter((layout) => !filled.includes(layout)));
      workbook.flush();
      return { status: 'done', tabs: names };
    } finally {
      lock.release();
    }
  }
}

function isEmpty(raw: RawTab | undefined): boolean {
  return raw === undefined || raw.rows.every((row) => row.every(isBlank));
}

function holdsSample(raw: RawTab | undefined, { block }: TabLayout): boolean {
  return block.every((row, index) =>
    row.every((cell, column) => shownText(raw?.rows[index]?.[column] ?? '') === String(cell)),
  );
}

/** The sample in tabs as 시트 준비 makes them. */
function sampleLayouts(): readonly TabLayout[] {
  const contents = new Map(SAMPLE.map((content) => [content.tab, content]));
  const [, ...quarters] = contents.get('schedule')?.headings ?? [];
  return tabLayouts([...contents.keys()], (tab) => contents.get(tab)?.rows ?? [], quarters, null);
}

function busy(): FillAnswer {
  return {
    status: 'stopped',
    messages: [BUSY],
  };
}
