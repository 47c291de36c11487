/** Messages about tabs, headings, rows and settings. */

import type { Place } from '../../domain/finding.ts';
import type { NextTab, TabProblem } from '../../domain/findings/tab.ts';
import type { StatedFigureKind } from '../../domain/records.ts';
import { percentText, withCommas, won } from '../numbers.ts';
import { RETIRED_TAB } from '../output/tabs.ts';
import { objectParticle, subjectParticle, topicParticle, towardParticle } from '../particles.ts';
import { shownDate } from '../raw.ts';
import { longRunText, nearlyFullText } from './capacity-text.ts';
import { refusedText } from './refusal-text.ts';
import {
  likeness,
  listed,
  listedBriefly,
  type Message,
  oppositeSide,
  quoted,
  rowNamed,
  rowsNamed,
} from './wording.ts';

export function tabMessage(problem: TabProblem, place: Place | null, leftOut: string): Message {
  /** The heading of the amounts in this tab. */
  const amount = place?.tab === 'pledgeList' ? '총사업비' : '금액';
  switch (problem.code) {
    case 'missing-tab':
      return {
        what: `${quoted(problem.tabName)} 탭이 없어 이 탭이 필요한 결과를 만들지 못했습니다.${likeness(problem.nearest)}`,
        remedy: `${quoted(problem.tabName)} 탭을 만들거나, 이름이 바뀌었으면 되돌려 주세요.`,
      };
    case 'renamed-tab':
      return {
        what: `${quoted(problem.tabName)} 탭은 없고, 이름이 비슷한 ${problem.others.map(quoted).join(', ')} 탭은 읽지 않았습니다.`,
        remedy: `그 탭에 적은 것을 세려면 탭 이름을 ${quoted(problem.tabName)}${towardParticle(problem.tabName)} 고쳐 주세요.`,
      };
    case 'unread-copy':
      return {
        what: `${quoted(problem.tabName)} 탭만 읽었고, 이름이 비슷한 ${problem.others.map(quoted).join(', ')} 탭은 읽지 않았습니다.`,
        remedy: `거기에만 적은 행이 있으면 ${quoted(problem.tabName)} 탭으로 옮겨 주세요. 보관해 둔 것이면 그대로 두어도 됩니다.`,
      };
    case 'missing-heading':
      return {
        what: `${quoted(problem.heading)} 제목이 없어 이 탭을 읽지 못했습니다.${likeness(problem.nearest)}`,
        remedy: `제목 행에 ${quoted(problem.heading)} 열을 만들거나, 제목을 그렇게 고쳐 주세요.`,
      };
    case 'nothing-typed':
      return NEXT_STEPS[problem.next];
    case 'year-beside-years':
      return {
        what: `연도마다 열이 있는 표에 ${quoted(problem.found)} 열도 있어 어느 쪽이 맞는지 알 수 없습니다. 이 탭을 읽지 않았습니다.`,
        remedy: '연도마다 한 열씩 두거나 연도마다 한 행씩 두어, 한 가지로만 적어 주세요.',
      };
    case 'funds-across':
      return {
        what: '재원이 옆으로 나란히 놓인 표여서 이 탭을 읽지 않았습니다.',
        remedy:
          '재원마다 한 행, 연도마다 한 열이 되도록, 첫 행에 재원, 2022, 2023을, 그 아래에 국비, 10, 20처럼 적어 주세요. 연도가 왼쪽에 있는 표는 복사하여 행/열을 바꾸어 붙이면 됩니다.',
      };
    case 'doubled-tab':
      return {
        what: `이름이 띄어쓰기나 대소문자만 다른 탭이 있습니다. ${quoted(problem.read)} 탭만 읽었고, ${problem.others.map(quoted).join(', ')} 탭은 읽지 않았습니다.`,
        remedy: '한 탭으로 합치거나, 읽지 않을 탭의 이름을 바꾸어 주세요.',
      };
    case 'words-for-a-value':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 숫자가 아니어서 목표로 세지 않았습니다.`,
        remedy: '숫자 목표가 있으면 숫자로 적고, 말로 된 계획이면 추진일정 탭에 적어 주세요.',
      };
    case 'results-in-plan':
      if (place?.tab !== 'budgetPlans') {
        return {
          what: `실적을 적은 표는 계획으로 세지 않았습니다(${rowsNamed(problem.rows)}).`,
          remedy: '실적은 소통기록이나 실적기록 탭에 적어 주세요. 이 표는 그대로 두어도 됩니다.',
        };
      }
      return {
        what: `집행액, 비율, 누계처럼 한 재원의 계획이 아닌 것은 세지 않았습니다(${listedBriefly([
          ...problem.rows.map(rowNamed),
          ...problem.columns.map((column) => `${column} 열`),
        ])}).${(problem.counted ?? []).map((kind) => COUNTED[kind]).join('')}`,
        remedy: '집행액은 예산집행 탭에 적어 주세요. 이 표에는 그대로 두어도 됩니다.',
      };
    case 'yearly-rows-aside':
      return {
        what: `누적목표가 따로 있어, 연도마다의 목표는 세지 않았습니다(${rowsNamed(problem.rows)}).`,
        remedy: '그대로 두어도 됩니다. 연차목표에는 그해 말까지의 누적목표만 셉니다.',
      };
    case 'yearly-rows-alone':
      return {
        what: `해마다의 목표로 보이고 누적목표가 따로 없어 세지 않았습니다(${rowsNamed(problem.rows)}).`,
        remedy:
          '그해 말까지의 목표를 모두 더한 수를 누적목표로 적어 주세요. 이미 더한 수이면 이름을 누적목표로 고치고, 연도끼리 더한 계는 지워 주세요.',
      };
    case 'year-not-told':
      return {
        what: `어느 연도인지 알 수 없는 열이 있습니다(${listed(problem.columns)}). 이 열에 적힌 값은 세지 않았습니다.`,
        remedy:
          '한 연도의 열이면 제목을 2024년처럼 고치고, 여러 연도를 합친 열이면 연도마다 나누어 적어 주세요. 셀 것이 아니면 그대로 두어도 됩니다.',
      };
    case 'table-not-read':
      return {
        what: '이 행부터 제목이 다른 표가 또 있는데, 제목을 알 수 없어 아래 행들을 읽지 않았습니다.',
        remedy:
          '이 표의 제목 행을 맨 위 표의 제목과 같은 말로 고치거나, 맨 위 표에 옮겨 적어 주세요. 여러 공약이면 표마다 공약번호 열이 있어야 합니다.',
      };
    case 'doubled-heading':
      return {
        what:
          problem.read === undefined || problem.read === problem.heading
            ? `${quoted(problem.heading)} 제목이 두 번 있어 왼쪽 열만 읽었습니다.`
            : `${quoted(problem.heading)} 열과 ${quoted(problem.read)} 열은 같은 때의 것이어서 ${quoted(problem.read)} 열만 읽었습니다.`,
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
    case 'stated-figure-differs':
      return {
        what: `적힌 ${STATED_NAMES[problem.figure]}${topicParticle(STATED_NAMES[problem.figure])} ${statedValue(problem.figure, problem.stated)}인데, 행에서 계산하면 ${statedValue(problem.figure, problem.computed)}입니다.${
          problem.reachedIn === null ? '' : ` 적힌 값은 ${problem.reachedIn}년 말의 것입니다.`
        }`,
        remedy:
          place?.tab === 'planChanges'
            ? '이 공약의 이행률은 행에서 계산합니다. 공약변경에 적은 이행률의 행은 지워도 됩니다.'
            : '이 칸은 비워 두어도 됩니다. 행에서 계산해 결과 탭에 적습니다.',
      };
    case 'subtotal-differs': {
      const isMoney =
        place?.tab === 'budgetPlans' || place?.tab === 'executions' || place?.field === 'totalCostWon';
      const isCount = place?.tab === 'pledgeList' && !isMoney;
      const amount = (value: number) => (isMoney ? won(value) : `${withCommas(value)}${isCount ? '건' : ''}`);
      const added = isCount ? '공약을 모두 세면' : '행을 모두 더하면';
      const written = amount(problem.written);
      const ofGroup = problem.ofGroup === null ? '' : `이고 이 묶음만 더하면 ${amount(problem.ofGroup)}`;
      return {
        what: `${quoted(problem.found)} 행에는 ${written}${subjectParticle(written)} 적혀 있는데, ${added} ${amount(problem.computed)}${ofGroup}입니다.`,
        remedy:
          '빠지거나 두 번 적힌 행, 집계에서 뺀 행이 없는지 확인해 주세요. 합계 행은 더하지 않으니 지워도 됩니다.',
      };
    }
    case 'total-of-none':
      return {
        what: `${quoted(problem.found)} 행의 ${withCommas(problem.written)}${topicParticle(String(problem.written))} 이 열의 어느 값과도, 값들을 더한 수와도 다릅니다.`,
        remedy: '틀린 쪽을 고쳐 주세요. 합계 행은 더하지 않으니 지워도 됩니다.',
      };
    case 'total-with-day':
      return {
        what: `${quoted(problem.found)} 행에는 날짜가 있지만, 다른 행들을 더한 수와 같아 합계로 보고 더하지 않았습니다.`,
        remedy:
          "합계이면 날짜를 지우고 '합계'라고만 적어 주세요. 자료이면 합계로 읽히는 말을 다른 말로 고쳐 주세요.",
      };
    case 'total-counted':
      return {
        what: `${quoted(problem.found)} 행은 합계처럼 보이지만, 날짜가 있고 다른 행들의 합계인지 알 수 없어 자료로 더했습니다.`,
        remedy:
          "합계이면 날짜를 지우고 '합계'라고만 적어 주세요. 끝자리를 맞춘 합계나 읽지 못한 행까지 더한 합계도 그렇습니다. 자료이면 합계로 읽히는 말을 다른 말로 고쳐 주세요.",
      };
    case 'shifted-row':
      return {
        what: `한 칸 밀림 의심: 이 행은 ${oppositeSide(problem.direction)}으로 한 칸 옮기면 읽을 수 있습니다. 지금은 집계하지 않았습니다.`,
        remedy: `칸을 ${oppositeSide(problem.direction)}으로 한 칸 옮겨 주세요.`,
      };
    case 'note-with-values':
      return {
        what: '※로 시작하는 행에 숫자나 날짜가 있습니다. 지금은 집계하지 않았습니다.',
        remedy: '자료이면 ※를 지우고 빈칸을 채워 주세요. 메모이면 한 칸에 모아 적어 주세요.',
      };
    case 'shifted-headings':
      return {
        what: `한 칸 밀림 의심: 제목을 ${oppositeSide(problem.direction)}으로 한 칸 옮기면 ${withCommas(problem.rows)}행을 모두 읽을 수 있습니다. 지금은 집계하지 않았습니다.`,
        remedy: `제목 행을 ${oppositeSide(problem.direction)}으로 한 칸 옮기고 빠진 제목을 채워 주세요.`,
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
    case 'mixed-units': {
      const others = problem.units.slice(0, -1).join(', ');
      const unit = problem.units[problem.units.length - 1] ?? '';
      return problem.found === undefined
        ? {
            what: `단위를 적은 칸(${others})과 적지 않은 칸이 섞여 있어, 적지 않은 칸은 ${unit} 단위로 읽었습니다.`,
            remedy: `제목을 금액(${unit})처럼 단위와 함께 적거나, 칸마다 단위를 적어 주세요.`,
          }
        : {
            what: `${quoted(problem.found)}에는 단위가 없어 ${unit} 단위로 읽었습니다. 이 열의 다른 칸에는 다른 단위(${others})가 적혀 있습니다.`,
            remedy: `맞는 단위를 함께 적어 주세요. ${unit}${subjectParticle(unit)} 맞으면 ${quoted(`${problem.found}${unit}`)}이라고 적습니다.`,
          };
    }
    case 'unit-not-named':
      return {
        what: `제목에도 칸에도 단위가 없어 ${problem.unit} 단위로 읽었습니다.`,
        remedy: `제목을 ${amount}(${problem.unit})처럼 단위와 함께 적거나, 표 위에 (단위: ${problem.unit})이라고 적어 주세요.`,
      };
    case 'several-units': {
      const [above = ''] = problem.units;
      return problem.units.length === 1
        ? {
            what: `표 위의 단위(${above})와 제목의 단위가 달라 제목대로 ${problem.readAs} 단위로 읽었습니다.`,
            remedy: `표 위의 단위를 지우거나, 제목을 ${amount}(${above})처럼 고쳐 주세요.`,
          }
        : {
            what: `표 위에 단위가 둘 이상(${problem.units.join(', ')}) 적혀 있어 어느 것도 쓰지 않고 ${problem.readAs} 단위로 읽었습니다.`,
            remedy: `이 표의 단위만 남기거나, 제목을 ${amount}(${problem.readAs})처럼 단위와 함께 적어 주세요.`,
          };
    }
    case 'unit-below':
      return {
        what: `제목과 따로 적은 단위(${problem.units.join(', ')})는 쓰지 않고, 금액을 ${problem.readAs} 단위로 읽었습니다.`,
        remedy: `맞는 단위를 ${amount}(${problem.units[0] ?? ''})처럼 제목에 적고, 이런 줄은 모두 지워 주세요. 이 아래 표만 다르면 그 위에 제목을 그 단위로 한 번 더 적어 주세요.`,
      };
    case 'end-of-built-in': {
      const list = problem.list === 'statuses' ? '처리상황' : '이행구분';
      return problem.isEnd
        ? {
            what: `처리 칸에 끝이라고 적혀 있어 ${list} ${quoted(problem.found)}${objectParticle(problem.found)} 끝난 것으로 셉니다.`,
            remedy: '그렇게 세려는 것이 아니면 처리 칸을 비워 주세요.',
          }
        : {
            what: `${list} ${quoted(problem.found)}${topicParticle(problem.found)} 늘 끝난 것으로 세므로 처리 칸의 진행을 쓰지 않았습니다.`,
            remedy: `처리 칸을 비워 주세요. 끝나지 않은 것에는 다른 ${list}${objectParticle(list)} 적어 주세요.`,
          };
    }
  }
}

const COUNTED = {
  after: ' 변경 전과 변경 후가 함께 있어 변경 후만 셌습니다.',
  yearly: ' 연간과 누적이 함께 있어 연간만 셌습니다.',
} as const;

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
  results: {
    what: '아직 적은 실적이 없습니다.',
    remedy:
      '실적기록 탭에 일자와 값을 한 줄에 하나씩 적어 주세요. 탭이 없으면 메뉴 공약장부 → 설정 → 탭 더하기를 누르면 생깁니다.',
  },
};

const STATED_NAMES: Record<StatedFigureKind, string> = {
  cumulativeMeetings: '누적실적',
  implementationPercent: '이행률',
  suggestionCount: '건의건수',
  executedWon: '집행액',
  executionPercent: '집행률',
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

/** Says what a foreign time zone does. Shown in 점검 and before a month is closed. */
export function foreignZoneText(zone: string): string {
  return `이 스프레드시트의 시간대가 한국이 아니라 ${zone}입니다. 오늘과 지난달을 그곳의 시각으로 정하므로 한국의 날짜와 다를 수 있습니다.`;
}

export const FOREIGN_ZONE_REMEDY = '파일 > 설정에서 시간대를 (GMT+09:00) 서울로 바꾼 뒤 다시 계산해 주세요.';
