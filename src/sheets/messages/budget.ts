/** Messages about planned and executed amounts. */
import type { BudgetProblem } from '../../domain/findings/budget.ts';
import type { BudgetTime } from '../../domain/records.ts';
import { budgetTimeName } from '../names.ts';
import { withCommas, won } from '../numbers.ts';
import { type Message, quoted, rowsNamed } from './wording.ts';

export function budgetMessage(problem: BudgetProblem): Message {
  switch (problem.code) {
    case 'budget-off-total-cost':
      return {
        what: `총사업비는 ${won(problem.totalCostWon)}인데 연도별 예산계획의 합은 ${won(problem.plannedWon)}입니다.`,
        remedy: '공약 탭의 총사업비와 예산계획 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'execution-without-plan':
      return {
        what:
          problem.plansUnread === 0
            ? `${budgetLine(problem)}에는 예산계획이 없는데 ${won(problem.executedWon)}을 집행했습니다.`
            : `${budgetLine(problem)}에 ${won(problem.executedWon)}을 집행했는데, 읽은 예산계획에는 없습니다. 예산계획 탭에 읽지 못한 행이 ${withCommas(problem.plansUnread)}행 있어 계획이 없다고는 할 수 없습니다.`,
        remedy:
          problem.plansUnread === 0
            ? '예산계획에 행을 더하거나 집행일과 재원을 확인해 주세요.'
            : '예산계획 탭에서 읽지 못한 행을 먼저 고쳐 주세요.',
      };
    case 'execution-above-plan':
      return {
        what: `${budgetLine(problem)}의 집행액 ${won(problem.executedWon)}이 계획 ${won(problem.plannedWon)}보다 많습니다.`,
        remedy: '금액의 단위와 예산계획을 확인해 주세요.',
      };
    case 'row-total-differs':
      return {
        what: `이 줄의 계는 ${won(problem.writtenWon)}인데 연도별 금액을 더하면 ${won(problem.sumWon)}입니다. 계는 더하지 않고 연도별 금액만 셉니다.`,
        remedy: '계와 연도별 금액 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'doubled-money':
      return {
        what: `${problem.firstRow}행과 재원·때·금액이 같습니다. 두 번 적었을 수 있으나 둘 다 더했습니다.`,
        remedy: '같은 것이면 한 행을 지워 주세요.',
      };
    case 'rows-told-apart':
      return {
        what: `재원과 연도가 같고 읽지 않는 칸만 다른 행을 모두 더했습니다(${rowsNamed(problem.rows)}). 한 계획을 두 번 더했을 수 있습니다.`,
        remedy:
          '한 계획이면 쓰는 행만 남겨 주세요. 사업마다 나눈 것이면 그 열의 제목을 세부사업으로 고쳐 주세요.',
      };
    case 'money-without-budget':
      return {
        what: `재원이 비예산인데 금액이 있습니다. ${won(problem.amountWon)}을 비예산이라는 재원의 돈으로 더했습니다.`,
        remedy: '쓰는 돈이면 재원의 이름을 고치고, 돈이 들지 않으면 금액을 비우거나 0으로 고쳐 주세요.',
      };
    case 'blank-execution':
      return {
        what: `${problem.year}년은 끝났고 계획은 ${won(problem.plannedWon)}인데 집행 기록이 하나도 없습니다. 0원인지 아직 적지 않은 것인지 알 수 없습니다.`,
        remedy: '쓴 돈이 없으면 예산집행에 0원인 행을 적고, 있으면 적어 주세요.',
      };
  }
}

function budgetLine({
  year,
  fundingSource,
}: {
  readonly year: BudgetTime | null;
  readonly fundingSource: string | null;
}): string {
  const when = year === null ? '전체' : typeof year === 'number' ? `${year}년` : budgetTimeName(year);
  return fundingSource === null ? when : `${when} 재원 ${quoted(fundingSource)}`;
}
