/**
 * A backup of the whole book as .xlsx, imported into Sheets again. The tabs come back without the marks and
 * properties that show which are ours.
 */
import { describe, expect, it } from 'vitest';
import { RECORD_TABS } from '../../src/domain/tabs.ts';
import { copyOf, type DocumentState } from '../../src/local/host/host.ts';
import { OUTPUT_TABS } from '../../src/sheets/output/tabs.ts';
import { GUIDE_TAB_NAME } from '../../src/sheets/set-up/guide.ts';
import {
  hostOf,
  RESULT_TABS,
  RUN_LOG,
  recalculate,
  rowsByHeading,
  sampleDocument,
} from '../support/running.ts';

/** A book with a closed month, as Google would import it. */
function restored(): DocumentState {
  const book = sampleDocument();
  hostOf(book).execute('closeMonth');
  const again = {
    ...copyOf(book),
    id: 'restored',
    documentProperties: new Map<string, string>(),
    metadata: [],
  };
  for (const sheet of again.sheets) sheet.metadata = [];
  return again;
}

const KEPT: readonly string[] = [...RECORD_TABS.map((tab) => OUTPUT_TABS[tab]), RUN_LOG];

describe('a book restored from a .xlsx', () => {
  it('has tabs that count as made by somebody else until they make room', () => {
    const answer = recalculate(restored());
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    const untouched = answer.result.findings.filter(({ code }) => code === 'output-tab-not-ours');
    expect(untouched.length).toBeGreaterThan(RESULT_TABS.length);
  });

  it('works again after deleting the green tabs and renaming the grey ones; the next closing starts new records', () => {
    const book = restored();
    book.sheets = book.sheets.filter(({ name }) => !RESULT_TABS.includes(name) && name !== GUIDE_TAB_NAME);
    for (const sheet of book.sheets) if (KEPT.includes(sheet.name)) sheet.name += ' (백업)';
    book.activeSheetId = book.sheets[0]?.id ?? 0;
    expect(hostOf(book).execute('setUpSheets').error).toBeNull();
    const answer = recalculate(book, '2024-03-31');
    if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
    expect(answer.result.findings.filter(({ code }) => code === 'output-tab-not-ours')).toEqual([]);
    expect(answer.result.meetings?.cumulative).toBe(108);
    expect(hostOf(book).execute('closeMonth').error).toBeNull();
    expect(rowsByHeading(book, '월별기록')).toMatchObject([{ 월: '2024-03' }]);
  });
});
