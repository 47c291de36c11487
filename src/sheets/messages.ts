/** What each finding says to a clerk: what is the matter, and what to do. One exhaustive switch: a code without a text does not compile. */
import type { Problem, Severity } from '../domain/finding.ts';
import { shownDate } from './raw.ts';

export interface Message {
  readonly what: string;
  readonly remedy: string;
}

const SEVERITY_NAMES: Record<Severity, string> = { error: '오류', warning: '경고', notice: '알림' };

export function severityName(severity: Severity): string {
  return SEVERITY_NAMES[severity];
}

/** The text of the cell that a problem is about, as it was found; empty where it is about no single text. */
export function foundText(problem: Problem): string {
  return 'found' in problem ? problem.found : '';
}

export function messageOf(problem: Problem): Message {
  switch (problem.code) {
    case 'not-a-date':
      return {
        what: `${quoted(problem.found)}은(는) 날짜로 읽을 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '2024. 3. 5. 처럼 연·월·일을 적어 주세요.',
      };
    case 'impossible-date':
      return {
        what: `${quoted(problem.found)}은(는) 달력에 없는 날이어서 이 행을 집계하지 않았습니다.`,
        remedy: '맞는 날짜로 고쳐 주세요.',
      };
    case 'date-without-year':
      return {
        what: `${quoted(problem.found)}에는 연도가 없어 이 행을 집계하지 않았습니다.`,
        remedy: '2024. 3. 5. 처럼 연도까지 적어 주세요.',
      };
    case 'date-of-a-plan':
      return {
        what: `${quoted(problem.found)}은(는) 계획의 시기를 적은 글이어서 실적의 날짜로 읽지 않았고, 이 행을 집계하지 않았습니다.`,
        remedy: '실제로 있었던 날을 적거나, 계획이라면 향후계획 탭으로 옮겨 주세요.',
      };
    case 'date-before-term':
      return {
        what: `${quoted(problem.found)}은(는) 공약이 시작되기(${shownDate(problem.from)}) 전이어서 이 행을 집계하지 않았습니다.`,
        remedy: '날짜를 확인하거나, 공약 탭의 시작연도를 확인해 주세요.',
      };
    case 'ambiguous-month':
      return {
        what: `${quoted(problem.found)}은(는) 1월인지 10월인지 알 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '2024. 1월 또는 2024. 10월 처럼 적어 주세요.',
      };
    case 'year-of-the-tab':
      return {
        what: `${quoted(problem.found)}에 연도가 없어 탭 제목의 연도로 보고 ${shownDate(problem.meant)}로 집계했습니다.`,
        remedy: '연도가 다르면 연도까지 적어 주세요.',
      };
    case 'two-digit-year':
      return {
        what: `${quoted(problem.found)}의 연도가 두 자리여서 ${shownDate(problem.meant)}로 읽었습니다.`,
        remedy: '연도를 네 자리로 적어 두면 분명합니다.',
      };
    case 'weekday-mismatch':
      return {
        what: `${quoted(problem.found)}의 요일이 달력과 다릅니다. 날짜를 믿고 ${shownDate(problem.meant)}로 집계했습니다.`,
        remedy: '날짜와 요일 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'month-precision':
      return {
        what: `${quoted(problem.found)}은(는) 월까지만 알 수 있어 그달이 끝나는 ${shownDate(problem.last)}부터 집계합니다.`,
        remedy: '날을 알면 2024. 3. 5. 처럼 적어 주세요.',
      };
    case 'year-precision':
      return {
        what: `${quoted(problem.found)}은(는) 연도까지만 알 수 있어 그해가 끝나는 ${shownDate(problem.last)}부터 집계합니다.`,
        remedy: '날을 알면 2024. 3. 5. 처럼 적어 주세요.',
      };
    case 'not-a-count':
      return {
        what: `${quoted(problem.found)}은(는) 수로 읽을 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '12 처럼 숫자만 적어 주세요.',
      };
    case 'unit-of-another-kind':
      return {
        what: `${quoted(problem.found)}의 단위가 이 열과 맞지 않아 이 행을 집계하지 않았습니다. 글 안에는 ${problem.hint}이(가) 있습니다.`,
        remedy: `이 열의 수가 ${problem.hint}이(가) 맞으면 숫자만 적어 주세요.`,
      };
    case 'several-numbers':
      return {
        what: `${quoted(problem.found)}에 수가 여러 개 있어 이 행을 집계하지 않았습니다.`,
        remedy: '수를 하나씩 알맞은 열에 나누어 적어 주세요.',
      };
    case 'negative-count':
      return {
        what: `${quoted(problem.found)}은(는) 음수여서 이 행을 집계하지 않았습니다.`,
        remedy: '잘못 센 것이라면 원래 행을 고쳐 주세요.',
      };
    case 'fractional-count':
      return {
        what: `${quoted(problem.found)}은(는) 정수가 아니어서 이 행을 집계하지 않았습니다.`,
        remedy: '1, 2, 3 처럼 세어 적어 주세요.',
      };
    case 'too-large':
      return {
        what: `${quoted(problem.found)}은(는) 이 칸에 있기에는 너무 커서 집계하지 않았습니다.`,
        remedy: '자릿수와 단위를 확인해 주세요.',
      };
    case 'approximate-count':
      return {
        what: `${quoted(problem.found)}은(는) 어림수여서 약 ${counted(problem.meant)}(으)로 표시합니다.`,
        remedy: '정확한 수를 알면 숫자만 적어 주세요.',
      };
    case 'not-an-amount':
      return {
        what: `${quoted(problem.found)}은(는) 금액으로 읽을 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '1,234,000 처럼 숫자만 적어 주세요.',
      };
    case 'dash-for-an-amount':
      return {
        what: `${quoted(problem.found)}이(가) 0원인지 아직 모르는 것인지 알 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '쓴 돈이 없으면 0을 적고, 아직 모르면 비워 두세요.',
      };
    case 'unit-against-heading':
      return {
        what: `${quoted(problem.found)}의 단위가 제목의 단위(${problem.heading})와 달라 이 행을 집계하지 않았습니다.`,
        remedy: `${problem.heading} 단위로 바꾼 숫자만 적어 주세요.`,
      };
    case 'not-whole-won':
      return {
        what: `${quoted(problem.found)}은(는) 원 단위로 나누어떨어지지 않아 이 행을 집계하지 않았습니다.`,
        remedy: '원 단위까지의 금액을 적어 주세요.',
      };
    case 'negative-amount':
      return {
        what: `${quoted(problem.found)}을(를) 줄어든 금액(△${counted(-problem.meant)}원)으로 집계했습니다.`,
        remedy: '집행을 바로잡은 것이 아니면 부호를 지워 주세요.',
      };
    case 'unknown-name':
      return {
        what: `${quoted(problem.found)}은(는) 모르는 이름이어서 집계하지 않았습니다.${likeness(problem.nearest)}`,
        remedy: '같은 것이면 분류 탭의 그 이름 옆 별칭에 더하고, 새것이면 분류 탭에 새 행으로 적어 주세요.',
      };
    case 'misspelt-name':
      return {
        what: `${quoted(problem.found)}을(를) ${quoted(problem.meant)}의 오타로 보고 집계했습니다.`,
        remedy: `${quoted(problem.meant)}(으)로 고쳐 주세요.`,
      };
    case 'not-a-year':
      return {
        what: `${quoted(problem.found)}은(는) 연도로 읽을 수 없어 이 행을 집계하지 않았습니다.`,
        remedy: '2024 처럼 네 자리로 적어 주세요.',
      };
    case 'not-a-mark':
      return {
        what: `${quoted(problem.found)}은(는) 일정 표시로 읽을 수 없어 계획으로 보지 않았습니다.`,
        remedy: '추진하는 분기에는 ■를 적고, 아니면 비워 두세요.',
      };
    case 'required-blank':
      return {
        what: '꼭 있어야 하는 칸이 비어 있어 이 행을 집계하지 않았습니다.',
        remedy: '값을 적어 주세요. 아직 모르면 그대로 두어도 되며, 그동안은 더하지 않습니다.',
      };
    case 'error-value':
      return {
        what: `${quoted(problem.found)}은(는) 수식의 오류여서 집계하지 않았습니다.`,
        remedy: '수식을 고치거나 값을 바로 적어 주세요.',
      };
    case 'missing-tab':
      return {
        what: `${quoted(problem.tabName)} 탭이 없어 이 탭이 필요한 결과를 만들지 못했습니다.`,
        remedy: `${quoted(problem.tabName)} 탭을 만들거나, 이름이 바뀌었으면 되돌려 주세요.`,
      };
    case 'missing-heading':
      return {
        what: `${quoted(problem.heading)} 제목이 없어 이 탭을 읽지 못했습니다.${likeness(problem.nearest)}`,
        remedy: `제목 행에 ${quoted(problem.heading)} 열을 만들거나, 제목을 그렇게 고쳐 주세요.`,
      };
    case 'doubled-heading':
      return {
        what: `${quoted(problem.heading)} 제목이 두 번 있어 왼쪽 열만 읽었습니다.`,
        remedy: '쓰지 않는 열의 제목을 바꾸어 주세요.',
      };
    case 'output-tab-not-ours':
      return {
        what: `${quoted(problem.tabName)} 탭은 공약장부가 만든 것이 아니어서 손대지 않았고, 이 결과를 쓰지 않았습니다.`,
        remedy: '그 탭의 이름을 바꾼 뒤 다시 계산해 주세요.',
      };
    case 'unknown-setting':
      return {
        what: `${quoted(problem.found)}은(는) 공약장부가 쓰지 않는 항목입니다.${likeness(problem.nearest)}`,
        remedy: '항목 이름을 확인해 주세요. 메모라면 그대로 두어도 됩니다.',
      };
    case 'doubled-setting':
      return {
        what: `${quoted(problem.found)} 항목이 두 번 있어 위의 것만 썼습니다.`,
        remedy: '하나만 남겨 주세요.',
      };
    case 'doubled-name':
      return {
        what: `${quoted(problem.found)}이(가) 두 번 있어 위의 것만 썼습니다.`,
        remedy: '하나만 남기고, 다른 이름은 별칭에 모아 주세요.',
      };
    case 'undecidable-date':
      return {
        what: `기준일(${shownDate(problem.asOf)})이 ${shownDate(problem.first)}~${shownDate(problem.last)} 사이에 있어 기준일 전의 일인지 알 수 없고, 이 행을 집계하지 않았습니다.`,
        remedy: '날을 알면 2024. 3. 5. 처럼 적어 주세요.',
      };
    case 'date-in-the-future':
      return {
        what: `${shownDate(problem.found)}은(는) 오늘(${shownDate(problem.today)})보다 뒤여서 집계하지 않았습니다.`,
        remedy: '이미 있었던 일이면 날짜를 고치고, 계획이면 향후계획 탭에 적어 주세요.',
      };
    case 'no-category':
      return {
        what: '분류가 비어 있어 미분류로 집계했습니다.',
        remedy: '분류를 골라 주세요.',
      };
    case 'doubled-receipt-number':
      return {
        what: `접수번호 ${quoted(problem.found)}이(가) ${problem.firstRow}행에 이미 있어 이 행을 집계하지 않았습니다.`,
        remedy: '같은 건의이면 한 행을 지우고, 다른 건의이면 접수번호를 고쳐 주세요.',
      };
    case 'doubled-year':
      return {
        what: `${quoted(problem.found)}년이 ${problem.firstRow}행에 이미 있어 이 행을 쓰지 않았습니다.`,
        remedy: '연도마다 한 행만 남겨 주세요.',
      };
    case 'plan-ends-off-target':
      return {
        what: `최종목표는 ${counted(problem.finalTarget)}인데 마지막 해(${problem.year}년)의 누적목표는 ${counted(problem.planned)}입니다.`,
        remedy: '공약 탭의 최종목표와 연차목표 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'plan-falls':
      return {
        what: `${problem.year}년 누적목표 ${counted(problem.planned)}이(가) ${problem.yearBefore}년의 ${counted(problem.plannedBefore)}보다 작습니다.`,
        remedy: '그해까지의 목표를 모두 더한 수를 적어 주세요.',
      };
    case 'budget-off-total-cost':
      return {
        what: `총사업비는 ${won(problem.totalCostWon)}인데 연도별 예산계획의 합은 ${won(problem.plannedWon)}입니다.`,
        remedy: '공약 탭의 총사업비와 예산계획 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'execution-without-plan':
      return {
        what: `${problem.year}년에는 예산계획이 없는데 ${won(problem.executedWon)}을 집행했습니다.`,
        remedy: '예산계획에 그해의 행을 더하거나 집행일을 확인해 주세요.',
      };
    case 'execution-above-plan':
      return {
        what: `${problem.year}년 집행액 ${won(problem.executedWon)}이 계획 ${won(problem.plannedWon)}보다 많습니다.`,
        remedy: '금액의 단위와 예산계획을 확인해 주세요.',
      };
  }
}

/** `1234567` as `1,234,567`. */
export function counted(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function won(amount: number): string {
  return amount < 0 ? `△${counted(-amount)}원` : `${counted(amount)}원`;
}

function quoted(text: string): string {
  return `'${text}'`;
}

function likeness(nearest: string | null): string {
  return nearest === null ? '' : ` 가장 비슷한 이름은 ${quoted(nearest)}입니다.`;
}
