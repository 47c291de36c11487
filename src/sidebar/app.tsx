/** The whole sidebar, in each of its states. */
import { useState } from 'preact/hooks';
import type { Glance, PledgeGlance } from '../app/glance/glance.ts';
import type { SidebarState } from '../app/sidebar.ts';
import { type AsOfChoice, AsOfField, chosenDate } from './as-of.tsx';
import { Strip, TroubleBox, Warning } from './banners.tsx';
import { BEGINNINGS } from './beginnings.ts';
import { dateText, momentText } from './format.ts';
import { COMPUTE, TRACE } from './ledger/use-focus-return.ts';
import { useLedger } from './ledger/use-ledger.ts';
import { Button, Typed } from './parts.tsx';
import { Outlook, Quarter } from './sections/ahead.tsx';
import { Budget } from './sections/budget.tsx';
import { Changes } from './sections/changes.tsx';
import { Counts, Findings } from './sections/findings.tsx';
import { Categories, Implementation } from './sections/implementation.tsx';
import { Office, OfficeHeading, OpenedPledge } from './sections/office.tsx';
import { LastRun, NextRun } from './sections/runs.tsx';
import { Suggestions } from './sections/suggestions.tsx';
import { TraceView } from './sections/trace-view.tsx';
import { knows } from './server.ts';
import { Skeleton } from './skeleton.tsx';

const PLEDGE = '공약';

