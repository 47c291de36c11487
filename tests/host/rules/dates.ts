import {
  type Book,
  documented,
  firstColumn,
  inferred,
  plain,
  type Rule,
  reference,
  type Seen,
} from './rule.ts';

/** Google's page says that dates use "the spreadsheet's time zone" between scripts and sheets. */
const DATES_AND_TIMES = documented('https://developers.google.com/google-ads/scripts/docs/features/dates');
/** The history of Seoul's clocks: zone and rules of the Republic of Korea in the file `asia`. */
const SEOUL = inferred('https://data.iana.org/time-zones/tzdb/asia');

/** Midnight in Seoul, in UTC, on days on both sides of each change of offset since 1954. */
const MIDNIGHTS: Readonly<Record<string, string>> = {
  // UTC+9.
  '1954-01-15': '1954-01-14T15:00:00.000Z',
  // UTC+8:30 from 1954-03-21 to 1961-08-10, and an hour of summer time in 1955 to 1960.
  '1954-07-01': '1954-06-30T15:30:00.000Z',
  '1955-01-15': '1955-01-14T15:30:00.000Z',
  '1955-07-01': '1955-06-30T14:30:00.000Z',
  '1960-07-01': '1960-06-30T14:30:00.000Z',
  '1961-07-15': '1961-07-14T15:30:00.000Z',
  '1961-09-01': '1961-08-31T15:00:00.000Z',
  '1970-01-01': '1969-12-31T15:00:00.000Z',
  // An hour of summer time in 1987 and 1988.
  '1987-01-15': '1987-01-14T15:00:00.000Z',
  '1987-07-01': '1987-06-30T14:00:00.000Z',
  '1988-01-15': '1988-01-14T15:00:00.000Z',
  '1988-07-01': '1988-06-30T14:00:00.000Z',
  '1989-07-01': '1989-06-30T15:00:00.000Z',
  '2024-03-05': '2024-03-04T15:00:00.000Z',
};

const instant = (value: unknown): Seen => (value instanceof Date ? value.toISOString() : plain(value));

/** What `find` returns while the spreadsheet is set to each of these zones. */
function inZones(book: Book, zones: readonly string[], find: () => Seen): Readonly<Record<string, Seen>> {
  const zone = book.getSpreadsheetTimeZone();
  try {
    return Object.fromEntries(
      zones.map((name) => {
        book.setSpreadsheetTimeZone(name);
        return [name, find()];
      }),
    );
  } finally {
    book.setSpreadsheetTimeZone(zone);
  }
}

