/** What each finding says to a clerk: what is the matter, and what to do. One exhaustive switch: a code without a text does not compile. */

import type { Direction, NextTab, PersonalDataKind, Place, Problem, Severity } from '../domain/finding.ts';
import type { StatedFigureKind } from '../domain/records.ts';
import type { FundingSource } from '../domain/words.ts';
import { longRunText, nearlyFullText } from './capacity-text.ts';
import { CLASSIFICATION_KINDS } from './input/classification.ts';
import { monthlyFigureName, monthlyFigureText } from './monthly-figures.ts';
import {
  fundingSourceName,
  fundingSources,
  handlingStatusNames,
  implementationStatuses,
  originName,
} from './names.ts';
import { percentText, withCommas, won } from './numbers.ts';
import { RETIRED_TAB } from './output/tabs.ts';
import { andParticle, objectParticle, subjectParticle, topicParticle, towardParticle } from './particles.ts';
import { shownBriefly } from './personal-data.ts';
import { shownDate } from './raw.ts';
import { adoptedRecordsText, brokenRecordsText } from './records-text.ts';
import { refusedText } from './refusal-text.ts';

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
  if (problem.code === 'date-in-the-future') return shownDate(problem.found);
  return 'found' in problem ? problem.found : '';
}

/**
 * @param place where the problem is, which says what became of the row, and which names are known there.
 * @param cells all the cells that have it, where one sentence is said of several.
 */
