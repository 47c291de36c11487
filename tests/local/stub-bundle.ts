/** A workbook with a script of the test in place of the bundle. */
import { createDocument, createHost } from '../../src/local/host/host.ts';
import type { Workbench } from '../../src/local/run-workbook.ts';
import { newWorkbook } from '../../src/local/xlsx/index.ts';

export const OWN_MARK = 'pledge-ledger.result-tab';

/** Installs the script in a document whose only tab is an empty 공약. */
export function stubbed(code: string): Workbench {
  const document = createDocument({ sheets: ['공약'] });
  const host = createHost({ document, code, now: () => new Date() });
  return { host, document, save: () => newWorkbook(document) };
}
