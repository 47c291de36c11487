/** The dialog of 매월 자동 계산: its text, and how its one-line answer is read, for example `3일 7시 총무팀` or `끄기`. */
import { isSchedule, type MonthlySchedule } from '../../domain/months/monthly-schedule.ts';
import { subjectParticle, topicParticle } from '../../sheets/particles.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';
import { readText } from '../../sheets/text-key.ts';
import { type MonthlyRunState, monthlyRunText, ownerWords } from './monthly-run.ts';
import { orderParts } from './order-parts.ts';

/** `off`, or when to run and who turns it on. */
export type MonthlyOrder = 'off' | { readonly schedule: MonthlySchedule; readonly owner: string };

/** Who turned the monthly run on, if anybody. */
type KnownOwner = Pick<MonthlyRunState, 'on' | 'mine' | 'owner'>;

/** The current state, and what may be typed. */
export function monthlyQuestion(state: MonthlyRunState): string {
  const same = knownOwner(state);
  const lines = [
    monthlyRunText(state),
    '',
    '켜 두면 매월 정한 때에 지난달 말일 기준으로 다시 계산하고 월별기록에 한 행을 적습니다.',
    `${state.on ? '바꾸려면' : '켜려면'} 날짜(1~28일), 시각(0~23시), 누가 켰는지를 한 줄에 적어 주세요. 예: ${example(state)}`,
    same === null
      ? '누가 켰는지는 다른 직원이 보고 찾아올 수 있는 말이면 됩니다. 켠 사람만 바꾸거나 끌 수 있습니다.'
      : `누가 켰는지를 빼면 지금처럼 '${same}'입니다.`,
    ...(state.on ? ['끄려면 끄기라고만 적어 주세요.'] : []),
    '그대로 두려면 취소를 누르세요.',
  ];
  return lines.join('\n');
}

/** Shown above the repeated question: what was typed, and what was not understood. */
export function notAnOrder(typed: string, state: KnownOwner): string {
  const { wrong } = readOrder(typed, state);
  const shown =
    typed.trim() === '' ? '아무것도 적지 않으셨습니다.' : `적으신 것: ${shownBriefly(typed.trim())}`;
  return [shown, ...wrong.map((sentence) => `· ${sentence}`), '고쳐서 다시 적어 주세요.'].join('\n');
}

/**
 * Reads a one-line answer; null if a part is missing or not understood. Nothing is guessed. `3일 7시 총무팀`,
 * `3일7시 총무팀`, `3/7 총무팀` and `３일 ０７시, 총무팀` are the same order. `끄기` is another.
 */
export function monthlyOrderIn(typed: string, state: KnownOwner): MonthlyOrder | null {
  return readOrder(typed, state).order;
}

interface ReadOrder {
  readonly order: MonthlyOrder | null;
  /** Sentences that each name a part that is missing or not understood. */
  readonly wrong: readonly string[];
}

function readOrder(typed: string, state: KnownOwner): ReadOrder {
  const text = readText(typed).trim();
  if (OFF.test(text)) return { order: 'off', wrong: [] };
  const { day, hour, rest, strange } = orderParts(text);
  const owner = ownerWords(rest) === '' ? knownOwner(state) : ownerWords(rest);
  const wrong = [
    ...strange,
    ...(/(?:^|[\s,])끄기/.test(text)
      ? ["끄려면 '끄기'라고만, 때를 바꾸려면 날짜와 시각만 적어 주세요."]
      : []),
    ...partWrong(day, '날짜', '일', 1, 28),
    ...partWrong(hour, '시각', '시', 0, 23),
    ...(owner === null ? ['누가 켰는지가 없습니다. 총무팀처럼 다른 직원이 알아볼 말을 적어 주세요.'] : []),
  ];
  const schedule = { day: Number(day[0]), hour: Number(hour[0]) };
  return wrong.length > 0 || owner === null || !isSchedule(schedule)
    ? { order: null, wrong }
    : { order: { schedule, owner }, wrong };
}

const OFF = /^(?:끄기|끔|꺼|꺼 ?주세요|off)[.!]?$/i;

function partWrong(
  given: readonly string[],
  name: string,
  unit: string,
  least: number,
  most: number,
): readonly string[] {
  const [number, ...more] = given;
  const range = `${least}~${most}${unit}`;
  const named = `${name}${subjectParticle(name)}`;
  if (number === undefined) return [`${named} 없습니다. ${range} 가운데서 적어 주세요.`];
  if (more.length > 0) return [`${named} 둘 이상입니다. 하나만 적어 주세요.`];
  return Number(number) >= least && Number(number) <= most
    ? []
    : [`${number}${unit}${topicParticle(unit)} 쓸 수 없습니다. ${range} 가운데서 적어 주세요.`];
}

/** The known owner, if the current person turned the monthly run on; null: the answer must name one. */
function knownOwner({ on, mine, owner }: KnownOwner): string | null {
  return on && mine && owner !== '' ? owner : null;
}

function example(state: MonthlyRunState): string {
  return `${state.day ?? 3}일 ${state.hour ?? 7}시 ${knownOwner(state) ?? '총무팀'}`;
}
