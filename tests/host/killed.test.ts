/**
 * What an execution leaves behind when it is killed:
 * https://developers.google.com/apps-script/guides/services/quotas
 */
import { describe, expect, it } from 'vitest';
import {
  type CallHook,
  createDocument,
  ExecutionEnded,
  type HostState,
  type PendingWrites,
} from '../../src/local/host/host.ts';
import { Cache } from '../../src/local/host/services/cache-service.ts';
import { Properties } from '../../src/local/host/services/properties-service.ts';
import { DeveloperMetadata } from '../../src/local/host/services/spreadsheet/metadata.ts';
import { Protection } from '../../src/local/host/services/spreadsheet/protection.ts';
import { Range } from '../../src/local/host/services/spreadsheet/range.ts';
import { RangeList } from '../../src/local/host/services/spreadsheet/range-list.ts';
import { Sheet } from '../../src/local/host/services/spreadsheet/sheet.ts';
import { Spreadsheet } from '../../src/local/host/services/spreadsheet/spreadsheet.ts';
import { hostOf, run, scriptOf } from './running.ts';

/** Kills the execution at the call of that name. */
function killedAt(call: string, writes: PendingWrites, phase: 'before' | 'after' = 'before'): CallHook {
  return (_, name, at) => {
    if (name === call && at === phase) throw new ExecutionEnded(writes);
  };
}

describe('an execution that is killed', () => {
  const BODY = `const store = PropertiesService.getDocumentProperties();
    LockService.getDocumentLock().tryLock(1);
    sheet.getRange('A1').setValue('flushed'); SpreadsheetApp.flush();
    try {
      sheet.getRange('A2').setValue('waiting'); store.setProperty('k', 'set');
      book.toast('in the middle');
      return 'done';
    } catch (error) {
      sheet.getRange('A3').setValue('caught'); store.setProperty('k', 'caught'); console.log('caught');
    } finally {
      sheet.getRange('A4').setValue('finally'); SpreadsheetApp.flush();
      ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create();
    }`;

  it.each([
    ['discarded', [['flushed']]],
    ['applied', [['flushed'], ['waiting']]],
  ] as const)('runs no catch and no finally; writes since the last flush are %s', (writes, values) => {
    const document = createDocument();
    const host = hostOf(scriptOf(BODY), { document, onCall: killedAt('Spreadsheet.toast', writes) });
    const { ended, error, result, toasts, logs, calls } = host.execute('main');
    expect([ended, error?.message, result, toasts, logs]).toEqual([
      'killed',
      'Exceeded maximum execution time',
      undefined,
      [],
      [],
    ]);
    expect(Object.keys(calls.byName).at(-1)).toBe('Spreadsheet.toast');
    expect(document.sheets[0]?.values).toEqual(values);
    expect(document.documentProperties.get('k')).toBe('set');
    expect(host.triggers).toEqual([]);
  });

  it('has the effect of the call that it is killed after', () => {
    const document = createDocument();
    run(BODY, { document, onCall: killedAt('Properties.setProperty', 'applied', 'after') });
    expect(document.documentProperties.get('k')).toBe('set');
    run(`sheet.getRange('A2').setValue('last')`, {
      document,
      onCall: killedAt('Range.setValue', 'applied', 'after'),
    });
    expect(document.sheets[0]?.values[1]).toEqual(['last']);
  });

  it('leaves no lock behind', () => {
    const host = hostOf(
      `${scriptOf(BODY)} function other() { return LockService.getDocumentLock().tryLock(1); }`,
      { onCall: killedAt('Spreadsheet.toast', 'discarded') },
    );
    host.execute('main');
    expect(host.execute('other')).toMatchObject({ ended: 'returned', result: true });
  });

  it('differs from one that fails and one that returns', () => {
    expect(run('return 1').ended).toBe('returned');
    expect(run('throw new Error("no")').ended).toBe('threw');
  });
});

/**
 * Runs a script and returns the states after each call: the call's name, the revision and the state as text.
 */
function states(body: string) {
  const seen: Record<PendingWrites, { call: string; revision: string; text: string }[]> = {
    discarded: [],
    applied: [],
  };
  const document = createDocument();
  const onCall: CallHook = (_, call, phase, afterKill) => {
    if (phase === 'before') return;
    for (const writes of ['discarded', 'applied'] as const) {
      const { revision } = afterKill[writes];
      seen[writes].push({ call, revision, text: textOf(afterKill[writes].copy()) });
    }
  };
  const host = hostOf(scriptOf(body), { document, onCall });
  const { error } = host.execute('main');
  if (error !== null) throw error;
  const end = textOf({ document, triggers: host.triggers, caches: new Map() });
  return { ...seen, end };
}

