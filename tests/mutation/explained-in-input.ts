/** Changes in and around src/sheets/input that no test has to notice. */
import type { Reason } from './reasons.ts';

export const IN_INPUT: readonly Reason[] = [
  {
    why: 'Asked for the type checker or for a blank: what it guards against cannot be here, or comes out the same without it.',
    changes: {
      'src/sheets/addresses.ts': [
        ["''", '"Stryker was here!"'],
        ['place.field === null', 'false'],
      ],
      'src/sheets/messages.ts': [
        ["''", '"Stryker was here!"'],
        ['place?.tab', 'place.tab'],
      ],
      'src/sheets/input/rows/cell-reader.ts': [['heading?.unit', 'heading.unit']],
      'src/sheets/input/classification.ts': [["''", '"Stryker was here!"']],
      'src/sheets/input/columns.ts': [
        ['!parsed.ok', 'false'],
        ['startYear !== null', 'true'],
      ],
      'src/sheets/input/headings.ts': [
        ["''", '"Stryker was here!"'],
        ['definition.columns[field]?.required', 'definition.columns[field].required'],
        ['best === null', 'false'],
        ["typeof cell !== 'string'", 'false'],
      ],
      'src/sheets/input/rows/merged-cells.ts': [
        ["''", '"Stryker was here!"'],
        ['raw.rows[firstRow - 1]?.[reader.index]', 'raw.rows[firstRow - 1][reader.index]'],
      ],
      'src/sheets/input/read-records.ts': [["''", '"Stryker was here!"']],
      'src/sheets/input/rows/read-rows.ts': [
        ["''", '"Stryker was here!"'],
        ['first === undefined', 'false'],
        ['end > 0', 'true'],
        ['end > 0', 'end >= 0'],
      ],
      'src/sheets/input/schedule/schedule.ts': [["''", '"Stryker was here!"']],
      'src/sheets/input/settings/settings.ts': [
        ["''", '"Stryker was here!"'],
        ['row === undefined', 'false'],
        ['asOfRow !== undefined', 'true'],
        ['startYear !== null', 'true'],
        ['row !== undefined', 'true'],
        ['finding.place?.row', 'finding.place.row'],
      ],
      'src/sheets/input/totals/subtotals.ts': [
        ['column.summed?.(parsed.value)', 'column.summed(parsed.value)'],
        ['logTab === undefined', 'false'],
        ["''", '"Stryker was here!"'],
      ],
    },
  },
  {
    why: 'Saves work only: without it the same comes out.',
    changes: {
      'src/sheets/personal-data.ts': [
        ['index < text.length', 'index <= text.length'],
        ['(code >= ZERO && code <= NINE) || (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_NINE)', 'true'],
        ['code >= ZERO && code <= NINE', 'code >= ZERO || code <= NINE'],
        ['code >= ZERO', 'true'],
        ['code <= NINE', 'true'],
        [
          'code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_NINE',
          'code >= FULL_WIDTH_ZERO || code <= FULL_WIDTH_NINE',
        ],
        ['code >= FULL_WIDTH_ZERO', 'true'],
        ['code <= FULL_WIDTH_NINE', 'true'],
      ],
      'src/sheets/text-key.ts': [['/^[!-~]*$/', '/^[!-~]$/']],
      'src/sheets/input/rows/cell-reader.ts': [['earlier !== undefined', 'false']],
      'src/sheets/input/columns.ts': [
        ['true', 'false'],
        ['false', 'true'],
      ],
      'src/sheets/input/row-records.ts': [["'20'", '""']],
      'src/sheets/input/rows/read-rows.ts': [
        ["cell === ''", 'true'],
        ['parsed.notices.length === 0', 'false'],
      ],
      'src/sheets/input/rows/row-kind.ts': [
        ["''", '"Stryker was here!"'],
        ['cell !== heading', 'true'],
      ],
      'src/sheets/input/totals/subtotals.ts': [['column.summed !== undefined', 'true']],
    },
  },
  {
    why: 'Only asked whether it is nought, or whether the year has a 29 February.',
    changes: {
      'src/sheets/personal-data.ts': [['century + Number(year)', 'century - Number(year)']],
      'src/sheets/input/totals/subtotals.ts': [
        ['rowsAdded += 1', 'rowsAdded -= 1'],
        ['rowsOfGroup += 1', 'rowsOfGroup -= 1'],
      ],
    },
  },
  {
    why: 'Said for the reader: nothing asks which of the others it is.',
    changes: {
      'src/sheets/input/columns.ts': [["'same'", '""']],
      'src/sheets/input/rows/row-kind.ts': [
        ["'blank'", '""'],
        ["'note'", '""'],
        ["'heading'", '""'],
      ],
    },
  },
  {
    why: 'Only a text that nobody writes would tell the two apart.',
    changes: {
      'src/sheets/name-table.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/columns.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/settings/setting-list.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/totals/total-words.ts': [
        ['/\\s*:$/', '/\\s*:/'],
        ['/\\s*\\(.*\\)$/', '/\\s*\\(.*\\)/'],
      ],
    },
  },
  {
    why: 'A remark in the sample, a cell that it leaves blank, or a setting that it names though it is the usual one.',
    changes: {
      'src/sheets/sample.ts': [
        ["''", '"Stryker was here!"'],
        ["'절사'", '""'],
        ["'행별 기록이 없음'", '""'],
        ["'공표된 횟수에 들지 않음'", '""'],
        ["'3월까지 없었음'", '""'],
        ["'2022년 집행액의 합계'", '""'],
        ["'2023년 집행액의 합계'", '""'],
      ],
    },
  },
  {
    why: 'Stands where no such row can be, so nothing is made of it.',
    changes: {
      'src/sheets/input/classification.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/headings.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/read-records.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/rows/read-rows.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/schedule/schedule.ts': [['[]', '["Stryker was here"]']],
      'src/sheets/input/totals/subtotals.ts': [['[]', '["Stryker was here"]']],
    },
  },
];
