/** Messages about a tab that the spreadsheet refused to write. */
import type { TabProblem } from '../../domain/findings/tab.ts';
import { APPENDED_TABS, OUTPUT_TABS } from '../output/tabs.ts';
import type { Message } from './wording.ts';

/** Tabs that must not be deleted, because their rows exist nowhere else. */
const KEPT: ReadonlySet<string> = new Set(APPENDED_TABS.map((tab) => OUTPUT_TABS[tab]));

const LET_GO = '그 탭에 걸린 보호(자물쇠), 표, 데이터 확인 규칙을 푼 뒤 다시 계산해 주세요.';
const OR_DELETE = '풀 수 없으면 그 탭을 지우고 다시 계산해 주세요. 새로 만듭니다.';
const NOT_DELETE = '기록이 사라지니 탭은 지우지 마세요.';

export function refusedText({
  tabName,
  part,
  reason,
}: Extract<TabProblem, { readonly code: 'tab-refused' }>): Message {
  const answer = `구글 시트의 답: ‘${reason}’`;
  const isKept = KEPT.has(tabName);
  const written = isKept ? '새 줄을 적지 못했습니다' : '결과를 쓰지 못했습니다';
  return {
    what:
      part === 'figures'
        ? `${tabName} 탭에 ${written}. 거절되지 않은 탭은 모두 썼습니다. ${answer}`
        : `${tabName} 탭의 숫자는 맞지만 모양을 다 갖추지 못했습니다. ${answer}`,
    remedy: `${LET_GO} ${isKept ? NOT_DELETE : OR_DELETE}`,
  };
}
