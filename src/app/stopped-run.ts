/** The errors with which a run stops itself before it writes any result. */
import type { BlankEdge } from '../domain/findings/tab.ts';
import { INPUT_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES, OPTIONAL_TABS } from '../sheets/input/tabs.ts';
import { exactly, FEWER_ROWS, noRoomText } from '../sheets/messages/capacity-text.ts';

/** Thrown, because any step may find the reason, and caught by the run. */
export class Stopped extends Error {}

export class OutOfTime extends Stopped {
  constructor(step: string, seconds: number) {
    super(
      `계산을 시작한 지 ${exactly(seconds)}가 지나 '${step}' 앞에서 멈췄습니다. 6분이 지나면 구글이 도중에 끊기 때문입니다. 결과 탭은 하나도 바꾸지 않았습니다. ${FEWER_ROWS}`,
    );
  }
}

const NEEDED = INPUT_TABS.filter((tab) => !OPTIONAL_TABS.has(tab)).map((tab) => INPUT_TAB_NAMES[tab]);

/** All tabs that people type into are missing. */
export class NothingYet extends Stopped {
  constructor() {
    super(
      `적는 탭(${NEEDED.join(', ')})이 하나도 없습니다. 메뉴 공약장부 → 설정 → 시트 준비를 누르면 만들어 드립니다. 먼저 해 보려면 예시 데이터로 채우기를 눌러 주세요.`,
    );
  }
}

/** The planned writes do not fit into the spreadsheet. */
export class OutOfRoom extends Stopped {
  /** @param room `cells`: the number of cells that the spreadsheet would have. */
  constructor(room: {
    readonly cells: number;
    readonly limit: number;
    readonly blanks: readonly BlankEdge[];
  }) {
    super(noRoomText(room));
  }
}
