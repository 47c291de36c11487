/** The state of the sidebar, and the actions of its buttons. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PledgeGlance } from '../app/glance/glance.ts';
import type { AddableName } from '../app/glance/glance-findings.ts';
import type { SidebarAnswer, SidebarState, SidebarTrace } from '../app/sidebar.ts';
import type { Notice, Running } from './banners.tsx';
import type { Beginning } from './beginnings.ts';
import { dateText } from './format.ts';
import type { Comparison, Jump } from './sections/ahead.tsx';
import type { MonthlySetting } from './sections/runs.tsx';
import { call } from './server.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Least time between two checks for changes, in milliseconds. */
const BETWEEN_LOOKS = 5_000;
/**
 * Wait one millisecond for each cell of the input tabs before reading them again. Reading 100,000 cells takes
 * about a second and is then repeated after 100 seconds at the earliest.
 */
const MILLISECONDS_A_CELL = 1;
const BETWEEN_READINGS = 60_000;
const REPORT = '실적보고';
const SUMMARY = '요약';
const GUIDE = '사용법';
const CLASSIFICATION = '분류';
/** Ids of two buttons and a field that get the focus back. */
export const COMPUTE = 'compute';
export const TRACE = 'trace';
export const SEARCH = 'search';

export interface Ledger {
  /** null until it is loaded. */
  readonly state: SidebarState | null;
  readonly running: Running | null;
  readonly trouble: { readonly trouble: Trouble; readonly retry: () => void } | null;
  readonly notice: Notice | null;
  /** Whether the input tabs have changed since they were computed. */
  readonly stale: boolean;
  /** Whether another run has finished since the one whose figures are shown. */
  readonly old: boolean;
  readonly trace: Traced | null;
  readonly comparison: Comparison | null;
  /** @param date `yyyy-mm-dd`; null: the date in the settings, or today. */
  compute(date: string | null): void;
  /** Loads the figures of the last run. */
  refresh(): void;
  report(date: string): void;
  showTrace(): void;
  leaveTrace(): void;
  compare(): void;
  /** Number of the opened pledge of an office; null: 총괄 is shown. */
  readonly opened: string | null;
  /** The figures of the opened pledge, unless they are the kept ones; null until they are loaded. */
  readonly detail: PledgeGlance | null;
  openPledge(number: string): void;
  leavePledge(): void;
  /** Makes the result tabs show this pledge. */
  lookAt(number: string): void;
  /** Turns the monthly run on or changes it; null turns it off. */
  setMonthly(setting: MonthlySetting | null): void;
  begin(beginning: Beginning): void;
  /** 분류에 더하기. @param aliasOf null: a name of its own */
  addName(addable: AddableName, aliasOf: string | null, ended: boolean | null): void;
  /** The names added since the last run, as {@link addedKey} spells them. */
  readonly added: ReadonlySet<string>;
  closeNotice(): void;
  readonly jump: Jump;
}

/** The key of an added name: `kind name`. */
export function addedKey({ kind, name }: AddableName): string {
  return `${kind} ${name}`;
}

type Traced = Extract<SidebarTrace, { status: 'done' }>;

