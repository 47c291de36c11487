/** The columns of 공약목록. Settings stay raw cells, which the readers of 공약 read. */
import { accepted, DASH, ERROR_VALUE, flagged, type Parsed } from '../../cells/parsed.ts';
import { type RawCell, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import {
  defineTab,
  labelRawColumn,
  requiredRawColumn,
  requiredTextColumn,
  sharedTextColumn,
  shareRawColumn,
} from '../columns.ts';
import {
  countOfPledges,
  isCountedTotal,
  isNamedSum,
  isNamedTotal,
  isTotalWord,
} from '../totals/total-words.ts';

/** Words of a total. No number of a pledge and no field ends in one. */
const isTotal = (text: string) => isTotalWord(text) || isNamedTotal(text) || isCountedTotal(text);
/** Leaves out 계, because a pledge or a department may be named 두레 계. */
const isTotalOfPledges = (text: string) => isTotalWord(text) || isNamedSum(text) || isCountedTotal(text);

/** A section that says how many pledges follow has no number: `복지 | 1건`. */
const hasDigit = (cell: RawCell) => /\d/.test(shownText(cell));

/** Any cell is a number of a pledge, except one that says that there is none: `-`, 없음. */
function parseNumber(cell: RawCell): Parsed<RawCell> {
  const text = typeof cell === 'string' ? compactReadText(cell) : '';
  const found = shownText(cell).trim();
  if (ERROR_VALUE.test(text)) return flagged({ code: 'error-value', found });
  return DASH.test(text) || text === '없음'
    ? flagged({ code: 'not-a-pledge-number', found })
    : accepted(cell);
}

export const pledgeListTab = defineTab('pledgeList', '공약목록', {
  number: {
    ...requiredRawColumn({ heading: '공약번호', aliases: ['공약관리번호', '공약코드'], required: true }),
    isTotal,
    parse: parseNumber,
  },
  name: {
    ...requiredTextColumn({ heading: '공약명', aliases: ['공약사업명', '공약', '사업명'], required: true }),
    isTotal: (text, cells, index) =>
      isTotalOfPledges(text) || (countOfPledges(text) !== null && !cells.slice(0, index).some(hasDigit)),
  },
  field: {
    ...sharedTextColumn({ heading: '분야', aliases: ['공약분야', '정책분야'], counts: true }),
    isTotal,
  },
  department: {
    ...labelRawColumn({ heading: '담당부서', aliases: ['부서', '주관부서'] }),
    isTotal: isTotalOfPledges,
  },
  executingBody: labelRawColumn({ heading: '사업주체' }),
  termKind: labelRawColumn({ heading: '임기구분' }),
  progressKind: labelRawColumn({ heading: '추진구분' }),
  startYear: labelRawColumn({ heading: '시작연도', aliases: ['시작년도', '시작'] }),
  endYear: labelRawColumn({ heading: '종료연도', aliases: ['종료년도', '종료'] }),
  totalCostWon: shareRawColumn({ heading: '총사업비(백만원)' }),
  indicator: labelRawColumn({ heading: '확인지표', aliases: ['공약이행 확인지표', '지표', '지표명'] }),
  kind: labelRawColumn({ heading: '집계', aliases: ['집계방법', '집계방식'] }),
  unit: labelRawColumn({ heading: '지표단위', aliases: ['단위'] }),
  baseline: shareRawColumn({ heading: '기준값', aliases: ['기준치'] }),
  finalTarget: shareRawColumn({ heading: '최종목표', aliases: ['목표', '최종 목표치'] }),
  implementationPercent: shareRawColumn({ heading: '이행률', aliases: ['추진율', '진척률'] }),
  chosenStatus: labelRawColumn({ heading: '이행구분', aliases: ['추진상태', '이행상황'] }),
  policyGoal: labelRawColumn({ heading: '정책목표' }),
  policyOutline: labelRawColumn({ heading: '정책개요' }),
  amendments: labelRawColumn({ heading: '수정사항' }),
});
