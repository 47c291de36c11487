/** The line above the grid: the selected cell's address, its list of choices, its text and its link. */
import { useEffect, useRef } from 'preact/hooks';
import type { CellView } from '../messages.ts';

/**
 * @param cell null: none is selected yet
 * @param go selects the cell with the typed address
 * @param choose puts a choice of the list into the cell
 * @param follow follows the cell's link
 */
export function CellLine({
  cell,
  go,
  choose,
  follow,
}: {
  readonly cell: CellView | null;
  readonly go: (place: string) => void;
  readonly choose: (choice: string) => void;
  readonly follow: (link: string) => void;
}) {
  const place = cell?.address.replace(/^.*!/, '') ?? '';
  const note = (cell?.note === '' ? cell.hint : cell?.note) ?? '';
  return (
    <div class="cell-line" data-cell={place}>
      <NameBox place={place} go={go} />
      {cell === null || cell.choices.length === 0 ? null : (
        <Choices key={cell.address} choices={cell.choices} text={cell.text} choose={choose} />
      )}
      <span class="cell-text">{cell?.said ?? ''}</span>
      <span class="cell-note" title={note}>
        {note}
      </span>
      {cell === null || cell.link === '' ? null : (
        <LinkOf link={cell.link} follow={() => follow(cell.link)} />
      )}
    </div>
  );
}

/** Shows the address of the selected cell. Typing another address selects that cell. */
function NameBox({ place, go }: { readonly place: string; readonly go: (place: string) => void }) {
  return (
    <input
      key={place}
      aria-label="칸 주소"
      class="name-box"
      defaultValue={place}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') go(currentTarget.value.trim());
      }}
    />
  );
}

/** The choices that the cell's rule offers. */
function Choices({
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
    // As in Sheets, Alt+↓ opens the cell's list.
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

/** A link to a place in the book, or to a URL that opens in a new window. */
function LinkOf({ link, follow }: { readonly link: string; readonly follow: () => void }) {
  if (link.startsWith('#')) {
    return (
      <button type="button" class="link" onClick={follow}>
        {link.slice(1)} 보기
      </button>
    );
  }
  return /^https?:/.test(link) ? (
    <a class="link" href={link} target="_blank" rel="noreferrer">
      링크 열기
    </a>
  ) : null;
}
