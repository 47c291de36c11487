/**
 * Rows of a published table of money that are no plan of a fund: what was spent, percentages, notes and the headings once more. A table
 * often has both, 투자계획 over its funds and 집행액 over the same funds again: to count both would double the plan.
 */
import { isBlank, type RawCell, type RawTab, shownText } from '../../raw.ts';
import { compactReadText } from '../../text-key.ts';
import { headingKey } from '../headings.ts';
import { isFilled, isNote } from '../rows/row-kind.ts';
import { isPlanTotal, isTotalWord } from '../rows/total-words.ts';
import { isNoteLabel, isRemark } from '../years/target-rows.ts';

/** 집행액, 예산집행, 지출, 투자실적, 집행 계: the rows from here on are of what was spent, up to one that says plan. */
const EXECUTED =
  /^(?:기|총|실|연간|당해|누적|예산|투자|사업비|재정)*(?:집행|지출|결산|실적)(?:액|금액|실적|현황|내역|잔액)?(?:합계|소계|계)?$/;
/** 집행률, 비율, 구성비, (%): percentages. */
const RATIO = /(?:비율|비중|구성비|[가-힣]률|[가-힣]율)$/;
const PERCENT_UNIT = /(?:^|\()%\)?$/;
const BULLET = /^[-–—•·ㆍ○●◦ㅇ▪■□◇◆▶▷]+\s*(?=[가-힣【[<〈])/;
const IN_BRACKETS = /^[【[<〈《](.+)[】\]>〉》]$/;
/** What is left of a plan, or the change of it. */
const DIFFERENCE = /^(?:증감액?|잔액|차액|과부족액?|부족액|[기미]?확보액?|미집행액?)$/;

export interface AsideRow {
  /** From 1. */
  readonly row: number;
  readonly label: string;
}

/**
 * The tab without the rows that are no plan, and those of them that hold amounts.
 * @param from index of the first row below the headings.
 * @param fund index of the column of funds.
 * @param labels the indexes of all columns that say what a row is about.
 * @param isFund whether a list has this very name as a fund.
 */
export function withoutAsideRows(
  raw: RawTab,
  from: number,
  fund: number,
  labels: readonly number[],
  isFund: (label: string) => boolean,
): { readonly raw: RawTab; readonly aside: readonly AsideRow[] } {
  const others = labels.filter((column) => column !== fund);
  const headings = raw.rows[from - 1] ?? [];
  const aside: AsideRow[] = [];
  const sections = new Map<number, Section>();
  /** The funds of the plan so far: a fund that comes again below a percentage is a percentage. */
  const planned = new Set<string>();
  const rows = raw.rows.map((cells, index): readonly RawCell[] => {
    if (index < from) return cells;
    const first = cells.find((cell) => !isBlank(cell));
    if (first === undefined) return cells;
    const blanked = cells.map((): RawCell => '');
    if (isNote(first) || (typeof first === 'string' && isNoteLabel(first))) return blanked;
    const label = textAt(cells, fund);
    const repeatsHeading = label !== '' && headingKey(label) === headingKey(textAt(headings, fund));
    if (repeatsHeading || labels.some((column) => isRemark(textAt(cells, column)))) return blanked;
    for (const column of labels) {
      const text = textAt(cells, column);
      if (text !== '')
        sections.set(column, sectionAfter(text, column === fund ? sections.get(column) : undefined, isFund));
    }
    const own = sections.get(fund);
    const isOfOther = others.some(
      (column) => sections.get(column) !== undefined && sections.get(column) !== 'plan',
    );
    const isAgain = own === 'ratio' && (isRatio(label) || planned.has(headingKey(label)));
    const isPart = isDifference(label, isFund) || own === 'executed' || isAgain;
    if (isOfOther || isPart) {
      const shown = label === '' ? (others.map((column) => textAt(cells, column)).find(isText) ?? '') : label;
      if (cells.some((cell, column) => !labels.includes(column) && isFilled(cell))) {
        aside.push({ row: index + 1, label: shown });
      }
      return blanked;
    }
    if (label !== '') planned.add(headingKey(label));
    return withLabel(cells, fund, others);
  });
  return { raw: { ...raw, rows }, aside };
}

type Section = 'plan' | 'executed' | 'ratio';

/**
 * What the rows from a label on are about.
 * @param before what the rows above are about, where a fund or a plain total goes on with it.
 */
function sectionAfter(
  label: string,
  before: Section | undefined,
  isFund: (label: string) => boolean,
): Section {
  if (isFund(label)) return before ?? 'plan';
  if (EXECUTED.test(headingKey(label))) return 'executed';
  if (isRatio(label)) return 'ratio';
  return isPlanTotal(label) ? 'plan' : (before ?? 'plan');
}

function isRatio(label: string): boolean {
  return RATIO.test(headingKey(label)) || PERCENT_UNIT.test(compactReadText(label));
}

function isDifference(label: string, isFund: (label: string) => boolean): boolean {
  return DIFFERENCE.test(headingKey(label)) && !isFund(label);
}

/**
 * The row with its fund, or the word of a total, in the column of funds, as in `합계 |  | 10` below `구분 | 재원`, and without the words of
 * plan and total beside it: they have been read.
 */
function withLabel(cells: readonly RawCell[], fund: number, others: readonly number[]): readonly RawCell[] {
  const isSaid = (text: string) => isTotalWord(text) || isPlanTotal(text);
  const total = others.map((column) => textAt(cells, column)).find(isSaid);
  const label = textAt(cells, fund) === '' ? total : textAt(cells, fund);
  return cells.map((cell, column) => {
    if (column === fund) return label ?? cell;
    return others.includes(column) && isSaid(textAt(cells, column)) ? '' : cell;
  });
}

/** The text of a label without the mark before it: 국비 of `- 국비`, 투자계획 of `【투자계획】`. */
function textAt(cells: readonly RawCell[], column: number): string {
  const text = shownText(cells[column] ?? '').trim();
  const label = text.replace(BULLET, '').replace(IN_BRACKETS, '$1').trim();
  return label === '' ? text : label;
}

function isText(text: string): boolean {
  return text !== '';
}
