/** Messages about cells that could not be read, or were not read as typed. */

import { yearOf } from '../../domain/date.ts';
import type { Place } from '../../domain/finding.ts';
import type { CellProblem, PersonalDataKind } from '../../domain/findings/cell.ts';
import { INPUT_TAB_NAMES } from '../input/tabs.ts';
import { percentText, withCommas } from '../numbers.ts';
import { objectParticle, subjectParticle, topicParticle, towardParticle } from '../particles.ts';
import { shownDate } from '../raw.ts';
import { cellsText, likeness, listed, listedBriefly, type Message, oneOf, quoted } from './wording.ts';

const LESS_PRECISE = '날을 모르면 2024. 3월처럼, 달도 모르면 2024년처럼 적습니다.';
/** A text in a column of days that may be the title of a year: 2025년 소통 실적. */
const NAMES_A_YEAR = /(?:19|20)\d{2}\s*년.*[가-힣]/;

export function cellMessage(
  problem: CellProblem,
  place: Place | null,
  leftOut: string,
  cells: readonly string[],
): Message {
  switch (problem.code) {
    case 'not-a-date':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 날짜로 읽을 수 없어 ${leftOut}.`,
        remedy: NAMES_A_YEAR.test(problem.found)
          ? '날짜이면 2024. 3. 5.처럼 연·월·일을, 제목이면 2024년처럼 연도만 적어 주세요.'
          : `2024. 3. 5.처럼 연·월·일을 적어 주세요.${place?.tab === 'pledge' ? '' : ` ${LESS_PRECISE}`}`,
      };
    case 'impossible-date':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 달력에 없는 날이어서 ${leftOut}.`,
        remedy: '맞는 날짜로 고쳐 주세요.',
      };
    case 'date-without-year':
      return {
        what: `${quoted(problem.found)}에는 연도가 없어 ${leftOut}.`,
        remedy: '2024. 3. 5.처럼 연도까지 적어 주세요. 날을 모르면 2024. 3월처럼 적습니다.',
      };
    case 'year-of-either':
      return {
        what: `${quoted(problem.found)}에는 연도가 없는데 제목은 ${problem.titleYear}년이고 위 ${problem.rowAbove}행은 ${problem.yearAbove}년이어서, 어느 해인지 알 수 없어 ${leftOut}.`,
        remedy: `${problem.titleYear}. 3. 5.나 ${problem.yearAbove}. 3. 5.처럼 연도까지 적어 주세요. 아래가 모두 ${problem.yearAbove}년이면 그 위에 ${problem.yearAbove}년이라고만 적은 행을 넣어도 됩니다.`,
      };
    case 'date-of-a-plan':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 어느 날이나 어느 달의 일인지 알 수 없어 ${leftOut}.`,
        remedy: `있었던 날을 2024. 3. 5.처럼 적어 주세요. ${LESS_PRECISE}${/예정/.test(problem.found) ? ' 아직 하지 않은 일이면 향후계획 탭에 적습니다.' : ''}`,
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
    case 'ambiguous-day':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 숫자여서 끝의 0이 없어졌을 수 있습니다. ${shownDate(problem.either)}인지 ${shownDate(problem.or)}인지 알 수 없어 ${leftOut}.`,
        remedy: `${shownDate(problem.either)} 또는 ${shownDate(problem.or)}처럼 연·월·일을 적어 주세요.`,
      };
    case 'year-of-the-tab':
      return {
        what: `${quoted(problem.found)}에 연도가 없어 탭 제목의 연도로 보고 ${shownDate(problem.meant)}로 읽었습니다.`,
        remedy: '연도가 다르면 연도까지 적어 주세요.',
      };
    case 'year-not-shown': {
      const year = yearOf(problem.meant);
      return {
        what: `${quoted(problem.found)}에 보이지 않는 연도는 ${year}년인데 탭 제목은 ${problem.tabYear}년입니다. ${shownDate(problem.meant)}로 읽었습니다.`,
        remedy: `${problem.tabYear}년의 일이면 연도까지 적고, ${year}년이 맞으면 연도가 보이는 서식으로 바꾸어 주세요.`,
      };
    }
    case 'years-not-shown':
      return {
        what: `날짜 ${withCommas(problem.cells)}칸에 연도가 보이지 않습니다. 칸에 든 대로 ${problem.years.join(', ')}년으로 읽었습니다.`,
        remedy: '연도가 보이는 날짜 서식으로 바꾸어 확인해 주세요.',
      };
    case 'serial-for-a-date':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} 날짜를 세는 수로 보고 ${shownDate(problem.meant)}로 읽었습니다.`,
        remedy: '그날이 맞으면 서식 → 숫자 → 날짜로 바꾸고, 아니면 다시 적어 주세요.',
      };
    case 'several-days':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 여러 날에 걸친 일이어서 끝나는 날(${shownDate(problem.meant)})의 일로 읽었습니다.`,
        remedy: '하루의 일이면 그날만 적어 주세요.',
      };
    case 'implausible-year':
      if (problem.typedYear !== undefined) {
        return {
          what: `${quoted(problem.found)}${topicParticle(problem.found)} ${problem.typedYear}${subjectParticle(String(problem.typedYear))} 칸의 날짜 서식 때문에 바뀐 것으로 보입니다. ${leftOut.replace(/^이/, '그래서 이')}.`,
          remedy: `연도만 적으려면 ${problem.typedYear}년처럼 년을 붙여 적어 주세요.`,
        };
      }
      return {
        what: `${quoted(problem.found)}의 연도가 ${problem.from}년보다 앞서 공약의 해로 보지 않았고, ${leftOut}.`,
        remedy: '연도를 잘못 적지 않았는지 확인해 주세요.',
      };
    case 'date-before-plan':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 연차목표가 시작되는 ${problem.from}년보다 앞선 날짜입니다. 공약 탭의 시작연도가 비어 있어 그대로 읽었습니다.`,
        remedy: '연도를 확인하고, 공약 탭에 시작연도를 적어 주세요.',
      };
    case 'two-digit-year':
      return {
        what: `${quoted(problem.found)}의 연도가 두 자리여서 ${shownDate(problem.meant)}로 읽었습니다.`,
        remedy: '연도를 네 자리로 적어 두면 분명합니다.',
      };
    case 'weekday-mismatch':
      return {
        what: `${quoted(problem.found)}의 요일이 달력과 다릅니다. 날짜를 믿고 ${shownDate(problem.meant)}로 읽었습니다.`,
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
    case 'percent-for-a-count':
      return {
        what: `백분율 서식 때문에 ${quoted(problem.found)}로 보이는 칸을 ${problem.readAs}${towardParticle(String(problem.readAs))} 읽었습니다.`,
        remedy: '서식 → 숫자 → 자동으로 바꾸고, 수가 맞는지 확인해 주세요.',
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
    case 'not-a-value':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 값으로 읽을 수 없어 ${leftOut}.`,
        remedy: '12 또는 12.5처럼 숫자만, 또는 12.5km처럼 지표의 단위와 함께 적어 주세요.',
      };
    case 'dash-for-a-value':
      return {
        what: `${quoted(problem.found)}만으로는 값이 없는지 0인지 알 수 없어 ${leftOut}.`,
        remedy: `0이면 0을 적고, 값이 없으면 ${holdsOnlyThis(place) ? '이 행을 지워' : '이 칸을 비워'} 주세요.`,
      };
    case 'too-many-decimals':
      return {
        what: `${quoted(problem.found)}의 소수 자릿수가 다섯을 넘어 ${leftOut}.`,
        remedy: '소수점 아래 다섯 자리까지 적어 주세요. 반올림은 대신 하지 않습니다.',
      };
    case 'unit-of-another-indicator':
      return {
        what: `${quoted(problem.found)}의 단위가 이 지표의 단위(${problem.unit === null ? '적지 않음' : quoted(problem.unit)})와 달라 ${leftOut}.`,
        remedy:
          problem.unit === null
            ? '지표의 단위에 이 단위를 적거나, 값에서 단위를 지워 주세요.'
            : '값을 지표의 단위로 고치거나, 지표의 단위를 확인해 주세요.',
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
    case 'percent-for-an-amount':
      return {
        what: `금액이 아니라 비율(${quoted(problem.found)})이어서 ${leftOut}.`,
        remedy: '백분율 서식이 걸려 있으면 서식 → 숫자 → 자동으로 바꾸고, 금액을 다시 적어 주세요.',
      };
    case 'not-whole-won':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 원 단위로 나누어떨어지지 않아 ${leftOut}.`,
        remedy: '원 단위까지의 금액을 적어 주세요.',
      };
    case 'negative-amount':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} 줄어든 금액(△${withCommas(-problem.meant)}원)으로 읽었습니다.`,
        remedy: '집행을 바로잡은 것이 아니면 부호를 지워 주세요.',
      };
    case 'marked-negative':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} 음수(${withCommas(problem.meant)})로 읽었습니다.`,
        remedy: '줄어든 값이 맞으면 그대로 두세요. 아니면 괄호나 세모를 지우고 숫자만 적어 주세요.',
      };
    case 'unknown-name':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 모르는 이름이어서 ${leftOut}.${likeness(problem.nearest)}`,
        remedy: unknownNameRemedy(problem, place),
      };
    case 'not-one-fund':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 한 재원의 ${place?.tab === 'executions' ? '집행액' : '계획'}이 아니어서 ${leftOut}.`,
        remedy: '재원마다 한 행씩 나누고, 재원 칸에는 국비처럼 재원의 이름만 적어 주세요.',
      };
    case 'misspelt-name':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} ${quoted(problem.meant)}의 오타로 보고 읽었습니다${cells.length > 1 ? `(${cellsText(cells)})` : ''}.`,
        remedy: `${quoted(problem.meant)}${towardParticle(problem.meant)} 고쳐 주세요.`,
      };
    case 'not-a-year':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 연도로 읽을 수 없어 ${leftOut}.`,
        remedy: '2024처럼 네 자리로 적어 주세요.',
      };
    case 'year-outside-term':
      return {
        what: `${problem.found}년은 공약 탭의 기간(${yearSpan(problem)})에 들지 않습니다. ${place?.tab === 'budgetPlans' ? `이 해의 금액은 ${problem.from !== null && Number(problem.found) < problem.from ? '기투자' : '임기후'}로 셉니다.` : '이 행도 그대로 썼습니다.'}`,
        remedy: '연도를 확인하거나, 공약 탭의 시작연도와 종료연도를 확인해 주세요.',
      };
    case 'not-digits':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 소수 자릿수로 읽을 수 없어 쓰지 않았습니다.`,
        remedy: `0부터 ${problem.most}까지 가운데 하나를 적거나 비워 두세요.`,
      };
    case 'not-a-mark':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 일정 표시로 읽을 수 없어 계획으로 보지 않았습니다.`,
        remedy: '추진하는 분기에는 ■를 적고, 아니면 비워 두세요.',
      };
    case 'another-pledge':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 이 장부의 공약(${listedBriefly([problem.pledge])})이 아닌 다른 공약의 번호여서 ${leftOut}.`,
        remedy: '이 공약의 행이면 번호를 고치고, 다른 공약의 행이면 그 공약의 장부로 옮겨 주세요.',
      };
    case 'several-pledges':
      return {
        what: `공약번호 열에 여러 공약의 번호(${listedBriefly(problem.numbers)})가 있고 공약 탭에는 번호가 없어, 어느 공약의 장부인지 알 수 없습니다. 그래서 ${leftOut}.`,
        remedy: '공약 탭의 공약번호에 이 장부의 공약번호를 적어 주세요.',
      };
    case 'no-pledge-number':
      return {
        what: `공약번호가 비어 있어 어느 공약의 행인지 알 수 없습니다. 그래서 ${leftOut}.`,
        remedy: `${INPUT_TAB_NAMES.pledgeList} 탭에 있는 공약번호를 적어 주세요.`,
      };
    case 'year-of-number':
      return {
        what: `날짜(${problem.found})로 바뀐 공약번호를 ${quoted(problem.readAs)}${towardParticle(problem.readAs)} 읽었습니다.`,
        remedy: `${quoted(problem.other)} 같은 다른 번호이면 서식 → 숫자 → 일반 텍스트로 바꾼 뒤 다시 적어 주세요.`,
      };
    case 'not-a-pledge-number':
      return {
        what: `공약번호 칸에 ${quoted(problem.found)}만 있어 ${leftOut}.`,
        remedy: '공약번호를 적어 주세요.',
      };
    case 'unknown-pledge':
      if (problem.fits !== undefined) {
        return {
          what: `${quoted(problem.found)}${topicParticle(problem.found)} ${INPUT_TAB_NAMES.pledgeList} 탭의 ${listed(problem.fits)} 가운데 어느 공약인지 알 수 없어 ${leftOut}.`,
          remedy: '칸의 서식을 일반 텍스트로 바꾸고 번호를 다시 적어 주세요.',
        };
      }
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} ${INPUT_TAB_NAMES.pledgeList} 탭에 없는 공약번호여서 ${leftOut}.${likeness(problem.nearest)}`,
        remedy: `번호를 고치거나, 새 공약이면 ${INPUT_TAB_NAMES.pledgeList} 탭에 더해 주세요.`,
      };
    case 'zero-lost':
      return {
        what: `숫자 ${quoted(problem.found)}${objectParticle(problem.found)} ${quoted(problem.pledge)}의 번호로 읽었습니다. 숫자 칸에는 끝의 0이 남지 않아 ${quoted(problem.other)}의 번호였을 수도 있습니다${cells.length > 1 ? `(${cellsText(cells)})` : ''}.`,
        remedy: `칸의 서식을 일반 텍스트로 바꾸고 ${quoted(problem.pledge)}인지 ${quoted(problem.other)}인지 다시 적어 주세요.`,
      };
    case 'name-of-another-pledge':
      return {
        what: `공약번호는 ${quoted(problem.pledge)}인데 공약명은 ${quoted(problem.other)}의 이름(${problem.found})입니다. 번호를 따라 ${quoted(problem.pledge)}의 행으로 집계했습니다${cells.length > 1 ? `(${cellsText(cells)})` : ''}.`,
        remedy: `${quoted(problem.pledge)}의 행이면 공약명을, ${quoted(problem.other)}의 행이면 공약번호를 고쳐 주세요.`,
      };
    case 'required-blank':
      if (place?.tab === 'pledgeList' && place.field === 'number') {
        return { what: `공약번호가 비어 있어 ${leftOut}.`, remedy: '공약번호를 적어 주세요.' };
      }
      if (place?.tab === 'planChanges' && (place.field === 'before' || place.field === 'after')) {
        return {
          what: `꼭 있어야 하는 칸이 비어 있어 ${leftOut}.`,
          remedy: '값을 적어 주세요. 값이 없었거나 없앴으면 -를 적어 주세요.',
        };
      }
      return {
        what: `꼭 있어야 하는 칸이 비어 있어 ${leftOut}.`,
        remedy: '값을 적어 주세요. 아직 모르면 그대로 두어도 되며, 그동안은 더하지 않습니다.',
      };
    case 'error-value':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 수식의 오류여서 ${leftOut}.`,
        remedy: '수식을 고치거나 값을 바로 적어 주세요.',
      };
    case 'unknown-schedule-row':
      return {
        what: `추진일정 탭에 ${quoted(problem.found)} 줄이 없습니다.${likeness(problem.nearest)}`,
        remedy: '추진일정 탭에 있는 이름으로 고쳐 주세요.',
      };
    case 'share-for-percent':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} ${percentText(problem.readAs)}로 읽었습니다.`,
        remedy: `${percentText(problem.share)}이면 ${percentText(problem.share)}로, ${problem.found}%이면 ${problem.found}%로 %까지 적어 주세요.`,
      };
    case 'repeated-label':
      return {
        what: `${quoted(problem.found)}${objectParticle(problem.found)} ${problem.row}행의 ${quoted(problem.meant)}${towardParticle(problem.meant)} 읽었습니다.`,
        remedy: '행을 정렬하거나 끼워 넣으면 뜻이 달라지니, 이름을 적어 두면 분명합니다.',
      };
    case 'nothing-to-repeat':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 위와 같다는 뜻이지만 바로 위에 옮겨 올 이름이나 날짜가 없어 ${leftOut}.`,
        remedy: '이 칸에 이름이나 날짜를 적어 주세요.',
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
    case 'merged-across':
      return {
        what: `${quoted(problem.found)}${subjectParticle(problem.found)} 여러 연도(${listed(problem.columns)})에 걸쳐 합쳐진 칸에 있어 연도마다의 몫을 알 수 없고, ${leftOut}.`,
        remedy: '칸 합치기를 풀고 연도마다 숫자를 적어 주세요.',
      };
    case 'not-a-percent':
      return {
        what: `${quoted(problem.found)}${topicParticle(problem.found)} 비율로 읽을 수 없어 ${leftOut}.`,
        remedy: '54%처럼 적거나 비워 두세요.',
      };
    case 'personal-data':
      return {
        what: `이 칸에 ${PERSONAL_DATA_NAMES[problem.kind]}로 보이는 것이 있습니다.`,
        remedy: '공약 점검에 필요하지 않은 개인정보는 지워 주세요.',
      };
  }
}

