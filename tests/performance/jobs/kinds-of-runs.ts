/** Counts the calls of each kind of run in a book of one pledge that 시트 준비 has prepared. */

import type { Work } from '../../../src/app/run/limits.ts';
import { INPUT_TABS } from '../../../src/domain/tabs.ts';
import { bundleScript } from '../../../src/local/build.ts';
import { createHost, type DocumentState } from '../../../src/local/host/host.ts';
import { INPUT_TAB_NAMES } from '../../../src/sheets/input/tabs.ts';
import { handlingStatusName } from '../../../src/sheets/names.ts';
import { preparedDocument } from '../../support/setting-up.ts';
import { AS_OF, documentWith, NOW, tabsWith } from '../rows.ts';
import { cellsOf, cellsWrittenIn } from './host.ts';

/** What each kind of run asks of the platform. */
export interface KindsOfRuns {
  readonly first: Work;
  /** A second run, in which nothing has changed. */
  readonly unchanged: Work;
  /** After 300 suggestions of new names. */
  readonly newNames: Work;
  /** Of a later month, so that the result tabs change as well. */
  readonly closing: Work;
}

const NEW_NAMES = 300;

/** @param rows in each of the three logs. */
export async function kindsOfRuns(rows: number): Promise<KindsOfRuns> {
  const { code } = await bundleScript();
  const document = preparedDocument(documentWith(tabsWith(rows)));
  const host = createHost({ document, code, now: () => NOW });
  const workOf = (functionName: string, given: readonly unknown[]): Work => {
    const { error, calls } = host.execute(functionName, given);
    if (error !== null) throw error;
    return {
      calls: calls.transfers,
      cellsRead: cellsOf(
        host,
        INPUT_TABS.map((tab) => INPUT_TAB_NAMES[tab]),
      ),
      cellsWritten: cellsWrittenIn(host),
      rows: 3 * rows,
    };
  };
  const first = workOf('recalculateAll', [AS_OF]);
  const unchanged = workOf('recalculateAll', [AS_OF]);
  addSuggestionsOfNewNames(document);
  const newNames = workOf('recalculateAll', [AS_OF]);
  return { first, unchanged, newNames, closing: workOf('closeMonth', []) };
}

/** Adds suggestions, each of an occasion, a 동 and a department that nothing else names. */
function addSuggestionsOfNewNames(document: DocumentState): void {
  const sheet = document.sheets.find(({ name }) => name === INPUT_TAB_NAMES.suggestions);
  if (sheet === undefined) throw new Error('there is no tab of suggestions');
  const done = handlingStatusName('completed');
  for (let index = 0; index < NEW_NAMES; index += 1) {
    sheet.values.push([
      `새-${index}`,
      '2024. 3. 5.',
      `출처 ${index}`,
      `새동${index}`,
      '의견',
      `부서 ${index}`,
      done,
    ]);
  }
  sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
}