function textOf(state: Pick<HostState, 'document' | 'triggers' | 'caches'>): string {
  return JSON.stringify(state, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}

/** One call of every method that changes the document. */
const DOCUMENT_WRITES: Readonly<Record<string, string>> = {
  'Range.setValue': `cell.setValue('1-6')`,
  'Range.setValues': `cell.setValues([[1.5]])`,
  'Range.setFormula': `cell.setFormula('=HYPERLINK("a","b")')`,
  'Range.setNote': `cell.setNote('n')`,
  'Range.setNotes': `cell.setNotes([['n']])`,
  'Range.clear': `full.clear()`,
  'Range.clearContent': `full.clearContent()`,
  'Range.clearFormat': `full.clearFormat()`,
  'Range.merge': `sheet.getRange('D1:E2').merge()`,
  'Range.mergeAcross': `sheet.getRange('F4:G5').mergeAcross()`,
  'Range.breakApart': `sheet.getRange('F1:G2').breakApart()`,
  'Range.setDataValidation': `cell.setDataValidation(rule)`,
  'Range.clearDataValidations': `full.clearDataValidations()`,
  'Range.setNumberFormat': `cell.setNumberFormat('@')`,
  'Range.setNumberFormats': `cell.setNumberFormats([['@']])`,
  'Range.setFontWeight': `cell.setFontWeight('bold')`,
  'Range.setFontWeights': `cell.setFontWeights([['bold']])`,
  'Range.setFontStyle': `cell.setFontStyle('italic')`,
  'Range.setFontStyles': `cell.setFontStyles([['italic']])`,
  'Range.setFontColor': `cell.setFontColor('#123456')`,
  'Range.setFontColors': `cell.setFontColors([['#123456']])`,
  'Range.setFontSize': `cell.setFontSize(12)`,
  'Range.setFontSizes': `cell.setFontSizes([[12]])`,
  'Range.setBackground': `cell.setBackground('#123456')`,
  'Range.setBackgrounds': `cell.setBackgrounds([['#123456']])`,
  'Range.setHorizontalAlignment': `cell.setHorizontalAlignment('center')`,
  'Range.setHorizontalAlignments': `cell.setHorizontalAlignments([['center']])`,
  'Range.setVerticalAlignment': `cell.setVerticalAlignment('top')`,
  'Range.setVerticalAlignments': `cell.setVerticalAlignments([['top']])`,
  'Range.setWrap': `cell.setWrap(true)`,
  'Range.setTextStyles': `cell.setTextStyles([[SpreadsheetApp.newTextStyle().setBold(true).build()]])`,
  'Range.setWraps': `cell.setWraps([[true]])`,
  'Range.setBorder': `cell.setBorder(true, true, true, true, null, null)`,
  'Range.activate': `cell.activate()`,
  'Sheet.setName': `sheet.setName('새 이름')`,
  'Sheet.activate': `other.activate()`,
  'Sheet.setActiveRangeList': `sheet.setActiveRangeList(sheet.getRangeList(['A1', 'C3']))`,
  'Sheet.insertRowsAfter': `sheet.insertRowsAfter(1, 2)`,
  'Sheet.insertRowsBefore': `sheet.insertRowsBefore(1, 2)`,
  'Sheet.insertColumnsAfter': `sheet.insertColumnsAfter(1, 2)`,
  'Sheet.deleteRows': `sheet.deleteRows(1, 2)`,
  'Sheet.deleteColumns': `sheet.deleteColumns(1, 2)`,
  'Sheet.clear': `sheet.clear()`,
  'Sheet.setFrozenRows': `sheet.setFrozenRows(1)`,
  'Sheet.setFrozenColumns': `sheet.setFrozenColumns(1)`,
  'Sheet.setColumnWidths': `sheet.setColumnWidths(1, 2, 50)`,
  'Sheet.setRowHeights': `sheet.setRowHeights(1, 2, 50)`,
  'Sheet.setTabColor': `sheet.setTabColor('#123456')`,
  'Sheet.hideSheet': `other.hideSheet()`,
  'Sheet.showSheet': `hidden.showSheet()`,
  'Sheet.hideRows': `sheet.hideRows(2, 2)`,
  'Sheet.showRows': `sheet.showRows(9)`,
  'Sheet.setHiddenGridlines': `sheet.setHiddenGridlines(true)`,
  'Sheet.insertChart': `sheet.insertChart(sheet.newChart().asBarChart().setPosition(2, 2, 0, 0).build())`,
  'Sheet.updateChart': `sheet.updateChart(chart.modify().setNumHeaders(1).build())`,
  'Sheet.removeChart': `sheet.removeChart(chart)`,
  'Sheet.setConditionalFormatRules': `sheet.setConditionalFormatRules([filled, filled])`,
  'Sheet.protect': `sheet.protect()`,
  'Protection.setDescription': `protection.setDescription('새것')`,
  'Protection.setWarningOnly': `protection.setWarningOnly(true)`,
  'Protection.remove': `protection.remove()`,
  'Sheet.addDeveloperMetadata': `sheet.addDeveloperMetadata('k', 'v')`,
  'Spreadsheet.insertSheet': `book.insertSheet('더')`,
  'Spreadsheet.deleteSheet': `book.deleteSheet(other)`,
  'Spreadsheet.setActiveSheet': `book.setActiveSheet(other)`,
  'Spreadsheet.setSpreadsheetTimeZone': `book.setSpreadsheetTimeZone('UTC')`,
  'Spreadsheet.setSpreadsheetLocale': `book.setSpreadsheetLocale('en_US')`,
  'Spreadsheet.addDeveloperMetadata': `book.addDeveloperMetadata('k', 'v')`,
  'RangeList.activate': `sheet.getRangeList(['A1', 'C3']).activate()`,
  'RangeList.setValue': `sheet.getRangeList(['A1', 'C3']).setValue(1)`,
  'DeveloperMetadata.setValue': `mark.setValue('other')`,
  'DeveloperMetadata.remove': `mark.remove()`,
  'Properties.setProperty': `store.setProperty('k', 'new')`,
  'Properties.setProperties': `store.setProperties({ k: 'new', l: 'x' })`,
  'Properties.deleteProperty': `store.deleteProperty('k')`,
  'Cache.put': `cache.put('k', 'new')`,
  'Cache.remove': `cache.remove('k')`,
  'ScriptApp.deleteTrigger': `ScriptApp.deleteTrigger(trigger)`,
  'ClockTriggerBuilder.create': `ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create()`,
};

/** Prepares a document in which each of those calls changes something. Flushes at the end. */
const BEFORE = `const cell = sheet.getRange('B2'), full = sheet.getRange('C3:D4');
  const other = book.insertSheet('다른'), hidden = book.insertSheet('숨은').hideSheet();
  book.setActiveSheet(sheet);
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a']).build();
  full.setValue('x').setNote('n').setFontWeight('bold').setDataValidation(rule);
  sheet.getRange('F1:G2').merge(); sheet.hideRows(9);
  sheet.insertChart(sheet.newChart().asColumnChart().setPosition(1, 1, 0, 0).build());
  const [chart] = sheet.getCharts();
  const filled = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x').setBold(true).setRanges([cell]).build();
  sheet.setConditionalFormatRules([filled]);
  const protection = other.protect();
  sheet.addDeveloperMetadata('mark', 'v');
  const [mark] = sheet.getDeveloperMetadata();
  const store = PropertiesService.getDocumentProperties(); store.setProperty('k', 'v');
  const cache = CacheService.getDocumentCache(); cache.put('k', 'v');
  const trigger = ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create();
  SpreadsheetApp.flush();`;

describe('what a kill would leave, without an execution for each call', () => {
  it.each(Object.entries(DOCUMENT_WRITES))('%s makes a state of its own', (name, write) => {
    const { discarded, applied } = states(`${BEFORE} ${write}; SpreadsheetApp.flush();`);
    const index = applied.length - 2;
    expect(applied[index]?.call).toBe(name);
    expect(applied[index]?.revision).not.toBe(applied[index - 1]?.revision);
    expect(applied[index]?.text).not.toBe(applied[index - 1]?.text);
    // The flush makes of the document just what the copy with applied writes shows.
    expect(applied[index + 1]).toEqual({ ...applied[index], call: 'SpreadsheetApp.flush' });
    expect(discarded[index + 1]).toEqual(applied[index + 1]);
    // A write that waits is not in the copy without it.
    expect([applied[index]?.text, applied[index - 1]?.text]).toContain(discarded[index]?.text);
    expect(discarded[index]?.text === applied[index]?.text).toBe(
      discarded[index]?.revision === applied[index]?.revision,
    );
  });

  it('covers each method that writes', () => {
    const reading =
      /^(get|is|has|offset$|constructor$|find$|createDeveloperMetadataFinder$|newChart$|toast$|serviceName$)/;
    const classes: Readonly<Record<string, object>> = {
      Range: Range.prototype,
      Sheet: Sheet.prototype,
      Spreadsheet: Spreadsheet.prototype,
      DeveloperMetadata: DeveloperMetadata.prototype,
      Protection: Protection.prototype,
      Properties: Properties.prototype,
      Cache: Cache.prototype,
    };
    const methods = Object.entries(classes).flatMap(([service, prototype]) =>
      methodNames(prototype)
        .filter((name) => !reading.test(name))
        .map((name) => `${service}.${name}`),
    );
    expect(methods.filter((name) => !(name in DOCUMENT_WRITES))).toEqual([]);
    // All other methods of a list of ranges forward to its ranges.
    const ofRange = new Set(methodNames(Range.prototype));
    expect(methodNames(RangeList.prototype).filter((name) => !ofRange.has(name))).toEqual(['getRanges']);
  });

  it.each([
    ['reading', `sheet.getRange('A1').getValues(); sheet.getLastRow(); book.getSheets()`],
    ['asking for properties', `PropertiesService.getDocumentProperties().getKeys()`],
    ['a toast', `book.toast('a')`],
    ['a lock', `LockService.getDocumentLock().tryLock(1)`],
    ['a property that is set to what it is', `store.setProperty('k', 'v')`],
    ['taking out of the cache what is not there', `cache.remove('none')`],
  ])('%s makes no other state', (_, body) => {
    const { discarded, applied } = states(`${BEFORE} book.getId(); ${body}; SpreadsheetApp.flush();`);
    const from = applied.findIndex(({ call }) => call === 'Spreadsheet.getId');
    expect(
      new Set([...applied.slice(from), ...discarded.slice(from)].map(({ revision }) => revision)).size,
    ).toBe(1);
  });

  it('equal revisions are equal states, throughout a script that calls everything', () => {
    const writes = Object.values(DOCUMENT_WRITES).filter((write) => !/delete(Sheet|Row|Column)/.test(write));
    const { discarded, applied, end } = states(`${BEFORE} ${writes.map((write) => `${write};`).join('\n')}`);
    const texts = new Map<string, string>();
    for (const { revision, text } of [...applied, ...discarded]) {
      expect(texts.get(revision) ?? text).toBe(text);
      texts.set(revision, text);
    }
    expect(applied.length).toBeGreaterThan(writes.length);
    expect(JSON.parse(applied.at(-1)?.text ?? '').document).toEqual(JSON.parse(end).document);
  });

  it('equal writes get different revisions if somebody else writes in between', () => {
    const revisions: string[] = [];
    const host = hostOf(
      `${scriptOf(`sheet.getRange('A1').setValue(1); book.getId(); SpreadsheetApp.flush()`)}
       function other() { SpreadsheetApp.getActive().getSheets()[0].getRange('A2').setValue(2); }`,
      {
        onCall: (_, name, phase, { applied }) => {
          if (name !== 'Spreadsheet.getId' && name !== 'SpreadsheetApp.flush') return;
          revisions.push(applied.revision);
          if (name === 'Spreadsheet.getId' && phase === 'before') host.execute('other');
        },
      },
    );
    host.execute('main');
    const [before, ...after] = revisions;
    expect(after).not.toContain(before);
    expect(new Set(after).size).toBe(1);
  });

  it('a host can continue from such a state', () => {
    const found: HostState[] = [];
    const onCall: CallHook = (_, name, phase, { applied }) => {
      if (name === 'Spreadsheet.toast' && phase === 'before') found.push(applied.copy());
    };
    run(
      `sheet.getRange('A1').setValue('waiting'); CacheService.getDocumentCache().put('k', 'v');
       ScriptApp.newTrigger('main').timeBased().onMonthDay(1).create(); book.toast('now'); sheet.clear()`,
      { onCall },
    );
    const body = `ScriptApp.newTrigger('main').timeBased().onMonthDay(2).create();
      return [sheet.getRange('A1').getValue(), CacheService.getDocumentCache().get('k'),
        ScriptApp.getProjectTriggers().map((one) => one.getUniqueId())]`;
    expect(found).toHaveLength(1);
    expect(run(body, found[0]).result).toEqual(['waiting', 'v', ['1', '2']]);
  });
});

function methodNames(prototype: object): string[] {
  const names = new Set<string>();
  for (let level = prototype; 'serviceName' in level; level = Object.getPrototypeOf(level)) {
    for (const name of Object.getOwnPropertyNames(level)) names.add(name);
  }
  return [...names];
}
