/** What stands above the figures: what is going on, what went wrong, what to know of them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { durationText } from './format.ts';
import { Button, Typed } from './parts.tsx';
import { call, knows } from './server.ts';
import type { Trouble } from './trouble.ts';

export interface Running {
  readonly step: string;
  /** How long the last run took, in seconds; null where there was none. */
  readonly lastSeconds: number | null;
}

const TICK = 1_000;
const TICKS_BETWEEN_QUESTIONS = 3;

/** A run that goes on: what it is doing, and for how long. */
export function RunningStrip({ step, lastSeconds }: Running) {
  const [seconds, setSeconds] = useState(0);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      setSeconds(ticks);
      if (ticks % TICKS_BETWEEN_QUESTIONS !== 0 || !knows('runProgress')) return;
      // Not to know how far it is does no harm.
      call('runProgress').then(setSaid, () => undefined);
    }, TICK);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="strip running">
      <p role="status">{said ?? step}</p>
      <div class="progress" aria-hidden="true" />
      <p class="small" aria-hidden="true">
        {seconds}초 지났습니다
        {lastSeconds === null ? '' : ` · 지난번에 걸린 시간 ${durationText(lastSeconds)}`}
      </p>
    </div>
  );
}

export function TroubleBox({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="box error" role="alert" ref={box}>
      <p class="box-title">
        <span aria-hidden="true">✕ </span>
        {trouble.title}
      </p>
      {trouble.lines.map((line, index) => (
        <p key={index}>
          <Typed text={line} />
        </p>
      ))}
      {trouble.said === '' ? null : (
        <p class="said">
          구글이 알려 준 말: <Typed text={trouble.said} />
        </p>
      )}
      <Button onPress={onRetry}>다시 시도</Button>
    </div>
  );
}

/** Something to know of the figures below; `▲` says so where colour does not. */
export function Warning({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="box warning" aria-label={title}>
      <p class="box-title">
        <span aria-hidden="true">▲ </span>
        {title}
      </p>
      {children}
    </section>
  );
}
