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
  const rest = carried === 0 ? '' : ' 그때 끝나지 않은 건의는 건의사항 탭의 행으로 셉니다.';
  return {
    what: `${lastYear}년까지의 숫자는 ${TAB} 탭의 ${counted(lines)}줄로 셉니다. 원래 ${counted(rows)}행을 ${archivedAt}에 접은 것입니다.${rest}`,
    remedy:
      standing.length === 0
        ? '따로 할 일은 없습니다. 그 행들은 보관할 때 만든 사본에 있습니다.'
        : `사본을 만들어 두었으면 ${standing.map(standingText).join(', ')}은 지워도 숫자가 같습니다.`,
  };
}

/** `소통기록 2~91행, 95행(모두 91행)` */
function standingText({ tab, rows, ranges }: StandingRows): string {
  const named = ranges
    .slice(0, RANGES_NAMED)
    .map(({ from, to }) => (from === to ? `${from}행` : `${from}~${to}행`))
    .join(', ');
  const more = ranges.length > RANGES_NAMED ? ' 등' : '';
  return `${INPUT_TAB_NAMES[tab]} ${named}${more}(모두 ${counted(rows)}행)`;
}

export function rowOfArchivedYearText({ rows, lastYear }: Of<'row-of-archived-year'>): ArchiveMessage {
  return {
    what: `보관한 해(${lastYear}년까지)의 날짜인데 보관할 때와 다른 행이 ${counted(rows)}행 있어 집계하지 않았습니다. ${TAB} 탭의 줄에 이미 들어 있는지 알 수 없기 때문입니다. 여기가 그 첫 행입니다.`,
    remedy: `보관한 행을 일부만 지웠으면 남은 행도 지우면 됩니다. 보관한 뒤에 적거나 고친 행이면, 지운 행을 사본에서 다시 붙이고 ${TAB} 탭에서 그 보관의 줄을 모두 지운 다음 다시 보관해 주세요.`,
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
    remedy: `파일 > 버전 기록에서 ${TAB} 탭을 되돌려 주세요. 그해의 행을 아직 지우지 않았으면 그 보관의 줄을 모두 지우고 다시 보관해도 됩니다.`,
  };
}
