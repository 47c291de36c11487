/** The script's clock, and a button for the time triggers that are due. */
import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../messages.ts';

const MINUTE = 60_000;

/** Typed text that the session does not know yet. */
interface Draft {
  readonly text: string;
  /** A part of the date is still missing. The browser then gives an empty text. */
  readonly isHalf: boolean;
  readonly isSent: boolean;
}

/** @param set sets the wall clock, or null for this machine's; resolves when the session has it */
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
  // While there is a draft, the field shows only that, even if the clock or the focus changes.
  const [draft, setDraft] = useState<Draft | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new clock restarts the minutes.
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

/** The wall clock this many minutes later. */
function later(wallClock: string, minutes: number): string {
  return new Date(Date.parse(`${wallClock}Z`) + minutes * MINUTE).toISOString().slice(0, 16);
}
