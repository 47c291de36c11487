import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, sideAsOf, withoutDoubles } from '../../src/domain/admission.ts';
import { dayPeriod, isoDateFromSerial, monthPeriod, yearOf, yearPeriod } from '../../src/domain/date.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { category, date, meetings, period } from './ledger.ts';

const TEA = category('tea meeting');

describe('what happened', () => {
  it.each([
    { on: '2024-03-31', asOf: '2024-03-31', is: 'counted' },
    { on: '2024-04-01', asOf: '2024-03-31', is: 'afterAsOf' },
    { on: '2024-03', asOf: '2024-03-31', is: 'counted' },
    { on: '2024-03', asOf: '2024-03-30', is: 'undecidable' },
    { on: '2024-03', asOf: '2024-03-01', is: 'undecidable' },
    { on: '2024-03', asOf: '2024-02-29', is: 'afterAsOf' },
    { on: '2024-02', asOf: '2024-02-28', is: 'undecidable' },
    { on: '2022', asOf: '2022-12-31', is: 'counted' },
    { on: '2022', asOf: '2022-12-30', is: 'undecidable' },
    { on: '2022', asOf: '2021-12-31', is: 'afterAsOf' },
  ])('on $on is $is as of $asOf', ({ on, asOf, is }) => {
    expect(sideAsOf(period(on), date(asOf))).toBe(is);
  });
});

describe('admitting a log', () => {
  const clock = { asOf: date('2024-03-31'), today: date('2024-05-10') };
  const heldOn = (...days: string[]) => meetings([TEA], days.map((day) => `${day} | tea meeting`).join('\n'));
  const admitted = (...days: string[]) => admit(heldOn(...days), ({ held }) => held, clock);

  it.each([
    { on: '2024-03-31', side: 'counted', says: null },
    { on: '2024-04-01', side: 'afterAsOf', says: null },
    { on: '2024-05-10', side: 'afterAsOf', says: null },
    { on: '2024-05-11', side: 'afterAsOf', says: 'date-in-the-future' },
    { on: '2024-05', side: 'afterAsOf', says: null },
    { on: '2024-06', side: 'afterAsOf', says: 'date-in-the-future' },
    { on: '2024', side: 'excluded', says: 'undecidable-date' },
  ] as const)('puts $on on the side $side with the finding $says', ({ on, side, says }) => {
    const result = admitted(on);
    expect(result[side]).toHaveLength(1);
    expect(result.counted.length + result.afterAsOf.length + result.excluded.length).toBe(1);
    expect(result.findings.map(({ problem }) => problem.code)).toEqual(says === null ? [] : [says]);
  });

  it('says where an undecidable row is, and between which days its date lies', () => {
    expect(admitted('2024-01-05', '2024').findings).toEqual<Finding[]>([
      {
        problem: {
          code: 'undecidable-date',
          first: date('2024-01-01'),
          last: date('2024-12-31'),
          asOf: date('2024-03-31'),
        },
        place: { tab: 'meetings', row: 3, field: 'date' },
      },
    ]);
  });

  it('puts every record on exactly one side, in order, and a later date never counts fewer', () => {
    const anyPeriod = fc
      .tuple(fc.integer({ min: 44_562, max: 46_387 }), fc.constantFrom('day', 'month', 'year'))
      .map(([serial, precision]) => {
        const day = isoDateFromSerial(serial) ?? date('2024-01-01');
        const whole =
          precision === 'year'
            ? yearPeriod(yearOf(day))
            : precision === 'month'
              ? monthPeriod(yearOf(day), Number(day.slice(5, 7)))
              : null;
        return whole ?? dayPeriod(day);
      });
    const anyAsOf = fc.integer({ min: 44_562, max: 46_387 }).map((serial) => isoDateFromSerial(serial));
    fc.assert(
      fc.property(fc.array(anyPeriod), anyAsOf, anyAsOf, (periods, one, other) => {
        if (one === null || other === null) return;
        const items = periods.map((at, row) => ({ date: at, row }));
        const [asOf, later] = one < other ? [one, other] : [other, one];
        const at = (day: typeof asOf) =>
          admit(items, ({ row }) => ({ tab: 'meetings', row, amount: 1, approximate: false }), {
            asOf: day,
            today: later,
          });
        const { counted, afterAsOf, excluded } = at(asOf);
        expect([...counted, ...afterAsOf, ...excluded].sort((a, b) => a.row - b.row)).toEqual(items);
        expect(new Set(at(later).counted)).toEqual(new Set([...at(later).counted, ...counted]));
      }),
    );
  });
});

describe('leaving out duplicates', () => {
  const finding: Finding = { problem: { code: 'no-category' }, place: null };

  it('keeps the first of each key and everything without one', () => {
    const pairs: [string, string][] = [];
    const result = withoutDoubles(
      ['A1', 'B1', '-1', 'A2', '-2', 'A3'],
      (item) => (item.startsWith('-') ? null : item.slice(0, 1)),
      (double, first) => {
        pairs.push([double, first]);
        return finding;
      },
    );
    expect(result.counted).toEqual(['A1', 'B1', '-1', '-2']);
    expect(result.excluded).toEqual(['A2', 'A3']);
    expect(result.findings).toEqual([finding, finding]);
    expect(pairs).toEqual([
      ['A2', 'A1'],
      ['A3', 'A1'],
    ]);
  });
});
