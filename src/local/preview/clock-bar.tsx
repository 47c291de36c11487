/** The clock that the script goes by, and the runs that wait for their moment. */
import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from './messages.ts';

const MINUTE = 60_000;

export function ClockBar({
  clock,
  set,
  runDue,
}: {
  readonly clock: ClockView;
  readonly set: (now: string | null) => void;
  readonly runDue: () => void;
}) {
  const [passed, setPassed] = useState(0);
  const [isEdited, setEdited] = useState(false);
  const [text, setText] = useState(clock.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every word of the session sets the minutes back.
  useEffect(() => {
    setPassed(0);
    const timer = setInterval(() => setPassed((minutes) => minutes + 1), MINUTE);
    return () => clearInterval(timer);
  }, [clock]);
  const now = later(clock.now, passed);
  const choose = () => {
    setEdited(false);
    if (text !== now && text !== '') set(text);
  };
  return (
    <div class="clock">
      <label>
        지금 시각
        <input
          type="datetime-local"
          value={isEdited ? text : now}
          onFocus={() => {
            setText(now);
            setEdited(true);
          }}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={choose}
          onKeyDown={({ key }) => {
            if (key === 'Enter') choose();
          }}
        />
      </label>
      <button
        type="button"
        class="button"
        disabled={clock.next === null}
        title={
          clock.next === null
            ? '매월 자동 계산이 꺼져 있습니다.'
            : `다음 예약: ${clock.next.replace('T', ' ')}`
        }
        onClick={runDue}
      >
        예약 실행{clock.due > 0 ? ` ${clock.due}` : ''}
      </button>
    </div>
  );
}

/** A wall clock some minutes later. */
function later(wallClock: string, minutes: number): string {
  return new Date(Date.parse(`${wallClock}Z`) + minutes * MINUTE).toISOString().slice(0, 16);
}
