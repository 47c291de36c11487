/** What is shown above the figures: progress, results, failures and warnings. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { durationText } from './format.ts';
import { Button, Typed } from './parts.tsx';
import { call, knows } from './server.ts';
import type { Trouble } from './trouble.ts';

export interface Running {
  readonly step: string;
  /** Duration of the last run in seconds; null: none. */
  readonly lastSeconds: number | null;
}

const TICK_MS = 1_000;
/** Time between two questions about the progress of a run. */
const BETWEEN_QUESTIONS_MS = 3_000;

export interface Notice {
  readonly text: string;
  readonly lines: readonly string[];
  /** A tab to go to; null: none. */
  readonly tab: string | null;
}

/**
 * The progress of a run or its result, at the top of the visible area. The element is always present, even
 * empty, because screen readers only announce changes in an element that was there before.
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

/** The progress that the run reports; null: nothing. */
function useProgress(isRunning: boolean): string | null {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    setSaid(null);
    if (!isRunning || !knows('runProgress')) return;
    const timer = setInterval(() => {
      // A failed progress call is harmless.
      call('runProgress').then(setSaid, () => undefined);
    }, BETWEEN_QUESTIONS_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return said;
}

function Progress({ lastSeconds }: Pick<Running, 'lastSeconds'>) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), TICK_MS);
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

/** A warning about the figures below. `▲` marks it for people who cannot see the colour. */
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
