/** The preview's window: menu, clock, grid, tabs and sidebar, kept up to date with the session. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type {
  Book,
  BookChange,
  CellView,
  ChartView,
  News,
  Place,
  Question,
  Requests,
  SheetFrame,
} from '../messages.ts';
import { CellLine } from './cell-line.tsx';
import { Charts } from './charts.tsx';
import { ClockBar } from './clock-bar.tsx';
import { QuestionDialog } from './dialog.tsx';
import { createGrid, type Grid } from './grid.ts';
import { MenuBar } from './menu-bar.tsx';
import { addressOf, listen, selectedCell, send, sendNow } from './session.ts';
import { Tabs } from './tabs.tsx';
import { type ShownToast, Toasts } from './toasts.tsx';
import type { SheetView } from './univer-view.ts';

/** What the page knows of the sheets besides their cells. */
interface Sheets {
  readonly order: readonly number[];
  readonly frames: ReadonlyMap<number, SheetFrame>;
  readonly charts: ReadonlyMap<number, readonly ChartView[]>;
}

export function App({ book }: { readonly book: Book }) {
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid | null>(null);
  const version = useRef(book.version);
  /** The current selection. The session learns of it a little later. */
  const at = useRef<Place>(book.shown);
  const [sheets, setSheets] = useState(() =>
    withChange({ order: [], frames: new Map(), charts: new Map() }, book),
  );
  const [sheet, setSheet] = useState(book.shown.sheet);
  const [cell, setCell] = useState<CellView | null>(null);
  const [clock, setClock] = useState(book.clock);
  const [menus, setMenus] = useState(book.menus);
  const [questions, setQuestions] = useState<readonly Question[]>(book.questions);
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const [sidebar, setSidebar] = useState(book.sidebar);
  const [isBusy, setBusy] = useState(0);
  const [isLost, setLost] = useState(false);
  const [view, setView] = useState<SheetView | null>(null);

  const working = async (work: Promise<unknown>) => {
    setBusy((now) => now + 1);
    try {
      await work;
    } catch {
      setLost(true);
    } finally {
      setBusy((now) => now - 1);
    }
  };

  /** Sends an edit of cells, starting at the selected one. */
  const type = (cellsFrom: (first: Rectangle) => Requests['/edit']['cells']) => {
    const { sheet, selection } = at.current;
    const first = selection.at(-1);
    if (first !== undefined) working(send('/edit', { sheet, cells: cellsFrom(first) }));
  };

  const follow = (link: string) => {
    working(send('/follow', { link }));
  };

  const selected = async (now: Place) => {
    at.current = now;
    setSheet(now.sheet);
    const view = await selectedCell(now);
    const last = now.selection.at(-1);
    if (view === null || last === undefined || at.current !== now) return;
    setCell(view);
    grid.current?.editNext(now.sheet, last.row, last.column, view.text);
  };

  const hear = (news: News) => {
    switch (news.kind) {
      case 'change': {
        const { change } = news;
        if (change.version <= version.current) return;
        version.current = change.version;
        try {
          grid.current?.change(change);
        } catch (error) {
          // The session has everything: a grid that cannot take a change is built anew.
          console.error(error);
          location.reload();
          return;
        }
        setSheets((before) => withChange(before, change));
        setClock(change.clock);
        setMenus(change.menus);
        selected(change.shown ?? at.current).catch(() => setLost(true));
        return;
      }
      case 'question':
        setQuestions((waiting) => [...waiting, news.question]);
        return;
      case 'answered':
        setQuestions((waiting) => waiting.filter(({ ticket }) => ticket !== news.ticket));
        return;
      case 'toast':
        setToasts((shown) => [...shown, { ...news.toast, key: Date.now() + Math.random() }]);
        return;
      case 'sidebar':
        setSidebar(news.sidebar);
        return;
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the listener reads current state itself.
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      // Compares the key's position: with Hangul input on, its letter is another one.
      const isUndo = event.code === 'KeyZ';
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !(isUndo || event.code === 'KeyY')) return;
      if (isTextField(event.target) || grid.current?.isEditing() === true) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      working(send('/undo', { again: !isUndo || event.shiftKey }));
    };
    // Runs before the grid's own undo, which would restore the displayed texts instead of the book's values.
    window.addEventListener('keydown', undo, true);
    return () => window.removeEventListener('keydown', undo, true);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid is created only once.
  useEffect(() => {
    if (place.current === null) return;
    grid.current = createGrid(place.current, book, {
      edited: (id, cells) => {
        working(send('/edit', { sheet: id, cells }));
      },
      ready: () => {
        document.body.dataset.state = 'open';
      },
      moved: setView,
      selected: (now) => {
        selected(now).catch(() => setLost(true));
      },
    });
    listen(hear, () => setLost(true));
    selected(book.shown).catch(() => setLost(true));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the listeners read current state.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTextField(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      type((first) => pastedCells(text, first));
    };
    const told = ({ data, origin }: MessageEvent) => {
      if (origin === location.origin && data?.source === 'google.script.host' && data.event === 'close') {
        setSidebar(null);
      }
    };
    document.addEventListener('paste', paste, true);
    window.addEventListener('message', told);
    return () => {
      document.removeEventListener('paste', paste, true);
      window.removeEventListener('message', told);
    };
  }, []);

  const tabs = useMemo(
    () =>
      sheets.order.flatMap((id) => {
        const frame = sheets.frames.get(id);
        return frame === undefined || frame.hidden ? [] : [{ id, name: frame.name, color: frame.tabColor }];
      }),
    [sheets],
  );
  const charts = sheets.charts.get(sheet) ?? [];
  const [question] = questions;

  return (
    <>
      <header>
        <h1>{book.name}</h1>
        <MenuBar
          menus={menus}
          choose={(functionName) => {
            working(send('/menu', { functionName }));
          }}
        />
        <output class="busy" aria-live="polite">
          {isLost ? '연결이 끊어졌습니다. 명령을 다시 실행해 주세요.' : isBusy > 0 ? '작업 중…' : ''}
        </output>
        <ClockBar
          clock={clock}
          set={(now) => working(send('/clock', { now }))}
          runDue={() => {
            working(send('/due', {}));
          }}
        />
        <a class="button" href={addressOf('/workbook')} download>
          xlsx로 저장
        </a>
      </header>
      <CellLine
        cell={cell}
        go={(place) => {
          const name = sheets.frames.get(sheet)?.name ?? '';
          grid.current?.focus();
          follow(`#'${name.replaceAll("'", "''")}'!${place}`);
        }}
        choose={(choice) => {
          grid.current?.focus();
          type((first) => [[first.row, first.column, choice]]);
        }}
        follow={follow}
      />
      <main>
        <div class="grid-frame">
          <div class="grid" ref={place} />
          {charts.length === 0 || view === null ? null : <Charts charts={charts} view={view} />}
        </div>
        {sidebar === null ? null : (
          <aside aria-label={sidebar.title}>
            <div class="aside-title">
              <h2>{sidebar.title}</h2>
              <button type="button" aria-label="사이드바 닫기" onClick={() => setSidebar(null)}>
                ×
              </button>
            </div>
            <iframe
              key={sidebar.opening}
              title={`${sidebar.title} 사이드바`}
              sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups"
              src={addressOf('/sidebar', { opening: String(sidebar.opening) })}
            />
          </aside>
        )}
      </main>
      <Tabs
        tabs={tabs}
        open={sheet}
        choose={(id) => {
          grid.current?.open(id);
        }}
      />
      <Toasts
        toasts={toasts}
        close={(key) => setToasts((shown) => shown.filter((toast) => toast.key !== key))}
      />
      {question === undefined ? null : (
        <QuestionDialog
          key={question.ticket}
          dialog={question.dialog}
          answer={(answer) => {
            sendNow('/answer', { ticket: question.ticket, answer }).catch(() => setLost(true));
          }}
        />
      )}
    </>
  );
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function withChange(before: Sheets, { order, sheets }: BookChange): Sheets {
  const frames = new Map(before.frames);
  const charts = new Map(before.charts);
  for (const sheet of sheets) {
    if (sheet.frame !== undefined) frames.set(sheet.id, sheet.frame);
    if (sheet.charts !== undefined) charts.set(sheet.id, sheet.charts);
  }
  return { order, frames, charts };
}

/**
 * Splits pasted text into cells, starting at the selected one. Tabs separate columns, line breaks separate
 * rows.
 */
function pastedCells(
  text: string,
  first: { readonly row: number; readonly column: number },
): (readonly [number, number, string])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, row) =>
      line.split('\t').map((cell, column) => [first.row + row, first.column + column, cell] as const),
    );
}