export const DATES: readonly Rule[] = [
  {
    name: 'a date cell is read as midnight of the spreadsheet, whatever the zone of the script',
    source: DATES_AND_TIMES,
    expected: {
      'Asia/Seoul': ['2024-03-04T15:00:00.000Z', '2024-03-05 00:00:00'],
      'America/New_York': ['2024-03-05T05:00:00.000Z', '2024-03-05 14:00:00'],
    },
    find: ({ book, cells }) => {
      const cell = cells(1).setValue('2024-03-05');
      return inZones(book, ['Asia/Seoul', 'America/New_York'], () => {
        const value = cell.getValue();
        return [instant(value), plain(value)];
      });
    },
  },
  {
    name: 'a date that a script writes lands on the day that the spreadsheet has at that moment',
    source: DATES_AND_TIMES,
    expected: {
      'Asia/Seoul': ['2024-03-05 00:00', '2024-03-05 13:30'],
      UTC: ['2024-03-04 15:00', '2024-03-05 04:30'],
    },
    find: ({ book, cells }) => {
      const range = cells(2).setNumberFormat('yyyy-mm-dd hh:mm');
      const dates = [[new Date(2024, 2, 5)], [new Date(2024, 2, 5, 13, 30)]];
      return inZones(book, ['Asia/Seoul', 'UTC'], () =>
        firstColumn(range.setValues(dates).getDisplayValues()),
      );
    },
  },
  {
    name: 'midnight of a day is where Seoul’s clocks had it: UTC+8:30 in 1954–1961, summer times until 1960 and in 1987–1988',
    source: SEOUL,
    expected: MIDNIGHTS,
    find: (scratch) => {
      const days = Object.keys(MIDNIGHTS);
      const range = scratch.cells(days.length);
      const values = firstColumn<unknown>(range.setValues(days.map((day) => [day])).getValues());
      return Object.fromEntries(days.map((day, row) => [day, instant(values[row])]));
    },
  },
  {
    name: 'the script’s own calendar has those midnights too',
    source: SEOUL,
    expected: MIDNIGHTS,
    find: () =>
      Object.fromEntries(
        Object.keys(MIDNIGHTS).map((day) => {
          const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
          return [day, new Date(year, month - 1, date).toISOString()];
        }),
      ),
  },
  {
    name: 'a day goes to the sheet and comes back as it went, through all those years',
    source: SEOUL,
    expected: Object.fromEntries(Object.keys(MIDNIGHTS).map((day) => [day, [day, `${day} 00:00:00`]])),
    find: (scratch) => {
      const days = Object.keys(MIDNIGHTS);
      const range = scratch.cells(days.length).setNumberFormat('yyyy-mm-dd');
      range.setValues(days.map((day) => [new Date(MIDNIGHTS[day] ?? '')]));
      const shown = firstColumn(range.getDisplayValues());
      const values = firstColumn<unknown>(range.getValues());
      return Object.fromEntries(days.map((day, row) => [day, [shown[row] ?? '', plain(values[row])]]));
    },
  },
  {
    name: 'Utilities.formatDate writes a moment in any zone, in English words',
    source: reference('utilities/utilities#formatdatedate,-timezone,-format'),
    expected: {
      'Asia/Seoul yyyy-MM-dd': '2024-03-31',
      'Asia/Seoul yyyy. M. d. HH:mm:ss': '2024. 3. 31. 12:00:00',
      'America/New_York yy/MM/dd h:mm a': '24/03/30 11:00 PM',
      'UTC EEE EEEE MMM MMMM u': 'Sun Sunday Mar March 7',
      "UTC yyyy'년' M''d": "2024년 3'31",
      "Asia/Seoul yyyy-MM-dd'T'HH:mm:ss.SSSXXX": '2024-03-31T12:00:00.000+09:00',
      'Asia/Seoul Z X XX XXX': '+0900 +09 +0900 +09:00',
      'GMT X': 'Z',
      'GMT+9 HH': '12',
      'GMT-03:30 HH:mm': '23:30',
      'UTC D': '91',
    },
    find: () => {
      const noon = new Date('2024-03-31T03:00:00Z');
      const asked: readonly (readonly [string, string])[] = [
        ['Asia/Seoul', 'yyyy-MM-dd'],
        ['Asia/Seoul', 'yyyy. M. d. HH:mm:ss'],
        ['America/New_York', 'yy/MM/dd h:mm a'],
        ['UTC', 'EEE EEEE MMM MMMM u'],
        ['UTC', "yyyy'년' M''d"],
        ['Asia/Seoul', "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"],
        ['Asia/Seoul', 'Z X XX XXX'],
        ['GMT', 'X'],
        ['GMT+9', 'HH'],
        ['GMT-03:30', 'HH:mm'],
        ['UTC', 'D'],
      ];
      return Object.fromEntries(
        asked.map(([zone, pattern]) => [`${zone} ${pattern}`, Utilities.formatDate(noon, zone, pattern)]),
      );
    },
  },
  {
    name: 'the zone of a script is that of its manifest, that of the spreadsheet its own',
    source: reference('base/session#getscripttimezone'),
    expected: { script: 'Asia/Seoul', UTC: 'UTC', locale: 'ko_KR' },
    find: ({ book }) => ({
      script: Session.getScriptTimeZone(),
      ...inZones(book, ['UTC'], () => book.getSpreadsheetTimeZone()),
      locale: book.getSpreadsheetLocale(),
    }),
  },
];
