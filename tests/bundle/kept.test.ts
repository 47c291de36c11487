/**
 * The data stored outside tabs. src/google/README.md (보안 담당자에게) lists it for those responsible for the
 * data. A new kind must be added there too.
 */
import { expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import { hostOf, officeDocument } from '../support/running.ts';

it('only the data that the documents list is stored outside tabs', () => {
  const document = createDocument();
  const host = hostOf(document);
  const actions: readonly (readonly [string, readonly unknown[]])[] = [
    ['setUpSheets', []],
    ['fillSampleData', []],
    ['recalculateAll', []],
    ['closeMonth', []],
    ['setMonthlyRun', [3, 7, '총무팀']],
    ['showSidebar', []],
  ];
  for (const [name, given] of actions) {
    const { error, calls } = host.execute(name, given);
    expect(error).toBeNull();
    expect(Object.keys(calls.byName)).not.toContain('PropertiesService.getScriptProperties');
  }
  const keysOf = (keys: Iterable<string>) =>
    [...new Set([...keys].map((key) => key.replace(/\.\d+$/, '')))].sort();
  expect(keysOf(document.documentProperties.keys())).toEqual([
    'pledge-ledger.glance',
    'pledge-ledger.layout',
    'pledge-ledger.monthly-run',
    'pledge-ledger.records',
    'pledge-ledger.sample',
  ]);
  expect(keysOf(document.userProperties.keys())).toEqual(['pledge-ledger.own-trigger']);
  expect(
    keysOf([document, ...document.sheets].flatMap(({ metadata }) => metadata.map(({ key }) => key))),
  ).toEqual(['pledge-ledger.charts', 'pledge-ledger.result-tab']);
});

it('of the book of an office the pledge that is looked at is kept too', () => {
  const document = officeDocument();
  const host = hostOf(document);
  for (const [name, given] of [
    ['lookAtPledge', ['1-2']],
    ['closeMonth', []],
  ] as const) {
    expect(host.execute(name, given).error).toBeNull();
  }
  const keys = [...document.documentProperties.keys()].map((key) => key.replace(/\.\d+$/, ''));
  expect([...new Set(keys)].sort()).toEqual([
    'pledge-ledger.glance',
    'pledge-ledger.layout',
    'pledge-ledger.pledge',
    'pledge-ledger.records',
  ]);
});