export function messageOf(problem: Problem, place: Place | null, cells: readonly string[] = []): Message {
  const leftOut = leftOutOf(place, cells);
  switch (problem.code) {
    case 'not-a-date':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 날짜로 읽을 수 없어 ${leftOut}.`,
        remedy: '2024. 3. 5.처럼 연·월·일을 적어 주세요.',
      };
    case 'impossible-date':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 달력에 없는 날이어서 ${leftOut}.`,
        remedy: '맞는 날짜로 고쳐 주세요.',
      };
    case 'date-without-year':
      return {
        what: `${quoted(problem.found)}에는 연도가 없어 ${leftOut}.`,
        remedy: '2024. 3. 5.처럼 연도까지 적어 주세요.',
      };
    case 'date-of-a-plan':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 계획의 시기를 적은 글이어서 실적의 날짜로 읽지 않았고, ${leftOut}.`,
        remedy: '실제로 있었던 날을 적거나, 계획이라면 향후계획 탭으로 옮겨 주세요.',
      };
    case 'date-before-term':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 공약이 시작되기(${shownDate(problem.from)}) 전이어서 ${leftOut}.`,
        remedy: '날짜를 확인하거나, 공약 탭의 시작연도를 확인해 주세요.',
      };
    case 'date-after-term':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 공약이 끝나는 ${shownDate(problem.to)}보다 뒤의 날짜입니다. 적힌 날짜대로 읽었습니다.`,
        remedy: '연도를 잘못 적지 않았는지, 공약 탭의 종료연도가 맞는지 확인해 주세요.',
      };
    case 'ambiguous-month':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 1월인지 10월인지 알 수 없어 ${leftOut}.`,
        remedy: '2024. 1월 또는 2024. 10월처럼 적어 주세요.',
      };
    case 'year-of-the-tab':
      return {
        what: `${quoted(problem.found)}에 연도가 없어 탭 제목의 연도로 보고 ${shownDate(problem.meant)}로 집계했습니다.`,
        remedy: '연도가 다르면 연도까지 적어 주세요.',
      };
    case 'several-days':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 여러 날에 걸친 일이어서 끝나는 날(${shownDate(problem.meant)})에 집계했습니다.`,
        remedy: '하루의 일이면 그날만 적어 주세요.',
      };
    case 'implausible-year':
      return {
        what: `${quoted(problem.found)}의 연도가 ${problem.from}년보다 앞서 공약의 해로 보지 않았고, ${leftOut}.`,
        remedy: '연도를 잘못 적지 않았는지 확인해 주세요.',
      };
    case 'date-before-plan':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 연차목표가 시작되는 ${problem.from}년보다 앞선 날짜입니다. 공약 탭의 시작연도가 비어 있어 그대로 집계했습니다.`,
        remedy: '연도를 확인하고, 공약 탭에 시작연도를 적어 주세요.',
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
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 월까지만 알 수 있어 그달이 끝나는 ${shownDate(problem.last)}부터 집계합니다.`,
        remedy: '날을 알면 2024. 3. 5.처럼 적어 주세요.',
      };
    case 'year-precision':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 연도까지만 알 수 있어 그해가 끝나는 ${shownDate(problem.last)}부터 집계합니다.`,
        remedy: '날을 알면 2024. 3. 5.처럼 적어 주세요.',
      };
    case 'not-a-count':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 수로 읽을 수 없어 ${leftOut}.`,
        remedy: '12처럼 숫자만 적어 주세요.',
      };
    case 'unit-of-another-kind':
      return {
        what: `${quoted(problem.found)}의 단위가 이 열과 맞지 않아 ${leftOut}. 적힌 수는 ${problem.hint}입니다.`,
        remedy: `이 열에 적을 수도 ${problem.hint}이면 숫자만 적고, 아니면 맞는 수로 고쳐 주세요.`,
      };
    case 'several-numbers':
      return {
        what: `${quoted(problem.found)}에 수가 여러 개 있어 ${leftOut}.`,
        remedy: '수를 하나씩 알맞은 열에 나누어 적어 주세요.',
      };
    case 'negative-count':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 음수여서 ${leftOut}.`,
        remedy: '잘못 센 것이라면 원래 행을 고쳐 주세요.',
      };
    case 'fractional-count':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 정수가 아니어서 ${leftOut}.`,
        remedy: '1, 2, 3처럼 세어 적어 주세요.',
      };
    case 'too-large':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 이 칸에 있기에는 너무 커서 ${leftOut}.`,
        remedy: '자릿수와 단위를 확인해 주세요.',
      };
    case 'approximate-count':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 어림수여서 약 ${withCommas(problem.meant)}${towardParticle(String(problem.meant))} 표시합니다.`,
        remedy: '정확한 수를 알면 숫자만 적어 주세요.',
      };
    case 'not-an-amount':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 금액으로 읽을 수 없어 ${leftOut}.`,
        remedy: '1,234,000처럼 숫자만 적어 주세요.',
      };
    case 'dash-for-an-amount':
      return {
        what: `${quoted(problem.found)}${subjectParticle(problem.found)} 0원인지 아직 모르는 것인지 알 수 없어 ${leftOut}.`,
        remedy: '쓴 돈이 없으면 0을 적고, 아직 모르면 비워 두세요.',
      };
    case 'not-whole-won':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 원 단위로 나누어떨어지지 않아 ${leftOut}.`,
        remedy: '원 단위까지의 금액을 적어 주세요.',
      };
    case 'negative-amount':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} 줄어든 금액(△${withCommas(-problem.meant)}원)으로 집계했습니다.`,
        remedy: '집행을 바로잡은 것이 아니면 부호를 지워 주세요.',
      };
    case 'unknown-name':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 모르는 이름이어서 ${leftOut}.${likeness(problem.nearest)}`,
        remedy: unknownNameRemedy(place),
      };
    case 'misspelt-name':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} ${quoted(problem.meant)}의 오타로 보고 집계했습니다${cells.length > 1 ? `(${cellsText(cells)})` : ''}.`,
        remedy: `${quoted(problem.meant)}${towardParticle(problem.meant)} 고쳐 주세요.`,
      };
    case 'not-a-year':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 연도로 읽을 수 없어 ${leftOut}.`,
        remedy: '2024처럼 네 자리로 적어 주세요.',
      };
    case 'year-outside-term':
      return {
        what: `${problem.found}년은 공약 탭의 기간(${yearSpan(problem)})에 들지 않습니다. 이 행도 그대로 썼습니다.`,
        remedy: '연도를 확인하거나, 공약 탭의 시작연도와 종료연도를 확인해 주세요.',
      };
    case 'not-a-mark':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 일정 표시로 읽을 수 없어 계획으로 보지 않았습니다.`,
        remedy: '추진하는 분기에는 ■를 적고, 아니면 비워 두세요.',
      };
    case 'required-blank':
      return {
        what: `꼭 있어야 하는 칸이 비어 있어 ${leftOut}.`,
        remedy: '값을 적어 주세요. 아직 모르면 그대로 두어도 되며, 그동안은 더하지 않습니다.',
      };
    case 'error-value':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 수식의 오류여서 ${leftOut}.`,
        remedy: '수식을 고치거나 값을 바로 적어 주세요.',
      };
    case 'missing-tab':
      return {
        what: `${quoted(problem.tabName)} 탭이 없어 이 탭이 필요한 결과를 만들지 못했습니다.${likeness(problem.nearest)}`,
        remedy: `${quoted(problem.tabName)} 탭을 만들거나, 이름이 바뀌었으면 되돌려 주세요.`,
      };
    case 'missing-heading':
      return {
        what: `${quoted(problem.heading)} 제목이 없어 이 탭을 읽지 못했습니다.${likeness(problem.nearest)}`,
        remedy: `제목 행에 ${quoted(problem.heading)} 열을 만들거나, 제목을 그렇게 고쳐 주세요.`,
      };
    case 'nothing-typed':
      return NEXT_STEPS[problem.next];
    case 'doubled-heading':
      return {
        what: `${quoted(problem.heading)} 제목이 두 번 있어 왼쪽 열만 읽었습니다.`,
        remedy: '쓰지 않는 열의 제목을 바꾸어 주세요.',
      };
    case 'unread-column':
      return {
        what: `${problem.found === '' ? '제목이 빈 이 열' : `${quoted(problem.found)} 열`}은 무엇인지 알 수 없어 읽지 않았습니다. ${
          problem.nearest === null
            ? `이 탭에 없는 제목은 ${listed(problem.missing)}입니다.`
            : `이 탭에 없는 제목 가운데 ${quoted(problem.nearest)}일 수 있습니다.`
        }`,
        remedy:
          problem.nearest === null
            ? '그 가운데 하나이면 제목을 그렇게 고쳐 주세요. 따로 보려고 둔 열이면 그대로 두어도 됩니다.'
            : `같은 것이면 제목을 ${quoted(problem.nearest)}${towardParticle(problem.nearest)} 고쳐 주세요. 아니면 그대로 두어도 됩니다.`,
      };
    case 'unused-columns':
      return {
        what: `공약장부가 읽지 않는 열이 있습니다(${listed(problem.columns)}). 적힌 내용은 어느 숫자에도 들어가지 않습니다.`,
        remedy: '따로 보려고 둔 열이면 그대로 두어도 됩니다.',
      };
    case 'output-tab-not-ours':
      return {
        what: `${quoted(problem.tabName)} 탭은 공약장부가 만든 것이 아니어서 손대지 않았고, 이 결과를 쓰지 않았습니다.`,
        remedy: '그 탭의 이름을 바꾼 뒤 다시 계산해 주세요.',
      };
    case 'tab-refused':
      return refusedText(problem);
    case 'unknown-setting':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 공약장부가 쓰지 않는 항목입니다.${likeness(problem.nearest)}`,
        remedy: '항목 이름을 확인해 주세요. 메모라면 그대로 두어도 됩니다.',
      };
    case 'doubled-setting':
      return {
        what: `${quoted(problem.found)} 항목이 두 번 있어 위의 것만 썼습니다.`,
        remedy: '하나만 남겨 주세요.',
      };
    case 'foreign-time-zone':
      return { what: foreignZoneText(problem.zone), remedy: FOREIGN_ZONE_REMEDY };
    case 'unknown-progress-kind':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 모르는 추진구분이어서, 목표를 이루면 끝나는 공약으로 보았습니다.`,
        remedy: '목표를 이룬 뒤에도 이어 가는 공약이면 지속 또는 계속으로, 아니면 완료로 적어 주세요.',
      };
    case 'term-reversed':
      return {
        what: `시작연도(${problem.startYear}년)가 종료연도(${problem.endYear}년)보다 뒤입니다.`,
        remedy: '두 연도 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'doubled-name':
      if (problem.firstRow !== null) {
        return {
          what: `${quoted(problem.found)}${subjectParticle(problem.found)} ${problem.firstRow}행에 이미 있어 이 행을 쓰지 않았습니다.`,
          remedy: '두 행을 하나로 합쳐 주세요.',
        };
      }
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 다른 행의 이름이나 별칭이기도 해서 그 행의 것으로 읽었습니다.`,
        remedy: '한 행에만 남겨 주세요.',
      };
    case 'undecidable-date':
      return {
        what: `기준일(${shownDate(problem.asOf)})이 ${shownDate(problem.first)}~${shownDate(problem.last)} 사이에 있어 기준일 전의 일인지 알 수 없고, ${leftOut}.`,
        remedy: '날을 알면 2024. 3. 5.처럼 적어 주세요.',
      };
    case 'date-in-the-future':
      return {
        what: `${shownDate(problem.found)}은 오늘(${shownDate(problem.today)})보다 뒤의 날짜입니다. 기준일이 그날보다 앞이면 집계하지 않고, 그날이거나 뒤이면 집계합니다.`,
        remedy: '이미 있었던 일이면 날짜를 고치고, 계획이면 향후계획 탭에 적어 주세요.',
      };
    case 'no-category':
      return {
        what: '분류가 비어 있어 미분류로 집계했습니다.',
        remedy: '분류를 골라 주세요.',
      };
    case 'count-in-text':
      return {
        what: `글에 ${quoted(problem.found)}${objectParticle(problem.found)} 적었는데 ${place?.tab === 'suggestions' ? '건수' : '횟수'}가 비어 있어 1로 집계했습니다.`,
        remedy: `한 행이 여러 ${place?.tab === 'suggestions' ? '건' : '번'}이면 ${place?.tab === 'suggestions' ? '건수' : '횟수'}에 숫자를 적어 주세요. 하나이면 1을 적어 두면 분명합니다.`,
      };
    case 'doubled-receipt-number':
      return {
        what: `접수번호 ${quoted(problem.found)}${subjectParticle(problem.found)} ${problem.firstRow}행에 이미 있어 ${leftOut}.`,
        remedy: '같은 건의이면 한 행을 지우고, 다른 건의이면 접수번호를 고쳐 주세요.',
      };
    case 'doubled-year':
      return {
        what: `${problem.found}년이 ${problem.firstRow}행에 이미 있어 이 행을 쓰지 않았습니다.`,
        remedy: '연도마다 한 행만 남겨 주세요.',
      };
    case 'plan-ends-off-target':
      return {
        what: `최종목표는 ${withCommas(problem.finalTarget)}인데 마지막 해(${problem.year}년)의 누적목표는 ${withCommas(problem.planned)}입니다.`,
        remedy: '공약 탭의 최종목표와 연차목표 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'yearly-targets':
      return {
        what: `연차목표를 모두 더하면 최종목표 ${withCommas(problem.finalTarget)}${subjectParticle(String(problem.finalTarget))} 됩니다. 그해까지의 목표가 아니라 해마다의 목표를 적은 것으로 보입니다. 지금은 마지막 해의 누적목표를 ${withCommas(problem.planned)}${towardParticle(String(problem.planned))} 읽었습니다.`,
        remedy:
          '연차목표 탭의 누적목표에는 그해까지의 목표를 모두 더한 수를 적어 주세요. 20, 30이면 20, 50입니다.',
      };
    case 'plan-falls':
      return {
        what: `${problem.year}년 누적목표 ${withCommas(problem.planned)}${subjectParticle(String(problem.planned))} ${problem.yearBefore}년의 ${withCommas(problem.plannedBefore)}보다 작습니다.`,
        remedy: '그해까지의 목표를 모두 더한 수를 적어 주세요.',
      };
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
    case 'blank-execution':
      return {
        what: `${problem.year}년은 끝났고 계획은 ${won(problem.plannedWon)}인데 집행 기록이 하나도 없습니다. 0원인지 아직 적지 않은 것인지 알 수 없습니다.`,
        remedy: '쓴 돈이 없으면 예산집행에 0원인 행을 적고, 있으면 적어 주세요.',
      };
    case 'plan-missed':
      return {
        what: `${problem.year}년 말 누적목표는 ${withCommas(problem.planned)}인데 기록된 누적 실적은 ${withCommas(problem.held)}입니다.`,
        remedy: '빠진 기록이 없는지 확인해 주세요. 빠진 것이 없으면 목표에 못 미친 것입니다.',
      };
    case 'plan-outrun':
      return {
        what: `${problem.year}년 누적목표는 ${withCommas(problem.planned)}인데 ${problem.yearBefore}년 말에 이미 ${withCommas(problem.held)}에 이르렀습니다.`,
        remedy: '실적이 맞으면 목표를 올릴지 검토해 주세요.',
      };
    case 'scheduled-quarter-missed':
      return {
        what: `${quarterName(problem)}에 하기로 한 ${quoted(problem.name)}의 기록이 없습니다.`,
        remedy: '열었으면 소통기록에 적어 주세요. 열지 않았으면 그대로 두어도 됩니다.',
      };
    case 'held-early':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정보다 이른 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'held-late':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정보다 늦은 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'held-unplanned':
      return {
        what: `${quoted(problem.name)}${topicParticle(problem.name)} 일정에 없는 ${quarterName(problem)}에 열렸습니다.`,
        remedy: '날짜와 분류가 맞으면 그대로 두어도 됩니다.',
      };
    case 'mark-after-term':
      return {
        what: `${quoted(problem.name)}의 ${quarterName(problem)} 일정은 임기가 끝난(${shownDate(problem.termEnd)}) 뒤입니다.`,
        remedy: '임기 뒤의 계획이 맞는지 확인해 주세요.',
      };
    case 'category-without-schedule':
      return {
        what: `${quoted(problem.found)} 분류의 소통을 열었는데 추진일정에 그 줄이 없습니다.`,
        remedy: '분류 탭의 추진일정 열에 그 줄의 이름을 적거나, 일정에 없는 소통이면 그대로 두세요.',
      };
    case 'schedule-without-category':
      return {
        what: `추진일정의 ${quoted(problem.found)} 줄에 속하는 분류가 없어 계획과 실적을 견줄 수 없습니다.`,
        remedy: '분류 탭에서 그 줄에 속하는 분류의 추진일정 열에 이름을 적어 주세요.',
      };
    case 'unknown-schedule-row':
      return {
        what: `추진일정 탭에 ${quoted(problem.found)} 줄이 없습니다.${likeness(problem.nearest)}`,
        remedy: '추진일정 탭에 있는 이름으로 고쳐 주세요.',
      };
    case 'shifted-schedule-row':
      return {
        what: `한 칸 밀림 의심: ${quoted(problem.found)} 줄의 표시는 실제로 연 분기와 하나도 맞지 않고, ${oppositeSide(problem.direction)}으로 한 칸 옮기면 모두 맞습니다.`,
        remedy: '원본과 견주어 표시가 한 칸 밀렸는지 확인해 주세요.',
      };
    case 'doubled-meeting':
      return {
        what: `${problem.firstRow}행과 날짜·분류·장소가 같습니다. 같은 소통을 두 번 적었을 수 있으나 둘 다 집계했습니다.`,
        remedy: '같은 소통이면 한 행을 지워 주세요.',
      };
    case 'people-without-meeting':
      return {
        what: `횟수는 0인데 만난 사람(단체)은 ${withCommas(problem.people)}입니다.`,
        remedy: '횟수에 넣을 소통이면 횟수를 적어 주세요.',
      };
    case 'more-sites-than-meetings':
      return {
        what: `횟수는 ${withCommas(problem.held)}인데 찾은 곳은 ${withCommas(problem.sites)}개소입니다. 하나는 개소를, 하나는 횟수를 센 것일 수 있습니다.`,
        remedy: '횟수와 개소 가운데 무엇을 세는지 확인해 주세요.',
      };
    case 'text-names-another-year':
      return {
        what: `${problem.year}년으로 집계한 행의 글에 ${problem.named}년의 날짜가 적혀 있습니다.`,
        remedy: '해마다 행을 나누어 적거나 날짜를 확인해 주세요.',
      };
    case 'copied-meetings':
      return {
        what: `${problem.year}년의 분류별 횟수가 ${problem.yearBefore}년과 모두 같습니다(합계 ${withCommas(problem.total)}).`,
        remedy: '지난해의 것을 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
    case 'handled-before-received':
      return {
        what: `처리일(${shownDate(problem.handled)})이 접수일(${shownDate(problem.received)})보다 앞섭니다.`,
        remedy: '두 날짜 가운데 틀린 쪽을 고쳐 주세요.',
      };
    case 'completed-without-date':
      return {
        what: '완료인데 처리일이 없어, 지난 기준일에 이미 완료였는지 알 수 없습니다.',
        remedy: '처리일을 적어 주세요.',
      };
    case 'suggestions-without-status':
      return {
        what: `${originName(problem)}의 건의 ${withCommas(problem.total)}건 가운데 ${withCommas(problem.count)}건에 처리상황이 없습니다.`,
        remedy: '처리상황을 적어 주세요.',
      };
    case 'suggestions-open-long':
      return {
        what: `${originName(problem)}의 건의 ${withCommas(problem.count)}건이 ${withCommas(problem.limit)}일 넘게 끝나지 않았습니다(가장 오래된 것은 ${withCommas(problem.days)}일).`,
        remedy: '처리상황을 새로 확인해 주세요.',
      };
    case 'copied-total':
      return {
        what: `${originName(problem)}의 건의가 ${withCommas(problem.total)}건으로, ${problem.yearBefore}년과 똑같습니다.`,
        remedy: '지난해의 수를 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
    case 'copied-breakdown': {
      const other = originName({ year: problem.otherYear, origin: problem.otherOrigin });
      return {
        what: `${originName(problem)}의 처리상황별 건수가 ${other}${andParticle(other)} 모두 같습니다(합계 ${withCommas(problem.total)}건).`,
        remedy: '다른 표를 그대로 옮긴 것이 아닌지 확인해 주세요.',
      };
    }
    case 'stated-figure-differs':
      return {
        what: `적힌 ${STATED_NAMES[problem.figure]}${topicParticle(STATED_NAMES[problem.figure])} ${statedValue(problem.figure, problem.stated)}인데, 행에서 계산하면 ${statedValue(problem.figure, problem.computed)}입니다.${
          problem.reachedIn === null ? '' : ` 적힌 값은 ${problem.reachedIn}년 말의 것입니다.`
        }`,
        remedy: '이 칸은 비워 두어도 됩니다. 행에서 계산해 결과 탭에 적습니다.',
      };
    case 'subtotal-differs': {
      const amount = (value: number) =>
        place?.tab === 'budgetPlans' || place?.tab === 'executions' ? won(value) : withCommas(value);
      const written = amount(problem.written);
      const ofGroup = problem.ofGroup === null ? '' : `이고 이 묶음만 더하면 ${amount(problem.ofGroup)}`;
      return {
        what: `${quoted(problem.found)} 행에는 ${written}${subjectParticle(written)} 적혀 있는데, 행을 모두 더하면 ${amount(problem.computed)}${ofGroup}입니다.`,
        remedy:
          '빠지거나 두 번 적힌 행, 집계에서 뺀 행이 없는지 확인해 주세요. 합계 행은 더하지 않으니 지워도 됩니다.',
      };
    }
    case 'shifted-row':
      return {
        what: `한 칸 밀림 의심: 이 행은 ${oppositeSide(problem.direction)}으로 한 칸 옮기면 읽을 수 있습니다. 지금은 집계하지 않았습니다.`,
        remedy: `칸을 ${oppositeSide(problem.direction)}으로 한 칸 옮겨 주세요.`,
      };
    case 'shifted-headings':
      return {
        what: `한 칸 밀림 의심: 제목을 ${oppositeSide(problem.direction)}으로 한 칸 옮기면 ${withCommas(problem.rows)}행을 모두 읽을 수 있습니다. 지금은 집계하지 않았습니다.`,
        remedy: `제목 행을 ${oppositeSide(problem.direction)}으로 한 칸 옮기고 빠진 제목을 채워 주세요.`,
      };
    case 'merged-label':
      return {
        what: `${problem.firstRow}행과 합쳐진 칸이어서 ${quoted(problem.found)}${objectParticle(problem.found)} 이 행에도 썼습니다.`,
        remedy: '칸 합치기를 풀고 행마다 적어 두면 분명합니다.',
      };
    case 'merged-number':
      return {
        what: `${problem.firstRow}행과 합쳐진 숫자 칸이어서 이 행의 몫을 알 수 없고, ${leftOut}.`,
        remedy: '칸 합치기를 풀고 행마다 숫자를 적어 주세요.',
      };
    case 'hidden-rows':
      return {
        what: '숨긴 행이 있습니다(필터로 감춘 행 포함). 숨긴 행도 모두 집계했습니다.',
        remedy: '보이는 행만 세려면 필요 없는 행을 지우거나 다른 탭으로 옮겨 주세요.',
      };
    case 'hidden-rows-unknown':
      return {
        what: '이번에는 숨긴 행이 있는지 세지 못했습니다. 숨긴 행이 있어도 모두 집계했습니다.',
        remedy:
          '다시 계산해도 이 말이 나오면 실행기록 탭에 걸린 보호(자물쇠)나 데이터 확인 규칙을 풀어 주세요.',
      };
    case 'nearly-full':
      return nearlyFullText(problem);
    case 'long-run':
      return longRunText(problem);
    case 'rows-folded-away':
      return {
        what: `${RETIRED_TAB} 탭에 ${problem.lastYear === null ? '지난 해' : `${problem.lastYear}년까지`}의 행을 접어 둔 줄이 있습니다. 공약장부는 이제 이 탭을 세지 않으므로, 접은 뒤에 지운 행은 어느 숫자에도 들어 있지 않습니다.`,
        remedy: `지운 행을 그때 만든 사본에서 다시 붙이거나, ${RETIRED_TAB} 탭의 줄을 보고 소통기록·건의사항·예산집행에 합친 행으로 적어 주세요. 그다음에, 지운 행이 없으면 바로, ${RETIRED_TAB} 탭을 지우거나 이름을 바꾸어 주세요.`,
      };
    case 'mixed-units':
      return {
        what: `이 열에 단위가 섞여 있습니다(${problem.units.join(', ')}). 칸마다 적힌 단위대로 원으로 바꾸어 더했습니다.`,
        remedy: '한 단위로 고치고 제목에 단위를 적어 주세요.',
      };
    case 'unit-not-named':
      return {
        what: `제목에도 칸에도 단위가 없어 ${problem.unit} 단위로 읽었습니다.`,
        remedy: `제목을 금액(${problem.unit})처럼 단위와 함께 적어 주세요.`,
      };
    case 'mixed-percent':
      return {
        what: '비율을 어떤 칸에는 글(54%)로, 어떤 칸에는 수(0.54)로 적었습니다. 둘 다 읽었습니다.',
        remedy: '한 가지로 적어 주세요.',
      };
    case 'not-a-percent':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 비율로 읽을 수 없어 ${leftOut}.`,
        remedy: '54%처럼 적거나 비워 두세요.',
      };
    case 'damaged-record':
      return damagedRecord(problem);
    case 'suggestions-renamed':
      return {
        what: `접수번호나 내용, 접수일이 바뀐 것으로 보이는 건의가 ${withCommas(problem.rows)}행 있습니다. 여기가 그 첫 행입니다. ${shownDate(problem.firstSeen)} 전의 처리상황은 알 수 없어, 그 전 기준일에는 기준일 당시 미상으로 셉니다.`,
        remedy:
          '잘못 고쳤으면 접수번호와 내용을 되돌린 뒤 다시 계산해 주세요. 처리일을 적어 두면 그날부터의 처리상황은 알 수 있습니다.',
      };
    case 'records-broken':
      return brokenRecordsText(problem);
    case 'records-adopted':
      return adoptedRecordsText(problem);
    case 'past-month-changed': {
      const name = monthlyFigureName(problem.figure);
      const value = (number: number | null) => monthlyFigureText(problem.figure, number, '');
      const others =
        problem.lastMonth === problem.month
          ? ''
          : ` ${monthName(problem.lastMonth)}까지의 기록도 같은 만큼 다릅니다.`;
      return {
        what: `${monthName(problem.month)} 기록의 ${name}${topicParticle(name)} ${value(problem.frozen)}인데, 지금 그 날짜로 다시 계산하면 ${value(problem.now)}입니다.${others}`,
        remedy:
          '지난달과 비교에서 움직인 행을 보고, 잘못 고친 행이면 되돌려 주세요. 늦게 적은 행이면 그대로 두세요. 기록은 바뀌지 않습니다.',
      };
    }
    case 'personal-data':
      return {
        what: `이 칸에 ${PERSONAL_DATA_NAMES[problem.kind]}로 보이는 것이 있습니다.`,
        remedy: '공약 점검에 필요하지 않은 개인정보는 지워 주세요.',
      };
  }
}

function damagedRecord({ damage, rows, month }: Extract<Problem, { code: 'damaged-record' }>): Message {
  switch (damage) {
    case 'unreadable':
      return {
        what: `프로그램이 적은 기록 가운데 ${withCommas(rows)}행을 읽을 수 없어 쓰지 않았습니다. 여기가 그 첫 행입니다.`,
        remedy: RESTORE,
      };
    case 'altered':
      return {
        what: `${monthName(month)} 기록이 적힌 뒤에 바뀌어 쓰지 않았습니다.`,
        remedy: RESTORE,
      };
    case 'doubled':
      return {
        what: `${monthName(month)} 기록이 두 번 있어 먼저 있는 행만 썼습니다.`,
        remedy: '두 행이 다르면 버전 기록에서 어느 쪽이 맞는지 확인하고, 틀린 행을 지워 주세요.',
      };
    case 'rows-differ':
      return {
        what: `${monthName(month)} 내역이 적힌 뒤에 바뀌어 이 달은 행끼리 비교할 수 없습니다. 기록된 숫자는 그대로 씁니다.`,
        remedy: RESTORE,
      };
  }
}

const RESTORE =
  '이 탭은 고치지 말아 주세요. 파일 > 버전 기록에서 바뀌기 전의 내용을 찾아 되돌리면 다시 읽습니다.';

/** `2024-03` as `2024년 3월`. */
function monthName(month: string | null): string {
  return month === null ? '' : `${Number(month.slice(0, 4))}년 ${Number(month.slice(5, 7))}월`;
}

/** What became of the row that a cell was flagged in, or of the rows of several cells. */
function leftOutOf(place: Place | null, cells: readonly string[]): string {
  if (cells.length > 1) return `${withCommas(cells.length)}행(${cellsText(cells)})을 집계하지 않았습니다`;
  switch (place?.tab) {
    case 'pledge':
      return '이 항목을 쓰지 않았습니다';
    case 'classification':
      return '이 행을 쓰지 않았습니다';
    default:
      return '이 행을 집계하지 않았습니다';
  }
}

/** Which names are known stands in 분류 for some columns, and cannot be changed for the others. */
function unknownNameRemedy(place: Place | null): string {
  switch (place?.field) {
    case 'fundingSource':
      return oneOf(fundingSources.names);
    case 'kind':
      return oneOf(Object.values(CLASSIFICATION_KINDS));
    case 'status':
      return `같은 것이면 분류 탭의 그 처리상황 옆 별칭에 더하고, 아니면 ${listed(STATUS_NAMES)} 가운데 하나로 고쳐 주세요.`;
    case 'name':
      return `처리상황은 새로 만들 수 없습니다. 이름에는 ${listed(STATUS_NAMES)} 가운데 하나를 적고, 이 말은 그 옆 별칭에 적어 주세요.`;
    case 'value':
      return `이행구분은 ${listed(implementationStatuses.names)} 가운데, 비율 처리는 절사, 반올림 가운데 하나로 적어 주세요.`;
    default:
      return '사이드바의 점검에서 분류에 더하기를 누르거나, 분류 탭에 새 행으로 적어 주세요. 같은 것을 다르게 부른 것이면 그 이름 옆 별칭에 더하면 됩니다.';
  }
}

/** More cells than these are counted only. */
const CELLS_SHOWN = 10;

/** `B3, B7, B9 외 12곳` */
export function cellsText(cells: readonly string[]): string {
  const shown = cells.slice(0, CELLS_SHOWN).join(', ');
  const more = cells.length - CELLS_SHOWN;
  return more > 0 ? `${shown} 외 ${withCommas(more)}곳` : shown;
}

const NEXT_STEPS: Readonly<Record<NextTab, Message>> = {
  pledge: {
    what: '아직 적은 것이 없습니다.',
    remedy: '공약 탭의 값 열에 공약명과 최종목표부터 적어 주세요.',
  },
  targets: { what: '아직 적은 목표가 없습니다.', remedy: '연차목표 탭에 연도마다 누적목표를 적어 주세요.' },
  meetings: {
    what: '아직 적은 기록이 없습니다.',
    remedy: '소통기록 탭에 있었던 일을 한 줄에 하나씩 적어 주세요.',
  },
};

const STATUS_NAMES = handlingStatusNames.map(({ name }) => name);

function oneOf(names: readonly string[]): string {
  return `${listed(names)} 가운데 하나로 고쳐 주세요.`;
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}

const STATED_NAMES: Record<StatedFigureKind, string> = {
  cumulativeMeetings: '누적실적',
  implementationPercent: '이행률',
  suggestionCount: '건의건수',
  executedWon: '집행액',
  executionPercent: '집행률',
};

const PERSONAL_DATA_NAMES: Record<PersonalDataKind, string> = {
  'resident-number': '주민등록번호',
  'passport-number': '여권번호',
  'account-number': '계좌번호',
  'mobile-number': '휴대전화 번호',
  'phone-number': '전화번호',
  'e-mail': '이메일 주소',
};

function statedValue(figure: StatedFigureKind, value: number): string {
  switch (figure) {
    case 'executedWon':
      return won(value);
    case 'implementationPercent':
    case 'executionPercent':
      return percentText(value);
    default:
      return withCommas(value);
  }
}

function budgetLine({
  year,
  fundingSource,
}: {
  readonly year: number | null;
  readonly fundingSource: FundingSource | null;
}): string {
  const when = year === null ? '전체' : `${year}년`;
  return fundingSource === null ? when : `${when} 재원 ${quoted(fundingSourceName(fundingSource))}`;
}

function quarterName({ year, quarter }: { readonly year: number; readonly quarter: number }): string {
  return `${year}년 ${quarter}분기`;
}

/** `2022년~2026년`; what is not known is left open. */
function yearSpan({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  return `${from === null ? '' : `${from}년`}~${to === null ? '' : `${to}년`}`;
}

function oppositeSide(direction: Direction): string {
  return direction === 'left' ? '오른쪽' : '왼쪽';
}

/** What a time zone of another country does, in 점검 and wherever a month is about to be closed. */
export function foreignZoneText(zone: string): string {
  return `이 스프레드시트의 시간대가 한국이 아니라 ${zone}입니다. 오늘과 지난달을 그곳의 시각으로 정하므로 한국의 날짜와 다를 수 있습니다.`;
}

export const FOREIGN_ZONE_REMEDY = '파일 > 설정에서 시간대를 (GMT+09:00) 서울로 바꾼 뒤 다시 계산해 주세요.';

/** More of a text than this nobody needs to find it again. */
const LONGEST_QUOTATION = 50;

/** A text that begins with an apostrophe ('24. 3. 5.) would seem to be quoted twice. */
function quoted(text: string): string {
  const shown = shownBriefly(text, LONGEST_QUOTATION);
  return shown.includes("'") ? `“${shown}”` : `'${shown}'`;
}

function likeness(nearest: string | null): string {
  return nearest === null ? '' : ` 가장 비슷한 이름은 ${quoted(nearest)}입니다.`;
}
