/** What the buttons of the sidebar do: each calls the script and shows the result. */
import { type StateUpdater, useState } from 'preact/hooks';
import type { AddableName } from '../../app/glance/glance-findings.ts';
import type { SidebarAnswer, SidebarState } from '../../app/sidebar.ts';
import type { Beginning } from '../beginnings.ts';
import { dateText } from '../format.ts';
import type { Jump } from '../parts.tsx';
import type { Comparison } from '../sections/changes.tsx';
import type { MonthlySetting } from '../sections/runs.tsx';
import { call } from '../server.ts';
import { troubleOf } from '../trouble.ts';
import { addedKey, type Ledger, type Traced } from './ledger.ts';
import { COMPUTE, SEARCH, TRACE } from './use-focus-return.ts';
import type { FreshnessShown } from './use-freshness.ts';
import type { Tasks } from './use-tasks.ts';

const REPORT = '실적보고';
const SUMMARY = '요약';
const GUIDE = '사용법';
const CLASSIFICATION = '분류';

/** The members of {@link Ledger} that act, and what they show besides the state of the book. */
type Actions = Omit<
  Ledger,
  'state' | 'running' | 'trouble' | 'notice' | 'inputsChanged' | 'hasNewerRun' | 'opened' | 'detail'
>;

/**
 * @param open opens a pledge of an office; null: 총괄.
 * @param returnFocus names the element that gets the focus if the focused one disappears.
 */
export function useActions(
  setState: (update: StateUpdater<SidebarState | null>) => void,
  { run, say, showTrouble, clearTrouble, tell, clearNotice }: Tasks,
  { setInputsChanged, setNewerRun, noteFresh, checkSoon }: FreshnessShown,
  open: (number: string | null) => void,
  returnFocus: (id: string) => void,
): Actions {
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [trace, setTrace] = useState<Traced | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);

  /** Takes over the state after an action. Returns true if the action was done. */
  function takeOver(
    { status, messages, state: after }: SidebarAnswer,
    title: string,
    retry: () => void,
  ): boolean {
    setState(after);
    setNewerRun(false);
    if (status === 'done') return true;
    showTrouble({ title, lines: messages, said: '' }, retry);
    return false;
  }

  /** Drops what was known about earlier figures, once those of another run are shown. */
  function startAnew(): void {
    noteFresh();
    setAdded(new Set());
    setComparison(null);
  }

  function compute(date: string | null): Promise<void> {
    return run('입력 탭을 읽고 계산하고 있습니다.', async () => {
      const answer = await call('recalculateFromSidebar', date);
      if (!takeOver(answer, '계산하지 못했습니다', () => compute(date))) return;
      startAnew();
      tell('다시 계산했습니다.', answer.messages);
    });
  }

  function refresh(): Promise<void> {
    return run('마지막 계산을 불러오고 있습니다.', async () => {
      setState(await call('sidebarState'));
      setNewerRun(false);
      startAnew();
      checkSoon();
    });
  }

  function report(date: string): Promise<void> {
    return run(`${dateText(date)} 기준 보고서를 만들고 있습니다.`, async () => {
      const answer = await call('makeReportFromSidebar', date);
      if (!takeOver(answer, '보고서를 만들지 못했습니다', () => report(date))) return;
      tell(`실적보고 탭을 ${dateText(date)} 기준으로 썼습니다.`, answer.messages, REPORT);
    });
  }

  function showTrace(): Promise<void> {
    return run('고른 칸의 근거를 찾고 있습니다.', async () => {
      const answer = await call('traceSelected');
      if (answer.status === 'done') setTrace(answer);
      else tell('근거를 보여 드리지 못했습니다.', answer.messages);
    });
  }

  function compare(): Promise<void> {
    return run('마지막으로 마감한 달과 견주고 있습니다.', async () => {
      const answer = await call('compareWithMonth', '');
      if (answer.status === 'done') setComparison(answer);
      else tell('견주지 못했습니다.', answer.messages);
    });
  }

  function openPledge(number: string): void {
    clearTrouble();
    clearNotice();
    open(number);
  }

  function leavePledge(): void {
    clearTrouble();
    open(null);
    returnFocus(SEARCH);
  }

  function lookAt(number: string): Promise<void> {
    return run(`공약 ${number}의 결과 탭을 쓰고 있습니다.`, async () => {
      const answer = await call('lookAtPledge', number);
      if (!takeOver(answer, '결과 탭을 쓰지 못했습니다', () => lookAt(number))) return;
      startAnew();
      tell(`결과 탭을 공약 ${number}의 것으로 썼습니다.`, answer.messages, SUMMARY);
    });
  }

  function setMonthly(setting: MonthlySetting | null): Promise<void> {
    return run('매월 자동 계산을 바꾸고 있습니다.', async () => {
      const answer =
        setting === null
          ? await call('stopMonthlyRun')
          : await call('setMonthlyRun', setting.day, setting.hour, setting.owner);
      if (answer.status === 'stopped') {
        showTrouble({ title: '바꾸지 못했습니다', lines: answer.messages, said: '' }, () =>
          setMonthly(setting),
        );
        return;
      }
      setState((before) => (before === null ? null : { ...before, monthly: answer.state }));
      tell(answer.message);
    });
  }

  function begin(beginning: Beginning): Promise<void> {
    const { name, step, thenCompute } = beginning;
    const retry = () => begin(beginning);
    return run(step, async () => {
      const answer = await call(name);
      if (!takeOver(answer, '만들지 못했습니다', retry)) return;
      if (!thenCompute) {
        tell('입력할 탭을 만들었습니다.', ['사용법 탭에 적는 법이 있습니다.'], GUIDE);
        return;
      }
      say('채운 예시로 계산하고 있습니다.');
      const computed = await call('recalculateFromSidebar', null);
      if (!takeOver(computed, '계산하지 못했습니다', retry)) return;
      startAnew();
      tell('예시를 채우고 계산했습니다.', computed.messages);
    });
  }

  function addName(addable: AddableName, aliasOf: string | null, ended: boolean | null): Promise<void> {
    return run('분류 탭에 더하고 있습니다.', async () => {
      const answer = await call('addNameFromSidebar', addable.kind, addable.name, aliasOf, ended);
      if (answer.status === 'stopped') {
        tell('더하지 못했습니다.', answer.messages);
        return;
      }
      setAdded((before) => new Set([...before, addedKey(addable)]));
      setInputsChanged(true);
      tell(answer.message, [], CLASSIFICATION);
    });
  }

  function closeNotice(): void {
    clearNotice();
    returnFocus(COMPUTE);
  }

  function leaveTrace(): void {
    setTrace(null);
    returnFocus(TRACE);
  }

  const jump: Jump = (tab, cell) => {
    call('jumpTo', tab, cell).then(
      (answer) => {
        if (answer.status === 'stopped') tell('그 칸으로 가지 못했습니다.', answer.messages);
      },
      (error: unknown) => showTrouble(troubleOf(error), () => jump(tab, cell)),
    );
  };

  return {
    added,
    trace,
    comparison,
    compute,
    refresh,
    report,
    showTrace,
    leaveTrace,
    compare,
    openPledge,
    leavePledge,
    lookAt,
    setMonthly,
    begin,
    addName,
    closeNotice,
    jump,
  };
}
