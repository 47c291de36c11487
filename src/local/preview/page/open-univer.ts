/** Univer, opened as a view: nothing in it changes the book, or its look, but what a person types. */
import { LocaleType, Univer, UniverInstanceType } from '@univerjs/core';
import { type Command, FUniver, type Workbook } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import korean from '@univerjs/preset-sheets-core/locales/ko-KR';
import '@univerjs/preset-sheets-core/lib/index.css';

export const BOOK = 'book';
/** Everything else that would change the book, or its look, is refused. */
const ALLOWED =
  /^sheet\.command\.(?:scroll|set-scroll|select|expand-selection|move-selection|copy$|clear-selection-content$|set-range-values$|set-worksheet-activate|auto-clear-content|set-zoom-ratio|change-zoom-ratio)/;
const REFUSED = /^(?:sheet\.command\.|univer\.command\.(?:undo|redo|paste|cut))/;

export interface OpenUniver {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly workbook: Workbook;
}

/** @param sheets the data of each, in their order. */
export function openUniver(container: HTMLElement, sheets: readonly { readonly id: string }[]): OpenUniver {
  const univer = new Univer({ locale: LocaleType.KO_KR, locales: { [LocaleType.KO_KR]: korean } });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    footer: false,
    formulaBar: false,
    contextMenu: false,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: BOOK,
    name: BOOK,
    locale: LocaleType.KO_KR,
    styles: {},
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((data) => [data.id, data])),
  });
  const api = FUniver.newAPI(univer);
  const workbook = api.getActiveWorkbook();
  if (workbook === null) throw new Error('the grid has no workbook');
  return { univer, api, workbook };
}

/** Refuses what a view does not do. @param isOurs whether the page itself is changing the grid. */
export function refuseChanges(api: FUniver, isOurs: () => boolean): void {
  api.addEvent<Command>(api.Event.BeforeCommandExecute, (command) => {
    if (!isOurs() && REFUSED.test(command.id) && !ALLOWED.test(command.id)) command.cancel = true;
  });
}
