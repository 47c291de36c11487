/** What may be typed into the dialog of 매월 자동 계산, and what is said of a line that was not understood. */
import { describe, expect, it } from 'vitest';
import {
  type MonthlyOrder,
  monthlyOrderIn,
  monthlyQuestion,
  notAnOrder,
} from '../../../src/app/months/monthly-order.ts';
import type { MonthlyRunState } from '../../../src/app/months/monthly-run.ts';

const OFF: MonthlyRunState = {
  possible: true,
  on: false,
  mine: false,
  canBeChanged: true,
  owner: '',
  day: null,
  hour: null,
  nextRun: null,
  lastResult: null,
  warnings: [],
};
const MINE: MonthlyRunState = { ...OFF, on: true, mine: true, owner: '기획팀', day: 5, hour: 9 };
const order = (day: number, hour: number, owner: string): MonthlyOrder => ({
  schedule: { day, hour },
  owner,
});

describe('a line that is understood', () => {
  it.each<{ typed: string; is: MonthlyOrder; state?: MonthlyRunState }>([
    { typed: '3일 7시 총무팀', is: order(3, 7, '총무팀') },
    { typed: '3일7시 총무팀', is: order(3, 7, '총무팀') },
    { typed: '매월 3일 7시에 총무팀', is: order(3, 7, '총무팀') },
    { typed: '총무팀 3일 7시', is: order(3, 7, '총무팀') },
    { typed: '3일, 7시, 총무팀', is: order(3, 7, '총무팀') },
    { typed: '3 7 총무팀', is: order(3, 7, '총무팀') },
    { typed: '3/7 총무팀', is: order(3, 7, '총무팀') },
    { typed: '13/17 총무팀', is: order(13, 17, '총무팀') },
    { typed: '  ２８일  ０시  총무팀 ', is: order(28, 0, '총무팀') },
    { typed: '1일23시 일자리과', is: order(1, 23, '일자리과') },
    { typed: '3일 7시 민원1팀', is: order(3, 7, '민원1팀') },
    { typed: '3일 7시 월말정산팀', is: order(3, 7, '월말정산팀') },
    { typed: '3일 7시 아침마루팀', is: order(3, 7, '아침마루팀') },
    { typed: '3일 7시 주간보호팀', is: order(3, 7, '주간보호팀') },
    { typed: '3일 7시 기획 2팀', is: order(3, 7, '기획 2팀') },
    { typed: '3 7 2팀', is: order(3, 7, '2팀') },
    { typed: '3일 7시 반송동', is: order(3, 7, '반송동') },
    { typed: '매월 3일 아침 7시 총무팀', is: order(3, 7, '총무팀') },
    { typed: '3일 오전 9시 총무팀', is: order(3, 9, '총무팀') },
    { typed: '3일 새벽 4시에 총무팀', is: order(3, 4, '총무팀') },
    { typed: '3일 오후 3시 총무팀', is: order(3, 15, '총무팀') },
    { typed: '3일 저녁7시, 총무팀', is: order(3, 19, '총무팀') },
    { typed: '3일 밤 11시 총무팀', is: order(3, 23, '총무팀') },
    { typed: '3일 오후 1시 총무팀', is: order(3, 13, '총무팀') },
    { typed: '3일 저녁 4시 총무팀', is: order(3, 16, '총무팀') },
    { typed: '3일 밤 6시 총무팀', is: order(3, 18, '총무팀') },
    { typed: '총무팀 7시 3일', is: order(3, 7, '총무팀') },
    { typed: '총무팀 3일 정오', is: order(3, 12, '총무팀') },
    { typed: '3일 정오 총무팀', is: order(3, 12, '총무팀') },
    { typed: '매월 3일 자정에 총무팀', is: order(3, 0, '총무팀') },
    { typed: '3일 PM 7시 총무팀', is: order(3, 19, '총무팀') },
    { typed: '3일 am 7시 총무팀', is: order(3, 7, '총무팀') },
    { typed: '15일에 9시에 총무팀', is: order(15, 9, '총무팀') },
    { typed: '3일 7시 총무팀 02-123-4567', is: order(3, 7, '총무팀 02-123-4567') },
    { typed: '3일 7시 전 팀장', is: order(3, 7, '전 팀장') },
    { typed: '3일 7시 해 주무관', is: order(3, 7, '해 주무관') },
    { typed: '3일 7시 총무팀(본관)', is: order(3, 7, '총무팀(본관)') },
    { typed: '끄기', is: 'off' },
    { typed: ' 끔 ', is: 'off' },
    { typed: '6일 8시', is: order(6, 8, '기획팀'), state: MINE },
    { typed: '6일 8시 총무팀', is: order(6, 8, '총무팀'), state: MINE },
  ])('$typed', ({ typed, is, state = OFF }) => {
    expect(monthlyOrderIn(typed, state)).toEqual(is);
  });
});

