/** Messages about a book that grows too large for the platform, with a way out that keeps every figure. */
import type { Problem } from '../../domain/finding.ts';
import type { BlankEdge } from '../../domain/findings/tab.ts';
import { columnLetters } from '../addresses.ts';
import { withCommas } from '../numbers.ts';
import type { Message } from './wording.ts';

/**
 * Advises to replace the rows of ended years by sums. Year-end figures stay the same; a copy keeps the rows.
 */
export const FEWER_ROWS =
  '행을 줄이려면 먼저 점검 탭의 오류를 고치고, 파일 > 사본 만들기로 모든 행을 사본에 남겨 주세요. 그다음 끝난 해의 행을 합친 행으로 바꿉니다. 소통기록은 연도·분류마다(단체수를 개소로 적은 행은 따로), 예산집행은 연도·재원마다 한 행입니다. 건의사항은 완료·추진불가·이송이고 처리일도 끝난 해인 것만, 접수 연도·출처·처리상황·처리 연도마다(동별·부서별 표도 쓰면 동·소관부서까지) 한 행으로 합칩니다. 합친 행에는 날짜를 2023년처럼 연도만 적고, 횟수·단체수·참석인원·건수·금액은 합을 적습니다(어림수가 있으면 약을 붙이고, 개소의 합은 4개소처럼 적고, 그 열이 없으면 만듭니다). 이월 한 행으로 모두 합치지는 마세요. 바꾼 마지막 해의 12월 31일부터는 숫자와 표가 그대로이지만, 그 전 날짜의 보고서와 분기별 실적·전망, 목표를 이룬 날, 내용은 사본에만 남습니다.';

type OfCells = Extract<Problem, { code: 'nearly-full' }>;

export function nearlyFullText({ cells, limit, blanks }: OfCells): Message {
  const percent = Math.floor((100 * cells) / limit);
  return {
    what: `이 스프레드시트는 빈칸까지 ${withCommas(cells)}칸으로, 구글이 허용하는 ${withCommas(limit)}칸의 ${percent}%입니다. 다 차면 행을 더 적거나 계산할 수 없습니다.`,
    remedy: roomRemedy(blanks),
  };
}

/** Says that nothing was written because it would not have fitted. */
export function noRoomText({ cells, limit, blanks }: Omit<OfCells, 'code'>): string {
  return `이대로 쓰면 빈칸까지 ${withCommas(cells)}칸이 되어 구글이 허용하는 ${withCommas(limit)}칸을 넘으므로 쓰기 전에 멈췄습니다. 결과 탭은 하나도 바꾸지 않았습니다. ${roomRemedy(blanks)}`;
}

export function longRunText({
  seconds,
  budgetSeconds,
  rows,
}: Extract<Problem, { code: 'long-run' }>): Message {
  return {
    what: `적힌 행이 모두 ${withCommas(rows)}행이어서 이 계산은 ${aboutMinutes(seconds)} 걸릴 것으로 보입니다. 6분이 지나면 구글이 도중에 끊으므로, ${exactly(budgetSeconds)} 안에 결과를 쓰기 시작하지 못하면 스스로 멈추고 결과 탭을 바꾸지 않습니다.`,
    remedy: FEWER_ROWS,
  };
}

/** Suggests deleting blank rows and columns first, because that loses nothing. */
function roomRemedy(blanks: readonly BlankEdge[]): string {
  if (blanks.length === 0) return FEWER_ROWS;
  return `비어 있는 ${blanks.map(edgeText).join(', ')}을 지우는 것이 가장 쉽습니다. ${FEWER_ROWS}`;
}

/** `소통기록 탭 I~Z열(1,800,000칸)` */
function edgeText({ tabName, edge, from, to, cells }: BlankEdge): string {
  const name = edge === 'columns' ? columnLetters : String;
  const lines = from === to ? name(from) : `${name(from)}~${name(to)}`;
  return `${tabName} 탭 ${lines}${edge === 'columns' ? '열' : '행'}(${withCommas(cells)}칸)`;
}

function aboutMinutes(seconds: number): string {
  return `약 ${Math.ceil(seconds / 60)}분`;
}

/** `4분 30초` */
export function exactly(seconds: number): string {
  return `${Math.floor(seconds / 60)}분 ${Math.floor(seconds % 60)}초`;
}
