/** Changes in src/sheets/output, set-up and cells that no test has to notice. */
import type { Reason } from './reasons.ts';

export const IN_SHEETS: readonly Reason[] = [
  {
    why: 'Asked for the type checker or for a blank: what it guards against cannot be here, or comes out the same without it.',
    changes: {
      'src/sheets/cells/count.ts': [["''", '"Stryker was here!"']],
      'src/sheets/cells/event-date.ts': [
        ["''", '"Stryker was here!"'],
        ["{ code: 'impossible-date', found }", '{}'],
        ["'impossible-date'", '""'],
        ['period === null', 'false'],
      ],
      'src/sheets/cells/money.ts': [["''", '"Stryker was here!"']],
      'src/sheets/cells/plan-time.ts': [
        ["''", '"Stryker was here!"'],
        ['before?.month != null', 'true'],
        ['before?.month', 'before.month'],
        ['day === null', 'false'],
      ],
      'src/sheets/output/results/audit-grid.ts': [['first === undefined', 'false']],
      'src/sheets/output/results/comparison-text.ts': [["''", '"Stryker was here!"']],
      'src/sheets/output/records/monthly-rows.ts': [
        ['withoutPersonalData(name).trim()', 'withoutPersonalData(name)'],
      ],
      'src/sheets/output/official/cells.ts': [['won === null', 'false']],
      'src/sheets/output/official/results.ts': [
        ['monthPeriod(yearOf(date), monthOf(date))?.last', 'monthPeriod(yearOf(date), monthOf(date)).last'],
      ],
      'src/sheets/output/results/outlook-text.ts': [['by !== null', 'true']],
      'src/sheets/output/records/own-table.ts': [['-1', '+1']],
      'src/sheets/output/results/schedule-block.ts': [['first === undefined', 'false']],
      'src/sheets/set-up/beginnings.ts': [
        ['begun !== undefined', 'true'],
        ["''", '"Stryker was here!"'],
      ],
      'src/sheets/set-up/layouts.ts': [
        ["''", '"Stryker was here!"'],
        ["headings?.cells.get('kind')?.column", "headings?.cells.get('kind').column"],
        ["headings?.cells.get('name')?.column", "headings?.cells.get('name').column"],
        [
          'classification === null || headings === null || kindColumn === undefined || nameColumn === undefined',
          '(classification === null || headings === null || kindColumn === undefined) && nameColumn === undefined',
        ],
        ['classification === null || headings === null || kindColumn === undefined', 'false'],
        [
          'classification === null || headings === null || kindColumn === undefined',
          '(classification === null || headings === null) && kindColumn === undefined',
        ],
        ['classification === null || headings === null', 'false'],
        ['classification === null || headings === null', 'classification === null && headings === null'],
        ['classification === null', 'false'],
        ['headings === null', 'false'],
        ['kindColumn === undefined', 'false'],
        ['nameColumn === undefined', 'false'],
      ],
    },
  },
  {
    why: 'Lets more through to a rule that comes to the same: what is no such text is none there either.',
    changes: {
      'src/sheets/cells/event-date.ts': [
        ['/^\\d{8}$/', '/\\d{8}$/'],
        ['/^\\d{8}$/', '/^\\d{8}/'],
      ],
      'src/sheets/cells/money.ts': [["typeof cell === 'number'", 'true']],
      'src/sheets/cells/plan-time.ts': [
        ['/^(20\\d{2})(\\d{2})(\\d{2})$/', '/(20\\d{2})(\\d{2})(\\d{2})$/'],
        ['false', 'true'],
      ],
      'src/sheets/set-up/beginnings.ts': [
        ['/^(\\d{4})\\.1$/', '/(\\d{4})\\.1$/'],
        ['/^(\\d{4})\\.1$/', '/^(\\d{4})\\.1/'],
        ['year === undefined', 'false'],
      ],
      'src/sheets/set-up/layouts.ts': [
        ["tab === 'pledge'", 'true'],
        ['column === VALUE_COLUMN', 'true'],
      ],
    },
  },
  {
    why: 'Saves work only: without it the same comes out.',
    changes: {
      'src/sheets/output/grid/grid.ts': [
        ['row.length >= width', 'false'],
        ['row.length >= width', 'row.length > width'],
      ],
    },
  },
  {
    why: 'The two cannot be equal here, or being equal changes nothing.',
    changes: {
      'src/sheets/cells/plan-time.ts': [['time.last > last', 'time.last >= last']],
      'src/sheets/output/results/comparison-text.ts': [['by < 0', 'by <= 0']],
    },
  },
  {
    why: 'Its findings are not told here: those who ask for the months tell that they could not be read.',
    changes: {
      'src/sheets/output/records/monthly-records.ts': [["'monthlyRecords'", '""']],
    },
  },
  {
    why: 'Stands where no such row can be, so nothing is made of it.',
    changes: {
      'src/sheets/output/official/details.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/output/records/own-table.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/output/results/schedule-block.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/set-up/beginnings.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/set-up/layouts.ts': [['[]', '["Stryker was here"]']],
    },
  },
];
