/**
 * Each kind of finding has a small bad workbook, `<code>.txt`, and its exact messages, `<code>.expected.txt`.
 * To update them after changing a message: `npx vitest run --config tests/vitest.config.ts tests/problems
 * -u`. Then read the difference as a clerk would.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, type Finding } from '../../src/domain/finding.ts';
import * as tabs from '../../src/sheets/input/tabs.ts';
import { sampleTabs } from '../sheets/fixtures.ts';
import { day } from '../support/day.ts';
import { shown, textOf, told, toldOf } from './running.ts';
import { workbookText } from './workbook-text.ts';

/**
 * Findings that cannot come from the input tabs of one pledge. Most concern tabs that the add-on itself
 * appends to; tests/sheets/output covers them.
 */
const OF_OUR_OWN_TABS = new Set<string>([
  // About the spreadsheet's settings: tests/bundle/time-zone.
  'foreign-time-zone',
  'damaged-record',
  // When Google Sheets fails to count hidden rows: tests/app/recalculate.
  'hidden-rows-unknown',
  'past-month-changed',
  'records-adopted',
  'records-broken',
  'suggestions-renamed',
  'tab-refused',
  // About how cells are shown: tests/sheets/input/rows/shown-otherwise.
  'percent-for-a-count',
  'year-not-shown',
  'years-not-shown',
  'year-of-number',
  // About books of several pledges: tests/app/office.
  'no-pledge-number',
  'not-a-pledge-number',
  'unknown-pledge',
  'zero-lost',
  'name-of-another-pledge',
  'no-pledge-column',
  'doubled-pledge-number',
  'settings-of-a-pledge',
  'spelt-otherwise',
]);
/**
 * Columns that no definition of a tab lists: the one of 공약번호, those of years and quarters, those that nobody
 * knows, and the names of the schedule, which has its own reader.
 */
const UNLISTED = /^(?:schedule name|\w+ (?:pledgeNumber|\d{4}(?:\.[1-4])?|planned \d{4}|total|column \d+))$/;

/** The column of a finding, where its tab has none of that name. In 점검 it would mark the whole row. */
function unknownColumn({ place }: Finding): readonly string[] {
  if (place === null || place.field === null) return [];
  const { tab, field } = place;
  const isListed = Object.values(tabs).some(
    (each) => typeof each === 'object' && 'columns' in each && each.tab === tab && field in each.columns,
  );
  return isListed || UNLISTED.test(`${tab} ${field}`) ? [] : [`${tab} ${field}`];
}

/** Workbooks without a problem. */
const SOUND = ['base', 'clean'];

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.txt') && !file.endsWith('.expected.txt'))
  .map((file) => file.slice(0, -'.txt'.length))
  .filter((name) => !SOUND.includes(name));

describe('the workbooks with a problem', () => {
  it('are one for each kind of finding', () => {
    const codes = FINDING_CODES.filter((code) => !OF_OUR_OWN_TABS.has(code));
    expect(names.toSorted()).toEqual(codes.toSorted());
  });

  it.each(names)('%s', async (name) => {
    const workbook = workbookText(textOf(`${name}.txt`));
    const told = toldOf(workbook);
    expect(told.findings.map(({ code }) => code)).toContain(name);
    expect(told.found.flatMap(unknownColumn), 'see the columns of src/sheets/input/tabs.ts').toEqual([]);
    await expect(shown(told, workbook)).toMatchFileSnapshot(`${name}.expected.txt`);
  });
});

describe('a workbook without a problem', () => {
  it.each(SOUND)('(%s) has no findings', (name) => {
    expect(toldOf(workbookText(textOf(`${name}.txt`))).findings).toEqual([]);
  });

  it('is also the product sample, which has nothing above a notice', () => {
    const clock = { asOf: day('2024-03-31'), today: day('2024-04-05') };
    const findings = told(sampleTabs(), clock).findings.filter(({ severity }) => severity !== 'notice');
    expect(findings).toEqual([]);
  });
});

describe('the messages of the findings', () => {
  it.each(names)('in %s are complete, polite sentences that leave no choice of particle open', (name) => {
    for (const { what, remedy, found } of toldOf(workbookText(textOf(`${name}.txt`))).findings) {
      for (const sentence of [what, remedy]) {
        expect(sentence).toMatch(/(?:니다|세요)(?:\([^)]*\))?\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      }
      // How #REF! is read aloud is unknown, so only Hangul and digits determine the particle.
      if (/[가-힣0-9]$/.test(found)) expect(what).not.toMatch(/\((?:는|가|를|으|와)\)/);
    }
  });
});