/** @param first the state when the page was made; null: it has to be loaded. */
export function useLedger(first: SidebarState | null): Ledger {
  const [state, setState] = useState(first);
  const [running, setRunning] = useState<Running | null>(null);
  const [trouble, setTrouble] = useState<Ledger['trouble']>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [stale, setStale] = useState(false);
  const [old, setOld] = useState(false);
  const [trace, setTrace] = useState<Traced | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [detail, setDetail] = useState<PledgeGlance | null>(null);
  const [attempts, setAttempts] = useState(0);
  /** The element that gets the focus if the focused one disappears. */
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const lookedAt = useRef(Number.NEGATIVE_INFINITY);
  /** Start time of the check that was answered last. Answers to earlier checks are ignored. */
  const answeredLook = useRef(Number.NEGATIVE_INFINITY);
  const inputsDue = useRef(Number.NEGATIVE_INFINITY);
  const isRunning = useRef(false);
  /**
   * Counts the starts and ends of runs here. An answer to a call made before the last of them is out of date.
   */
  const turns = useRef(0);
  /** Id of the run whose figures are shown; blank: none. */
  const shown = state?.glance?.lastRun.id ?? '';

  useEffect(() => {
    if (returnTo === null) return;
    setReturnTo(null);
    // Never take the focus from the cells: only if the page has it and no element does.
    if (document.hasFocus() && document.activeElement === document.body) {
      document.getElementById(returnTo)?.focus();
    }
  }, [returnTo]);

  const kept = state?.glance?.pledge.number ?? null;
  // A new run or a retry loads it again.
  useEffect(() => {
    setDetail(null);
    if (opened === null || opened === kept) return;
    let isCurrent = true;
    const failed = (trouble: Trouble) => {
      if (isCurrent) setTrouble({ trouble, retry: () => setAttempts((before) => before + 1) });
    };
    setTrouble(null);
    call('pledgeGlance', opened).then(
      (answer) => {
        if (answer.status === 'stopped')
          failed({ title: '공약을 보여 드리지 못했습니다', lines: answer.messages, said: '' });
        else if (isCurrent) setDetail(answer.glance);
      },
      (error: unknown) => failed(troubleOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [opened, kept, shown, attempts]);

  const look = useCallback(() => {
    const now = performance.now();
    if (isRunning.current || now - lookedAt.current < BETWEEN_LOOKS) return;
    lookedAt.current = now;
    const turn = turns.current;
    const unlessLate =
      <Answer>(take: (answer: Answer) => void) =>
      (answer: Answer) => {
        if (turn !== turns.current || now < answeredLook.current) return;
        answeredLook.current = now;
        take(answer);
      };
    // A failed check is no reason to alarm anybody.
    if (shown === '') {
      call('sidebarState').then(unlessLate(setState), () => undefined);
      return;
    }
    call('sidebarLook', shown, now >= inputsDue.current).then(
      unlessLate(({ isOld, inputsChanged, cells }) => {
        setOld(isOld);
        if (inputsChanged === null) return;
        setStale(inputsChanged);
        inputsDue.current = now + Math.max(BETWEEN_READINGS, cells * MILLISECONDS_A_CELL);
      }),
      () => undefined,
    );
  }, [shown]);

  const [isLoaded, setLoaded] = useState(false);
  const load = useCallback(async () => {
    setTrouble(null);
    try {
      if (first === null) setState(await call('sidebarState'));
      else await call('ping');
      setLoaded(true);
    } catch (error) {
      setTrouble({ trouble: troubleOf(error), retry: load });
    }
  }, [first]);

  useEffect(() => {
    load();
  }, [load]);

  useEffect(() => {
    if (!isLoaded) return;
    // The figures shown first may be out of date already.
    if (shown !== '') look();
    // A person who returns from the cells may have changed them or recalculated from the menu.
    const { documentElement } = document;
    documentElement.addEventListener('pointerenter', look);
    window.addEventListener('focus', look);
    return () => {
      documentElement.removeEventListener('pointerenter', look);
      window.removeEventListener('focus', look);
    };
  }, [isLoaded, shown, look]);

  /** Runs a task: shows its step, its failure with a retry, and blocks other tasks meanwhile. */
  async function run(step: string, task: () => Promise<void>): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    turns.current += 1;
    setRunning({ step, lastSeconds: state?.glance?.lastRun.seconds ?? null });
    setTrouble(null);
    setNotice(null);
    try {
      await task();
    } catch (error) {
      setTrouble({ trouble: troubleOf(error), retry: () => run(step, task) });
    } finally {
      isRunning.current = false;
      turns.current += 1;
      setRunning(null);
      setReturnTo(COMPUTE);
    }
  }

  /** Takes over the state after an action. Returns true if the action was done. */
  function took(
    { status, messages, state: after }: SidebarAnswer,
    title: string,
    retry: () => void,
  ): boolean {
    setState(after);
    setOld(false);
    if (status === 'done') return true;
    setTrouble({ trouble: { title, lines: messages, said: '' }, retry });
    return false;
  }

  /** Drops what was known about earlier figures, once those of another run are shown. */
  function startAnew(): void {
    setStale(false);
    setAdded(new Set());
    setComparison(null);
  }

  function compute(date: string | null): Promise<void> {
    return run('입력 탭을 읽고 계산하고 있습니다.', async () => {
      const answer = await call('recalculateFromSidebar', date);
      if (!took(answer, '계산하지 못했습니다', () => compute(date))) return;
      lookedAt.current = performance.now();
      startAnew();
      setNotice({ text: '다시 계산했습니다.', lines: answer.messages, tab: null });
    });
  }

  function refresh(): Promise<void> {
    return run('마지막 계산을 불러오고 있습니다.', async () => {
      setState(await call('sidebarState'));
      setOld(false);
      startAnew();
      lookedAt.current = Number.NEGATIVE_INFINITY;
      inputsDue.current = Number.NEGATIVE_INFINITY;
    });
  }

  function report(date: string): Promise<void> {
    return run(`${dateText(date)} 기준 보고서를 만들고 있습니다.`, async () => {
      const answer = await call('makeReportFromSidebar', date);
      if (!took(answer, '보고서를 만들지 못했습니다', () => report(date))) return;
      setNotice({
        text: `실적보고 탭을 ${dateText(date)} 기준으로 썼습니다.`,
        lines: answer.messages,
        tab: REPORT,
      });
    });
  }

  function showTrace(): Promise<void> {
    return run('고른 칸의 근거를 찾고 있습니다.', async () => {
      const answer = await call('traceSelected');
      if (answer.status === 'done') setTrace(answer);
      else setNotice({ text: '근거를 보여 드리지 못했습니다.', lines: answer.messages, tab: null });
    });
  }

  function compare(): Promise<void> {
    return run('마지막으로 마감한 달과 견주고 있습니다.', async () => {
      const answer = await call('compareWithMonth', '');
      if (answer.status === 'done') setComparison(answer);
      else setNotice({ text: '견주지 못했습니다.', lines: answer.messages, tab: null });
    });
  }

  function openPledge(number: string): void {
    setTrouble(null);
    setNotice(null);
    setOpened(number);
  }

  function leavePledge(): void {
    setTrouble(null);
    setOpened(null);
    setReturnTo(SEARCH);
  }

  function lookAt(number: string): Promise<void> {
    return run(`공약 ${number}의 결과 탭을 쓰고 있습니다.`, async () => {
      const answer = await call('lookAtPledge', number);
      if (!took(answer, '결과 탭을 쓰지 못했습니다', () => lookAt(number))) return;
      lookedAt.current = performance.now();
      startAnew();
      setNotice({
        text: `결과 탭을 공약 ${number}의 것으로 썼습니다.`,
        lines: answer.messages,
        tab: SUMMARY,
      });
    });
  }

  function setMonthly(setting: MonthlySetting | null): Promise<void> {
    return run('매월 자동 계산을 바꾸고 있습니다.', async () => {
      const answer =
        setting === null
          ? await call('stopMonthlyRun')
          : await call('setMonthlyRun', setting.day, setting.hour, setting.owner);
      if (answer.status === 'stopped') {
        const trouble = { title: '바꾸지 못했습니다', lines: answer.messages, said: '' };
        setTrouble({ trouble, retry: () => setMonthly(setting) });
        return;
      }
      setState((before) => (before === null ? null : { ...before, monthly: answer.state }));
      setNotice({ text: answer.message, lines: [], tab: null });
    });
  }

  function begin(beginning: Beginning): Promise<void> {
    const { name, step, thenCompute } = beginning;
    const retry = () => begin(beginning);
    return run(step, async () => {
      const answer = await call(name);
      if (!took(answer, '만들지 못했습니다', retry)) return;
      if (!thenCompute) {
        setNotice({
          text: '입력할 탭을 만들었습니다.',
          lines: ['사용법 탭에 적는 법이 있습니다.'],
          tab: GUIDE,
        });
        return;
      }
      setRunning({ step: '채운 예시로 계산하고 있습니다.', lastSeconds: null });
      const computed = await call('recalculateFromSidebar', null);
      if (!took(computed, '계산하지 못했습니다', retry)) return;
      startAnew();
      setNotice({ text: '예시를 채우고 계산했습니다.', lines: computed.messages, tab: null });
    });
  }

  function addName(
    { kind, name }: AddableName,
    aliasOf: string | null,
    ended: boolean | null,
  ): Promise<void> {
    return run('분류 탭에 더하고 있습니다.', async () => {
      const answer = await call('addNameFromSidebar', kind, name, aliasOf, ended);
      if (answer.status === 'stopped') {
        setNotice({ text: '더하지 못했습니다.', lines: answer.messages, tab: null });
        return;
      }
      setAdded((before) => new Set([...before, addedKey({ kind, name })]));
      setStale(true);
      setNotice({ text: answer.message, lines: [], tab: CLASSIFICATION });
    });
  }

  function closeNotice(): void {
    setNotice(null);
    setReturnTo(COMPUTE);
  }

  function leaveTrace(): void {
    setTrace(null);
    setReturnTo(TRACE);
  }

  const jump: Jump = (tab, cell) => {
    call('jumpTo', tab, cell).then(
      (answer) => {
        if (answer.status === 'stopped')
          setNotice({ text: '그 칸으로 가지 못했습니다.', lines: answer.messages, tab: null });
      },
      (error: unknown) => setTrouble({ trouble: troubleOf(error), retry: () => jump(tab, cell) }),
    );
  };

  return {
    state,
    running,
    trouble,
    notice,
    stale,
    old,
    trace,
    comparison,
    compute,
    refresh,
    report,
    showTrace,
    leaveTrace,
    compare,
    opened,
    detail,
    openPledge,
    leavePledge,
    lookAt,
    setMonthly,
    begin,
    addName,
    added,
    closeNotice,
    jump,
  };
}
