/**
 * The text that `npm start` and `npm run recalc` print: key figures, first findings, and with `--all` the
 * result tabs.
 */
import type { IndicatorResult } from '../../app/result/pledge-result.ts';
import type { ResultFinding, RunResult } from '../../app/result/run-result.ts';
import { type Group, groupBy } from '../../domain/grouping.ts';
import { severityName } from '../../sheets/messages.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { findingCounts } from '../../sheets/output/results/audit-grid.ts';
import type { CallCount, DocumentState } from '../host/host.ts';
import { displayedTabs } from './result-json.ts';
import { shortened, tableLines } from './terminal.ts';

const MILLION = 1_000_000;
/** In columns. A terminal has 80, and some in Korea draw `…` and `·` two columns wide. */
const WIDEST_LINE = 78;
const MOST_FINDINGS = 3;
const TABS_PRINTED = ['소통누적', '건의현황', '예산현황'] as const;
const OFFICE_TABS_PRINTED = ['총괄'] as const;

/** What `--all` adds: the result tabs, and the service calls of a run whose result tabs exist already. */
export interface WholeBook {
  readonly document: DocumentState;
  readonly calls: CallCount;
}

/**
 * @param whole null: the result tabs are not printed, and `command` is named instead
 * @param command command line that prints the result tabs too
 */
export function summaryText(result: RunResult, whole: WholeBook | null, command: string): string {
  const tabs = whole === null ? {} : displayedTabs(whole.document);
  const last =
    whole === null
      ? `결과 탭의 표까지 보려면: ${command}`
      : `서비스 호출 ${whole.calls.transfers}번 (읽고 쓰는 호출; 그 밖에 대상만 가리키는 호출 ${whole.calls.handles}번)`;
  return [
    ...headline(result),
    ...(result.pledge === null ? OFFICE_TABS_PRINTED : TABS_PRINTED).flatMap((name) =>
      tabs[name] === undefined ? [] : ['', ...tableLines(tabs[name])],
    ),
    '',
    ...lookFirst(result),
    '',
    last,
  ].join('\n');
}

function headline(result: RunResult): readonly string[] {
  const { asOf, pledge, suggestions, budget } = result;
  if (pledge === null) return officeHeadline(result);
  // A book of one pledge has only that one. In an office's book, show the one that was asked for.
  const pledges = result.pledges.filter(
    ({ number }) => result.pledges.length === 1 || number === pledge.number,
  );
  const lines = [`공약 ${pledge.number ?? '(번호 없음)'} ${pledge.name ?? ''}`.trimEnd(), `기준일 ${asOf}`];
  for (const { indicators, status, ratePercent, rateFrom } of pledges) {
    const named = status.chosen ?? (status.suggested === null ? '' : `${status.suggested}(제안)`);
    const [only, ...others] = indicators;
    if (only !== undefined && others.length === 0 && rateFrom !== 'stated') {
      lines.push(`${indicatorText(only)}  ${named}`.trimEnd());
      continue;
    }
    lines.push(
      ...indicators.map((indicator) => `${indicator.name ?? ''} ${indicatorText(indicator)}`.trimStart()),
    );
    if (ratePercent === null && named === '') continue;
    const from = rateFrom === 'stated' ? ' (자체평가)' : '';
    lines.push(`이행률 ${ratePercent === null ? '-' : `${ratePercent} %`}${from}  ${named}`.trimEnd());
  }
  if (suggestions !== null) lines.push(`건의 ${withCommas(suggestions.total)}건`);
  if (budget !== null) {
    const { executedWon, plannedWon, ratePercent } = budget;
    lines.push(`예산 ${millions(executedWon)}/${millions(plannedWon)}백만원${rateText(ratePercent)}`);
  }
  return lines;
}

/** `공약 24건  완료 3 · 정상추진 15 · 일부추진 6`, then the figures of the whole office. */
function officeHeadline({ asOf, overview }: RunResult): readonly string[] {
  const { pledges, statuses, meanRatePercent, completedPercent, yearTarget, fields } = overview;
  const named = Object.entries(statuses).map(([name, count]) => `${name} ${withCommas(count)}`);
  const sumOf = (key: 'plannedWon' | 'executedWon') =>
    fields.reduce((sum, field) => sum + (field[key] ?? 0), 0);
  return [
    `공약 ${withCommas(pledges)}건  ${named.join(' · ')}`.trimEnd(),
    `기준일 ${asOf}`,
    `평균 이행률${meanRatePercent === null ? ' -' : ` ${meanRatePercent} %`}  완료${completedPercent === null ? ' -' : ` ${completedPercent} %`}  올해 목표 달성 ${withCommas(yearTarget.reached)} / ${withCommas(yearTarget.of)}`,
    `예산 ${millions(sumOf('executedWon'))}/${millions(sumOf('plannedWon'))}백만원`,
    '공약 하나를 보려면: npm run recalc -- … --pledge 공약번호',
  ];
}

/** `소통 108회 / 200회 = 54 %`. */
function indicatorText({ kind, unit, value, target, ratePercent }: IndicatorResult): string {
  const name = kind === '누적' ? '실적' : kind;
  const whole = target === null ? '' : ` / ${withCommas(target)}${unit}`;
  return `${name} ${value === null ? '-' : `${withCommas(value)}${unit}`}${whole}${rateText(ratePercent)}`;
}

function rateText(percent: number | null): string {
  return percent === null ? '' : ` = ${percent} %`;
}

function millions(won: number | null): string {
  return won === null ? '-' : (won / MILLION).toLocaleString('ko-KR', { maximumFractionDigits: 6 });
}

/**
 * The number of findings, and the first cell of each of the most severe kinds: of the shown pledge, or of
 * all.
 */
function lookFirst({ findings, pledge, pledges }: RunResult): readonly string[] {
  const inAudit = `점검 탭에 ${findingCounts(findings)}`;
  if (pledge === null || pledges.length <= 1) return [`먼저 볼 것 (${inAudit})`, ...firstKinds(findings)];
  const own = findings.filter((finding) => finding.pledge === pledge.number);
  return [
    `공약 ${pledge.number ?? '(번호 없음)'}에서 먼저 볼 것 (${findingCounts(own)})`,
    ...firstKinds(own),
    `장부 전체로는 ${inAudit}`,
  ];
}

function firstKinds(findings: readonly ResultFinding[]): readonly string[] {
  const kinds = [...groupBy(findings, ({ code, tab }) => `${code} ${tab}`).values()];
  return kinds.slice(0, MOST_FINDINGS).map((kind) => shortened(kindText(kind), WIDEST_LINE));
}

/** `오류 소통기록 A2 외 3곳: '모름'을 날짜로 읽을 수 없어 …` */
function kindText([first, ...others]: Readonly<Group<ResultFinding>>): string {
  const place = [severityName(first.severity), first.tab, first.cell].filter((part) => part !== '').join(' ');
  const more = others.length === 0 ? '' : ` 외 ${withCommas(others.length)}곳`;
  return `${place}${more}: ${first.message}`;
}
