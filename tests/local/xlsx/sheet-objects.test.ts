import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { convertWithLibreOffice, findLibreOffice } from '../../../src/local/print/libreoffice.ts';
import type {
  DocumentState,
  SheetState,
  ValidationCriterion,
  ValidationRule,
} from '../../../src/local/workbook/document.ts';
import type {
  ChartState,
  ConditionalRule,
  ConditionCriterion,
} from '../../../src/local/workbook/sheet-objects.ts';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import {
  documentState,
  firstSheet,
  renameSheet,
  reopened,
  setCell,
  sheetNamed,
  sheetState,
} from './documents.ts';
import { partOf, partsOf } from './packages.ts';

function chartState(chart: Partial<ChartState> & Pick<ChartState, 'id'>): ChartState {
  return {
    type: 'COLUMN',
    ranges: [{ sheetId: 1, row: 1, column: 1, rows: 4, columns: 3 }],
    headers: 1,
    position: { row: 6, column: 1, offsetX: 5, offsetY: 3 },
    options: { title: '누적 <실적>', isStacked: true, 'legend.position': 'bottom', width: 480, height: 260 },
    ...chart,
  };
}

function rule(criterion: ConditionCriterion, value: string, background = '#fbe3e0'): ConditionalRule {
  return {
    ranges: [{ row: 2, column: 2, rows: 3, columns: 1 }],
    condition: { criterion, values: [value] },
    look: { background, fontColor: '#9b1c10', bold: true },
  };
}

function validation(criterion: ValidationCriterion, values: ValidationRule['values'] = []): ValidationRule {
  return {
    criterion,
    values,
    showDropdown: criterion.startsWith('VALUE_IN'),
    allowInvalid: true,
    helpText: null,
  };
}

function document(sheet: Partial<SheetState> = {}): DocumentState {
  const values = [
    ['연도', '계획', '실적'],
    ['2022', 20, 39],
    ['2023', 50, 31],
    ['2024', 90, null],
  ];
  return documentState([
    sheetState({ id: 1, name: "요약 '표' 모음", values, ...sheet }),
    sheetState({ id: 2, name: '분류' }),
  ]);
}

/** Rules without their `source`, the XML from the file. */
function said(rules: readonly ConditionalRule[] = []): unknown {
  return rules.map(({ source: _, ...rest }) => rest);
}

