import {
  firstColumn,
  inferred,
  plain,
  type Range,
  type Rule,
  reference,
  type Scratch,
  type Seen,
} from './rule.ts';

/**
 * "The values will be parsed as if the user typed them into the UI." No page says what that means for a
 * Korean spreadsheet.
 */
const AS_TYPED = inferred(
  'https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption',
);
const LOOKS = inferred('https://support.google.com/docs/answer/56470');

const DAY = ' 00:00:00';

/** For each text: the value read, and how it is then displayed. */
const NUMBERS: Readonly<Record<string, readonly [number, string]>> = {
  '123': [123, '123'],
  ' 12 ': [12, '12'],
  '-1.5': [-1.5, '-1.5'],
  '+7': [7, '7'],
  '.5': [0.5, '0.5'],
  '007': [7, '7'],
  '1,234': [1234, '1,234'],
  '1,234,567.8': [1234567.8, '1,234,567.80'],
  '54%': [0.54, '54%'],
  '54.5%': [0.545, '54.50%'],
  '₩1,000': [1000, '₩1,000'],
  '-₩500': [-500, '-₩500'],
  '$3.50': [3.5, '$3.50'],
  '1e3': [1000, '1.00E+03'],
  '(25)': [-25, '-25'],
};

const DATES: Readonly<Record<string, readonly [string, string]>> = {
  '2024-03-05': [`2024-03-05${DAY}`, '2024-03-05'],
  '2024-3-5': [`2024-03-05${DAY}`, '2024-03-05'],
  '2024/3/5': [`2024-03-05${DAY}`, '2024/3/5'],
  '2024. 3. 5': [`2024-03-05${DAY}`, '2024. 3. 5'],
  '2024.3.5.': [`2024-03-05${DAY}`, '2024. 3. 5'],
  '24-3-5': [`2024-03-05${DAY}`, '24-03-05'],
  '24. 12. 31': [`2024-12-31${DAY}`, '24. 12. 31'],
  '99/1/2': [`1999-01-02${DAY}`, '99/1/2'],
  '2024년 3월 5일': [`2024-03-05${DAY}`, '2024년 3월 5일'],
  '2024년 3월': [`2024-03-01${DAY}`, '2024년 3월'],
  '2024-03': [`2024-03-01${DAY}`, '2024-03'],
  '2024-02-29': [`2024-02-29${DAY}`, '2024-02-29'],
  '2024-03-05 14:30': ['2024-03-05 14:30:00', '2024-03-05 14:30'],
  '2024. 3. 5 오후 2:30': ['2024-03-05 14:30:00', '2024. 3. 5 오후 2:30'],
};

/** Month and day, in the current year. */
const DAYS_OF_THIS_YEAR: Readonly<Record<string, readonly [string, string]>> = {
  '1-6': ['01-06', '1-6'],
  '3/5': ['03-05', '3/5'],
  '3월 5일': ['03-05', '3월 5일'],
};

const TIMES: Readonly<Record<string, string>> = {
  '14:30': '14:30',
  '오후 2:30': '오후 2:30',
  '오전 12:00': '오전 12:00',
  '2:30 PM': '오후 2:30',
  '9:05:07': '9:05:07',
};

const TEXTS: readonly string[] = [
  '어린이공원',
  '2022.1분기',
  '12건',
  '약 130명',
  '1,23',
  '2024-02-30',
  '13-45',
  '25:00',
  '010-1234-5678',
  '3/5/2024',
  '-',
];

/** Writes the texts at once, below each other, and returns the block. */
function typed(scratch: Scratch, texts: readonly string[]): Range {
  return scratch.cells(texts.length).setValues(texts.map((text) => [text]));
}

/** The value read for each text. */
function read(scratch: Scratch, texts: readonly string[]): Readonly<Record<string, Seen>> {
  const values = firstColumn<unknown>(typed(scratch, texts).getValues());
  return Object.fromEntries(texts.map((text, row) => [text, plain(values[row])]));
}

