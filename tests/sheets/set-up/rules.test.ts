/** Validation rules are formulas, so LibreOffice computes what they make of a cell. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import { newWorkbook } from '../../../src/local/xlsx/index.ts';
import { formulaFor } from '../../../src/sheets/set-up/rules.ts';

/** 45356 is the serial number of 5 March 2024. A bare 2024 in a date cell is a day of 1905. */
const CASES = [
  {
    rule: 'date',
    pass: [45356, 45356.4, '2024. 3월', '2024년', '2024', '2024-03'],
    fail: [2024, '3월 5일', '언젠가'],
  },
  {
    rule: 'count',
    pass: [0, 1, 212, '-', '12회', '약 1,200명', '130여명', '23개 단체'],
    fail: [1.5, -1, '두 번', '많음'],
  },
  {
    rule: 'measure',
    pass: [12.5, 0, -0.8, '-', '12.5km', '약 200명', '△0.3', '88%', '1,200'],
    fail: ['많음', 'km'],
  },
  {
    rule: 'amount',
    pass: [1_800_000, -5, 5.7, '△1,000', '△ 1억', '(1,000)', '5.7백만원'],
    fail: ['없음', '-'],
  },
] as const;

it.skipIf(findLibreOffice() === null)(
  'what the notes tell people to type is accepted, and what could not be counted is marked',
  async () => {
    const document = createDocument();
    const [sheet] = document.sheets;
    const cases = CASES.flatMap(({ rule, pass, fail }) =>
      [...pass, ...fail].map((value, index) => ({ rule, value, expected: index < pass.length })),
    );
    for (const [index, { rule, value }] of cases.entries()) {
      sheet?.values.push([value, null]);
      sheet?.formulas.set(`${index + 1},2`, formulaFor(rule, `A${index + 1}`));
    }
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    try {
      const file = join(folder, 'rules.xlsx');
      writeFileSync(file, await newWorkbook(document));
      const [csv = ''] = await convertWithLibreOffice(file, 'csv', join(folder, 'csv'));
      const found = readFileSync(csv, 'utf8')
        .trim()
        .split('\n')
        .map((line) => /,TRUE$/.test(line));
      expect(cases.map((one, index) => ({ ...one, expected: found[index] }))).toEqual(cases);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
