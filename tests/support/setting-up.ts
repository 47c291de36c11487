/** Runs 시트 준비 in the local host. */
import { expect } from 'vitest';
import type { SetUpAnswer } from '../../src/app/set-up.ts';
import { copyOf, createDocument, type DocumentState, type Execution } from '../../src/local/host/host.ts';
import { hostOf } from './running.ts';

export const setUp = (document: DocumentState) => hostOf(document).execute('setUpSheets');

/** The answer of 시트 준비. An exception in the script fails the test. */
export function setUpAnswer({ result, error }: Execution): SetUpAnswer {
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  return result as SetUpAnswer;
}

/** The given spreadsheet after 시트 준비. By default a copy of an empty one prepared once. */
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
