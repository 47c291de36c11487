import { describe, expect, it } from 'vitest';
import {
  type MonthlyRunAnswer,
  monthlyRunState,
  monthlyRunText,
  noteMonthlyOutcome,
  removeOutdatedTriggers,
  turnOffMonthlyRun,
  turnOnMonthlyRun,
} from '../../../src/app/months/monthly-run.ts';
import type { Environment } from '../../../src/app/ports.ts';
import { day } from '../../support/workbooks.ts';
import { people, type Surroundings } from '../people.ts';
import { worldOf } from '../trace/trace-world.ts';

const THIRD_AT_SEVEN = { day: 3, hour: 7 };

/** A spreadsheet whose clock the test sets, and which two people share. */
function office() {
  const { as, triggers } = people();
  let now = '2024-04-02 10:00:00';
  const { environment } = worldOf([]);
  const at = (person: string): Environment & Pick<Surroundings, 'triggers'> => ({
    ...environment,
    ...as(person),
    clock: { ...environment.clock, today: () => day(now.slice(0, 10)), timestamp: () => now },
  });
  return {
    triggers,
    clerk: at('담당'),
    colleague: at('동료'),
    setClock: (time: string) => {
      now = time;
    },
  };
}

const done = (answer: MonthlyRunAnswer) => {
  if (answer.status !== 'done') throw new Error(answer.messages.join(' '));
  return answer;
};

describe('turning the monthly run on', () => {
  it('makes one trigger, and tells when it runs next', () => {
    const { clerk, triggers } = office();
    expect(done(turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀')).message).toBe(
      '매월 자동 계산을 켰습니다. 다음 실행은 2024. 4. 3. 7시~8시입니다.',
    );
    expect(triggers).toMatchObject([{ day: 3, hour: 7, person: '담당' }]);
  });

  it('again changes the time, and there is never a second trigger', () => {
    const { clerk, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    expect(done(turnOnMonthlyRun(clerk, { day: 1, hour: 22 }, '총무팀')).state.nextRun).toBe(
      '2024. 5. 1. 22시~23시',
    );
    expect(triggers).toMatchObject([{ day: 1, hour: 22 }]);
  });

  it('is refused where somebody else has done so, in their words and with their time', () => {
    const { clerk, colleague, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    const answer = turnOnMonthlyRun(colleague, { day: 5, hour: 9 }, '기획팀');
    expect(answer).toEqual({
      status: 'stopped',
      messages: [
        "매월 자동 계산은 이미 '총무팀'에서 켜 두었습니다(매월 3일 7시, 2024. 4. 2.에 켬, 아직 실행되지 않았습니다). 바꾸거나 끄려면 켠 사람에게 부탁해 주세요.",
      ],
    });
    expect(triggers).toHaveLength(1);
    noteMonthlyOutcome(clerk, '마침');
    expect(turnOffMonthlyRun(colleague)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('2024. 4. 2.에 켬, 마지막 실행은 2024. 4. 2.입니다)')],
    });
    expect(monthlyRunState(colleague)).toMatchObject({ on: true, mine: false, owner: '총무팀', day: 3 });
  });

  it('is open to others once a run has not come for three days', () => {
    const { clerk, colleague, triggers, setClock } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    const clerksTrigger = triggers[0]?.id ?? '';
    setClock('2024-04-05 23:00:00');
    expect(turnOnMonthlyRun(colleague, { day: 5, hour: 9 }, '기획팀').status).toBe('stopped');
    setClock('2024-04-06 00:10:00');
    expect(monthlyRunText(monthlyRunState(colleague))).toContain(
      '2024. 4. 3.에 있어야 할 실행이 없었습니다.',
    );
    expect(done(turnOnMonthlyRun(colleague, { day: 5, hour: 9 }, '기획팀')).state.owner).toBe('기획팀');
    // Should the old one fire after all, it goes away by itself and says so.
    expect(removeOutdatedTriggers(clerk, clerksTrigger)).toBe(
      "매월 자동 계산은 '기획팀'에서 켠 예약(매월 5일 9시)이 맡고 있는데 다른 예약이 실행되었습니다. 마감하지 않고 그 예약을 지웠습니다.",
    );
    expect(triggers).toMatchObject([{ person: '동료' }]);
  });

  it.each([
    [{ day: 29, hour: 7 }, '총무팀', '날짜는 1~28일'],
    [{ day: 3, hour: 24 }, '총무팀', '시각은 0~23시'],
    [{ day: 3, hour: 7 }, '  ', '알아볼 말을 적어'],
  ])('%j by "%s" is refused', (schedule, owner, message) => {
    const { clerk, triggers } = office();
    expect(turnOnMonthlyRun(clerk, schedule, owner)).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining(message)],
    });
    expect(triggers).toEqual([]);
  });

  it('keeps forty letters of a longer name, without a blank at the end', () => {
    const { clerk } = office();
    expect(done(turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, `${'가'.repeat(39)} 나다`)).state.owner).toBe(
      '가'.repeat(39),
    );
    expect(done(turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '가'.repeat(41))).state.owner).toBe('가'.repeat(40));
  });

  it('never keeps a telephone number that was typed as a name', () => {
    const { clerk } = office();
    const number = ['010', '1234', '5678'].join('-');
    expect(done(turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, `총무팀 ${number}`)).state.owner).not.toContain(
      '1234',
    );
  });

  it('is told at once where somebody is computing', () => {
    const { clerk, triggers } = office();
    const busy: Environment = { ...clerk, lock: { take: () => false, release: () => undefined } };
    expect(turnOnMonthlyRun(busy, THIRD_AT_SEVEN, '총무팀')).toMatchObject({
      status: 'stopped',
      messages: [expect.stringContaining('다른 사람이 지금 계산하고 있습니다')],
    });
    expect(triggers).toEqual([]);
  });
});

