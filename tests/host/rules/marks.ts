/**
 * What becomes of properties in a copy of a file, and in a version that is restored. Marking a file leaves the same number everywhere; whatever
 * shows another number afterwards went another way than the cells.
 */
import { recorded } from './outcome.ts';
import type { Book } from './rule.ts';

const KEY = 'host-check mark';
/** The part of the outcome that holds the mark itself. */
export const MARK = 'Mark (number and file)';

/** Leaves the next number in this file. @returns what the cell is to hold */
export function markLine(book: Book): string {
  const [before] = recorded(book, MARK).split(' ');
  const next = String(Number(before) + 1);
  for (const store of stores()) store.store.setProperty(KEY, next);
  const [metadata] = book.createDeveloperMetadataFinder().withKey(KEY).find();
  if (metadata === undefined) book.addDeveloperMetadata(KEY, next);
  else metadata.setValue(next);
  return `${next} ${book.getId()}`;
}

/** Where the mark is found, beside what the cell says. */
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
