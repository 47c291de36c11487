/** 지난 연도 보관하기: the rows of closed years, folded into lines that count for them, so that a person may delete the rows. */
import type { ArchiveBlock, StoredBlock } from '../domain/archive.ts';
import { lastBlock } from '../domain/archive.ts';
import { archiveBlock } from '../domain/archiving.ts';
import { type IsoDate, lastDayOfYear, monthTextOf } from '../domain/date.ts';
import { RECORD_TABS } from '../domain/tabs.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { counted } from '../sheets/numbers.ts';
import { archiveBlocksIn, archiveTable } from '../sheets/output/archive.ts';
import type { AppendedTable } from '../sheets/output/own-table.ts';
import { OUTPUT_TABS } from '../sheets/output/tabs.ts';
import { subjectParticle } from '../sheets/particles.ts';
import { personalDataIn, withoutPersonalData } from '../sheets/personal-data.ts';
import { plainText } from '../sheets/text-key.ts';
import { type Archive, archiveOf } from './archive.ts';
import { BUSY } from './busy.ts';
import { recordNeed, refuseOverflow } from './capacity.ts';
import { type ClosedMonths, closedMonths } from './close-months.ts';
import { type Computed, computed, computedAt, foreignTabsAmong, NOTHING_AROUND, rawTabs } from './compute.ts';
import { type Environment, Stopped } from './ports.ts';
import { runLine } from './run-line.ts';
import { DONE, RUN_LOG_LAYOUT } from './run-log.ts';
import { runResultOf } from './run-result.ts';
import { type StatusHistory, statusHistory } from './status-history.ts';

export type ArchiveAnswer =
  | {
      readonly status: 'done';
      readonly lastYear: number;
      /** Lines that were written, and the rows that they count for. */
      readonly lines: number;
      readonly rows: number;
      readonly message: string;
    }
  /** Nothing was written; each message says why and what to do. */
  | { readonly status: 'stopped'; readonly messages: readonly string[] };

const ACTION = '지난 연도 보관하기';
const TAB = OUTPUT_TABS.archive;

export const ARCHIVE_QUESTION = `몇 년까지의 행을 보관할까요? 2024처럼 12월까지 마감한 해를 적어 주세요.
소통기록·건의사항·예산집행에서 그해까지의 행을 ${TAB} 탭의 몇 줄로 접습니다. 행은 지우지 않습니다. 그 뒤에 점검 탭이 알려 주는 행을 지워도 숫자는 그대로입니다. 그해 안의 날짜로 다시 만드는 보고서는 사본에서 계산해야 하고, 그해의 행은 더 적거나 고칠 수 없습니다.
그러므로 빠진 것이 없는지 보고, 먼저 파일 > 사본 만들기로 모든 행을 사본에 남겨 주세요.`;

/** `2024`, `2024년`; null where something else is written. */
export function yearIn(typed: string): number | null {
  const match = /^(\d{4})\s*년?$/.exec(plainText(typed).trim());
  return match === null ? null : Number(match[1]);
}

/** @param typed what a person answered to {@link ARCHIVE_QUESTION}. */
export function archiveYears(environment: Environment, typed: string): ArchiveAnswer {
  const lastYear = yearIn(typed);
  if (lastYear === null) {
    return stopped(`'${withoutPersonalData(typed.trim())}'에서 해를 읽을 수 없습니다. 2024처럼 적어 주세요.`);
  }
  const { lock } = environment;
  if (!lock.take()) return stopped(BUSY);
  try {
    return archived(environment, lastYear);
  } finally {
    lock.release();
  }
}

function archived(environment: Environment, lastYear: number): ArchiveAnswer {
  const { workbook, clock, pace } = environment;
  const foreign = foreignTabsAmong(workbook, [...RECORD_TABS, 'runLog']);
  const log = foreign.has('runLog') ? null : workbook.log(RUN_LOG_LAYOUT);
  const line = runLine(environment, { action: ACTION, starter: 'menu' }, log);
  try {
    const asOf = lastDayOfYear(lastYear);
    const today = clock.today();
    const sizes = workbook.sizes();
    const tabs = rawTabs(workbook, pace);
    const history = statusHistory(workbook, foreign);
    const closed = closedMonths(workbook, foreign);
    const archive = archiveOf(workbook, foreign);
    pace.step('계산');
    const around = { ...NOTHING_AROUND, history: history.changes, archive: archive.blocks };
    const now = computed(tabs, asOf, today, around);
    line.found({ asOf, accounts: now.accounts, findings: now.findings });
    const obstacle = archivingObstacle(lastYear, now, { closed, history, archive });
    if (obstacle !== null || archive.log === null) return stopped(obstacle ?? '');

    pace.step('접기');
    const { records } = now.read;
    const block = archiveBlock(records, history.changes, { lastYear, archivedAt: line.timestamp, today });
    if (holdsPersonalData(block)) return stopped(PERSONAL_DATA);
    const table = archiveTable(block);
    const stored = storedBlock(table);
    const after = computed(tabs, asOf, today, { ...around, archive: [...archive.blocks, stored] });
    const figuresToday = ({ read }: Computed) => figuresText(computedAt(read, today, today, history.changes));
    for (const figures of [figuresText, figuresToday]) {
      if (figures(now) !== figures(after)) throw new Error('the lines give other figures than their rows');
    }
    refuseOverflow(sizes, [
      recordNeed('archive', archive.log.room(table.rows.length)),
      ...(log === null ? [] : [recordNeed('runLog', log.room(1))]),
    ]);
    // Lines without their last one count nothing, so what is broken off in between leaves all as it was.
    archive.log.append(table.rows);
    const answer = answerOf(block, after);
    line.end(`${DONE}, ${answer.message}`);
    workbook.flush();
    return answer;
  } catch (error) {
    line.breakOff(error);
    if (error instanceof Stopped) return stopped(error.message);
    throw error;
  }
}

