import { describe, expect, it } from 'vitest';
import { hostOf, messageOf, resultOf, run, scriptOf } from './running.ts';

/** https://developers.google.com/apps-script/guides/menus */
describe('menus', () => {
  const OPEN = `function onOpen(event) {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('공약장부').addItem('전체 다시 계산', 'main').addSeparator()
        .addSubMenu(ui.createMenu('설정').addItem('새로 만들기', 'setUp')).addToUi();
      return [String(event.authMode), event.authMode === ScriptApp.AuthMode.LIMITED, event.source.getId()];
    }
    function main() {} function setUp() {} function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('')); }
    function triggers() { return ScriptApp.getProjectTriggers(); }`;

  it('are as last added', () => {
    const host = hostOf(OPEN);
    expect(host.menus).toEqual([]);
    expect(host.execute('onOpen', undefined, 'open').result).toEqual(['LIMITED', true, 'local-document']);
    host.execute('onOpen', undefined, 'open');
    expect(host.menus).toEqual([
      {
        title: '공약장부',
        addon: false,
        entries: [
          { kind: 'item', caption: '전체 다시 계산', functionName: 'main' },
          { kind: 'separator' },
          {
            kind: 'menu',
            menu: {
              title: '설정',
              addon: false,
              entries: [{ kind: 'item', caption: '새로 만들기', functionName: 'setUp' }],
            },
          },
        ],
      },
    ]);
  });

  /** https://developers.google.com/apps-script/guides/triggers#restrictions */
  it.each([
    [
      'sidebar',
      'Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    ],
    [
      'triggers',
      'Specified permissions are not sufficient to call ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
    ],
  ])('are all that opening may build: %s is refused', (functionName, message) => {
    expect(hostOf(OPEN).execute(functionName, undefined, 'open').error?.message).toBe(message);
  });
});

/** https://developers.google.com/apps-script/reference/base/ui */
describe('questions', () => {
  const UI = 'const ui = SpreadsheetApp.getUi();';

  it.each([
    [`ui.alert('끝')`, { kind: 'alert', title: '', message: '끝', buttons: 'OK' }, 'OK'],
    [
      `ui.alert('지울까요?', ui.ButtonSet.YES_NO)`,
      { kind: 'alert', title: '', message: '지울까요?', buttons: 'YES_NO' },
      'YES',
    ],
    [
      `ui.alert('확인', '지울까요?', ui.ButtonSet.OK_CANCEL)`,
      { kind: 'alert', title: '확인', message: '지울까요?', buttons: 'OK_CANCEL' },
      'OK',
    ],
  ])('%s is answered as by somebody who agrees', (call, dialog, button) => {
    const { dialogs, result } = run(`${UI} return String(${call})`);
    expect(dialogs).toEqual([dialog]);
    expect(result).toBe(button);
  });

  it('are answered by the person of the host', () => {
    const answers = { alert: { button: 'NO' }, prompt: { button: 'OK', text: '2024-03' } } as const;
    const body = `${UI} const button = ui.alert('?', ui.ButtonSet.YES_NO), response = ui.prompt('월', '몇 월?', ui.ButtonSet.OK_CANCEL);
      return [button === ui.Button.NO, button === SpreadsheetApp.getUi().Button.NO, response.getResponseText(), response.getSelectedButton() === ui.Button.OK]`;
    expect(resultOf(body, { answer: ({ kind }) => answers[kind] })).toEqual([true, true, '2024-03', true]);
  });

  it('a person cannot press a button that is not there', () => {
    expect(() => run(`${UI} ui.alert('끝')`, { answer: () => ({ button: 'YES' }) })).toThrow(
      'has no button YES',
    );
  });

  it('writes are visible while the dialog is open', () => {
    let seen: unknown;
    const host = hostOf(scriptOf(`sheet.getRange('A1').setValue(5); SpreadsheetApp.getUi().alert('?')`), {
      answer: () => {
        seen = host.document.sheets[0]?.values[0]?.[0];
        return { button: 'OK' };
      },
    });
    host.execute('main');
    expect(seen).toBe(5);
  });

  it('there is nobody to ask in a time trigger', () => {
    expect(messageOf('SpreadsheetApp.getUi()', {}, 'trigger')).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('nobody looks at a sheet in a time trigger', () => {
    expect(resultOf('return [book.getActiveSheet(), book.getActiveRange()]', {}, 'trigger')).toEqual([
      null,
      null,
    ]);
    expect(messageOf(`book.insertSheet('다른')`, {}, 'trigger')).toBe('Please select an active sheet first.');
    expect(resultOf(`return book.insertSheet('다른', 1).getName()`, {}, 'trigger')).toBe('다른');
  });
});

/** https://developers.google.com/apps-script/guides/dialogs */
describe('pages', () => {
  it('a sidebar shows the page of a file', () => {
    const body = `const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('공약장부');
      SpreadsheetApp.getUi().showSidebar(page); return page.getContent();`;
    const { shown, result } = run(body, { html: { sidebar: '<p>안녕</p>' } });
    expect(result).toBe('<p>안녕</p>');
    expect(shown).toEqual([{ title: '공약장부', html: '<p>안녕</p>' }]);
  });

  it('a file that was not pushed is not found', () => {
    expect(messageOf(`HtmlService.createHtmlOutputFromFile('no')`)).toBe('No HTML file named no was found.');
  });
});

/** https://developers.google.com/apps-script/guides/html/reference/run */
describe('calls from the sidebar', () => {
  const host =
    hostOf(`function echo(value) { return value; } function date() { return { rows: [[new Date()]] }; }
    function call() { return { go: () => 1 }; } function service() { return SpreadsheetApp.getActive(); }
    function loop() { const loop = {}; loop.loop = loop; return loop; } function nothing() {}
    function sparse() { return { list: [undefined, NaN], gone: undefined, deep: { ok: true } }; }`);

  it.each([
    ['a date', [new Date()], 0],
    ['a date in a list', ['a', { rows: [[new Date()]] }], 1],
    ['a function', [{ go: () => 1 }], 0],
  ])('refuses %s as an argument', (_, values, index) => {
    expect(host.execute('echo', values, 'client').error?.message).toBe(
      `Failed due to illegal value in property: ${index}`,
    );
  });

  it.each(['date', 'call', 'service', 'loop'])('refuses what %s() returns', (functionName) => {
    const { result, error } = host.execute(functionName, [], 'client');
    expect(result).toBeUndefined();
    expect(error?.message).toBe(
      'The script completed but the returned value is not a supported return type.',
    );
  });

  it('does not reach functions that end in an underscore', () => {
    const { execute } = hostOf('function mine_() { return 1; }');
    expect(execute('mine_', [], 'client').error?.message).toBe('Script function not found: mine_');
    expect(execute('mine_').result).toBe(1);
  });

  it('carries plain values', () => {
    const value = { text: '글', list: [1, [true, null]] };
    expect(host.execute('echo', [value], 'client').result).toEqual(value);
    expect(host.execute('sparse', [], 'client').result).toStrictEqual({
      list: [null, null],
      deep: { ok: true },
    });
    expect(host.execute('nothing', [], 'client').result).toBeNull();
  });
});
