/** 근거 보기: the rows behind a number. Replaces everything else in the sidebar. */
import { useEffect, useRef } from 'preact/hooks';
import { withCommas } from '../../sheets/numbers.ts';
import { placeText } from '../format.ts';
import type { Traced } from '../ledger/ledger.ts';
import { Button, type Jump, Typed } from '../parts.tsx';

export function TraceView({
  trace,
  onJump,
  onBack,
}: {
  readonly trace: Traced;
  readonly onJump: Jump;
  readonly onBack: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The heading gets the focus, so that a screen reader says where the person is now.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="trace">
      <Button kind="link" onPress={onBack}>
        ← 돌아가기
      </Button>
      {trace.pledge === undefined ? null : (
        <p class="over">
          <Typed text={`공약 ${trace.pledge}`} />
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {placeText(trace.tab, trace.cell)}의 근거
      </h1>
      {trace.equation === null ? null : <p class="numeric">{trace.equation}</p>}
      {trace.parts.map(({ label, sum, unit, rows, more }, index) => (
        <section class="section" aria-label={label} key={index}>
          <div class="section-head">
            <h2>{label}</h2>
            <strong class="aside number">
              {sumText(sum, rows.length + more)}
              {sum === null ? null : <Typed text={unit} />}
            </strong>
          </div>
          <p class="note">{rowsText(sum, rows.length + more)}</p>
          <ul class="traced">
            {rows.map(({ tab, row, text, value, approximate }, at) => (
              <li key={at}>
                <div class="pair">
                  <Button kind="link" onPress={() => onJump(tab, `${row}:${row}`)}>
                    {tab} {row}행
                  </Button>
                  <span class="number">
                    {approximate ? '약 ' : ''}
                    {withCommas(value)}
                    <Typed text={unit} />
                  </span>
                </div>
                <p class="in-words">
                  <Typed text={text} />
                </p>
              </li>
            ))}
          </ul>
          {more === 0 ? null : (
            <p class="note">나머지 {withCommas(more)}행은 메뉴의 이 숫자의 근거 보기로 볼 수 있습니다.</p>
          )}
        </section>
      ))}
    </main>
  );
}

/** The earlier values of a level are not added, so they have no sum. */
function sumText(sum: number | null, rows: number): string {
  if (sum !== null) return withCommas(sum);
  return rows === 0 ? '기록 없음' : '';
}

function rowsText(sum: number | null, rows: number): string {
  if (rows === 0) return '더한 행이 없습니다.';
  return sum === null ? `${withCommas(rows)}행이 있습니다.` : `${withCommas(rows)}행을 더한 값입니다.`;
}