describe('in an add-on, whose triggers belong to none of the spreadsheets', () => {
  it('it is never on, and nothing is touched', () => {
    const { clerk, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    const inAddOn: Environment = { ...clerk, triggers: null };
    const state = monthlyRunState(inAddOn);
    expect(state).toMatchObject({ possible: false, on: false, canBeChanged: false, nextRun: null });
    expect(monthlyRunText(state)).toContain('애드온에서는 매월 자동 계산을 쓸 수 없습니다.');
    for (const answer of [turnOnMonthlyRun(inAddOn, THIRD_AT_SEVEN, '기획팀'), turnOffMonthlyRun(inAddOn)]) {
      expect(answer).toMatchObject({
        status: 'stopped',
        messages: [expect.stringContaining('지난달 마감하기')],
      });
    }
    expect(removeOutdatedTriggers(inAddOn, triggers[0]?.id ?? '')).toContain('예약을 지워 주세요');
    expect(triggers).toHaveLength(1);
    expect(monthlyRunState(clerk)).toMatchObject({ possible: true, on: true, owner: '총무팀' });
  });
});

describe('turning it off', () => {
  it('removes the trigger; a second time there is nothing to turn off', () => {
    const { clerk, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    expect(done(turnOffMonthlyRun(clerk)).state).toMatchObject({ on: false, owner: '', nextRun: null });
    expect(triggers).toEqual([]);
    expect(turnOffMonthlyRun(clerk)).toMatchObject({ status: 'stopped' });
  });
});

describe('whether somebody may change it, as the menu and the sidebar ask', () => {
  it.each<{ when: string; time: string; clerk: boolean; colleague: boolean }>([
    { when: 'is off', time: '', clerk: true, colleague: true },
    { when: 'runs', time: '2024-04-02 11:00:00', clerk: true, colleague: false },
    { when: 'is two days late', time: '2024-04-05 23:00:00', clerk: true, colleague: false },
    { when: 'is three days late', time: '2024-04-06 00:10:00', clerk: true, colleague: true },
  ])('$when: who turned it on $clerk, another $colleague', (row) => {
    const { clerk, colleague, setClock } = office();
    if (row.time !== '') {
      turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
      setClock(row.time);
    }
    const may = (person: Environment) => monthlyRunState(person).canBeChanged;
    expect([may(clerk), may(colleague)]).toEqual([row.clerk, row.colleague]);
  });
});

describe('how it stands', () => {
  it.each([
    ['before its hour', '2024-04-03 06:59:00', '2024. 4. 3. 7시~8시'],
    ['in its hour', '2024-04-03 07:10:00', '2024. 5. 3. 7시~8시'],
    ['in December', '2024-12-20 10:00:00', '2025. 1. 3. 7시~8시'],
  ])('%s: the next run', (_, time, next) => {
    const { clerk, setClock } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    setClock(time);
    expect(monthlyRunState(clerk).nextRun).toBe(next);
  });

  it('tells the last result, also after it was turned on anew', () => {
    const { clerk, setClock } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    setClock('2024-04-03 07:12:00');
    noteMonthlyOutcome(clerk, '마침');
    turnOnMonthlyRun(clerk, { day: 4, hour: 8 }, '총무팀');
    expect(monthlyRunText(monthlyRunState(clerk))).toBe(
      [
        '매월 자동 계산: 켜짐 (매월 4일 8시~9시)',
        '켠 사람: 총무팀',
        '다음 실행: 2024. 4. 4. 8시~9시',
        '마지막 결과: 2024. 4. 3. 마침',
      ].join('\n'),
    );
  });

  it('says that the trigger is gone where its owner has deleted it elsewhere', () => {
    const { clerk, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    triggers.splice(0);
    expect(monthlyRunText(monthlyRunState(clerk))).toContain('찾을 수 없습니다');
    expect(done(turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀')).state.on).toBe(true);
  });

  it('is off where what was noted cannot be read', () => {
    const { clerk } = office();
    clerk.documentNotes.set('pledge-ledger.monthly-run', '{"owner":');
    expect(monthlyRunText(monthlyRunState(clerk))).toBe('매월 자동 계산: 꺼짐\n마지막 결과: 아직 없습니다.');
  });
});

describe('a trigger that fires', () => {
  it('is the current one, and removes doubles that a broken-off change has left', () => {
    const { clerk, triggers } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    const current = triggers[0]?.id ?? '';
    const double = clerk.triggers.make(THIRD_AT_SEVEN);
    expect(removeOutdatedTriggers(clerk, current)).toBeNull();
    expect(triggers.map(({ id }) => id)).toEqual([current]);
    expect(removeOutdatedTriggers(clerk, double)).toContain('다른 예약이 실행되었습니다');
  });

  it('goes away where nothing is noted of it', () => {
    const { clerk, triggers } = office();
    const stray = clerk.triggers.make(THIRD_AT_SEVEN);
    expect(removeOutdatedTriggers(clerk, stray)).toContain(
      '공약장부 메뉴의 설정에서 매월 자동 계산을 눌러 다시 켜 주세요.',
    );
    expect(triggers).toEqual([]);
  });
});

describe('a note of who turned it on that is not as we wrote it', () => {
  const KEY = 'pledge-ledger.monthly-run';
  const withNote = (change: (note: Record<string, unknown>) => unknown) => {
    const { clerk } = office();
    turnOnMonthlyRun(clerk, THIRD_AT_SEVEN, '총무팀');
    const note = JSON.parse(clerk.documentNotes.get(KEY) ?? '');
    clerk.documentNotes.set(KEY, JSON.stringify(change(note)));
    return monthlyRunState(clerk);
  };

  it('is read as long as it is', () => {
    expect(withNote((note) => note)).toMatchObject({ on: true, owner: '총무팀', day: 3, hour: 7 });
    const lastRun = { day: '2024-03-03', outcome: 'done' };
    expect(withNote((note) => ({ ...note, lastRun }))).toMatchObject({ on: true, owner: '총무팀' });
  });

  it.each<[string, (note: Record<string, unknown>) => unknown]>([
    ['a number', () => 7],
    ['nothing', () => null],
    ['without a schedule', ({ schedule: _, ...note }) => note],
    ['with a day that not every month has', (note) => ({ ...note, schedule: { day: 31, hour: 7 } })],
    ['with a text for a day', (note) => ({ ...note, schedule: { day: '3', hour: 7 } })],
    ['with a text for an hour', (note) => ({ ...note, schedule: { day: 3, hour: '7' } })],
    ['without its trigger', ({ triggerId: _, ...note }) => note],
    ['with a number for a name', (note) => ({ ...note, owner: 7 })],
    ['turned on at no day', (note) => ({ ...note, turnedOn: '2024-02-31' })],
    ['turned on at a number', (note) => ({ ...note, turnedOn: 20240402 })],
    ['last run at no day', (note) => ({ ...note, lastRun: { day: 'soon', outcome: 'done' } })],
    ['last run without an outcome', (note) => ({ ...note, lastRun: { day: '2024-03-03' } })],
    ['last run as a text', (note) => ({ ...note, lastRun: '2024-03-03' })],
  ])('(%s) names nobody', (_case, change) => {
    expect(withNote(change).owner).toBe('');
  });
});
