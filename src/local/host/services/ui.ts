import { Enumeration } from '../enumeration.ts';
import { ServiceError } from '../errors.ts';
import {
  type ButtonName,
  type ButtonSetName,
  type Dialog,
  type DialogAnswer,
  type MenuEntry,
  type Run,
  releaseLocks,
} from '../run.ts';
import { Service, signatureError } from '../service.ts';
import { HtmlOutput } from './html-service.ts';

export const BUTTON = new Enumeration<ButtonName>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const BUTTON_SET = new Enumeration<ButtonSetName>('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

/** The window of the spreadsheet: menus, questions, the sidebar. */
export class Ui extends Service {
  readonly Button = BUTTON;
  readonly ButtonSet = BUTTON_SET;
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'Ui';
  }

  createMenu(caption: unknown): Menu {
    return new Menu(this.run, String(caption), false);
  }

  createAddonMenu(): Menu {
    return new Menu(this.run, '', true);
  }

  alert(...values: unknown[]): unknown {
    return BUTTON.value(ask(this.run, dialogOf('alert', values)).button);
  }

  prompt(...values: unknown[]): PromptResponse {
    return new PromptResponse(ask(this.run, dialogOf('prompt', values)));
  }

  showSidebar(userInterface: unknown): void {
    const page = htmlOf(userInterface, 'showSidebar');
    // https://developers.google.com/apps-script/guides/dialogs#custom_sidebars : scripts cannot choose the width.
    this.run.shown.push({ kind: 'sidebar', title: page.title, html: page.content, width: 300 });
  }

  showModalDialog(userInterface: unknown, title: unknown): void {
    const page = htmlOf(userInterface, 'showModalDialog');
    this.run.shown.push({
      kind: 'modal',
      title: String(title),
      html: page.content,
      width: page.width ?? 600,
    });
  }
}

/** A menu that is being built; people see it once it was added. */
export class Menu extends Service {
  readonly run: Run;
  readonly title: string;
  readonly addon: boolean;
  readonly entries: MenuEntry[] = [];

  constructor(run: Run, title: string, addon: boolean) {
    super();
    this.run = run;
    this.title = title;
    this.addon = addon;
  }

  override get serviceName(): string {
    return 'Menu';
  }

  addItem(caption: unknown, functionName: unknown): this {
    if (typeof caption !== 'string' || typeof functionName !== 'string') {
      throw signatureError('Ui.Menu.addItem', [caption, functionName]);
    }
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw signatureError('Ui.Menu.addSubMenu', [menu]);
    const { title, addon, entries } = menu;
    this.entries.push({ kind: 'menu', menu: { title, addon, entries } });
    return this;
  }

  addToUi(): void {
    const { menus } = this.run.person;
    const menu = { title: this.title, addon: this.addon, entries: [...this.entries] };
    const index = menus.findIndex(({ title, addon }) => title === menu.title && addon === menu.addon);
    menus.splice(index < 0 ? menus.length : index, index < 0 ? 0 : 1, menu);
  }
}

/** What a person answered to a prompt. */
export class PromptResponse extends Service {
  readonly answer: DialogAnswer;

  constructor(answer: DialogAnswer) {
    super();
    this.answer = answer;
  }

  override get serviceName(): string {
    return 'PromptResponse';
  }

  getResponseText(): string {
    return this.answer.text ?? '';
  }

  getSelectedButton(): unknown {
    return BUTTON.value(this.answer.button);
  }
}

/** The answer of somebody who agrees with everything and types nothing. */
export function agree({ buttons }: Dialog): DialogAnswer {
  return { button: buttons.startsWith('YES') ? 'YES' : 'OK', text: '' };
}

/** `(message)`, `(message, buttons)` or `(title, message, buttons)`. */
function dialogOf(kind: Dialog['kind'], values: readonly unknown[]): Dialog {
  const buttons = values.length === 1 ? 'OK' : BUTTON_SET.nameOf(values.at(-1));
  if (values.length < 1 || values.length > 3 || buttons === null) {
    throw signatureError(`Ui.${kind}`, values);
  }
  const texts = values.length === 1 ? values : values.slice(0, -1);
  return {
    kind,
    title: texts.length === 2 ? String(texts[0]) : '',
    message: String(texts.at(-1)),
    buttons: kind === 'prompt' && values.length === 1 ? 'OK_CANCEL' : buttons,
  };
}

function ask(run: Run, dialog: Dialog): DialogAnswer {
  run.dialogs.push(dialog);
  // The script stands still while the person reads; the sheet beside the dialog shows what was written, and locks are lost:
  // https://developers.google.com/apps-script/reference/base/ui#alertprompt
  run.buffer.apply();
  releaseLocks(run);
  const answer = run.answer(dialog);
  if (answer.button !== 'CLOSE' && !dialog.buttons.split('_').includes(answer.button)) {
    throw new Error(`the dialog "${dialog.message}" has no button ${answer.button}`);
  }
  return answer;
}

function htmlOf(page: unknown, method: string): HtmlOutput {
  if (page instanceof HtmlOutput) return page;
  if (page === null || page === undefined) throw new ServiceError('Argument cannot be null: userInterface');
  throw signatureError(`Ui.${method}`, [page]);
}
