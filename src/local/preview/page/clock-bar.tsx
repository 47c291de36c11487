/** The clock that the script goes by, and the runs that wait for their moment. */
import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../messages.ts';

const MINUTE = 60_000;

/** What a person has typed and the session does not know yet. */
interface Draft {
  readonly text: string;
  /** A part of it is still missing: the browser gives it out as empty. */
  readonly isHalf: boolean;
  readonly isSent: boolean;
}

/** @param set takes a wall clock, or null for this machine's; it is over when the session has heard of it. */
export function ClockBar({
  clock,
  set,
  runDue,
}: {
  readonly clock: ClockView;
  readonly set: (now: string | null) => Promise<void>;
  readonly runDue: () => void;
}) {
  const [passed, setPassed] = useState(0);
  // From the first letter on the field shows this alone, whatever happens meanwhile to the clock or to the focus.
  const [draft, setDraft] = useState<Draft | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every word of the session sets the minutes back.
  useEffect(() => {
    setPassed(0);
    const timer = setInterval(() => setPassed((minutes) => minutes + 1), MINUTE);
    return () => clearInterval(timer);
  }, [clock]);
  const now = later(clock.now, passed);
  const choose = async () => {
    if (draft === null || draft.isSent) return;
    const chosen = { ...draft, isSent: true };
    setDraft(chosen);
    if (!draft.isHalf && draft.text !== now) await set(draft.text === '' ? null : draft.text);
    setDraft((later) => (later === chosen ? null : later));
  };
  return (
    <div class="clock">
      <label>
        지금 시각
        <input
          type="datetime-local"
          value={draft?.text ?? now}
          title="비우면 이 컴퓨터의 시각으로 돌아갑니다."
          onInput={({ currentTarget: { value, validity } }) =>
            setDraft({ text: value, isHalf: validity.badInput, isSent: false })
          }
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
