/** The sidebar as a whole: its states, and what the buttons do. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Glance } from '../app/glance.ts';
import type { SidebarAnswer, SidebarState, SidebarTrace } from '../app/sidebar.ts';
import { type AsOfChoice, AsOfField, chosenDate } from './as-of.tsx';
import { type Notice, type Running, Strip, TroubleBox, Warning } from './banners.tsx';
import { dateText, momentText } from './format.ts';
import { Button, Typed } from './parts.tsx';
import { Changes, type Comparison, type Jump, Outlook, Quarter } from './sections/ahead.tsx';
import { Budget } from './sections/budget.tsx';
import { Counts, Findings } from './sections/findings.tsx';
import { Implementation } from './sections/implementation.tsx';
import { LastRun, type MonthlySetting, NextRun } from './sections/runs.tsx';
import { Suggestions } from './sections/suggestions.tsx';
import { TraceView } from './sections/trace-view.tsx';
import { call, knows, type ScriptFunction } from './server.ts';
import { Skeleton } from './skeleton.tsx';
import { type Trouble, troubleOf } from './trouble.ts';

/** The input tabs are read for this: not more often, in milliseconds. */
const BETWEEN_LOOKS = 60_000;
const REPORT = '실적보고';
const GUIDE = '사용법';
/** Buttons that the focus returns to. */
const COMPUTE = 'compute';
const TRACE = 'trace';

/** What an empty spreadsheet can begin with. A function that the script does not have is not offered. */
const BEGINNINGS: readonly {
  readonly name: ScriptFunction & ('setUpFromSidebar' | 'fillSampleFromSidebar');
  readonly label: string;
  readonly meaning: string;
  readonly step: string;
  readonly thenCompute: boolean;
}[] = [
  {
    name: 'setUpFromSidebar',
    label: '시트 준비',
    meaning: '입력할 탭을 제목과 함께 만듭니다.',
    step: '입력할 탭을 만들고 있습니다.',
    thenCompute: false,
  },
  {
    name: 'fillSampleFromSidebar',
    label: '예시로 채워 보기',
    meaning: '예시 공약을 채우고 바로 계산합니다. 해 본 뒤 우리 자료로 바꾸시면 됩니다.',
    step: '예시 데이터로 채우고 있습니다.',
    thenCompute: true,
  },
];