/**
 * Says how a name becomes known: in 분류 for most columns, in 지표 or 공약 for indicators. Other lists are fixed.
 */
function unknownNameRemedy(
  { names, isImplementationStatus }: Extract<CellProblem, { code: 'unknown-name' }>,
  place: Place | null,
): string {
  if (isImplementationStatus) {
    return `${oneOf(names)} 다른 이행구분은 분류 탭에 종류를 이행구분으로 하여 적으면 쓸 수 있습니다.`;
  }
  switch (place?.field) {
    case 'fundingSource':
      return '재원의 이름(국비, 도비, 시비 등)으로 고쳐 주세요. 분류 탭에 재원이 적혀 있으면 거기 있는 이름만 쓰고, 새 이름은 거기에 종류를 재원으로 하여 적으면 됩니다.';
    case 'status':
      return `${listed(names)} 가운데 하나로 고치거나, 그것을 다르게 부른 것이면 분류 탭의 별칭에 더해 주세요. 우리가 쓰는 다른 처리상황이면 사이드바의 분류에 더하기를 누르거나, 분류 탭에 종류를 처리상황으로 하여 새 행으로 적고 처리가 끝난 것이면 처리 열(없으면 제목 줄 오른쪽 빈칸에 만듭니다)에 끝이라고 적어 주세요.`;
    case 'indicator':
      return names.length === 0
        ? '공약 탭의 확인지표에 지표의 이름을 적어 주세요. 지표가 하나뿐이면 지표 칸을 비워 두어도 됩니다.'
        : `지표의 이름(${listedBriefly(names)})으로 고쳐 주세요. 새 지표이면 지표 탭에 행으로 더하거나 공약 탭의 확인지표에 적어 주세요.`;
    case 'kind':
    case 'ended':
    case 'value':
      return oneOf(names);
    default:
      return '사이드바의 점검에서 분류에 더하기를 누르거나, 분류 탭에 새 행으로 적어 주세요. 같은 것을 다르게 부른 것이면 그 이름 옆 별칭에 더하면 됩니다.';
  }
}

/** `2022년~2026년`; an unknown end is left out. */
function yearSpan({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  return `${from === null ? '' : `${from}년`}~${to === null ? '' : `${to}년`}`;
}

const PERSONAL_DATA_NAMES: Record<PersonalDataKind, string> = {
  'resident-number': '주민등록번호',
  'passport-number': '여권번호',
  'account-number': '계좌번호',
  'mobile-number': '휴대전화 번호',
  'phone-number': '전화번호',
  'e-mail': '이메일 주소',
};

/** Whether a row stands for one value, so that it says nothing without it. Other rows have more to say. */
function holdsOnlyThis(place: Place | null): boolean {
  return place?.tab === 'results' || (place?.tab === 'targets' && place.field === 'planned');
}
