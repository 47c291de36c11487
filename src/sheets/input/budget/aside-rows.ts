/**
 * Sets aside the rows of a published budget table that are not planned amounts: money spent, percentages, the
 * plan before a change, notes and repeated headings. Such a table often lists 투자계획 by funding source and then
 * 집행액 by the same funding sources. Counting both would double the plan.
 */
import { indexesFrom, isBlank, type RawCell, type RawTab, shownText, withRows } from '../../raw.ts';
import { headingKey } from '../headings.ts';
import { firstContent, isFilled, saysAside } from '../rows/row-kind.ts';
import { isMoneyTotal } from '../totals/total-words.ts';
import { isNoteLabel, isRemark } from '../years/target-rows.ts';
import {
  fundingSourcesTogether,
  type MoneyKind,
  type MoneyLabel,
  moneyLabel,
  standsAside,
} from './money-labels.ts';

/** A mark or the number of an item: `- 국비`, `가. 국비`. 국.도비 has none: items are not numbered 국. */
const BULLET =
  /^(?:[-–—•·ㆍ○●◦ㅇ▪■□◇◆▶▷①-⑳]+|\(?(?:\d{1,2}|[가나다라마바사아자차카타파하])[.)])\s*(?=[가-힣A-Za-zΣ∑【[<〈])/;
/** The parts of 지방비. If the two rows below 지방비 are such parts, 지방비 is their sum and is set aside. */
const LOCAL = /^(?:시|도|시·?도|군|구|시·?군|시·?군·?구)비?$/;
/**
 * Headings of columns that name projects or tasks. A new name below such a heading starts a separate plan.
 */
const WORK = /사업|과제|내용|세부|항목|명$/;
const IN_BRACKETS = /^[【[<〈《](.+)[】\]>〉》]$/;

export interface AsideRow {
  /** Row number, from 1. */
  readonly row: number;
  readonly label: string;
}

/** The layout of a budget table, as indexes from 0. */
export interface MoneyColumns {
  /** True for a list, where each row has its own year and one amount. */
  readonly isList: boolean;
  /** Index of the row of headings. */
  readonly heading: number;
  readonly fundingSource: number;
  /** All label columns, including that of the funding source. */
  readonly labels: readonly number[];
  /**
   * Columns of the pledge and the year. A section label such as 집행액 applies to the rows below it only while
   * these stay the same.
   */
  readonly scopes: readonly number[];
}

/**
 * The kinds that are counted where a table holds both of a pair: 변경 (`after`) rather than 당초, 연간 (`yearly`)
 * rather than 누적.
 */
export type CountedKind = Extract<MoneyKind, 'after' | 'yearly'>;

export interface WithoutAside {
  readonly raw: RawTab;
  /** The rows set aside that hold amounts. */
  readonly aside: readonly AsideRow[];
  readonly counted: readonly CountedKind[];
}

/** What the labels of a row say. */
interface LabelledRow {
  readonly own: MoneyLabel;
  readonly text: string;
  /** Names of projects in the row, such as 도로 below 세부사업. */
  readonly works: readonly string[];
  /** The kind in each other label column: null if its text names no kind, undefined if it is blank. */
  readonly others: readonly (MoneyKind | null | undefined)[];
  readonly scope: readonly string[];
}

/**
 * Blanks the rows that are not planned amounts.
 * @param isFundingSource whether the office's list has exactly this name as a funding source.
 */
export function withoutAsideRows(
  raw: RawTab,
  columns: MoneyColumns,
  isFundingSource: (label: string) => boolean,
): WithoutAside {
  const { heading, fundingSource, labels, scopes, isList } = columns;
  const others = labels.filter((column) => column !== fundingSource);
  const headings = raw.rows[heading] ?? [];
  const works = others.filter((column) => column < fundingSource && WORK.test(textAt(headings, column)));
  const known = new Map<string, MoneyLabel>();
  const labelOf = (text: string): MoneyLabel => {
    const label = known.get(text) ?? moneyLabel(text, isFundingSource);
    known.set(text, label);
    return label;
  };
  const labelledRow = (cells: readonly RawCell[]): LabelledRow | null => {
    const first = cells.find((cell) => !isBlank(cell));
    if (first === undefined || saysAside(first)) return null;
    if (!isList && typeof first === 'string' && isNoteLabel(first)) return null;
    const text = textAt(cells, fundingSource);
    if (text !== '' && headingKey(text) === headingKey(textAt(headings, fundingSource))) return null;
    const isNamed = text === '' ? others : [fundingSource];
    if (isNamed.some((column) => isRemark(textAt(cells, column)))) return null;
    const kindAt = (column: number) => {
      const label = textAt(cells, column);
      return label === '' ? undefined : labelOf(label).kind;
    };
    return {
      // In a list 누계 is the total of all rows, not the kind `cumulative`.
      own: isList && isMoneyTotal(text) ? { fundingSource: text, kind: null, unit: null } : labelOf(text),
      text,
      others: others.map(kindAt),
      scope: scopes.map((column) => textAt(cells, column)),
      works: works.map((column) => textAt(cells, column)).filter(isText),
    };
  };
  /** Keyed by the row's index in the tab. */
  const labelled = new Map<number, LabelledRow>();
  for (const index of indexesFrom(raw, heading + 1)) {
    const row = labelledRow(raw.rows[index] ?? []);
    if (row !== null) labelled.set(index, row);
  }
  const kindsOf = (kindIn: (row: LabelledRow) => MoneyKind | null | undefined) =>
    new Set([...labelled.values()].flatMap((row) => kindIn(row) ?? []));
  const ofHeaders = kindsOf(({ own }) => (own.fundingSource === '' ? own.kind : null));
  const ofFundingSources = kindsOf(({ own }) => (own.fundingSource === '' ? null : own.kind));
  const ofOthers = others.map((_, at) => kindsOf((row) => row.others[at]));

  const fundingSources = new Set([...labelled.values()].map(({ own }) => headingKey(own.fundingSource)));

  /** Rows whose label names a kind but no funding source, such as 집행액. They head the rows below them. */
  const sections = [...labelled].flatMap(([at, { own }]) =>
    own.fundingSource === '' && own.kind !== null ? [{ at, kind: own.kind }] : [],
  );
  /**
   * The kind of the next section below a row that is of the same kind or of the plan; null if there is none.
   * In `국비 | 집행액 | 시비 | 집행액` it is the same kind.
   */
  const nextSection = (kind: MoneyKind, below: number): MoneyKind | null =>
    sections.find(({ at, kind: each }) => at > below && (each === kind || !standsAside(each, ofHeaders)))
      ?.kind ?? null;
  const aside: AsideRow[] = [];
  let section: LabelledRow | null = null;
  const carried: (MoneyKind | null)[] = others.map(() => null);
  /** Labels of the plan so far. One that recurs in a section such as 집행률 belongs to that section. */
  const planned = new Set<string>();
  const named = new Set<string>();
  const isInSection = (row: LabelledRow, index: number): boolean => {
    const kind = section?.own.kind ?? null;
    if (kind === null || row.own.kind !== null || !standsAside(kind, ofHeaders)) return false;
    if (section?.scope.some((scope, at) => scope !== '' && scope !== row.scope[at]) === true) return false;
    if (planned.has(headingKey(row.text))) return true;
    const next = nextSection(kind, index);
    const isPlanBelow = next !== null && next !== kind;
    if (kind === 'ratio' || kind === 'difference' || kind === 'secured')
      return planned.size === 0 && isPlanBelow;
    return planned.size === 0 || next !== kind;
  };
  const without = withRows(raw, (cells, index) => {
    if (index <= heading || cells.every(isBlank)) return cells;
    const row = labelled.get(index) ?? null;
    const blanked = cells.map((): RawCell => '');
    // A note stays, because a unit that it names is reported.
    if (row === null) return saysAside(firstContent(cells, null) ?? '') ? cells : blanked;
    const { text } = row;
    const { fundingSource: name, kind: ownKind } = row.own;
    for (const [at, kind] of row.others.entries()) {
      if (kind !== undefined) carried[at] = kind;
      else if (isList && (others[at] ?? 0) > fundingSource) carried[at] = null;
    }
    // A project named for the first time starts a plan of its own. One named before continues the section,
    // such as 도로 again below 집행액.
    if (row.works.some((work) => !named.has(work))) {
      section = null;
      planned.clear();
    }
    for (const work of row.works) named.add(work);
    if (name === '' && ownKind !== null) section = row;
    const parts = fundingSourcesTogether(name, isFundingSource).map(headingKey);
    const isAside =
      carried.some((kind, at) => standsAside(kind, ofOthers[at] ?? new Set())) ||
      standsAside(ownKind, name === '' ? ofHeaders : ofFundingSources) ||
      isInSection(row, index) ||
      (parts.length > 0 && parts.every((part) => fundingSources.has(part))) ||
      (headingKey(name) === '지방비' &&
        [1, 2].every((below) => LOCAL.test(labelled.get(index + below)?.text ?? '')));
    if (isAside) {
      const shown = text === '' ? (others.map((column) => textAt(cells, column)).find(isText) ?? '') : text;
      if (cells.some((cell, column) => !labels.includes(column) && isFilled(cell))) {
        aside.push({ row: index + 1, label: shown });
      }
      return blanked;
    }
    if (text !== '') planned.add(headingKey(name === '' ? text : name));
    const { unit } = row.own;
    const withUnit = `${name}${unit === null ? '' : `(${unit})`}`;
    return withLabel(
      cells,
      ownKind === null || name === '' ? text : withUnit,
      fundingSource,
      others,
      row.others,
    );
  });
  const hasBoth = (counts: MoneyKind, not: MoneyKind) =>
    [ofHeaders, ofFundingSources, ...ofOthers].some((kinds) => kinds.has(counts) && kinds.has(not));
  const counted: CountedKind[] = [];
  if (hasBoth('after', 'before') || hasBoth('after', 'plan')) counted.push('after');
  if (hasBoth('yearly', 'cumulative')) counted.push('yearly');
  return { raw: without, aside, counted };
}

/**
 * Puts the funding source, or the word for a total, into the column of funding sources: `합계 |  | 10` below
 * `구분 | 재원`. Blanks the words for plan and total in the other label columns, as they have been read.
 */
function withLabel(
  cells: readonly RawCell[],
  label: string,
  fundingSource: number,
  others: readonly number[],
  kinds: LabelledRow['others'],
): readonly RawCell[] {
  const holdsKindOrTotal = (column: number) =>
    (kinds[others.indexOf(column)] ?? null) !== null || isMoneyTotal(textAt(cells, column));
  const total = others.find(holdsKindOrTotal);
  const shown = label === '' && total !== undefined ? textAt(cells, total) : label;
  return cells.map((cell, column) => {
    if (column === fundingSource) return shown === '' ? cell : shown;
    return others.includes(column) && holdsKindOrTotal(column) ? '' : cell;
  });
}

/** The text of a label without bullet, numbering or brackets: 국비 for `- 국비`, 투자계획 for `【투자계획】`. */
function textAt(cells: readonly RawCell[], column: number): string {
  const text = shownText(cells[column] ?? '').trim();
  const label = text.replace(BULLET, '').replace(IN_BRACKETS, '$1').trim();
  return label === '' ? text : label;
}

function isText(text: string): boolean {
  return text !== '';
}
