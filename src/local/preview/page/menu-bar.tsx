/** The menus that the script added, with their submenus. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Menu, MenuEntry } from '../../host/run.ts';

type Choose = (functionName: string) => void;

export function MenuBar({ menus, choose }: { readonly menus: readonly Menu[]; readonly choose: Choose }) {
  const [open, setOpen] = useState<number | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open === null) return;
    const leave = (event: Event) => {
      if (!(event.target instanceof Node) || bar.current?.contains(event.target) !== true) setOpen(null);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(null);
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('keydown', key, true);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('keydown', key, true);
      window.removeEventListener('blur', leave);
    };
  }, [open]);
  return (
    <div class="menu-bar" ref={bar}>
      {menus.map((menu, index) => (
        <div key={menu.title}>
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? null : index)}
          >
            {menu.title}
          </button>
          {open === index ? (
            <Entries
              entries={menu.entries}
              choose={(functionName) => {
                setOpen(null);
                choose(functionName);
              }}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

function Entries({ entries, choose }: { readonly entries: readonly MenuEntry[]; readonly choose: Choose }) {
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || list.current === null) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [
      ...list.current.querySelectorAll<HTMLButtonElement>(':scope > button, :scope > div > button'),
    ];
    const now = buttons.findIndex((button) => button.matches(':focus'));
    buttons[(now + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="menu" role="menu" ref={list} onKeyDown={move} tabIndex={-1}>
      {entries.map((entry, index) => (
        <Entry
          key={keyOf(entry, index)}
          entry={entry}
          choose={choose}
          isOpen={open === index}
          setOpen={(isOpen) => setOpen(isOpen ? index : null)}
        />
      ))}
    </div>
  );
}

function Entry({
  entry,
  choose,
  isOpen,
  setOpen,
}: {
  readonly entry: MenuEntry;
  readonly choose: Choose;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}) {
  switch (entry.kind) {
    case 'separator':
      return <hr />;
    case 'item':
      return (
        <button
          type="button"
          role="menuitem"
          onMouseEnter={() => setOpen(false)}
          onClick={() => choose(entry.functionName)}
        >
          {entry.caption}
        </button>
      );
    case 'menu':
      return (
        <div
          class="sub"
          role="none"
          onMouseEnter={() => setOpen(true)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') setOpen(true);
            else if (event.key === 'ArrowLeft') setOpen(false);
          }}
        >
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
          >
            {entry.menu.title}
            <span aria-hidden="true">▸</span>
          </button>
          {isOpen ? <Entries entries={entry.menu.entries} choose={choose} /> : null}
        </div>
      );
  }
}

function keyOf(entry: MenuEntry, index: number): string {
  if (entry.kind === 'separator') return `line ${index}`;
  return entry.kind === 'item' ? entry.caption : entry.menu.title;
}