/** How each text is displayed. */
function shown(scratch: Scratch, texts: readonly string[]): Readonly<Record<string, Seen>> {
  const looks = firstColumn(typed(scratch, texts).getDisplayValues());
  return Object.fromEntries(texts.map((text, row) => [text, looks[row] ?? '']));
}

const firstOf = (table: Readonly<Record<string, readonly [Seen, string]>>) =>
  Object.fromEntries(Object.entries(table).map(([text, [value]]) => [text, value]));
const secondOf = (table: Readonly<Record<string, readonly [Seen, string]>>) =>
  Object.fromEntries(Object.entries(table).map(([text, [, shown]]) => [text, shown]));

const isThisYear = (value: unknown) =>
  value instanceof Date && value.getFullYear() === new Date().getFullYear();

/** Rules about typed input in a Korean spreadsheet. */
export const TYPED_INPUT: readonly Rule[] = [
  {
    name: 'a number is read with its separators, currency, percent sign, brackets and exponent',
    source: AS_TYPED,
    expected: firstOf(NUMBERS),
    find: (scratch) => read(scratch, Object.keys(NUMBERS)),
  },
  {
    name: 'a number looks as it was typed, as far as the format that the cell takes on goes',
    source: LOOKS,
    expected: secondOf(NUMBERS),
    find: (scratch) => shown(scratch, Object.keys(NUMBERS)),
  },
  {
    name: 'a date is read in the Korean ways of writing one, with the year first',
    source: AS_TYPED,
    expected: firstOf(DATES),
    find: (scratch) => read(scratch, Object.keys(DATES)),
  },
  {
    name: 'a date looks as it was typed',
    source: LOOKS,
    expected: secondOf(DATES),
    find: (scratch) => shown(scratch, Object.keys(DATES)),
  },
  {
    name: 'a date without a year is of this year',
    source: AS_TYPED,
    expected: Object.fromEntries(
      Object.entries(DAYS_OF_THIS_YEAR).map(([text, [day, look]]) => [text, [true, `${day}${DAY}`, look]]),
    ),
    find: (scratch) => {
      const texts = Object.keys(DAYS_OF_THIS_YEAR);
      const range = typed(scratch, texts);
      const values = firstColumn<unknown>(range.getValues());
      const looks = firstColumn(range.getDisplayValues());
      return Object.fromEntries(
        texts.map((text, row) => {
          const day = String(plain(values[row])).slice('2024-'.length);
          return [text, [isThisYear(values[row]), day, looks[row] ?? '']];
        }),
      );
    },
  },
  {
    name: 'a time of day looks as it was typed, with 오전 and 오후 before it',
    source: LOOKS,
    expected: TIMES,
    find: (scratch) => shown(scratch, Object.keys(TIMES)),
  },
  {
    name: 'what is neither number nor date stays the text that it is',
    source: AS_TYPED,
    expected: Object.fromEntries(TEXTS.map((text) => [text, text])),
    find: (scratch) => read(scratch, TEXTS),
  },
  {
    name: 'an apostrophe keeps what follows it a text and is itself not read; an equals sign begins a formula',
    source: reference('spreadsheet/range#setvaluevalue'),
    expected: {
      "'007": ['007', ''],
      "'=A1": ['=A1', ''],
      '=HYPERLINK("#gid=0","여기")': ['여기', '=HYPERLINK("#gid=0","여기")'],
    },
    find: (scratch) => {
      const texts = ["'007", "'=A1", '=HYPERLINK("#gid=0","여기")'];
      const range = typed(scratch, texts);
      const values = firstColumn(range.getValues());
      const formulas = firstColumn(range.getFormulas());
      return Object.fromEntries(texts.map((text, row) => [text, [plain(values[row]), plain(formulas[row])]]));
    },
  },
];