export function App({ first }: { readonly first: SidebarState | null }) {
  const [state, setState] = useState(first);
  const [running, setRunning] = useState<Running | null>(null);
  const [trouble, setTrouble] = useState<{ readonly trouble: Trouble; readonly retry: () => void } | null>(
    null,
  );
  const [notice, setNotice] = useState<Notice | null>(null);
  const [stale, setStale] = useState(false);
  const [trace, setTrace] = useState<Extract<SidebarTrace, { status: 'done' }> | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [asOf, setAsOf] = useState<AsOfChoice>({ kind: 'settings', day: '' });
  /** The button that takes over the focus, should it be lost with what held it. */
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const lookedAt = useRef(Number.NEGATIVE_INFINITY);
  const isRunning = useRef(false);

  useEffect(() => {
    if (returnTo === null) return;
    setReturnTo(null);
    // Never from the cells: only where the focus is in the page, and on nothing.
    if (document.hasFocus() && document.activeElement === document.body) {
      document.getElementById(returnTo)?.focus();
    }
  }, [returnTo]);

  const lookAtInputs = useCallback(() => {
    if (isRunning.current || performance.now() - lookedAt.current < BETWEEN_LOOKS) return;
    lookedAt.current = performance.now();
    // Not to know whether anything changed is no reason to alarm anybody.
    call('inputsChanged').then(setStale, () => undefined);
  }, []);

  const load = useCallback(async () => {
    setTrouble(null);
    try {
      if (first === null) setState(await call('sidebarState'));
      else await call('ping');
      lookAtInputs();
    } catch (error) {
      setTrouble({ trouble: troubleOf(error), retry: load });
    }
  }, [first, lookAtInputs]);

  useEffect(() => {
    load();
  }, [load]);

  const hasGlance = state !== null && state.glance !== null;
  useEffect(() => {
    if (!hasGlance) return;
    // Whoever comes back from the cells may have changed them.
    const { documentElement } = document;
    documentElement.addEventListener('pointerenter', lookAtInputs);
    window.addEventListener('focus', lookAtInputs);
    return () => {
      documentElement.removeEventListener('pointerenter', lookAtInputs);
      window.removeEventListener('focus', lookAtInputs);
    };
  }, [hasGlance, lookAtInputs]);

  /** Runs a task with everything that belongs to it: its step, what came of it, how to try again. */
  async function run(step: string, task: () => Promise<void>): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setRunning({ step, lastSeconds: state?.glance?.lastRun.seconds ?? null });
    setTrouble(null);
    setNotice(null);
    try {
      await task();
    } catch (error) {
      setTrouble({ trouble: troubleOf(error), retry: () => run(step, task) });
    } finally {
      isRunning.current = false;
      setRunning(null);
      setReturnTo(COMPUTE);
    }
  }

  /** Takes over how things stand after an action. True when it was done. */
  function took(
    { status, messages, state: after }: SidebarAnswer,
    title: string,
    retry: () => void,
  ): boolean {
    setState(after);
    if (status === 'done') return true;
    setTrouble({ trouble: { title, lines: messages, said: '' }, retry });
    return false;
  }

  function compute(date: string | null): Promise<void> {
    return run('입력 탭을 읽고 계산하고 있습니다.', async () => {
      const answer = await call('recalculateFromSidebar', date);
      if (!took(answer, '계산하지 못했습니다', () => compute(date))) return;
      lookedAt.current = performance.now();
      setStale(false);
      setComparison(null);
      setNotice({ text: '다시 계산했습니다.', lines: answer.messages, tab: null });
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

  /** Turns the monthly run on, or changes it; null turns it off. */
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

  function begin(beginning: (typeof BEGINNINGS)[number]): Promise<void> {
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
      setNotice({ text: '예시를 채우고 계산했습니다.', lines: computed.messages, tab: null });
    });
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

  const strip = (
    <Strip
      running={running}
      notice={notice}
      onLook={(tab) => jump(tab, '')}
      onClose={() => {
        setNotice(null);
        setReturnTo(COMPUTE);
      }}
    />
  );
  const troubleBox =
    trouble === null ? null : <TroubleBox trouble={trouble.trouble} onRetry={trouble.retry} />;

  if (trace !== null) {
    return (
      <>
        {strip}
        {troubleBox}
        <TraceView trace={trace} onJump={jump} onBack={leaveTrace} />
      </>
    );
  }
  if (state === null) {
    return (
      <>
        {strip}
        {troubleBox === null ? <Skeleton /> : <main>{troubleBox}</main>}
      </>
    );
  }

  const { glance } = state;
  const busy = running !== null;
  const date = chosenDate(asOf, state);
  const reportDate = date ?? glance?.asOf ?? state.lastMonthEnd;
  const recompute = () => {
    if (date !== undefined) compute(date);
  };

  if (state.sheetIsEmpty && glance === null) {
    return (
      <>
        {strip}
        <main aria-busy={busy}>
          <h1>공약장부</h1>
          {troubleBox}
          <p class="lead">아직 비어 있는 스프레드시트입니다. 무엇부터 할까요?</p>
          <ul class="beginnings">
            {BEGINNINGS.filter(({ name }) => knows(name)).map((beginning, index) => (
              <li key={beginning.name}>
                <Button kind={index === 0 ? 'primary' : 'plain'} busy={busy} onPress={() => begin(beginning)}>
                  {beginning.label}
                </Button>
                <p class="note">{beginning.meaning}</p>
              </li>
            ))}
          </ul>
        </main>
      </>
    );
  }

  return (
    <>
      {strip}
      <main aria-busy={busy}>
        {glance === null ? (
          <>
            <h1>공약장부</h1>
            <p class="lead">
              아직 계산한 적이 없습니다. 다시 계산을 누르면 결과 탭을 만들고 여기에 요약해 보여 드립니다.
            </p>
          </>
        ) : (
          <Heading glance={glance} />
        )}
        {troubleBox}
        {state.unfinished ? (
          <Warning title="계산이 도중에 끊겼습니다">
            <p>
              일부 결과 탭이 예전 것일 수 있습니다. 다시 계산을 누르면 모두 새로 쓰여 바로잡힙니다. 입력한
              내용은 그대로 있습니다.
            </p>
            <Button busy={busy} onPress={recompute}>
              다시 계산해 바로잡기
            </Button>
          </Warning>
        ) : null}
        {state.inputTabsMissing.length === 0 ? null : (
          <Warning title="없는 입력 탭이 있습니다">
            <p>
              {state.inputTabsMissing.join(', ')} 탭이 없어 그 탭이 필요한 결과는 계산하지 못합니다. 이름이
              바뀌었으면 되돌려 주세요.
            </p>
          </Warning>
        )}
        {stale && glance !== null && !state.unfinished ? (
          <Warning title="원본이 바뀌었습니다">
            <p>아래 숫자는 {momentText(glance.lastRun.when)}에 계산한 것입니다.</p>
            <Button busy={busy} onPress={recompute}>
              바뀐 내용으로 다시 계산
            </Button>
          </Warning>
        ) : null}
        <section class="section actions" aria-label="할 일">
          <AsOfField choice={asOf} state={state} onChoose={setAsOf} />
          <Button id={COMPUTE} kind="primary" busy={busy || date === undefined} onPress={recompute}>
            다시 계산
          </Button>
          <div class="two">
            <Button busy={busy || date === undefined} onPress={() => report(reportDate)}>
              보고서 만들기
            </Button>
            <Button id={TRACE} busy={busy} onPress={showTrace}>
              근거 보기
            </Button>
          </div>
          <p class="note">
            {date === undefined
              ? '날짜를 골라 주세요.'
              : `보고서는 ${dateText(reportDate)} 기준입니다. 근거 보기는 결과 탭에서 숫자 칸을 고른 뒤 누르세요.`}
          </p>
        </section>
        {glance === null ? null : (
          <>
            <Figures glance={glance} />
            <Changes comparison={comparison} busy={busy} onCompare={compare} onJump={jump} />
            <Findings findings={glance.findings} onJump={jump} />
            <LastRun run={glance.lastRun} />
          </>
        )}
        <NextRun monthly={state.monthly} busy={busy} onSet={setMonthly} />
      </main>
    </>
  );
}

function Heading({ glance }: { readonly glance: Glance }) {
  const { pledge, asOf, findings } = glance;
  return (
    <header>
      <p class="over">{pledge.number === null ? '공약' : <Typed text={`공약 ${pledge.number}`} />}</p>
      <h1>{pledge.name === null ? '이름 없는 공약' : <Typed text={pledge.name} />}</h1>
      <p class="under">
        <strong>{dateText(asOf)} 기준</strong>
        <span>
          점검 <Counts counts={findings.counts} />
        </span>
      </p>
    </header>
  );
}

function Figures({ glance }: { readonly glance: Glance }) {
  const { meetings, suggestions, budget, quarter, outlook, pledge, asOf } = glance;
  return (
    <>
      <Implementation meetings={meetings} unit={pledge.unit} asOf={asOf} />
      <Quarter quarter={quarter} />
      <Outlook outlook={outlook} unit={pledge.unit} />
      <Suggestions suggestions={suggestions} />
      <Budget budget={budget} />
    </>
  );
}