export function App({ first }: { readonly first: SidebarState | null }) {
  const [asOf, setAsOf] = useState<AsOfChoice>({ kind: 'settings', day: '' });
  const { state, running, trouble, notice, trace, comparison, closeNotice, jump, ...ledger } =
    useLedger(first);
  const { inputsChanged, hasNewerRun } = ledger;

  const strip = (
    <Strip running={running} notice={notice} onLook={(tab) => jump(tab, '')} onClose={closeNotice} />
  );
  const troubleBox =
    trouble === null ? null : <TroubleBox trouble={trouble.trouble} onRetry={trouble.retry} />;

  if (trace !== null) {
    return (
      <>
        {strip}
        {troubleBox}
        <TraceView trace={trace} onJump={jump} onBack={ledger.leaveTrace} />
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
  const office = glance?.office ?? null;
  const line = office?.lines.find(({ number }) => number === ledger.opened) ?? null;
  /** The pledge whose figures are shown; null: nothing was computed yet, or the figures are still loading. */
  const pledge =
    office === null || line === null || line.number === glance?.pledge.number ? glance : ledger.detail;
  const isOverview = office !== null && line === null;
  const busy = running !== null;
  const date = chosenDate(asOf, state);
  const reportDate = date ?? glance?.asOf ?? state.lastMonthEnd;
  const recompute = () => {
    if (date !== undefined) ledger.compute(date);
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
            {/* Only offered if the script has the function. */}
            {BEGINNINGS.filter(({ name }) => knows(name)).map((beginning, index) => (
              <li key={beginning.name}>
                <Button
                  kind={index === 0 ? 'primary' : 'plain'}
                  busy={busy}
                  onPress={() => ledger.begin(beginning)}
                >
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
              아직 계산한 적이 없습니다. 공약 탭부터 적고 다시 계산을 누르면 여기에 요약해 보여 드립니다.
            </p>
            <p class="below">
              <Button onPress={() => jump(PLEDGE, '')}>{PLEDGE} 탭으로 가기</Button>
            </p>
          </>
        ) : office === null ? (
          <Heading glance={glance} />
        ) : line === null ? (
          <OfficeHeading glance={glance} office={office} />
        ) : (
          <OpenedPledge
            line={line}
            office={office}
            shownNumber={glance.pledge.number}
            busy={busy}
            isLoading={pledge === null && trouble === null}
            onBack={ledger.leavePledge}
            onLookAt={ledger.lookAt}
          />
        )}
        {troubleBox}
        {pledge === null || isOverview || pledge.next === null ? null : (
          <NextStep next={pledge.next} onGo={(tab) => jump(tab, '')} />
        )}
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
        {hasNewerRun && glance !== null && !state.unfinished ? (
          <Warning title="그사이 다시 계산되었습니다">
            <p>
              아래 숫자는 {momentText(glance.lastRun.when)}에 계산한 것이고, 그 뒤에 메뉴에서나 다른 사람이
              다시 계산했습니다.
            </p>
            <Button busy={busy} onPress={ledger.refresh}>
              새 숫자 보기
            </Button>
          </Warning>
        ) : null}
        {inputsChanged && !hasNewerRun && glance !== null && !state.unfinished ? (
          <Warning title="원본이 바뀌었습니다">
            <p>아래 숫자는 {momentText(glance.lastRun.when)}에 계산한 것입니다.</p>
            <Button busy={busy} onPress={recompute}>
              바뀐 내용으로 다시 계산
            </Button>
          </Warning>
        ) : null}
        {line === null || pledge === glance ? (
          <section class="section actions" aria-label="할 일">
            <AsOfField choice={asOf} state={state} onChoose={setAsOf} />
            <Button id={COMPUTE} kind="primary" busy={busy || date === undefined} onPress={recompute}>
              다시 계산
            </Button>
            <div class="two">
              <Button busy={busy || date === undefined} onPress={() => ledger.report(reportDate)}>
                보고서 만들기
              </Button>
              <Button id={TRACE} busy={busy} onPress={ledger.showTrace}>
                근거 보기
              </Button>
            </div>
            <p class="note">
              {date === undefined
                ? '날짜를 골라 주세요.'
                : `보고서는 ${isOverview && glance !== null ? `공약 ${glance.pledge.number ?? ''}의 것이고 ` : ''}${dateText(reportDate)} 기준입니다. 근거 보기는 결과 탭에서 숫자 칸을 고른 뒤 누르세요.`}
            </p>
          </section>
        ) : null}
        {isOverview ? <Office office={office} onOpen={ledger.openPledge} /> : null}
        {isOverview || pledge === null ? null : <Figures glance={pledge} />}
        {isOverview || pledge === null || pledge !== glance ? null : (
          <Changes comparison={comparison} busy={busy} onCompare={ledger.compare} onJump={jump} />
        )}
        {pledge === null ? null : (
          <Findings
            findings={isOverview ? office.findings : pledge.findings}
            busy={busy}
            added={ledger.added}
            onAdd={ledger.addName}
            onJump={jump}
          />
        )}
        {line !== null || glance === null ? null : <LastRun run={glance.lastRun} />}
        {line !== null ? null : <NextRun monthly={state.monthly} busy={busy} onSet={ledger.setMonthly} />}
      </main>
    </>
  );
}

/** The next step in a spreadsheet that is just being started. */
function NextStep({
  next: { tab, text },
  onGo,
}: {
  readonly next: NonNullable<Glance['next']>;
  readonly onGo: (tab: string) => void;
}) {
  return (
    <section class="box" aria-label="다음에 할 일">
      <p class="box-title">다음에 할 일</p>
      <p>{text}</p>
      <Button onPress={() => onGo(tab)}>{tab} 탭으로 가기</Button>
    </section>
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

function Figures({ glance }: { readonly glance: PledgeGlance }) {
  const { implementation, indicators, categories, suggestions, budget, quarter, asOf } = glance;
  return (
    <>
      <Implementation implementation={implementation} indicators={indicators} />
      {categories === null ? null : <Categories shown={categories} year={asOf.slice(0, 4)} />}
      <Quarter quarter={quarter} />
      {indicators.map((indicator) => (
        <Outlook key={indicator.name} indicator={indicator} />
      ))}
      <Suggestions suggestions={suggestions} />
      <Budget budget={budget} />
    </>
  );
}
