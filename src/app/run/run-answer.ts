/** What a run answers, and how 실행기록 calls its end. */
import { pledgeKeysOf } from '../../sheets/input/pledges/pledge-numbers.ts';
import { nearestName } from '../../sheets/name-table.ts';
import { monthName } from '../../sheets/names.ts';
import { type ListedFinding, listedFindings } from '../../sheets/output/results/listed-finding.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import type { StoppedAnswer } from '../answers.ts';
import type { Book } from '../compute/compute-book.ts';
import { type RunResult, runResultOf } from '../result/run-result.ts';
import { DONE } from './run-log.ts';

/** The answer to whoever started the run: the menu, the sidebar or the command line. */
export type RunAnswer =
  | {
      readonly status: 'done';
      readonly result: RunResult;
      /**
       * A sentence for each result that could not be computed or recorded, because a tab or heading is
       * missing or another tab has its name.
       */
      readonly missing: readonly string[];
      /** A sentence for each tab that the spreadsheet refused to write or to format. */
      readonly refused: readonly string[];
      /** The months that this run closed: `2024-03`. Empty unless closing was asked for. */
      readonly closed: readonly string[];
      /**
       * Whether only the figures of these months were recorded, because the rows behind them were too many.
       */
      readonly closedWithoutRows: boolean;
    }
  | StoppedAnswer;

/** Said of a month whose figures were recorded without the rows behind them. */
export const ROWS_NOT_KEPT =
  '행이 너무 많아 내역은 월별내역에 남기지 못했습니다. 숫자는 기록되었고, 지난달과 비교에서 행끼리는 비교할 수 없습니다.';

/** Said of a 공약목록 without a pledge that can be read, where nothing else is missing. */
const NO_PLEDGE =
  '공약목록 탭에 읽을 수 있는 공약이 없어 계산할 것이 없습니다. 한 줄에 하나씩 공약번호와 공약명을 적어 주세요.';

/** @param obstacle why the month cannot be closed; reported with what is missing. */
export function answerOf(book: Book, findings: readonly ListedFinding[], obstacle: string | null): RunAnswer {
  const { asOfFinding, headings } = book;
  const missing = findings.filter(({ code }) => code === 'missing-tab' || code === 'missing-heading');
  if (book.isComputed) {
    return {
      status: 'done',
      result: runResultOf(book, findings),
      missing: [...missing.map(sentenceOf), ...(obstacle === null ? [] : [obstacle])],
      refused: findings.filter(({ code }) => code === 'tab-refused').map(sentenceOf),
      closed: [],
      closedWithoutRows: false,
    };
  }
  const reasons = asOfFinding === null ? missing : listedFindings([asOfFinding], headings);
  return { status: 'stopped', messages: reasons.length === 0 ? [NO_PLEDGE] : reasons.map(sentenceOf) };
}

/** `소통기록 탭 1행: '분류' 제목이 없어 …` */
function sentenceOf({ tab, cell, what, remedy }: ListedFinding): string {
  const place = cell.includes(':') ? `${cell.split(':')[0]}행` : cell;
  const where = [tab === '' ? '' : `${tab} 탭`, place].filter((part) => part !== '').join(' ');
  return where === '' ? `${what} ${remedy}` : `${where}: ${what} ${remedy}`;
}

/** @param takenOver rows that an earlier, interrupted run wrote but could not register; empty: none. */
export function outcomeOf(answer: RunAnswer, takenOver: string): string {
  const outcome = outcomeOfRun(answer);
  return takenOver === '' ? outcome : `${outcome} (끊긴 실행이 적어 둔 ${takenOver}을 이어받음)`;
}

function outcomeOfRun(answer: RunAnswer): string {
  if (answer.status === 'stopped') return `계산하지 못함: ${answer.messages.join(' ')}`;
  const left = [...answer.missing, ...answer.refused];
  if (left.length > 0) return `일부만 계산함: ${left.join(' ')}`;
  if (answer.closed.length === 0) return DONE;
  const unkept = answer.closedWithoutRows ? ` (${ROWS_NOT_KEPT})` : '';
  return `${DONE}, 월별기록에 ${answer.closed.map(monthName).join(', ')} 적음${unkept}`;
}

/** Whether the computed book has the pledge of this number. */
export function isOfPledge({ isOffice, isAskedFor, shown }: Book, number: string): boolean {
  if (isOffice) return isAskedFor;
  const own = shown?.computed.report?.pledge.number ?? null;
  return own !== null && pledgeKeysOf(own).some((key) => pledgeKeysOf(number).includes(key));
}

/** Said where nobody finds the pledge that was asked for. */
export function noSuchPledge(number: string, { isOffice, numbers }: Book): string {
  const asked = `'${shownBriefly(number)}'`;
  if (!isOffice) return `이 장부의 공약번호는 ${asked}이(가) 아닙니다. 공약번호 없이 다시 계산해 주세요.`;
  const nearest = nearestName(number, numbers);
  return `공약목록 탭에 공약번호 ${asked}이(가) 없습니다. ${nearest === null ? '공약목록 탭에서 번호를 확인해 주세요.' : `가장 비슷한 번호는 '${nearest}'입니다.`}`;
}
