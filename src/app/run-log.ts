/** 실행기록: one row a run, appended when everything else has been written. */
import type { RowAccounts } from '../domain/row-account.ts';
import type { ListedFinding } from '../sheets/output/listed-finding.ts';
import type { AppendPlan } from './ports.ts';

export interface RunLogEntry {
  readonly timestamp: string;
  readonly action: string;
  readonly asOf: string;
  readonly accounts: RowAccounts;
  readonly findings: readonly ListedFinding[];
  readonly outcome: string;
  readonly seconds: number;
}

const HEADINGS = [
  '시각',
  '무엇을',
  '기준일',
  '읽은 행',
  '집계',
  '빠진 행',
  '오류',
  '경고',
  '알림',
  '결과',
  '걸린 초',
];

export function runLogPlan(entry: RunLogEntry): AppendPlan {
  const accounts = Object.values(entry.accounts);
  const sum = (of: (account: (typeof accounts)[number]) => number) =>
    accounts.reduce((total, account) => total + of(account), 0);
  const findingsOf = (severity: ListedFinding['severity']) =>
    entry.findings.filter((finding) => finding.severity === severity).length;
  return {
    tab: 'runLog',
    headings: HEADINGS,
    rows: [
      [
        entry.timestamp,
        entry.action,
        entry.asOf,
        sum(({ read }) => read),
        sum(({ counted }) => counted),
        sum(({ excluded }) => excluded),
        findingsOf('error'),
        findingsOf('warning'),
        findingsOf('notice'),
        entry.outcome,
        entry.seconds,
      ],
    ],
    columnWidths: [150, 160, 100, 80, 80, 80, 60, 60, 60, 300, 80],
  };
}
