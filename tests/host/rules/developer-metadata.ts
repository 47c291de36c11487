import { documented, liveTest, type Rule } from './rule.ts';

const KEY = 'host-check';

export const DEVELOPER_METADATA: readonly Rule[] = [
  {
    name: 'developer metadata is found by key, in the sheet or in the whole spreadsheet',
    source: documented('https://developers.google.com/workspace/sheets/api/guides/metadata'),
    expected: {
      book: ['host-check book 1', 'host-check plain null', 'host-check tab summary'],
      sheet: ['host-check plain null', 'host-check tab summary'],
      'by key': ['host-check tab summary'],
      'of the spreadsheet itself': ['host-check book 1'],
    },
    find: ({ book, sheet }) => {
      const made = sheet();
      const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
      const told = (found: readonly GoogleAppsScript.Spreadsheet.DeveloperMetadata[]) =>
        found
          .filter((one) => String(one.getKey()).startsWith(KEY))
          .map((one) => [one.getKey(), one.getValue()].map(String).join(' '))
          .sort();
      made.addDeveloperMetadata(`${KEY} tab`, 'summary', PROJECT).addDeveloperMetadata(`${KEY} plain`);
      book.addDeveloperMetadata(`${KEY} book`, '1');
      try {
        const finder = () => book.createDeveloperMetadataFinder();
        return {
          book: told(finder().find()),
          sheet: told(made.createDeveloperMetadataFinder().find()),
          'by key': told(finder().withKey(`${KEY} tab`).find()),
          'of the spreadsheet itself': told(book.getDeveloperMetadata()),
        };
      } finally {
        for (const one of book.getDeveloperMetadata()) if (one.getKey() === `${KEY} book`) one.remove();
      }
    },
  },
  {
    name: 'developer metadata may be changed and removed, may share a key, knows its sheet and goes with it',
    source: liveTest('testsheetsdeveloper'),
    expected: { two: 2, changed: ['new', 'old'], here: true, removed: 1, 'with its sheet': 0 },
    find: ({ book }) => {
      const made = book.insertSheet('host-check mark');
      const own = () => book.createDeveloperMetadataFinder().withKey(`${KEY} same`).find();
      try {
        made.addDeveloperMetadata(`${KEY} same`, 'old').addDeveloperMetadata(`${KEY} same`, 'old');
        const both = own();
        const [first, second] = both;
        first?.setValue('new');
        const changed = own()
          .map((one) => one.getValue())
          .sort();
        const here = second?.getLocation().getSheet()?.getSheetId() === made.getSheetId();
        first?.remove();
        const seen = {
          two: both.length,
          changed,
          here,
          removed: own().length,
        };
        book.deleteSheet(made);
        return { ...seen, 'with its sheet': own().length };
      } finally {
        const left = book.getSheetByName('host-check mark');
        if (left !== null) book.deleteSheet(left);
      }
    },
  },
];