describe('a workbook that we wrote comes back with', () => {
  it('its charts', async () => {
    const charts = [
      chartState({ id: 3 }),
      chartState({ id: 7, type: 'BAR', options: {} }),
      chartState({ id: 9, ranges: [{ sheetId: 2, row: 1, column: 1, rows: 2, columns: 2 }] }),
    ];
    expect((await reopened(document({ charts }))).sheets[0]?.charts).toEqual(charts);
  });

  it.each([rule('CUSTOM_FORMULA', '=AND($C2<>"",$C2<$B2)'), rule('TEXT_EQUAL_TO', '오"<류>')])(
    'the rule %j',
    async (one) => {
      const both = [one, rule('CUSTOM_FORMULA', '=7', '#e8f0fb')];
      expect(
        said((await reopened(document({ conditionalRules: both }))).sheets[0]?.conditionalRules),
      ).toEqual(both);
    },
  );

  it('the value of each bar, in letters that can be read on its colour', async () => {
    const options = { isStacked: true, colors: ['#1e6b47', '#c9d1d9'] };
    const bytes = await newWorkbook(document({ charts: [chartState({ id: 3, type: 'BAR', options })] }));
    const part = partsOf(bytes).find((path) => path.startsWith('xl/charts/chart')) ?? '';
    const labels = Array.from(partOf(bytes, part).matchAll(/<c:dLbls>.*?<\/c:dLbls>/g), ([text]) => text);
    expect(labels.map((text) => /srgbClr val="(\w+)"/.exec(text)?.[1])).toEqual(['FFFFFF', '1F2933']);
    expect(labels.every((text) => text.includes('<c:showVal val="1"/>'))).toBe(true);
  });

  it('the looks of its rules, also in a new file made from the one that it was read from', async () => {
    const both = [rule('TEXT_EQUAL_TO', '오류', '#e8f0fb'), rule('CUSTOM_FORMULA', '=$A2="오류"')];
    const read = await reopened(document({ conditionalRules: both }));
    expect(said((await reopened(read)).sheets[0]?.conditionalRules)).toEqual(both);
  });

  it.each([
    validation('VALUE_IN_LIST', ['절사', '반올림']),
    validation('VALUE_IN_LIST', ['12" 관로', '그 밖']),
    validation('VALUE_IN_LIST', ['설계, 착공', '"준공"', ' 기타']),
    { ...validation('VALUE_IN_LIST', ['설계, 착공']), showDropdown: false },
    validation('VALUE_IN_RANGE', ['분류!B2:B200']),
    validation('DATE_IS_VALID_DATE'),
    validation('DATE_BETWEEN', [44_562, 46_203]),
    validation('NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]),
    validation('NUMBER_BETWEEN', [2000, 2100]),
    validation('CUSTOM_FORMULA', ['=LEN(A2)<9']),
    { ...validation('VALUE_IN_LIST', ['가']), showDropdown: false, allowInvalid: false, helpText: '하나만' },
  ])('the validation %j', async (one) => {
    const validations = new Map([
      ['2,2', one],
      ['3,2', one],
      ['2,3', one],
      ['3,3', one],
      ['9,1', one],
    ]);
    expect((await reopened(document({ validations }))).sheets[0]?.validations).toEqual(validations);
  });

  it('relative links between its parts, which every reader understands', async () => {
    const bytes = await newWorkbook(
      document({ charts: [chartState({ id: 1 })], notes: new Map([['1,1', '메모']]) }),
    );
    const links = partsOf(bytes).filter((path) => path.endsWith('.rels'));
    const targets = links.flatMap((path) =>
      Array.from(partOf(bytes, path).matchAll(/ Target="([^"]*)"/g), ([, target]) => target),
    );
    expect(targets.toSorted()).toEqual([
      '../charts/chart1.xml',
      '../comments1.xml',
      '../drawings/drawing1.xml',
      '../drawings/vmlDrawing1.vml',
      'docProps/custom.xml',
      'styles.xml',
      'worksheets/sheet1.xml',
      'worksheets/sheet2.xml',
      'xl/workbook.xml',
    ]);
  });

  it('the protection of its sheets', async () => {
    const protection = { description: '결과 탭', warningOnly: true };
    const { sheets } = await reopened(document({ protection }));
    expect(sheets.map((sheet) => sheet.protection)).toEqual([protection, undefined]);
  });
});

/** The text of every part of a file. */
function textsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(partsOf(bytes).map((path) => [path, partOf(bytes, path)]));
}

/** A workbook by another program, with a chart, a rule and a validation of its own. */
function foreign(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '기록',
        rows: [
          ['분류', '횟수'],
          ['시장방문', 3],
        ],
        dataValidations: [{ type: 'list', values: ['시장방문', '간담회'], range: 'A2:A9' }],
        conditionalRules: [
          {
            type: 'cellIs',
            operator: 'greaterThan',
            formula: '2',
            range: 'B2:B9',
            priority: 1,
            style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } },
          },
          {
            type: 'colorScale',
            range: 'B2:B9',
            priority: 2,
            colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFFFFFFF', 'FFFF0000'] },
          },
        ],
        charts: [
          {
            type: 'pie',
            title: '분류별',
            series: [{ name: '횟수', values: '기록!$B$2:$B$9', categories: '기록!$A$2:$A$9' }],
            anchor: { from: { row: 5, col: 5 }, to: { row: 20, col: 12 } },
          },
        ],
      },
    ],
  });
}

