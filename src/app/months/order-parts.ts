/** The parts of a one-line order of 매월 자동 계산: a day, an hour, who turns it on, and what is not understood. */
import { subjectParticle, topicParticle } from '../../sheets/particles.ts';
import { shownBriefly } from '../../sheets/personal-data.ts';

export interface OrderParts {
  /** The numbers given as the day. There must be exactly one. */
  readonly day: readonly string[];
  readonly hour: readonly string[];
  /** The remaining text, which says who turns it on. */
  readonly rest: string;
  /** Sentences about parts that are not allowed. */
  readonly strange: readonly string[];
}

const DAY = /(\d+) *일(?:에)?(?=[\s,·/\d]|$)/g;
const HOUR = /(?:(오전|오후|새벽|아침|저녁|밤|am|pm) *)?(\d+) *시(?:에)?(?=[\s,·/\d]|$)/gi;
/** Hours by a word of their own. */
const NAMED_HOUR = /(?<=^|[\s,·/]|일)(정오|자정)(?:에)?(?=[\s,·/]|$)/g;
const NAMED_HOURS: Readonly<Record<string, string>> = { 정오: '12', 자정: '0' };
/**
 * The hours that people say with a part of the day, and what is added to them. 저녁 7시 is 19; 밤 2시 and 오전 12시
 * may be either of two hours, and are asked for again.
 */
const PARTS_OF_THE_DAY: Readonly<Record<string, { readonly from: number; readonly added: number }>> = {
  오전: { from: 1, added: 0 },
  새벽: { from: 1, added: 0 },
  아침: { from: 1, added: 0 },
  오후: { from: 1, added: 12 },
  저녁: { from: 4, added: 12 },
  밤: { from: 6, added: 12 },
  am: { from: 1, added: 0 },
  pm: { from: 1, added: 12 },
};
const LAST_HOUR_OF_A_HALF = 11;
/** `3/7` or `3 7` at the beginning: day and hour without units. */
const BARE = /^(\d+)[\s/,.]+(\d+)(?=[\s,·/]|$)/;
const MINUTES = /(?:\d+ *분|\d+:\d+|(?:^| )반(?= |$))/;
const RANGE = /\d+ *[일시]? *[~∼～〜-] *\d+ *[일시]?/g;
/** A telephone number of the office, which is no range. */
const TELEPHONE = /(?:\d{2,4}-)?\d{3,4}-\d{4}/g;
/** After one of these a name of one letter is a person: 전 팀장, 해 주무관. */
const PERSON = /^ *(?:주무관|팀장|과장|계장|국장|실장|사무관)/;
/**
 * Words of time that are no day of 1 to 28 and no hour: 말일, 평일, 첫째 월요일, 저녁 무렵. As part of a name they mean
 * nothing: 월말정산팀, 주간보호팀.
 */
const TIME_WORD = new RegExp(
  `^(?:${[
    '-|utc|gmt|[ap]\\.?m|[홀짝]수(?:[달월]|일)|내년|올해|내달|이른|늦은|제외|부터|까지|마다|정시|오[전후]반',
    '매[일주월달년]|매[월달주]?말|격[월주]|[분반]기|[해달날주]',
    '(?:첫|한|두|둘|세|셋|네|넷|마지막)(?:번?째)?[주번]?|번|[월화수목금토일]요일?|[평휴말당]일|주[말중초]|(?:근무|영업)일',
    '[월연][초중말]|그믐|보름|[초중하상]순|초|말',
    '오늘|내일|모레|(?:다음|이번|지난)[달주]?',
    '[한대]?낮|점심|새벽|아침|저녁|한?밤|심야|오[전후]|정오|자정|[출퇴]근|업무|근무',
    '무렵|즈음|전후?|후|이[전후]|사이|정각|[일월년분시]|(?:[한두세네]|다섯|여섯|일곱|여덟|아홉|열[한두]?)시',
    '[연월주]?\\d+ ?(?:일|시|월|년|주|분|회|번|am|pm)',
  ].join('|')})(?:에|만|마다|부터|까지|쯤|경|중|무렵|전|후|날|시간)*$`,
  'i',
);

export function orderParts(text: string): OrderParts {
  const bare = BARE.exec(text);
  const numbers = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, number = '']) => number);
  const day = bare === null ? numbers(DAY) : [bare[1] ?? ''];
  const hours = bare === null ? [...text.matchAll(HOUR)] : [];
  const hour =
    bare === null
      ? [
          ...hours.map(([, part, number = '']) => hourOfDay(part, number) ?? number),
          ...[...text.matchAll(NAMED_HOUR)].map(([, name = '']) => NAMED_HOURS[name] ?? ''),
        ]
      : [bare[2] ?? ''];
  const unclear = hours.flatMap(([said, part, number = '']) =>
    hourOfDay(part, number) === null ? [said.replace(/에$/, '').trim()] : [],
  );
  const rest = (
    bare === null
      ? text.replace(DAY, ' ').replace(HOUR, ' ').replace(NAMED_HOUR, ' ')
      : text.slice(bare[0].length)
  )
    .replace(/^\s*매[월달](?=\s|$)/, ' ')
    .replace(/[,·/]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const words = wordsOfTime(rest, text)
    .map((word) => `'${shownBriefly(word)}'`)
    .join(', ');
  const strange = [
    ...(MINUTES.test(rest) ? ['분은 정할 수 없습니다. 구글이 그 시각의 한 시간 안에서 실행합니다.'] : []),
    ...unclear.map((said) => `'${shownBriefly(said)}'가 몇 시인지 분명하지 않습니다. ${PLAIN_HOURS}`),
    ...(words === '' ? [] : [`${words}${topicParticle(words)} 때로 알아듣지 못했습니다. ${PLAIN_TIME}`]),
    ...(bare === null ? [...text.replace(TELEPHONE, ' ').matchAll(RANGE)] : []).map(
      ([said]) => `'${shownBriefly(said.trim())}'처럼 걸쳐서 정할 수 없습니다. 하나만 적어 주세요.`,
    ),
    ...(/^\d+$/.test(rest)
      ? [`'${shownBriefly(rest)}'${subjectParticle(rest)} 무엇인지 알 수 없습니다.`]
      : []),
  ];
  return { day, hour, rest, strange };
}

/** The words of what is left that say a time which cannot be set. */
function wordsOfTime(rest: string, text: string): readonly string[] {
  const isPerson = (word: string) =>
    word.length === 1 && PERSON.test(text.slice(text.lastIndexOf(` ${word} `) + 2));
  return rest
    .split(/[ ()]+/)
    .filter((word) => TIME_WORD.test(word.replace(/[.!?]$/, '')) && !MINUTES.test(word) && !isPerson(word));
}

const PLAIN_HOURS = '0~23시로 적어 주세요. 예: 오후 3시는 15시';
const PLAIN_TIME = `날짜는 1~28일로, 시각은 ${PLAIN_HOURS}`;

/** @param part 오전, 저녁 …; absent: the number is the hour. Null where nobody can tell which hour is meant. */
function hourOfDay(part: string | undefined, number: string): string | null {
  if (part === undefined) return number;
  const said = PARTS_OF_THE_DAY[part.toLowerCase()];
  const hour = Number(number);
  return said === undefined || hour < said.from || hour > LAST_HOUR_OF_A_HALF
    ? null
    : String(hour + said.added);
}
