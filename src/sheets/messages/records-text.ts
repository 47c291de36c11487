/** Messages about records that were changed after they were written, and the way out. */
import type { Problem } from '../../domain/finding.ts';
import { withCommas } from '../numbers.ts';
import { LINK_HEADINGS } from '../output/records/record-form.ts';
import { OUTPUT_TABS } from '../output/tabs.ts';
import type { Message } from './wording.ts';

/** The menu entry that accepts the records as they are now. */
export const CONTINUE_RECORDS = '이 기록으로 이어가기';

type BrokenRecords = Omit<Extract<Problem, { code: 'records-broken' }>, 'code'>;

export function brokenRecordsText(breach: BrokenRecords): Message {
  return {
    what: `프로그램이 적은 기록이 그대로가 아닙니다: ${breachText(breach)}. 마지막으로 적은 행은 ${withCommas(breach.last)}번입니다.`,
    remedy: `${wayBack(breach)} 공약장부 > 설정 > ${CONTINUE_RECORDS}를 눌러 주세요. 그때까지는 달을 마감하지 않습니다.`,
  };
}

/** How to put the records back, and the beginning of a clause for whoever cannot or does not want to. */
function wayBack({ missing, altered, baseMissing, baseAltered, headingsGone }: BrokenRecords): string {
  const nothingGone = missing.length + altered.length + headingsGone.length === 0;
  if (nothingGone && baseMissing <= 0 && !baseAltered) return '더해진 행을 지워 주세요. 일부러 더했으면';
  const what = headingsGone.length > 0 ? '그 열' : '그 행';
  return `파일 > 버전 기록에서 ${what}을 찾아 되돌려 주세요. 되돌릴 수 없거나 일부러 그랬으면`;
}

/** `제목이 없어진 열 '월' · 없어진 행 3, 5~7번 · 바뀐 행 2번`. Rows of earlier versions have no number. */
export function breachText(breach: BrokenRecords): string {
  const { missing, altered, foreign, baseMissing, baseAltered, headingsGone } = breach;
  const columns = `제목이 없어진 열 ${namesText(headingsGone)}`;
  // Without both of these columns rows cannot be identified, so there is nothing more to say.
  if (LINK_HEADINGS.every((heading) => headingsGone.includes(heading))) return columns;
  return [
    ...(headingsGone.length > 0 ? [columns] : []),
    ...(missing.length > 0 ? [`없어진 행 ${numbersText(missing)}번`] : []),
    ...(baseMissing > 0 ? [`번호 없이 적혀 있다가 없어진 행 ${withCommas(baseMissing)}개`] : []),
    ...(altered.length > 0 ? [`바뀐 행 ${numbersText(altered)}번`] : []),
    ...(baseAltered ? ['번호 없이 적혀 있다가 바뀐 행'] : []),
    ...(foreign > 0 ? [`같은 번호로 더해진 행 ${withCommas(foreign)}개`] : []),
    ...(baseMissing < 0 ? [`번호 없이 더해진 행 ${withCommas(-baseMissing)}개`] : []),
  ].join(' · ');
}

export function adoptedRecordsText({ tabs, isCopy }: Extract<Problem, { code: 'records-adopted' }>): Message {
  const names = tabs.map((tab) => OUTPUT_TABS[tab]).join(', ');
  const why = isCopy
    ? '이 스프레드시트는 다른 것의 사본이어서'
    : '어디까지 적었는지 이 스프레드시트에 남아 있지 않아';
  return {
    what: `${why}, ${names} 탭의 행을 지금 있는 그대로 이어받았습니다.`,
    remedy:
      '지금부터는 행이 없어지거나 바뀌면 알려 드립니다. 사본을 만들었거나 판을 올린 것이면 그대로 두세요.',
  };
}

const RANGES_NAMED = 10;

/** `'월', '기준일'`, and `…` after the first few names. */
function namesText(names: readonly string[]): string {
  const named = names.slice(0, RANGES_NAMED).map((name) => `'${name}'`);
  return `${named.join(', ')}${names.length > RANGES_NAMED ? ' …' : ''}`;
}

/** `3, 5~7`, and `…` after the first few ranges. */
function numbersText(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const named = ranges
    .slice(0, RANGES_NAMED)
    .map(({ from, to }) => (from === to ? withCommas(from) : `${withCommas(from)}~${withCommas(to)}`));
  return `${named.join(', ')}${ranges.length > RANGES_NAMED ? ' …' : ''}`;
}
