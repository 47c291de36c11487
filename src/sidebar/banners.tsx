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
const BETWEEN_QUESTIONS = 3_000;

export interface Notice {
  readonly text: string;
  readonly lines: readonly string[];
  /** A tab to look at. */
  readonly tab: string | null;
}

/**
 * What goes on, or what came of it, at the top wherever one has scrolled to. It is always there, empty or not: whoever listens is
 * told only of what changes in a place that was there before.
 */
export function Strip({
  running,
  notice,
  onLook,
  onClose,
}: {
  readonly running: Running | null;
  readonly notice: Notice | null;
  readonly onLook: (tab: string) => void;
  readonly onClose: () => void;
}) {
  const said = useProgress(running !== null);
  const isEmpty = running === null && notice === null;
  return (
    <div class={isEmpty ? 'strip empty' : 'strip'}>
      <div role="status" class="said-now">
        {running !== null ? <p>{said ?? running.step}</p> : null}
        {running === null && notice !== null ? (
          <>
            <p>{notice.text}</p>
            {notice.lines.map((line, index) => (
              <p class="small" key={index}>
                <Typed text={line} />
              </p>
            ))}
          </>
        ) : null}
      </div>
      {running !== null ? <Progress lastSeconds={running.lastSeconds} key={running.step} /> : null}
      {running === null && notice !== null ? (
        <div class="strip-actions">
          {notice.tab === null ? null : (
            <Button kind="link" onPress={() => onLook(notice.tab ?? '')}>
              {notice.tab} 탭 보기
            </Button>
          )}
          <Button kind="link" onPress={onClose}>
            닫기
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What the run says of itself; null where it says nothing. */
function useProgress(isRunning: boolean): string | null {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    setSaid(null);
    if (!isRunning || !knows('runProgress')) return;
    const timer = setInterval(() => {
      // Not to know how far it is does no harm.
      call('runProgress').then(setSaid, () => undefined);
    }, BETWEEN_QUESTIONS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return said;
}

function Progress({ lastSeconds }: Pick<Running, 'lastSeconds'>) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="wait" aria-hidden="true">
      <div class="progress" />
      <p class="small">
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
