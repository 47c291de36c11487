import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { hostOf, messageOf, NOW, resultOf, run } from './running.ts';

/** https://developers.google.com/apps-script/guides/v8-runtime */
describe('the environment of a script', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'URL',
    'fetch',
    'TextEncoder',
    'structuredClone',
    'crypto',
    'process',
    'require',
    'module',
    'Buffer',
    'queueMicrotask',
    'Intl',
    'Temporal',
    'WeakRef',
    'FinalizationRegistry',
    'AggregateError',
    'WebAssembly',
    'SharedArrayBuffer',
    'Iterator',
  ])('there is no %s', (name) => {
    expect(resultOf(`return typeof ${name}`)).toBe('undefined');
  });

  it.each([
    ['[1, [2, [3]]].flat(2).includes(3)', true],
    ['[..."a-b".matchAll(/[a-z]/g)].length', 2],
    ['Object.fromEntries([["a", 1]]).a', 1],
    ['(null ?? 2) + (undefined?.x ?? 3)', 5],
    ['String(2n ** 64n)', '18446744073709551616'],
    ['typeof Promise.allSettled', 'function'],
    ['typeof globalThis', 'object'],
    ['"5".padStart(3, "0") + " x ".trimEnd()', '005 x'],
    ['Math.max(...new Set([1, 2]))', 2],
    ['/(?<=₩)\\d+/u.exec("₩50")[0]', '50'],
    ['JSON.stringify(Object.entries({ a: 1 }))', '[["a",1]]'],
  ])('%s works', (expression, result) => {
    expect(resultOf(`return ${expression}`)).toEqual(result);
  });

  it('values from services belong to the script’s realm', () => {
    const body = `sheet.getRange('A1').setValue(new Date(2024, 2, 5));
      const values = sheet.getRange('A1:B1').getValues(), properties = PropertiesService.getDocumentProperties().getProperties();
      let error; try { sheet.getRange('ZZ1') } catch (thrown) { error = thrown }
      return [values instanceof Array, values[0] instanceof Array, Array.isArray(values), values[0][0] instanceof Date,
        values[0][0].constructor === Date, error instanceof Error, Object.getPrototypeOf(properties) === Object.prototype,
        book.getSheets() instanceof Array]`;
    expect(resultOf(body)).toEqual(Array.from({ length: 8 }, () => true));
  });

  it('the clock is the host’s', () => {
    const body = `class Day extends Date {}
      return [new Date(), Date.now(), new Date(0).getTime(), new Day() instanceof Day, new Day().getTime(), typeof Date(), Date.UTC(2024, 0)]`;
    const time = NOW.getTime();
    expect(resultOf(body)).toEqual([NOW, time, 0, true, time, 'string', Date.UTC(2024, 0)]);
  });

  it('nothing of a script survives its execution', () => {
    const host = hostOf(
      'let runs = 0; function main() { runs += 1; Array.prototype.mine = 1; return runs; } function look() { return [].mine; }',
    );
    expect([host.execute('main').result, host.execute('main').result, host.execute('look').result]).toEqual([
      1,
      1,
      undefined,
    ]);
  });

  it('a promise is awaited', () => {
    expect(hostOf('async function main() { await null; return 3; }').execute('main').result).toBe(3);
    expect(
      hostOf('async function main() { await null; throw new RangeError("no"); }').execute('main').error,
    ).toMatchObject({
      name: 'RangeError',
      message: 'no',
    });
    expect(hostOf('function main() { return new Promise(() => {}); }').execute('main')).toMatchObject({
      result: undefined,
      error: null,
    });
  });

  it('console writes to the log', () => {
    const body = `console.log('행 %s', 3, [1]); console.warn(new Error('조심').message); console.info('%s건', 5); console.log({ a: 1 });`;
    expect(run(body).logs).toEqual(['행 3 [ 1 ]', '조심', '5건', '{ a: 1 }']);
  });
});

