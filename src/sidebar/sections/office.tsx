/** 총괄: the totals of an office's pledges, which of them are behind, and links to each. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  Glance,
  GlanceImplementationStatus,
  GlanceLine,
  GlanceOffice,
} from '../../app/glance/glance.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { StackedBar } from '../charts/stacked-bar.tsx';
import { dateText } from '../format.ts';
import { SEARCH } from '../ledger/use-focus-return.ts';
import { countsText, linesByDepartment, linesFound, needsLook } from '../office-lines.ts';
import { Button, Section, Typed } from '../parts.tsx';
import { Counts } from './findings.tsx';

const NOT_SAID = '미지정';
const NO_NAME = '이름 없는 공약';

type Open = (number: string) => void;

export function OfficeHeading({
  glance,
  office,
}: {
  readonly glance: Glance;
  readonly office: GlanceOffice;
}) {
  return (
    <header>
      <p class="over">총괄</p>
      <h1>공약 {withCommas(office.pledges)}건</h1>
      <p class="under">
        <strong>{dateText(glance.asOf)} 기준</strong>
        <span>
          점검 <Counts counts={office.findings.counts} />
        </span>
      </p>
    </header>
  );
}

export function Office({ office, onOpen }: { readonly office: GlanceOffice; readonly onOpen: Open }) {
  const { statuses, rate, pledges, withoutRate, yearTarget, lines } = office;
  const [typed, setTyped] = useState('');
  const found = linesFound(lines, typed);
  const departments = linesByDepartment(lines.filter(needsLook));
  const list = { statuses, onOpen };
  return (
    <>
      <Section title="이행 현황">
        <div class="key-figure">
          <strong class="figure">{rate.text === '' ? '–' : rate.text}</strong>
          <span class="beside">
            평균 이행률
            {withoutRate === 0 ? null : <span>이행률 없음 {withCommas(withoutRate)}건 제외</span>}
          </span>
        </div>
        <StackedBar
          title="이행구분"
          statuses={statuses.map((each) => ({ ...each, status: '' }))}
          height={16}
        />
        <ul class="statuses">
          {statuses.map(({ name, color, count }) => (
            <li key={name}>
              <i class="swatch" style={{ background: color }} aria-hidden="true" />
              <Typed text={name} />
              <span class="number">{withCommas(count)}</span>
            </li>
          ))}
        </ul>
        {yearTarget.of === 0 ? null : (
          <p class="note">
            올해 목표 달성 {withCommas(yearTarget.reached)} / {withCommas(yearTarget.of)}건
          </p>
        )}
      </Section>
      <Section title="공약 찾기">
        <input
          id={SEARCH}
          class="search"
          type="search"
          aria-label="공약 찾기"
          placeholder="번호, 이름, 부서"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p class="note" role="status">
          {typed.trim() === ''
            ? '공약을 누르면 자세히 나옵니다.'
            : found.length === 0
              ? '맞는 공약이 없습니다.'
              : `${withCommas(found.length)}건을 찾았습니다.`}
        </p>
        {typed.trim() === '' ? (
          <details class="more">
            <summary>모든 공약 {withCommas(lines.length)}건 보기</summary>
            <Lines lines={lines} {...list} />
          </details>
        ) : (
          <Lines lines={found} {...list} />
        )}
        {lines.length === pledges ? null : (
          <p class="note">
            앞의 {withCommas(lines.length)}건만 나옵니다. 나머지는 총괄 탭에서 고르고 메뉴의 이 공약 보기를
            눌러 주세요.
          </p>
        )}
      </Section>
      <Section title="살펴볼 공약" aside="부서별">
        {departments.length === 0 ? (
          <p class="note">올해 목표에 못 미치거나 오류가 있는 공약이 없습니다.</p>
        ) : (
          departments.map(({ department, lines: own, behind, errors }) => (
            <div key={department}>
              <div class="pair">
                <h3>
                  <Typed text={department ?? NOT_SAID} />
                </h3>
                <span class="aside">{countsText({ '못 미침': behind, 오류: errors })}</span>
              </div>
              <Lines lines={own} {...list} />
            </div>
          ))
        )}
      </Section>
    </>
  );
}

function Lines({
  lines,
  statuses,
  onOpen,
}: {
  readonly lines: readonly GlanceLine[];
  readonly statuses: readonly GlanceImplementationStatus[];
  readonly onOpen: Open;
}) {
  return (
    <ul class="pledges">
      {lines.map((line) => (
        <li key={line.number}>
          <Button kind="link" onPress={() => onOpen(line.number)}>
            <Typed text={`${line.number} ${line.name ?? NO_NAME}`} />
          </Button>
          <LineFacts line={line} statuses={statuses} />
        </li>
      ))}
    </ul>
  );
}

/** `정상추진 · 86% · 26개소 / 30개소`, and warnings. */
function LineFacts({
  line: { status: place, rate, progress, reached, errors, warnings },
  statuses,
}: {
  readonly line: GlanceLine;
  readonly statuses: readonly GlanceImplementationStatus[];
}) {
  const { name, color } = statuses[place] ?? {};
  const look = countsText({ 오류: errors, 경고: warnings });
  return (
    <p class="small facts-of-line">
      <span>
        <i class="swatch" style={{ background: color }} aria-hidden="true" /> <Typed text={name ?? ''} />
      </span>
      {rate.text === '' ? null : <strong>{rate.text}</strong>}
      {progress === '' ? null : <Typed text={progress} />}
      {reached === false ? <strong class="late">▼ 올해 목표에 못 미침</strong> : null}
      {look === '' ? null : <span>점검 {look}</span>}
    </p>
  );
}

/**
 * The heading of an opened pledge: its line, the way back, and a button that writes the result tabs for it.
 */
export function OpenedPledge({
  line,
  office,
  shownNumber,
  busy,
  isLoading,
  onBack,
  onLookAt,
}: {
  readonly line: GlanceLine;
  readonly office: GlanceOffice;
  /** Number of the pledge that the result tabs show. */
  readonly shownNumber: string | null;
  readonly busy: boolean;
  readonly isLoading: boolean;
  readonly onBack: () => void;
  readonly onLookAt: Open;
}) {
  const { number, name, department } = line;
  const heading = useRef<HTMLHeadingElement>(null);
  // The heading gets the focus, so that a screen reader announces the opened pledge.
  useEffect(() => heading.current?.focus(), [number]);
  return (
    <header>
      <Button kind="link" onPress={onBack}>
        ← 총괄로 돌아가기
      </Button>
      <p class="over">
        <Typed text={`공약 ${number} · ${department ?? NOT_SAID}`} />
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Typed text={name ?? NO_NAME} />
      </h1>
      <LineFacts line={line} statuses={office.statuses} />
      {shownNumber === number ? (
        <p class="note">결과 탭과 보고서는 지금 이 공약의 것입니다.</p>
      ) : (
        <div class="press">
          <Button busy={busy} onPress={() => onLookAt(number)}>
            이 공약을 결과 탭에 보기
          </Button>
          <p class="note">
            결과 탭과 보고서는 지금 {shownNumber === null ? '다른 공약' : `공약 ${shownNumber}`}의 것입니다.
          </p>
        </div>
      )}
      <p class="note" role="status">
        {isLoading ? '이 공약을 계산하고 있습니다.' : ''}
      </p>
    </header>
  );
}