const PERSONAL_DATA = `분류·출처·동·부서나 내용 칸에 개인정보로 보이는 글이 있어 ${TAB} 탭에 옮겨 적지 않았습니다. 점검 탭을 보고 고친 뒤 다시 해 주세요.`;

/** Whether any text that a person typed and that would be written down holds personal data. Fingerprints may look like it. */
function holdsPersonalData({ lines, order }: ArchiveBlock): boolean {
  const texts = [
    ...lines.flatMap((line) => (line.tab === 'meetings' ? [line.name, line.content] : [])),
    ...order.map(({ name }) => name),
  ];
  return texts.some((text) => text !== null && personalDataIn(text) !== null);
}

/** The block as it will be read again. */
function storedBlock({ headings, rows }: AppendedTable): StoredBlock {
  const { blocks, findings } = archiveBlocksIn({ name: TAB, rows: [headings, ...rows] });
  const [stored] = blocks;
  if (stored === undefined || findings.length > 0) throw new Error('the lines cannot be read again');
  return stored;
}

/** The figures alone: which rows were read is no part of them. */
function figuresText({ report, accounts, findings }: Computed): string {
  if (report === null) return '';
  const { meetings, suggestions, budget } = runResultOf(report, accounts, findings);
  return JSON.stringify({ meetings, suggestions, budget });
}

function answerOf(
  { lastYear, lines }: ArchiveBlock,
  { findings }: Computed,
): ArchiveAnswer & { status: 'done' } {
  const rows = lines.reduce((sum, line) => sum + line.rows, 0);
  const remedy = findings.find(({ code }) => code === 'archived-years')?.remedy ?? '';
  return {
    status: 'done',
    lastYear,
    lines: lines.length,
    rows,
    message: `${lastYear}년까지의 ${counted(rows)}행을 ${TAB} 탭의 ${counted(lines.length)}줄로 접었습니다. ${remedy}`,
  };
}

/** Why the years cannot be archived, in a sentence; null where they can. Nothing is folded that is not known to be right. */
function archivingObstacle(
  lastYear: number,
  { read, report, accounts, findings }: Computed,
  kept: { readonly closed: ClosedMonths; readonly history: StatusHistory; readonly archive: Archive },
): string | null {
  const { closed, history, archive } = kept;
  const { records } = read;
  if (archive.log === null || closed.log === null) {
    return `${archive.log === null ? TAB : OUTPUT_TABS.monthlyRecords} 탭이 공약장부가 만든 것이 아니어서 보관할 수 없습니다. 그 탭의 이름을 바꾼 뒤 다시 해 주세요.`;
  }
  if ([...history.findings, ...closed.findings, ...archive.findings].length > 0) {
    return '처리이력·월별기록·보관 탭에 읽을 수 없거나 바뀐 줄이 있습니다. 전체 다시 계산을 누르고 점검 탭을 보아 되돌린 뒤 다시 해 주세요.';
  }
  const archivedUpTo = lastBlock(archive.blocks)?.lastYear ?? null;
  if (archivedUpTo !== null && lastYear <= archivedUpTo) {
    return `${archivedUpTo}년까지는 이미 보관했습니다.`;
  }
  const december = monthTextOf(lastDayOfYear(lastYear));
  if (!closed.records.some(({ month }) => month === december)) {
    return `${lastYear}년 12월이 월별기록에 없습니다. 12월까지 마감한 해만 보관할 수 있습니다.`;
  }
  if (report === null || LOGS.some((tab) => records[tab] === null)) {
    return `빠진 탭이나 제목이 있어 보관할 수 없습니다. ${findings[0]?.what ?? ''}`;
  }
  const unread = LOGS.filter((tab) => (accounts[tab]?.excluded ?? 0) > 0);
  if (unread.length > 0) {
    return `${unread.map((tab) => INPUT_TAB_NAMES[tab]).join(', ')} 탭에 집계하지 못한 행이 있습니다. 점검 탭의 오류를 모두 고친 뒤 다시 해 주세요. 보관한 뒤에는 그해의 행을 새로 셀 수 없기 때문입니다.`;
  }
  const doubled = doubledNumber(records.suggestions ?? []);
  if (doubled !== null) {
    return `접수번호 '${withoutPersonalData(doubled)}'${subjectParticle(doubled)} 건의사항 탭에 두 번 있습니다. 한쪽을 고친 뒤 다시 해 주세요.`;
  }
  const isOld = ({ date }: { readonly date: { readonly last: IsoDate } }) =>
    date.last <= lastDayOfYear(lastYear);
  return LOGS.some((tab) => records[tab]?.some(isOld)) ? null : `${lastYear}년까지의 행이 없습니다.`;
}

const LOGS = ['meetings', 'suggestions', 'executions'] as const;

/** A receipt number that two rows bear, whenever they are dated: once one of them is gone, nobody could tell. */
function doubledNumber(suggestions: readonly { readonly number: string | null }[]): string | null {
  const seen = new Set<string>();
  for (const { number } of suggestions) {
    if (number === null) continue;
    if (seen.has(number)) return number;
    seen.add(number);
  }
  return null;
}

function stopped(message: string): ArchiveAnswer {
  return { status: 'stopped', messages: [message] };
}
