/** The spreadsheet's window: menus, dialogs and the sidebar. */
import { enumerationOf } from '../enumeration.ts';
import { ServiceError } from '../errors.ts';
import { type Dialog, type DialogAnswer, type MenuEntry, type Run, releaseLocks } from '../run.ts';
import { Service, ServiceOf, signatureError } from '../service.ts';
import { HtmlOutput } from './html-service.ts';

export const BUTTON = enumerationOf('CLOSE OK CANCEL YES NO');
export const BUTTON_SET = enumerationOf('OK OK_CANCEL YES_NO YES_NO_CANCEL');

export class Ui extends Service {
  readonly Button = BUTTON;
  readonly ButtonSet = BUTTON_SET;

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
    return new PromptResponse(this.run, ask(this.run, dialogOf('prompt', values)));
  }

  showSidebar(userInterface: unknown): void {
    if (userInterface === null || userInterface === undefined) {
      throw new ServiceError('Argument cannot be null: userInterface');
    }
    if (!(userInterface instanceof HtmlOutput)) throw signatureError('Ui.showSidebar', [userInterface]);
    this.run.shown.push({ title: userInterface.title, html: userInterface.state });
  }
}

/** A menu being built. People see it once it is added to the window. */
export class Menu extends Service {
  readonly title: string;
  readonly addon: boolean;
  readonly entries: MenuEntry[] = [];

  constructor(run: Run, title: string, addon: boolean) {
    super(run);
    this.title = title;
    this.addon = addon;
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

/** A person's answer to a prompt. */
export class PromptResponse extends ServiceOf<DialogAnswer> {
  getResponseText(): string {
    return this.state.text ?? '';
  }

  getSelectedButton(): unknown {
    return BUTTON.value(this.state.button);
  }
}

/** The default answer: OK or YES, with nothing typed. */
export function agree({ buttons }: Dialog): DialogAnswer {
  return { button: buttons.startsWith('YES') ? 'YES' : 'OK', text: '' };
}

/** Reads the arguments `(message)`, `(message, buttons)` or `(title, message, buttons)`. */
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
  // The script is suspended while the person reads. The sheet shows what was written so far, and locks are
  // lost: https://developers.google.com/apps-script/reference/base/ui#alertprompt
  run.buffer.apply();
  releaseLocks(run);
  const answer = run.answer(dialog);
  if (answer.button !== 'CLOSE' && !dialog.buttons.split('_').includes(answer.button)) {
    throw new Error(`the dialog "${dialog.message}" has no button ${answer.button}`);
  }
  return answer;
}