describe('the outcome of an execution', () => {
  it('is copied into the realm of the host', () => {
    const result = resultOf(`return { when: new Date(0), list: [1, { a: null }], none: undefined }`);
    expect(result).toStrictEqual({ when: new Date(0), list: [1, { a: null }], none: undefined });
  });

  it('an error of the script is an Error of the host’s realm, with only the script’s own frames', () => {
    const { error } = hostOf('function deep() { null.x; }\nfunction main() { deep(); }').execute('main');
    expect(error).toBeInstanceOf(Error);
    expect(error?.name).toBe('TypeError');
    expect(error?.stack?.split('\n').slice(1)).toEqual([
      '    at deep (Code.js:1:24)',
      '    at main (Code.js:2:19)',
    ]);
  });

  it.each([
    [`throw '글'`, '글'],
    ['throw undefined', 'undefined'],
    [`const error = new Error('큰일'); error.name = 'Mine'; throw error`, '큰일'],
  ])('%s fails with %s', (body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  it('arguments are copied into the script’s realm', () => {
    const host = hostOf(
      'function main(given) { given.list.push(given.when instanceof Date, given.list instanceof Array); return given.list; }',
    );
    const given = { when: new Date(0), list: [] };
    expect(host.execute('main', [given]).result).toEqual([true, true]);
    expect(given.list).toEqual([]);
  });

  it('only function declarations at the top level can be called', () => {
    const host = hostOf(
      'function one() {} var two = () => {}; async function three() { function inner() {} }',
    );
    expect(host.functions).toEqual(['one', 'three']);
    expect(host.execute('two').error?.message).toBe('Script function not found: two');
    expect(host.execute('toString').error?.message).toBe('Script function not found: toString');
  });

  it('a service call while the script loads fails every execution', () => {
    const message = 'A service was called while the script loads: SpreadsheetApp.getActive';
    expect(hostOf('SpreadsheetApp.getActive(); function main() {}').execute('main').error?.message).toBe(
      message,
    );
    expect(hostOf('DriveApp.getFiles(); function main() {}').execute('main').error?.message).toContain(
      'while the script loads',
    );
  });

  it('enumerations may be used while the script loads', () => {
    const code =
      'const { SOLID } = SpreadsheetApp.BorderStyle; function main() { return String(SOLID) + SOLID.ordinal(); }';
    expect(hostOf(code).execute('main').result).toBe('SOLID2');
  });
});

describe('something that the host does not have', () => {
  it.each([
    ['sheet.getRange("A1").setFoo(1)', 'Range.setFoo'],
    ['sheet.getRange("A1").setFontFamily("Arial")', 'Range.setFontFamily'],
    ['sheet.getRangeList(["A1"]).setFontWeight("bold")', 'RangeList.setFontWeight'],
    ['book.getUrl()', 'Spreadsheet.getUrl'],
    ['sheet.newChart().asPieChart()', 'EmbeddedChartBuilder.asPieChart'],
    ['sheet.newChart().asColumnChart().setStacked()', 'EmbeddedColumnChartBuilder.setStacked'],
    ['SpreadsheetApp.newDataValidation().requireCheckbox()', 'DataValidationBuilder.requireCheckbox'],
    ['ScriptApp.newTrigger("main").forSpreadsheet(book)', 'TriggerBuilder.forSpreadsheet'],
    ['ScriptApp.newTrigger("main").timeBased().everyDays(1)', 'ClockTriggerBuilder.everyDays'],
    ['SpreadsheetApp.WrapStrategy.values()', 'SpreadsheetApp.WrapStrategy.values'],
    ['sheet.getRange("A1").setValue(SpreadsheetApp.WrapStrategy.CLIP)', 'SpreadsheetApp.WrapStrategy.CLIP'],
    ['ScriptApp.getProjectTriggers(ScriptApp.WeekDay.MONDAY)', 'ScriptApp.WeekDay.MONDAY'],
    ['Logger.log("a")', 'Logger.log'],
    ['book.getBandings()', 'Spreadsheet.getBandings'],
    ['SpreadsheetApp.openById("x")', 'SpreadsheetApp.openById'],
    ['sheet.getRange("A1").copyTo(sheet.getRange("B1"))', 'Range.copyTo'],
    ['sheet.getRange("A1").setValue(1, 2)', '2 arguments of Range.setValue'],
    ['book.setActiveSheet(sheet, true)', '2 arguments of Spreadsheet.setActiveSheet'],
    ['return String(SpreadsheetApp.CopyPasteType.PASTE_VALUES)', 'SpreadsheetApp.CopyPasteType.PASTE_VALUES'],
    [`sheet.getRange('A1').setValue(new Date('x'))`, 'a date that is none as the value of a cell'],
    ['SpreadsheetApp.CopyPasteType.values()', 'SpreadsheetApp.CopyPasteType.values'],
    ['DriveApp.getFilesByName("x")', 'DriveApp.getFilesByName'],
    ['UrlFetchApp.fetch("https://example.com")', 'UrlFetchApp.fetch'],
    ['new MailApp()', 'MailApp'],
    [`Utilities.formatDate(new Date(), 'UTC', 'G')`, 'the letter G in Utilities.formatDate'],
    [`sheet.getRange('A1').setBackground('papayawhip')`, 'the color papayawhip'],
  ])('%s says so', (body, what) => {
    expect(messageOf(body)).toBe(`not implemented in the local host: ${what}`);
  });

  it('an advanced service is not even defined', () => {
    expect(messageOf('Sheets.Spreadsheets')).toBe('Sheets is not defined');
  });

  it('a service object can be printed, compared and passed to JSON', () => {
    const body = `return [String(sheet), JSON.stringify({ range: 1, sheet }), sheet == sheet, typeof sheet.then]`;
    expect(resultOf(body)).toEqual(['Sheet', '{"range":1,"sheet":{}}', true, 'undefined']);
  });
});

describe('an error of the host itself', () => {
  it('cannot be caught by the script', () => {
    const document = createDocument();
    const onCall = () => {
      throw new TypeError('broken host');
    };
    expect(() => run('try { book.getId() } catch (error) { return 1 }', { document, onCall })).toThrow(
      'broken host',
    );
  });
});