describe('a line that is not understood', () => {
  it.each<{ typed: string; says: readonly string[]; state?: MonthlyRunState }>([
    {
      typed: '',
      says: ['아무것도 적지 않으셨습니다.', '날짜가 없습니다', '시각이 없습니다', '누가 켰는지가 없습니다'],
    },
    { typed: '3일 7시', says: ['적으신 것: 3일 7시', '누가 켰는지가 없습니다'] },
    { typed: '3일 총무팀', says: ['시각이 없습니다'] },
    { typed: '말일 7시 총무팀', says: ["'말일'은 때로 알아듣지 못했습니다", '날짜가 없습니다'] },
    { typed: '매월 말일 아침', says: ["'말일', '아침'은 때로", '날짜가 없습니다', '시각이 없습니다'] },
    { typed: '3일 저녁 무렵', says: ["'저녁', '무렵'은 때로", '시각이 없습니다'] },
    { typed: '첫째 월요일', says: ["'첫째', '월요일'은 때로", '날짜가 없습니다'] },
    { typed: '3일 7시 평일 총무팀', says: ["'평일'은 때로"] },
    { typed: '3일 7시 총무팀 매주', says: ["'매주'는 때로"] },
    { typed: '격월 3일 7시 총무팀', says: ["'격월'은 때로"] },
    { typed: '3일 다음달 7시 총무팀', says: ["'다음달'은 때로"] },
    { typed: '3일 낮 1시 총무팀', says: ["'낮'은 때로", '오후 3시는 15시'] },
    { typed: '3일 7시 이후 총무팀', says: ["'이후'는 때로"] },
    { typed: '3일 7시쯤 총무팀', says: ["'7시쯤'은 때로", '시각이 없습니다'] },
    { typed: '3일 일곱시 총무팀', says: ["'일곱시'는 때로", '시각이 없습니다'] },
    { typed: '3일 7시 PM 총무팀', says: ["'PM'"] },
    { typed: '3일 7시 홀수달 총무팀', says: ["'홀수달'"] },
    { typed: '3일 7시 12월만 총무팀', says: ["'12월만'"] },
    { typed: '3일 7시 내년부터 총무팀', says: ["'내년부터'"] },
    { typed: '3일 7시 총무팀 2026년부터', says: ["'2026년부터'"] },
    { typed: '연 1회 3일 7시 총무팀', says: ["'1회'"] },
    { typed: '3일 7시 월1회 총무팀', says: ["'월1회'"] },
    { typed: '3일에 한 번 7시 총무팀', says: ["'한', '번'"] },
    { typed: '3일 7시 총무팀(월말 제외)', says: ["'월말', '제외'"] },
    { typed: '3일 늦은 7시 총무팀', says: ["'늦은'"] },
    { typed: '-3일 7시 총무팀', says: ["'-'"] },
    { typed: '3일 말 7시 팀장', says: ["'말'"] },
    { typed: '3~5일 7시 총무팀', says: ["'3~5일'처럼 걸쳐서 정할 수 없습니다"] },
    { typed: '13 ~ 15일 7시 총무팀', says: ["'13 ~ 15일'처럼 걸쳐서 정할 수 없습니다"] },
    { typed: '3일 7~8시 총무팀', says: ["'7~8시'처럼 걸쳐서 정할 수 없습니다"] },
    { typed: '29일 7시 총무팀', says: ['29일은 쓸 수 없습니다. 1~28일'] },
    { typed: '0일 24시 총무팀', says: ['0일은 쓸 수 없습니다', '24시는 쓸 수 없습니다. 0~23시'] },
    { typed: '3일 5일 7시 총무팀', says: ['날짜가 둘 이상입니다'] },
    { typed: '매월 3일 7시 30분 총무팀', says: ['분은 정할 수 없습니다'] },
    { typed: '3일 7시 반 총무팀', says: ['분은 정할 수 없습니다'] },
    { typed: '3일 오전 12시 총무팀', says: ["'오전 12시'가 몇 시인지 분명하지 않습니다", '오후 3시는 15시'] },
    { typed: '3일 오후 15시 총무팀', says: ["'오후 15시'가"] },
    { typed: '3일 밤 2시 총무팀', says: ["'밤 2시'가"] },
    { typed: '3일 오전 0시에 총무팀', says: ["'오전 0시'가"] },
    { typed: '3일 아침 총무팀', says: ['시각이 없습니다', '0~23시로 적어 주세요'] },
    { typed: '3일 정오 7시 총무팀', says: ['시각이 둘 이상입니다'] },
    { typed: '3일 정오팀', says: ['시각이 없습니다'] },
    { typed: '3 7 9', says: ["'9'"] },
    { typed: '3일 7시 10분 총무팀', says: ['분은 정할 수 없습니다'] },
    { typed: '3일 7:30 총무팀', says: ['시각이 없습니다', '분은 정할 수 없습니다'] },
    { typed: '3일 7시 끄기', says: ["끄려면 '끄기'라고만"] },
    { typed: '3일 3시 총무팀 끄기', says: ["끄려면 '끄기'라고만"] },
    { typed: '끄기 3일 7시', says: ["끄려면 '끄기'라고만"], state: MINE },
    { typed: '월요일', says: ['날짜가 없습니다', '시각이 없습니다'], state: MINE },
  ])("'$typed'", ({ typed, says, state = OFF }) => {
    expect(monthlyOrderIn(typed, state)).toBeNull();
    for (const part of says) expect(notAnOrder(typed, state)).toContain(part);
  });
});

