/** What is said of archived years: where their figures come from, and what must not be mixed with them. */
import type { Problem } from '../domain/finding.ts';
import { INPUT_TAB_NAMES } from './input/tabs.ts';
import { counted } from './numbers.ts';
import { OUTPUT_TABS } from './output/tabs.ts';
import { shownDate } from './raw.ts';

export interface ArchiveMessage {
  readonly what: string;
  readonly remedy: string;
}

type Of<Code extends Problem['code']> = Extract<Problem, { code: Code }>;
type StandingRows = Of<'archived-years'>['standing'][number];

const TAB = OUTPUT_TABS.archive;
/** More ranges than these cannot be read in a cell. */
const RANGES_NAMED = 5;

export function archivedYearsText(problem: Of<'archived-years'>): ArchiveMessage {
  const { lastYear, archivedAt, lines, rows, carried, standing } = problem;
  const rest = carried === 0 ? '' : ' 그때 끝나지 않은 건의는 접지 않았으므로 건의사항 탭의 행으로 셉니다.';
  return {
    what: `${lastYear}년까지의 숫자는 ${TAB} 탭의 ${counted(lines)}줄로 셉니다. 원래 ${counted(rows)}행을 접은 것으로, ${archivedAt}에 마지막으로 보관했습니다.${rest}`,
    remedy:
      standing.length === 0
        ? '따로 할 일은 없습니다. 접은 행들은 보관할 때 만든 사본에 있습니다.'
        : `사본을 만들어 두었으면 ${standing.map(standingText).join(', ')}은 지워도 숫자가 같습니다.${orderOfDeleting(standing)}`,
  };
}

/** `소통기록 95행, 2~91행(모두 91행)`: the lowest first, for whoever deletes them in this order finds each where it is said to be. */
function standingText({ tab, rows, ranges }: StandingRows): string {
  const named = [...ranges]
    .reverse()
    .slice(0, RANGES_NAMED)
    .map(({ from, to }) => (from === to ? `${from}행` : `${from}~${to}행`))
    .join(', ');
  const more = ranges.length > RANGES_NAMED ? ' 등' : '';
  return `${INPUT_TAB_NAMES[tab]} ${named}${more}(모두 ${counted(rows)}행)`;
}

function orderOfDeleting(standing: readonly StandingRows[]): string {
  const most = Math.max(...standing.map(({ ranges }) => ranges.length));
  if (most === 1) return '';
  const order = ' 행을 지우면 그 아래 행의 번호가 당겨지므로 적힌 차례대로 지워 주세요.';
  return most <= RANGES_NAMED
    ? order
    : `${order} 흩어져 있어 다 적지 못한 행은 날짜(건의사항은 처리일)로 정렬하고 다시 계산하면 한데 모입니다.`;
}

export function rowOfArchivedYearText({ rows, lastYear }: Of<'row-of-archived-year'>): ArchiveMessage {
  return {
    what: `보관한 해(${lastYear}년까지)의 날짜인데 보관할 때와 다른 행이 ${counted(rows)}행 있어 집계하지 않았습니다. ${TAB} 탭의 줄에 이미 들어 있는지 알 수 없기 때문입니다. 여기가 그 첫 행입니다.`,
    remedy: `보관한 행을 일부만 지웠으면 남은 행도 지우면 됩니다. 보관할 때 끝나지 않았던 건의이면 처리일을 적어 주세요. 보관한 뒤에 적거나 고친 행이면, 지운 행을 사본에서 다시 붙이고 ${TAB} 탭의 줄을 모두 지운 다음 다시 보관해 주세요.`,
  };
}

export function asOfBeforeArchiveText({ asOf, lastYear }: Of<'as-of-before-archive'>): ArchiveMessage {
  return {
    what: `기준일 ${shownDate(asOf)} 당시의 건의사항을 모두 셀 수는 없습니다. 보관한 해(${lastYear}년까지)의 건의는 해 단위로만 남아 있어 그해가 끝나야 세고, 그 사이의 처리상황은 알 수 없습니다.`,
    remedy:
      '이 날짜의 보고서는 보관할 때 만든 사본에서 계산해 주세요. 달마다의 숫자는 월별기록에도 있습니다.',
  };
}

export function damagedArchiveText({ damage, lastYear }: Of<'damaged-archive'>): ArchiveMessage {
  return {
    what:
      damage === 'altered'
        ? `${lastYear}년까지를 보관한 줄이 적힌 뒤에 바뀌어 이 보관은 세지 않았습니다.`
        : `${lastYear}년까지를 보관한 줄에 '확인' 줄이 없어 이 보관은 세지 않았습니다. 보관이 도중에 끊겼거나 그 줄이 지워졌습니다.`,
    remedy: `파일 > 버전 기록에서 바뀌기 전의 ${TAB} 탭을 찾아 그대로 되돌려 주세요. 그해부터의 행을 아직 지우지 않았으면 그 보관과 뒤에 한 보관의 줄을 모두 지우고 다시 보관해도 됩니다.`,
  };
}
