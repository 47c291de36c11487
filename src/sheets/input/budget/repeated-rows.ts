/**
 * Finds budget rows that repeat an earlier row, and rows of one funding source and year that differ only in a
 * column nobody reads.
 */
import type { Finding } from '../../../domain/finding.ts';
import { groupBy } from '../../../domain/grouping.ts';
import type { PledgeKey } from '../../../domain/pledge-key.ts';
import type { BudgetPlan } from '../../../domain/records.ts';
import { indexesFrom, isBlank, type RawTab, shownText } from '../../raw.ts';
import { textKey } from '../../text-key.ts';
import { type Headings, headingKey } from '../headings.ts';
import { moneyKind } from './money-labels.ts';

/** A counted row, with its values in the columns that are read. */
export interface ComparedRow {
  readonly row: number;
  readonly pledge: PledgeKey;
  /** Its day or year. Only rows with the same day and amount can be repeats. */
  readonly when: string;
  readonly won: number;
  /** Its other values, compared as JSON, and only with those of rows of the same day and amount. */
  readonly values: unknown;
}

/**
 * Finds each row that repeats an earlier one. The columns that are not read must be equal too.
 * @param texts the fields of columns that are read and not among the values.
 */
export function doubledRows(
  tab: 'budgetPlans' | 'executions',
  rows: readonly ComparedRow[],
  raw: RawTab,
  headings: Headings,
  texts: readonly string[] = [],
): readonly Finding[] {
  const beside = unreadIn(headings, texts);
  const doubled: { readonly row: number; readonly firstRow: number }[] = [];
  for (const alike of ofSameDayAndMoney(rows)) {
    const first = new Map<string, number>();
    for (const { row, pledge, values } of alike) {
      const key = JSON.stringify([pledge, values, beside.map((column) => textIn(raw, row, column))]);
      const firstRow = first.get(key);
      if (firstRow === undefined) first.set(key, row);
      else doubled.push({ row, firstRow });
    }
  }
  return doubled
    .sort((one, other) => one.row - other.row)
    .map(({ row, firstRow }) => ({
      problem: { code: 'doubled-money', firstRow },
      place: { tab, row, field: 'fundingSource' },
    }));
}

function textIn({ rows }: RawTab, row: number, column: number): string {
  const cell = rows[row - 1]?.[column] ?? '';
  return isBlank(cell) ? '' : shownText(cell).trim();
}

/** Returns the groups of two or more rows with the same day and amount. */
function ofSameDayAndMoney(rows: readonly ComparedRow[]): readonly (readonly ComparedRow[])[] {
  const groups: (readonly ComparedRow[])[] = [];
  for (const ofDay of groupBy(rows, ({ when }) => when).values()) {
    if (ofDay.length < 2) continue;
    for (const ofMoney of groupBy(ofDay, ({ won }) => won).values()) {
      if (ofMoney.length > 1) groups.push(ofMoney);
    }
  }
  return groups;
}

/** Headings of columns that say what an amount is for: 세부사업, 내용, 담당부서, 비고. */
export const WHAT_FOR =
  /사업|내용|과제|세부|항목|세목|과목|명$|부서|기관|담당|비고|메모|내역|산출|근거|적요|추진|지표|위치|장소/;
/** Texts that say what an amount is for, below any other heading: 시설비, 도로 정비. */
const NAMES_WORK =
  /(?:사업|비|용역|공사|건립|조성|운영|설치|지원|구축|정비|매입|설계|보조|신규|계속|자체|직접|위탁)$/;

/**
 * Reports rows of one funding source and year that differ only in a column whose words are not understood,
 * such as 구분. 확정 and 요구 may state one amount twice, or two amounts. One finding for the tab.
 * @param fundingSource index of that column. Texts to its left also apply to blank cells below them.
 * @param labelOf the label of a row if it says more than its funding source, else empty.
 */
export function rowsDifferingBeside(
  plans: readonly BudgetPlan[],
  raw: RawTab,
  headings: Headings,
  fundingSource: number,
  labelOf: (row: number) => string,
): readonly Finding[] {
  const beside = unreadIn(headings);
  const carried = beside.map(() => '');
  const textsOf = new Map(
    indexesFrom(raw, headings.row).map((index) => {
      const texts = beside.map((column, at) => {
        const text = textKey(shownText(raw.rows[index]?.[column] ?? ''));
        if (text !== '' || column > fundingSource) carried[at] = text;
        return carried[at] ?? '';
      });
      return [index + 1, texts];
    }),
  );
  const isWhatFor = beside.map((column) => WHAT_FOR.test(headingKey(headings.texts[column] ?? '')));
  const groups = new Map<string, { readonly rows: Map<number, string>; readonly otherTexts: Set<string> }>();
  for (const { pledge, when, fundingSource, planned } of plans) {
    if (planned.amount === 0) continue;
    const texts = textsOf.get(planned.row) ?? [];
    // 당초 and 변경 in 비고 are versions of one plan. They do not say what it is for.
    const isName = texts.map(
      (text, at) => (isWhatFor[at] === true || NAMES_WORK.test(text)) && moneyKind(text) === null,
    );
    const key = JSON.stringify([pledge, when, fundingSource, texts.filter((_, at) => isName[at])]);
    const group = groups.get(key) ?? { rows: new Map(), otherTexts: new Set() };
    groups.set(key, group);
    const others = [...texts.filter((_, at) => isName[at] !== true), labelOf(planned.row)];
    group.rows.set(planned.row, others.join(' '));
    group.otherTexts.add(JSON.stringify(others));
  }
  const rows = new Map(
    [...groups.values()].flatMap((group) => (group.otherTexts.size > 1 ? [...group.rows] : [])),
  );
  const [first] = rows.keys();
  if (first === undefined) return [];
  const named = [...rows].map(([row, label]) => ({ row, label: label.trim() }));
  return [
    {
      problem: { code: 'rows-told-apart', rows: named.sort((one, other) => one.row - other.row) },
      place: { tab: 'budgetPlans', row: first, field: 'fundingSource' },
    },
  ];
}

const NUMBERING = /^(?:연번|순번|번호|일련번호|no\.?|단위)$/;

/**
 * Indexes of the columns that are not read, except those for row numbers and units.
 * @param added fields of columns that are read, and are added to these.
 */
function unreadIn({ cells, texts }: Headings, added: readonly string[] = []): readonly number[] {
  const read = new Set(
    [...cells].flatMap(([field, { column }]) =>
      field.startsWith('column ') || added.includes(field) ? [] : [column - 1],
    ),
  );
  return texts.flatMap((text, column) =>
    read.has(column) || NUMBERING.test(headingKey(text)) ? [] : [column],
  );
}
