/** The choice of the as-of date. */
import type { SidebarState } from '../app/sidebar.ts';
import { dateText } from './format.ts';

export type AsOfKind = 'settings' | 'today' | 'lastMonthEnd' | 'day';

export interface AsOfChoice {
  readonly kind: AsOfKind;
  /** The chosen day as `yyyy-mm-dd`; empty until one is chosen. */
  readonly day: string;
}

/** The chosen date; null: the date in the settings; undefined: a day still has to be chosen. */
export function chosenDate(
  { kind, day }: AsOfChoice,
  { today, lastMonthEnd }: SidebarState,
): string | null | undefined {
  switch (kind) {
    case 'settings':
      return null;
    case 'today':
      return today;
    case 'lastMonthEnd':
      return lastMonthEnd;
    case 'day':
      return day === '' ? undefined : day;
  }
}

export function AsOfField({
  choice,
  state,
  onChoose,
}: {
  readonly choice: AsOfChoice;
  readonly state: SidebarState;
  readonly onChoose: (choice: AsOfChoice) => void;
}) {
  const { kind, day } = choice;
  const options: readonly { readonly kind: AsOfKind; readonly text: string }[] = [
    { kind: 'settings', text: '공약 탭에 적힌 대로' },
    { kind: 'today', text: `오늘 (${dateText(state.today)})` },
    { kind: 'lastMonthEnd', text: `지난달 말일 (${dateText(state.lastMonthEnd)})` },
    { kind: 'day', text: '날짜 고르기…' },
  ];
  return (
    <div class="as-of">
      <label for="as-of">기준일</label>
      <select
        id="as-of"
        value={kind}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen !== undefined) onChoose({ ...choice, kind: chosen.kind });
        }}
      >
        {options.map(({ kind: value, text }) => (
          <option value={value} key={value}>
            {text}
          </option>
        ))}
      </select>
      {kind === 'day' ? (
        <input
          type="date"
          aria-label="기준일로 쓸 날짜"
          value={day}
          onInput={({ currentTarget }) => onChoose({ kind, day: currentTarget.value })}
        />
      ) : null}
    </div>
  );
}
