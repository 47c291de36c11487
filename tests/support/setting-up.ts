/** Running 시트 준비 in the local host. */
import { expect } from 'vitest';
import type { SetUpAnswer } from '../../src/app/set-up.ts';
import { copyOf, createDocument, type DocumentState, type Execution } from '../../src/local/host/host.ts';
import { hostOf } from './running.ts';

export const setUp = (document: DocumentState) => hostOf(document).execute('setUpSheets');

/** What 시트 준비 answers; an exception in the script fails the test. */
export function setUpAnswer({ result, error }: Execution): SetUpAnswer {
  if (error !== null) throw error;
  // The bundle is built from the function whose answer this type is.
  return result as SetUpAnswer;
}

/** The spreadsheet, which 시트 준비 has got ready; without one a copy of an empty one that it has. */
export function preparedDocument(document?: DocumentState): DocumentState {
  if (document !== undefined) return madeReady(document);
  ready ??= madeReady(createDocument());
  return copyOf(ready);
}

let ready: DocumentState | null = null;

function madeReady(document: DocumentState): DocumentState {
  expect(setUpAnswer(setUp(document)).status).toBe('done');
  return document;
}
