import { describe, expect, it } from 'vitest';
import { hostOf, recalculated } from '../support/running.ts';
import { ledger } from '../support/workbooks.ts';

/**
 * Without summer time, with summer time in the north, a half-hour offset, and with summer time in the south,
 * a day ahead of the others.
 */
const ZONES = ['Asia/Seoul', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'];

/**
 * Pairs of a day and the day before, including days on which the clocks of Los Angeles and Auckland change.
 */
const DAYS = [
  ['2023-01-01', '2022-12-31'],
  ['2023-07-15', '2023-07-14'],
  ['2023-03-12', '2023-03-11'],
  ['2023-11-05', '2023-11-04'],
  ['2023-04-02', '2023-04-01'],
  ['2023-09-24', '2023-09-23'],
  ['2024-02-29', '2024-02-28'],
] as const;

const TIMES = ['00:00', '00:30', '01:00', '04:00', '12:00', '20:00', '22:00', '23:00', '23:30', '23:59'];

describe('a date cell in a spreadsheet whose time zone is not the script’s', () => {
  it.each(ZONES.flatMap((zone) => DAYS.map(([day, dayBefore]) => ({ zone, day, dayBefore }))))(
    'in $zone counts on $day, whatever the time of day, and not on $dayBefore',
    ({ zone, day, dayBefore }) => {
      const rows = [
        '일자 | 분류',
        `[${day}] | 시장방문`,
        ...TIMES.map((time) => `[${day} ${time}] | 시장방문`),
      ];
      const document = ledger({ 소통기록: rows.join('\n') }, { timeZone: zone });
      const all = TIMES.length + 1;
      const asOfTheDay = recalculated(document, day);
      expect(asOfTheDay.rows.소통기록).toMatchObject({ counted: all, afterAsOf: 0 });
      expect(asOfTheDay.meetings?.cumulative).toBe(all);
      expect(recalculated(document, dayBefore).rows.소통기록).toMatchObject({ counted: 0, afterAsOf: all });
    },
  );

  it.each(ZONES)('in %s takes no more transfers for many dates than for few', (zone) => {
    const dates = DAYS.flatMap(([day]) => TIMES.map((time) => `[${day} ${time}] | 시장방문`));
    const document = ledger({ 소통기록: ['일자 | 분류', ...dates].join('\n') }, { timeZone: zone });
    recalculated(document);
    const { transfers } = hostOf(document).execute('recalculateAll').calls;
    expect(transfers).toBeLessThanOrEqual(60);
    const inSeoul = ledger({ 소통기록: ['일자 | 분류', ...dates].join('\n') });
    recalculated(inSeoul);
    expect(transfers).toBe(hostOf(inSeoul).execute('recalculateAll').calls.transfers);
  });

  it.each(ZONES)(
    'in %s that is far outside the calendar is the number that was typed, and stops nothing',
    (timeZone) => {
      const document = ledger(
        {
          예산집행: `
          집행일 | 재원 | 금액(원)
          2023. 5. 1. | 구 | 3900000
          2023. 6. 1. | 구 | [#3000000]
          [#-700000] | 구 | 1000
          [#5000000] | 구 | 1000`,
        },
        { timeZone },
      );
      const { budget, rows, findings } = recalculated(document);
      expect(budget?.executedWon).toBe(6_900_000);
      expect(rows.예산집행).toMatchObject({ counted: 2, excluded: 2 });
      const inThatTab = findings.filter(({ tab, severity }) => tab === '예산집행' && severity === 'error');
      expect(inThatTab.map(({ code, cell }) => `${cell} ${code}`)).toEqual([
        'A4 not-a-date',
        'A5 not-a-date',
      ]);
    },
  );
});
