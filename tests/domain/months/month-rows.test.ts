import { describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '../../../src/domain/date.ts';
import { BY_NUMBER, closedMonths, type MonthRow, ONE_PLEDGE } from '../../../src/domain/months/month-rows.ts';
import { closing } from '../closing.ts';
import { date } from '../ledger.ts';
import { PLEDGE_1_6 } from '../pledge-1-6.ts';

const { record } = closing(PLEDGE_1_6, date('2024-03-31'));

/** Parses `2024-03 closed 1-6 #7`: month, kind of row, pledge, and the number of rows behind it. */
function rowOf(text: string): MonthRow {
  const [month = '', kind = '', pledge = '-', count = '#0'] = text.split(' ');
  const number = pledge === '-' ? null : pledge;
  const asOf = lastDayOfMonth(month);
  if (asOf === null) throw new Error(text);
  if (kind === 'undone') return { kind, pledge: number, month, asOf, writtenAt: '' };
  if (kind === 'spoilt') return { kind, month };
  const rowCount = Number(count.slice(1));
  return { kind: 'closed', month, record: { ...record, pledge: number, month, asOf, rowCount } };
}

/** What is said of the rows; reopened months only where there are some. */
interface Told {
  readonly counts: readonly string[];
  readonly months: readonly string[];
  readonly reopened?: readonly string[];
  readonly doubled: number;
}

describe('the months that are closed', () => {
  it.each<[string, readonly string[], Told]>([
    [
      'each once',
      ['2024-01 closed 1-6 #1', '2024-02 closed 1-6 #2'],
      {
        counts: ['2024-01 1-6 #1', '2024-02 1-6 #2'],
        months: ['2024-01', '2024-02'],
        doubled: 0,
      },
    ],
    [
      'closed, undone and closed again: the last row counts',
      ['2024-01 closed 1-6 #1', '2024-01 undone 1-6', '2024-01 closed 1-6 #2'],
      { counts: ['2024-01 1-6 #2'], months: ['2024-01'], doubled: 0 },
    ],
    [
      'under another number since: of the one pledge all the same',
      ['2024-01 closed - #1', '2024-02 closed 1-6 #2', '2024-02 undone 1-7', '2024-02 closed 1-7 #3'],
      { counts: ['2024-01 - #1', '2024-02 1-7 #3'], months: ['2024-01', '2024-02'], doubled: 0 },
    ],
    [
      'twice: the first counts',
      ['2024-01 closed 1-6 #1', '2024-01 closed 1-7 #2'],
      {
        counts: ['2024-01 1-6 #1'],
        months: ['2024-01'],
        doubled: 1,
      },
    ],
    [
      'spoilt: closed, and without figures',
      ['2024-01 spoilt'],
      { counts: [], months: ['2024-01'], doubled: 0 },
    ],
    [
      'spoilt and undone: open',
      ['2024-01 spoilt', '2024-01 undone'],
      { counts: [], months: [], reopened: ['2024-01'], doubled: 0 },
    ],
    [
      'undone, and one of them closed again: the other is open',
      ['2024-01 closed', '2024-02 closed', '2024-02 undone', '2024-01 undone', '2024-01 closed 1-6 #4'],
      { counts: ['2024-01 1-6 #4'], months: ['2024-01'], reopened: ['2024-02'], doubled: 0 },
    ],
  ])('of a book of one pledge: %s', (_, rows, is) => {
    expect(told(rows, ONE_PLEDGE)).toEqual(is);
  });

  it.each<[string, readonly string[], Told]>([
    [
      'a row a pledge',
      ['2024-01 closed 1-6 #1', '2024-01 closed 1-7 #2'],
      {
        counts: ['2024-01 1-6 #1', '2024-01 1-7 #2'],
        months: ['2024-01'],
        doubled: 0,
      },
    ],
    [
      'one pledge undone: the month is closed for the other',
      ['2024-01 closed 1-6 #1', '2024-01 closed 1-7 #2', '2024-01 undone 1-6'],
      { counts: ['2024-01 1-7 #2'], months: ['2024-01'], doubled: 0 },
    ],
    [
      'all of them undone: open',
      ['2024-01 closed 1-6 #1', '2024-01 closed 1-7 #2', '2024-01 undone 1-6', '2024-01 undone 1-7'],
      { counts: [], months: [], reopened: ['2024-01'], doubled: 0 },
    ],
  ])('of a book of several: %s', (_, rows, is) => {
    expect(told(rows, BY_NUMBER)).toEqual(is);
  });

  function told(rows: readonly string[], keyOf: typeof BY_NUMBER) {
    const { records, months, reopened, doubled } = closedMonths(rows.map(rowOf), keyOf);
    const counts = records.map(({ month, pledge, rowCount }) => `${month} ${pledge ?? '-'} #${rowCount}`);
    return { counts, months, ...(reopened.length > 0 ? { reopened } : {}), doubled: doubled.length };
  }
});
