/**
 * 이 공약 보기: chooses which pledge of an office's book the detail tabs show. The choice is the same for
 * everybody.
 */

import { NOTHING_KNOWN } from '../sheets/input/nothing-known.ts';
import { readPledgeList } from '../sheets/input/pledges/pledge-list.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { pledgeOfRow } from '../sheets/output/overview/pledge-rows.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import { shownText } from '../sheets/raw.ts';
import { textKey } from '../sheets/text-key.ts';
import { type StoppedAnswer, stopped } from './answers.ts';
import type { Environment } from './ports.ts';
import { recalculate } from './recalculate.ts';
import type { RunAnswer } from './run/run-answer.ts';
import type { StartedBy } from './run/run-log.ts';
import { foreignTabsAmong, keepsOffice } from './workbook-tabs.ts';

const LIST = INPUT_TAB_NAMES.pledgeList;
const OVERVIEW = OUTPUT_TABS.overview;
/** The tab to open after choosing a pledge. */
export const SUMMARY = OUTPUT_TABS.summary;

export const ONE_PLEDGE =
  '공약이 하나인 장부여서 고를 공약이 없습니다. 공약을 여럿 담으려면 메뉴 공약장부 → 설정 → 탭 더하기에서 여러 공약을 고르세요.';

type Selected = { readonly status: 'selected'; readonly number: string } | StoppedAnswer;

/** Remembers the chosen pledge and writes the result tabs for it. */
export function lookAtPledge(environment: Environment, number: string, startedBy: StartedBy): RunAnswer {
  return keepsOffice(environment.workbook.tabNames())
    ? recalculate(environment, 'all', null, startedBy, number, true)
    : stopped(ONE_PLEDGE);
}

/**
 * The pledge whose row is selected in 총괄 or 공약목록.
 * @param cell a cell or a row, in A1 notation
 */
export function pledgeOfSelection(
  { workbook }: Pick<Environment, 'workbook'>,
  tabName: string,
  cell: string,
): Selected {
  if (!keepsOffice(workbook.tabNames())) return stopped(ONE_PLEDGE);
  const key = textKey(tabName);
  const isOverview = key === textKey(OVERVIEW) && foreignTabsAmong(workbook, ['overview']).size === 0;
  if (!isOverview && key !== textKey(LIST)) {
    return stopped(`${OVERVIEW} 탭의 공약별 표나 ${LIST} 탭에서 공약의 줄을 고른 뒤에 누르세요.`);
  }
  const found = workbook.read(isOverview ? [LIST, OVERVIEW] : [LIST]);
  const list = found.get(LIST);
  const pledges = list === undefined ? [] : readPledgeList(list, NOTHING_KNOWN).pledges;
  const row = Number(/\d+/.exec(cell)?.[0]);
  const numbers = pledges.map(({ number }) => number);
  const number = isOverview
    ? pledgeOfRow(found.get(OVERVIEW)?.rows ?? [], row, numbers)
    : (pledges.find((pledge) => pledge.row === row)?.number ?? null);
  if (number !== null) return { status: 'selected', number };
  const isTyped = !isOverview && (list?.rows[row - 1] ?? []).some((each) => shownText(each).trim() !== '');
  return stopped(
    isOverview
      ? `고른 줄에 공약이 없습니다. ${OVERVIEW} 탭 아래쪽의 공약별 표에서 공약의 줄을 고른 뒤에 누르세요.`
      : isTyped
        ? `고른 줄에서 공약을 읽을 수 없습니다. 공약번호와 공약명이 적힌 줄을 고르거나, 점검 탭에서 이 줄의 오류를 확인해 주세요.`
        : `고른 줄에 공약이 없습니다. ${LIST} 탭에서 공약번호가 적힌 줄을 고른 뒤에 누르세요.`,
  );
}