describe('the dialog', () => {
  it('says how to turn it on where it is off, and nothing of turning it off', () => {
    expect(monthlyQuestion(OFF)).toMatch(/^매월 자동 계산: 꺼짐/);
    expect(monthlyQuestion(OFF)).toContain('예: 3일 7시 총무팀');
    expect(monthlyQuestion(OFF)).not.toContain('끄기');
    expect(monthlyQuestion(OFF)).toContain('켜려면 날짜(1~28일)');
    expect(monthlyQuestion(OFF)).toContain('누가 켰는지는 다른 직원이 보고 찾아올 수 있는 말이면 됩니다.');
  });

  it('begins with what is set where it is on, as the line to correct', () => {
    expect(monthlyQuestion(MINE)).toContain('예: 5일 9시 기획팀');
    expect(monthlyQuestion(MINE)).toContain('끄려면 끄기라고만');
    expect(monthlyQuestion(MINE)).toContain('바꾸려면 날짜(1~28일)');
    expect(monthlyQuestion(MINE)).toContain("누가 켰는지를 빼면 지금처럼 '기획팀'입니다.");
  });

  it('does not take over the name of another person', () => {
    const late: MonthlyRunState = { ...MINE, mine: false, warnings: ['늦음'] };
    expect(monthlyOrderIn('6일 8시', late)).toBeNull();
    expect(monthlyQuestion(late)).not.toContain("지금처럼 '기획팀'");
  });
});
