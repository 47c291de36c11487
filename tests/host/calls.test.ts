import { describe, expect, it } from 'vitest';
import { createDocument, ServiceError } from '../../src/local/host/host.ts';
import { hostOf, messageOf, run, scriptOf } from './running.ts';

describe('counting calls', () => {
  it('counts every call of a service under its name', () => {
    const body = `const range = sheet.getRange('A1:B1'); range.setValues([[1, 2]]); range.getValues(); sheet.getLastRow();
      sheet.getRange('A1').setFontWeight('bold').setBackground('#fff');`;
    expect(run(body).calls).toEqual({
      total: 9,
      transfers: 5,
      handles: 4,
      byName: {
        'SpreadsheetApp.getActive': 1,
        'Spreadsheet.getSheets': 1,
        'Sheet.getRange': 2,
        'Range.setValues': 1,
        'Range.getValues': 1,
        'Sheet.getLastRow': 1,
        'Range.setFontWeight': 1,
        'Range.setBackground': 1,
      },
    });
  });

  it.each([
    ['sheet.getMaxRows()', 1],
    ['sheet.insertRowsAfter(1, 1)', 1],
    ['LockService.getDocumentLock().tryLock(1)', 1],
    [`PropertiesService.getDocumentProperties().getProperty('a')`, 1],
    ['SpreadsheetApp.flush()', 1],
    ['book.createDeveloperMetadataFinder().withKey("a").find()', 1],
    [`sheet.addDeveloperMetadata('a')`, 1],
    [`book.toast('a')`, 1],
    ['book.getSpreadsheetTimeZone()', 1],
    ['sheet.getName() + sheet.getSheetId() + book.getId()', 0],
    ['sheet.getDataRange().getA1Notation()', 0],
    ['ScriptApp.newTrigger("main").timeBased().onMonthDay(1).atHour(3)', 0],
    ['ScriptApp.newTrigger("main").timeBased().onMonthDay(1).create()', 1],
    ['SpreadsheetApp.getUi().createMenu("a").addItem("b", "main")', 0],
    ['console.log(1)', 0],
  ])('%s costs %i round trips', (body, transfers) => {
    expect(run(body).calls.transfers).toBe(transfers);
  });

  it('a call that fails is counted, a call that does not exist is not', () => {
    const body = 'try { sheet.getRange(0, 0) } catch (error) {} try { sheet.getFoo() } catch (error) {}';
    expect(run(body).calls.byName).toMatchObject({ 'Sheet.getRange': 1 });
    expect(run(body).calls.total).toBe(3);
  });

  it('the hook is called before and after each call', () => {
    const told: string[] = [];
    const onCall = (number: number, name: string, phase: string) => told.push(`${number} ${name} ${phase}`);
    run('sheet.getMaxRows()', { onCall });
    expect(told.slice(-2)).toEqual(['3 Sheet.getMaxRows before', '3 Sheet.getMaxRows after']);
  });
});

describe('a call that the hook makes fail', () => {
  it.each([
    ['before', 1000],
    ['after', 1001],
  ])('%s its effect throws an error that the script can catch', (failing, rows) => {
    const onCall = (_: number, name: string, phase: string) => {
      if (name === 'Sheet.insertRowsAfter' && phase === failing) {
        throw new ServiceError('Service Spreadsheets failed');
      }
    };
    const body = `try { sheet.insertRowsAfter(1, 1) } catch (error) { return [error.message, sheet.getMaxRows()] }`;
    expect(run(body, { onCall }).result).toEqual(['Service Spreadsheets failed', rows]);
  });
});

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush */
describe('writes wait', () => {
  /** Content of A1 in the document after each call. */
  function seen(body: string): [string, unknown][] {
    const document = createDocument();
    const calls: [string, unknown][] = [];
    const onCall = (_: number, name: string, phase: string) => {
      if (phase === 'after') calls.push([name, document.sheets[0]?.values[0]?.[0] ?? null]);
    };
    run(body, { document, onCall });
    return [...calls.slice(2), ['end', document.sheets[0]?.values[0]?.[0] ?? null]];
  }

  it.each([
    ['flush', `SpreadsheetApp.flush()`, 'SpreadsheetApp.flush'],
    ['a read', `sheet.getLastRow()`, 'Sheet.getLastRow'],
    ['a change of the grid', `sheet.insertRowsAfter(5, 1)`, 'Sheet.insertRowsAfter'],
  ])('until %s', (_, body, call) => {
    const states = seen(`const range = sheet.getRange('A1'); range.setValue(1); sheet.getName(); ${body}`);
    expect(states).toEqual([
      ['Sheet.getRange', null],
      ['Range.setValue', null],
      ['Sheet.getName', null],
      [call, 1],
      ['end', 1],
    ]);
  });

  it('until the end of the execution, also when it fails', () => {
    expect(seen(`sheet.getRange('A1').setValue(1)`).at(-1)).toEqual(['end', 1]);
    expect(seen(`sheet.getRange('A1').setValue(1); throw new Error('no')`).at(-1)).toEqual(['end', 1]);
  });

  it('with the values at the time of the call, whatever the script does to its array afterwards', () => {
    const document = createDocument();
    run(`const rows = [[1]]; sheet.getRange('A1').setValues(rows); rows[0][0] = 2`, { document });
    expect(document.sheets[0]?.values[0]?.[0]).toBe(1);
  });
});

