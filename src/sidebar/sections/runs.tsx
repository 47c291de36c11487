/** The last run, and the next one by itself. */
import type { GlanceRun } from '../../app/glance.ts';
import type { MonthlyRun } from '../../app/sidebar.ts';
import { counted, durationText, momentText } from '../format.ts';
import { Section, Typed } from '../parts.tsx';

const STARTED: Readonly<Record<GlanceRun['how'], string>> = {
  menu: '메뉴에서',
  sidebar: '사이드바에서',
  trigger: '매월 자동으로',
};

export function LastRun({ run }: { readonly run: GlanceRun }) {
  return (
    <Section title="마지막 계산">
      <dl class="facts">
        <dt>때</dt>
        <dd>{momentText(run.when)}</dd>
        <dt>한 일</dt>
        <dd>
          {run.action} ({STARTED[run.how]})
        </dd>
        <dt>걸린 시간</dt>
        <dd>{durationText(run.seconds)}</dd>
        <dt>읽은 행</dt>
        <dd>{counted(run.rowsRead)}행</dd>
        <dt>집계에서 뺀 행</dt>
        <dd>{run.rowsLeftOut === 0 ? '없음' : `${counted(run.rowsLeftOut)}행 (점검 참고)`}</dd>
      </dl>
    </Section>
  );
}

export function NextRun({ monthly }: { readonly monthly: MonthlyRun | null }) {
  if (monthly === null) return null;
  const { on, mine, owner, day, hour, nextRun, lastResult } = monthly;
  return (
    <Section title="매월 자동 계산" aside={on ? '켜짐' : '꺼짐'}>
      {on ? (
        <dl class="facts">
          {nextRun === null ? null : (
            <>
              <dt>다음 계산</dt>
              <dd>{nextRun}</dd>
            </>
          )}
          {day === null || hour === null ? null : (
            <>
              <dt>설정</dt>
              <dd>
                매월 {day}일 {hour}시
              </dd>
            </>
          )}
          <dt>켠 사람</dt>
          <dd>{mine ? '나' : <Typed text={owner} />}</dd>
          {lastResult === null ? null : (
            <>
              <dt>지난 결과</dt>
              <dd>
                <Typed text={lastResult} />
              </dd>
            </>
          )}
        </dl>
      ) : null}
      <p class="note">공약장부 메뉴의 매월 자동 계산에서 {on ? '바꾸거나 끌' : '켤'} 수 있습니다.</p>
    </Section>
  );
}