describe('somebody else’s workbook', () => {
  it('shows a script its charts, rules and validations, as far as the model can express them', async () => {
    const sheet = firstSheet((await openWorkbook(await foreign(), '남의.xlsx')).document);
    expect(sheet.charts).toMatchObject([
      { type: null, options: { title: '분류별' }, position: { row: 6, column: 6 } },
    ]);
    expect(sheet.conditionalRules?.map(({ condition }) => condition)).toEqual([null, null]);
    expect(sheet.validations?.get('9,1')?.values).toEqual(['시장방문', '간담회']);
  });

  it.each<[string, (sheet: SheetState) => void, RegExp]>([
    [
      'a chart',
      (sheet) => sheet.charts?.push(chartState({ id: 50 })),
      /drawing1\.xml|drawing1\.xml\.rels|chart2\.xml|Content_Types|custom\.xml|_rels\/\.rels/,
    ],
    ['a rule', (sheet) => sheet.conditionalRules?.push(rule('TEXT_EQUAL_TO', '')), /sheet1\.xml|styles\.xml/],
    [
      'a validation',
      (sheet) => sheet.validations?.set('2,2', validation('NUMBER_EQUAL_TO', [1])),
      /sheet1\.xml/,
    ],
  ])('that gets %s of ours keeps every other part as it is', async (_, change, changed) => {
    const bytes = await foreign();
    const opened = await openWorkbook(bytes, '남의.xlsx');
    change(firstSheet(opened.document));
    const before = textsOf(bytes);
    const after = textsOf(await opened.save());
    const different = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(different.filter((path) => !changed.test(path))).toEqual([]);
    expect(different).not.toEqual([]);
  });

  it('keeps its own chart, rules and validation when ours are added and removed', async () => {
    const opened = await openWorkbook(await foreign(), '남의.xlsx');
    const sheet = firstSheet(opened.document);
    const mine = structuredClone({ charts: sheet.charts, rules: said(sheet.conditionalRules) });
    sheet.charts?.push(chartState({ id: 50 }));
    sheet.conditionalRules?.unshift(rule('TEXT_EQUAL_TO', ''));
    sheet.validations?.set('2,2', validation('NUMBER_EQUAL_TO', [1]));
    const second = await openWorkbook(await opened.save(), '남의.xlsx');
    const again = firstSheet(second.document);
    expect(again.charts?.map(({ id }) => id)).toEqual([mine.charts?.[0]?.id, 50]);
    expect(again.validations?.size).toBe(9);
    again.charts = again.charts?.filter(({ id }) => id !== 50) ?? [];
    again.conditionalRules = again.conditionalRules?.slice(1) ?? [];
    again.validations?.delete('2,2');
    const third = firstSheet((await openWorkbook(await second.save(), '남의.xlsx')).document);
    expect({ charts: third.charts, rules: said(third.conditionalRules) }).toEqual(mine);
    expect(third.validations?.size).toBe(8);
    expect(partsOf(await second.save()).filter((path) => /charts\/chart\d/.test(path))).toHaveLength(1);
  });

  it('draws our charts from the new name after its tab is renamed', async () => {
    const opened = await openWorkbook(
      await newWorkbook(document({ charts: [chartState({ id: 1 })] })),
      'a.xlsx',
    );
    renameSheet(opened.document, "요약 '표' 모음", '새 요약');
    const again = firstSheet((await openWorkbook(await opened.save(), 'a.xlsx')).document);
    expect(again.charts).toEqual([chartState({ id: 1 })]);
    expect(partOf(await opened.save(), 'xl/charts/chart1.xml')).toContain("'새 요약'!$B$2:$B$4");
  });

  it('is saved byte for byte if nobody changes it', async () => {
    const bytes = await foreign();
    expect(textsOf(await (await openWorkbook(bytes, 'a.xlsx')).save())).toEqual(textsOf(bytes));
  });
});

describe.skipIf(findLibreOffice() === null)('LibreOffice', () => {
  it('opens a workbook of ours, and keeps its chart, rules and validations when it saves it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-objects-'));
    try {
      const written = document({
        charts: [chartState({ id: 3 })],
        conditionalRules: [rule('CUSTOM_FORMULA', '=$C2<$B2'), rule('TEXT_EQUAL_TO', '오류')],
        validations: new Map([['2,1', validation('VALUE_IN_LIST', ['2022', '2023'])]]),
      });
      setCell(sheetNamed(written, '분류'), 1, 1, '종류');
      const file = join(folder, 'a.xlsx');
      writeFileSync(file, await newWorkbook(written));
      const [path = ''] = await convertWithLibreOffice(file, 'xlsx', join(folder, 'again'));
      const sheet = firstSheet((await openWorkbook(readFileSync(path), 'a.xlsx')).document);
      expect(sheet.charts).toMatchObject([
        { id: 3, type: 'COLUMN', headers: 1, options: { title: '누적 <실적>', isStacked: true } },
      ]);
      expect(sheet.conditionalRules?.map(({ look }) => look.background)).toEqual(['#fbe3e0', '#fbe3e0']);
      expect(sheet.validations?.get('2,1')?.values).toEqual(['2022', '2023']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
