/** The list that a cell's rule offers. */
import { useEffect, useRef } from 'preact/hooks';

export function Choices({
  choices,
  text,
  choose,
}: {
  readonly choices: readonly string[];
  readonly text: string;
  readonly choose: (choice: string) => void;
}) {
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    // As in a sheet: Alt and the arrow open the list of the cell.
    const open = (event: KeyboardEvent) => {
      if (!event.altKey || event.key !== 'ArrowDown' || list.current === null) return;
      event.preventDefault();
      event.stopPropagation();
      list.current.focus();
      list.current.showPicker();
    };
    document.addEventListener('keydown', open, true);
    return () => document.removeEventListener('keydown', open, true);
  }, []);
  return (
    <select
      ref={list}
      class="choices-of-cell"
      aria-label="고를 수 있는 값"
      title="Alt+↓"
      value={choices.includes(text) ? text : ''}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="" disabled>
        고르기…
      </option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}
