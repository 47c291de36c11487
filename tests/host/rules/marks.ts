/**
 * Finds out what becomes of properties in a copy of a file and in a restored version. Marking a file writes
 * the same number everywhere. A place that shows another number later did not follow the cells.
 */
import { recorded } from './outcome.ts';
import type { Book } from './rule.ts';

const KEY = 'host-check mark';
/** Name of the part of the outcome that holds the mark itself. */
export const MARK = 'Mark (number and file)';

/**
 * Writes the next number everywhere in this file.
 * @returns what the cell must hold
 */
export function markLine(book: Book): string {
  const [before] = recorded(book, MARK).split(' ');
  const next = String(Number(before) + 1);
  for (const store of stores()) store.store.setProperty(KEY, next);
  const [metadata] = book.createDeveloperMetadataFinder().withKey(KEY).find();
  if (metadata === undefined) book.addDeveloperMetadata(KEY, next);
  else metadata.setValue(next);
  return `${next} ${book.getId()}`;
}

/** Compares the mark in each place with the number in the cell. */
export function marksLines(book: Book): string[] {
  const [number = '', file = ''] = recorded(book, MARK).split(' ');
  if (file === '') return ['not marked yet: choose “Mark this file” first'];
  const [metadata] = book.createDeveloperMetadataFinder().withKey(KEY).find();
  const found: readonly (readonly [string, string | null])[] = [
    ...stores().map(({ name, store }) => [name, store.getProperty(KEY)] as const),
    ['developer metadata', metadata?.getValue() ?? null],
  ];
  return [
    `this is ${file === book.getId() ? 'the file that was marked' : 'a copy of the file that was marked'}`,
    `the cell says ${number}`,
    ...found.map(
      ([name, mark]) => `${name}: ${mark ?? 'nothing'}${mark === number ? '' : ' (another than the cell)'}`,
    ),
    `triggers of one’s own: ${ScriptApp.getProjectTriggers().length}`,
  ];
}

function stores(): readonly {
  readonly name: string;
  readonly store: GoogleAppsScript.Properties.Properties;
}[] {
  return [
    { name: 'document properties', store: PropertiesService.getDocumentProperties() },
    { name: 'script properties', store: PropertiesService.getScriptProperties() },
    { name: 'user properties', store: PropertiesService.getUserProperties() },
  ];
}
