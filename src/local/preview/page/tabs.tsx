/** The tabs below the grid. */
import { useEffect, useRef } from 'preact/hooks';

interface Tab {
  readonly id: number;
  readonly name: string;
  readonly color: string | null;
}

export function Tabs({
  tabs,
  open,
  choose,
}: {
  readonly tabs: readonly Tab[];
  readonly open: number;
  readonly choose: (id: number) => void;
}) {
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run when another tab is opened.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return (
    <nav ref={list} aria-label="탭">
      {tabs.map(({ id, name, color }) => (
        <button
          type="button"
          key={id}
          aria-current={id === open ? 'page' : undefined}
          onClick={() => choose(id)}
          style={color === null ? undefined : { '--tab': color }}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