/** https://developers.google.com/apps-script/reference/lock/lock */
describe('locks', () => {
  const TRY = `const lock = LockService.getDocumentLock(); return [lock.tryLock(1000), lock.hasLock()]`;

  it('can be taken if nobody holds them', () => {
    const host = hostOf(scriptOf(TRY));
    expect(host.execute('main').result).toEqual([true, true]);
    const release = host.holdLock();
    expect(host.execute('main').result).toEqual([false, false]);
    release();
    expect(host.execute('main').result).toEqual([true, true]);
  });

  it('end with the execution, also when it fails', () => {
    const host = hostOf(
      `${scriptOf(TRY)} function fail() { LockService.getDocumentLock().tryLock(1); throw new Error('no'); }`,
    );
    host.execute('fail');
    expect(host.execute('main').result).toEqual([true, true]);
  });

  it('are held against executions that begin while a dialog is open, until the dialog drops them', () => {
    const body = `const lock = LockService.getDocumentLock(); lock.tryLock(1);
      const before = lock.hasLock(); SpreadsheetApp.getUi().alert('계속?'); return [before, lock.hasLock()];`;
    const others: unknown[] = [];
    const host = hostOf(
      `${scriptOf(body)} function other() { return LockService.getDocumentLock().tryLock(1); }`,
      {
        answer: () => {
          others.push(host.execute('other').result);
          return { button: 'OK' };
        },
      },
    );
    expect(host.execute('main').result).toEqual([true, false]);
    expect(others).toEqual([true]);
  });
});

/** https://developers.google.com/apps-script/guides/services/quotas */
describe('properties', () => {
  it('outlive executions, in two stores', () => {
    const document = createDocument();
    run(
      `PropertiesService.getDocumentProperties().setProperty('a', 1).setProperties({ b: '2', c: '3' });
      PropertiesService.getUserProperties().setProperty('mine', 'x');`,
      { document },
    );
    const body = `const store = PropertiesService.getDocumentProperties(); store.deleteProperty('b');
      return [store.getProperty('a'), store.getProperty('b'), store.getKeys(), store.getProperties(),
        PropertiesService.getUserProperties().getKeys()]`;
    expect(run(body, { document }).result).toEqual(['1', null, ['a', 'c'], { a: '1', c: '3' }, ['mine']]);
    expect(document.documentProperties.get('a')).toBe('1');
  });

  it.each([
    ['9216 letters fit', `'x'.repeat(9216)`, '(no error)'],
    ['9217 letters do not', `'x'.repeat(9217)`, 'Argument too large: value'],
    ['a Korean letter takes three bytes', `'가'.repeat(3073)`, 'Argument too large: value'],
  ])('%s', (_, value, message) => {
    expect(messageOf(`PropertiesService.getDocumentProperties().setProperty('k', ${value})`)).toBe(message);
  });

  it('a store holds 500 KB, and a write beyond that changes nothing', () => {
    const document = createDocument();
    const body = `const store = PropertiesService.getDocumentProperties();
      for (let index = 0; index < 60; index += 1) { store.setProperty('key' + index, 'x'.repeat(9000)); }`;
    expect(messageOf(body, { document })).toBe(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
    expect(document.documentProperties.size).toBe(56);
  });
});
