/**
 * A session: one workbook and one person. Applies the person's actions on the page to the document and to the
 * bundle in the local host.
 */
import { type Dialog, type DialogAnswer, type Execution, nextRun } from '../../host/host.ts';
import type { HostChoices, Workbench } from '../../run-workbook.ts';
import { formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { DocumentState, SheetState } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { select, selectedRectangles } from '../../workbook/selection.ts';
import { zoneNamed } from '../../workbook/zone.ts';
import { UnwritableWorkbook } from '../../xlsx/package/failures.ts';
import type {
  Book,
  BookChange,
  CellView,
  ClockView,
  News,
  Place,
  Question,
  SidebarView,
} from '../messages.ts';
import { BookView, type ViewChange } from './book-view.ts';
import { cellView } from './cell-view.ts';
import { Clock, instantFrom, wallClockText } from './clock.ts';
import { Edits, type TypedCell } from './edits.ts';
import { Questions } from './questions.ts';

/** The script's time zone, as in the manifest. */
const SCRIPT_TIME_ZONE = 'Asia/Seoul';
const TOAST_SECONDS = 5;
const PROTECTED: Dialog = {
  kind: 'alert',
  title: '주의하세요',
  message: '실수로 바꾸면 안 되는 탭입니다. 다시 계산하면 고친 값은 사라집니다. 그래도 고치시겠습니까?',
  buttons: 'OK_CANCEL',
};

export interface SessionOptions {
  /** Opens the workbook in a host with these choices. */
  readonly open: (choices: HostChoices) => Promise<Workbench>;
  /** Text of the sidebar's page. */
  readonly page: string;
  /** Sends news to the page. */
  readonly tell: (news: News) => void;
}

export type Session = Awaited<ReturnType<typeof startSession>>;

/** Opens the workbook and runs `onOpen`, as opening a spreadsheet does. */
export async function startSession({ open, page, tell }: SessionOptions) {
  const clock = new Clock();
  const questions = new Questions(asked);
  const { host, document, save } = await open({
    now: clock.now,
    html: { Sidebar: page },
    answer: questions.answer,
    onCall: questions.onCall,
  });
  const zone = zoneNamed(document.timeZone);
  const view = new BookView(document);
  const edits = new Edits(document, clock.now);
  const waiting = new Map<
    number,
    { readonly question: Question; readonly done: (answer: DialogAnswer) => void }
  >();
  let lastTicket = 0;
  let version = 0;
  let toldRevision: string | null = null;
  /** The open sheet and selection that the page knows, as JSON. */
  let toldPlace = '';
  let toldMenus = '';
  let sidebar: { readonly view: SidebarView; readonly html: string } | null = null;
  /** Time triggers up to this moment have been run. */
  let ranUntil = clock.now();

  showFirstFilled(document);
  host.execute('onOpen', undefined, 'open');

  /** Shows a dialog and waits for the answer. */
  function asked(dialog: Dialog): Promise<DialogAnswer> {
    lastTicket += 1;
    const question = { ticket: lastTicket, dialog };
    return new Promise((done) => {
      waiting.set(question.ticket, { question, done });
      tell({ kind: 'question', question });
    });
  }

  /** Shows a message without waiting for its answer. */
  function notify(dialog: Dialog): void {
    asked(dialog);
  }

  /** Runs a function of the bundle, then sends the page all its effects. */
  async function run(execute: () => Execution): Promise<Execution> {
    const { execution, notices } = await questions.answered(execute);
    const page = execution.shown.at(-1);
    if (questions.revision() !== toldRevision || JSON.stringify(host.menus) !== toldMenus) tellChange();
    if (page !== undefined) {
      const view = { title: page.title, opening: (sidebar?.view.opening ?? 0) + 1 };
      sidebar = { view, html: page.html };
      tell({ kind: 'sidebar', sidebar: view });
    }
    for (const toast of execution.toasts) tell({ kind: 'toast', toast });
    for (const notice of notices) notify(notice);
    return execution;
  }

  function tellChange(): void {
    toldRevision = questions.revision();
    tell({ kind: 'change', change: changed(view.change()) });
  }

  function changed(change: ViewChange): BookChange {
    version += 1;
    toldMenus = JSON.stringify(host.menus);
    const now = shown();
    const isElsewhere = JSON.stringify(now) !== toldPlace;
    toldPlace = JSON.stringify(now);
    return { version, ...change, shown: isElsewhere ? now : null, clock: clockView(), menus: host.menus };
  }

  function shown(): Place {
    const sheet = document.sheets.find(({ id }) => id === document.activeSheetId);
    return {
      sheet: document.activeSheetId,
      selection: sheet === undefined ? [] : selectedRectangles(document, sheet),
    };
  }

  function clockView(): ClockView {
    const due = dueNow();
    const coming = host.triggers
      .map((trigger) => nextRun(trigger, clock.now(), SCRIPT_TIME_ZONE))
      .filter((at) => at !== null)
      .sort((one, other) => one.getTime() - other.getTime());
    const next = due[0]?.at ?? coming[0] ?? null;
    return {
      now: wallClockText(clock.now(), zone),
      next: next === null ? null : wallClockText(next, zone),
      due: due.length,
    };
  }

  function dueNow() {
    return host.dueTriggers(ranUntil, clock.now());
  }

  /** Runs a trigger. It has a view of its own: the person's open sheet and selection stay. */
  function unseen(execute: () => Execution): Execution {
    const { activeSheetId, selection } = document;
    const execution = execute();
    if (sheetOf(activeSheetId) !== null) Object.assign(document, { activeSheetId, selection });
    return execution;
  }

  function sheetOf(id: number): SheetState | null {
    return document.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  return {
    host,
    run,
    /** The sidebar's HTML as last shown by the script; null: it was never opened. */
    sidebarHtml: (): string | null => sidebar?.html ?? null,

    book(): Book {
      const whole = changed(view.whole());
      return {
        ...whole,
        shown: shown(),
        name: document.name,
        questions: [...waiting.values()].map(({ question }) => question),
        sidebar: sidebar?.view ?? null,
      };
    },

    /** Runs a menu entry. An error is shown as Sheets shows it. */
    async choose(functionName: string): Promise<void> {
      const { error } = await run(() => host.execute(functionName));
      if (error !== null) {
        notify({ kind: 'alert', title: '오류가 생겼습니다', message: error.message, buttons: 'OK' });
      }
    },

    /** Writes typed text, as Sheets does. Asks first if the tab is protected. */
    async edit(id: number, cells: readonly TypedCell[]): Promise<void> {
      const sheet = sheetOf(id);
      if (sheet === null) return;
      const changes = edits.changesOf(sheet, cells);
      if (
        changes.length > 0 &&
        (sheet.protection === undefined || (await asked(PROTECTED)).button === 'OK')
      ) {
        const unknown = edits.write(sheet, changes);
        if (unknown.length > 0) tell(toast(unknownFormulasText(unknown)));
      }
      // Sends the rows even if nothing changed: the grid shows the typed text in its cells.
      const { sheets, ...change } = changed(view.change());
      const rows = [...new Set(cells.map(([row]) => row))].map((row) => view.row(id, row));
      const rest = sheets.filter((other) => other.id !== id);
      const own = sheets.find((other) => other.id === id) ?? { id, rows: [] };
      const told = new Set(own.rows.map(([row]) => row));
      const all = [...own.rows, ...rows.filter(([row]) => !told.has(row))];
      tell({ kind: 'change', change: { ...change, sheets: [...rest, { ...own, rows: all }] } });
    },

    /** Undoes the last edit, or redoes the last undone one, and selects its first cell. */
    undo(again: boolean): void {
      const taken = again ? edits.redo() : edits.undo();
      if (taken === 'nothing') return;
      if (taken === 'changed') {
        tell(toast('그 뒤에 내용이 바뀐 칸이어서 되돌리지 않았습니다.'));
        return;
      }
      const [cell] = taken.cells;
      if (cell !== undefined) {
        select(document, taken.sheet, [{ row: cell.row, column: cell.column, rows: 1, columns: 1 }]);
      }
      tellChange();
    },

    /** Sets the selection that the script sees, and returns the details of the selected cell. */
    select(id: number, rectangles: readonly Rectangle[]): CellView | null {
      const sheet = sheetOf(id);
      const last = rectangles.at(-1);
      if (sheet === null || last === undefined) return null;
      select(document, sheet, rectangles);
      toldPlace = JSON.stringify(shown());
      return cellView(document, sheet, last.row, last.column);
    },

    /** Follows a link in the document: `#'소통기록'!A12` or `#gid=12&range=A12`. */
    follow(link: string): void {
      const place = placeIn(document, link);
      if (place === null) return;
      select(document, place.sheet, [place.rectangle]);
      tellChange();
    },

    answer(ticket: number, answer: DialogAnswer): void {
      const question = waiting.get(ticket);
      if (question === undefined) return;
      waiting.delete(ticket);
      tell({ kind: 'answered', ticket });
      question.done(answer);
    },

    /** Sets the clock; null: back to this machine's. */
    setClock(text: string | null): void {
      const instant = text === null ? null : instantFrom(text, zone);
      if (text !== null && instant === null) return;
      clock.set(instant);
      // If the clock goes back, there is nothing to catch up on.
      if (clock.now() < ranUntil) ranUntil = clock.now();
      tellChange();
    },

    /** Runs the time triggers that are due, each with the clock at its own moment. */
    async runDue(): Promise<void> {
      const due = dueNow();
      for (const { trigger, at } of due) {
        const { error } = await run(() => unseen(() => clock.at(at, () => host.fireTrigger(trigger.id))));
        ranUntil = at;
        const when = wallClockText(at, zone).replace('T', ' ');
        tell(
          toast(
            error === null
              ? `${when}에 예약된 계산을 마쳤습니다.`
              : `${when}에 예약된 계산이 멈췄습니다: ${error.message}`,
          ),
        );
      }
      ranUntil = clock.now();
      if (due.length === 0) tell(toast('지금 시각까지 실행할 예약이 없습니다.'));
      tellChange();
    },

    /** The workbook as an xlsx file; null: xlsx cannot hold something in it, and a dialog says what. */
    async save(): Promise<Uint8Array | null> {
      try {
        return await save();
      } catch (error) {
        if (!(error instanceof UnwritableWorkbook)) throw error;
        notify({ kind: 'alert', title: '저장하지 못했습니다', message: error.message, buttons: 'OK' });
        return null;
      }
    },
    /** Name of the saved file. */
    fileName: `${document.name.replace(/\.xlsx$/i, '')}.xlsx`,
  };
}

/** Opens the first sheet with content if the open one is blank, as in a new spreadsheet. */
function showFirstFilled(document: DocumentState): void {
  const isFilled = ({ values }: SheetState) => values.some((row) => row.some((content) => content !== null));
  const shown = document.sheets.find(({ id }) => id === document.activeSheetId);
  if (shown !== undefined && isFilled(shown)) return;
  const first = document.sheets.find((sheet) => !sheet.hidden && isFilled(sheet));
  if (first !== undefined) select(document, first, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
}

function placeIn(
  document: DocumentState,
  link: string,
): { readonly sheet: SheetState; readonly rectangle: Rectangle } | null {
  const byId = /^#gid=(\d+)(?:&range=(.+))?$/.exec(link);
  const reference = parseA1(byId === null ? link.slice(1) : (byId[2] ?? 'A1'));
  const sheet = document.sheets.find(({ id, name }) =>
    byId === null ? name === reference?.sheet : id === Number(byId[1]),
  );
  return reference === null || sheet === undefined
    ? null
    : { sheet, rectangle: rectangleOf(reference, sheet) };
}

/** Says which typed formulas show an error here, and what to do. */
function unknownFormulasText([first, ...others]: readonly TypedCell[]): string {
  const [row, column] = first ?? [1, 1];
  const cell = formatA1({ row, column, rows: 1, columns: 1 });
  const more = others.length > 0 ? ` 외 ${others.length}칸` : '';
  return `${cell}${more}의 수식은 미리보기가 계산하지 못해 #N/A로 두었습니다. 구글 시트에서는 계산되니, 여기서는 값을 바로 적거나 SUM, AVERAGE, ROUND, IF, DATE로 적어 주세요.`;
}

function toast(text: string): News {
  return { kind: 'toast', toast: { title: '', message: text, seconds: TOAST_SECONDS } };
}
