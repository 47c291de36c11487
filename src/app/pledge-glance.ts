/** The figures of one pledge of an office's book, for the sidebar. Computes everything and writes nothing. */

import { isoDateFrom } from '../domain/date.ts';
import { RECORD_TABS } from '../domain/tabs.ts';
import { type StoppedAnswer, stopped } from './answers.ts';
import { EMPTY_CONTEXT } from './compute/compute.ts';
import { computeBook } from './compute/compute-book.ts';
import type { PledgeGlance } from './glance/glance.ts';
import { pledgeGlanceOf } from './glance/glance-of-report.ts';
import { ONE_PLEDGE } from './look-at-pledge.ts';
import { monthsOnRecord } from './months/close-months.ts';
import type { Environment } from './ports.ts';
import { recordBooks, valuesAsWritten } from './records/record-books.ts';
import { numberToday } from './records/recorded-pledges.ts';
import { noSuchPledge } from './run/run-answer.ts';
import { glanceIn } from './sidebar.ts';
import { foreignTabsAmong, keepsOffice, rawTabs } from './workbook-tabs.ts';

export type SidebarPledge = { readonly status: 'done'; readonly glance: PledgeGlance } | StoppedAnswer;

/** @param number the 공약번호. It is computed as of the date of the last kept run. */
export function pledgeGlance(environment: Environment, number: string): SidebarPledge {
  const { workbook, clock, glances } = environment;
  if (!keepsOffice(workbook.tabNames())) return stopped(ONE_PLEDGE);
  const tabs = rawTabs(workbook);
  const books = recordBooks(environment, foreignTabsAmong(workbook, RECORD_TABS));
  const order = {
    requestedAsOf: isoDateFrom(glanceIn(glances.kept())?.asOf ?? ''),
    today: clock.today(),
    pledge: number,
  };
  const book = computeBook(tabs, order, {
    ...EMPTY_CONTEXT,
    history: valuesAsWritten(books.history),
    closedMonths: monthsOnRecord(books, numberToday(tabs, books)).records,
  });
  if (!book.isAskedFor) return stopped(noSuchPledge(number, book));
  const computed = book.shown?.computed;
  return computed === undefined || computed.report === null
    ? stopped('이 공약은 계산할 수 없습니다. 점검 탭을 봐 주세요.')
    : { status: 'done', glance: pledgeGlanceOf(computed.report, computed.findings, computed.read.names) };
}
