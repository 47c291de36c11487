/** Unusual or malicious files. Each is read and saved without visiting every cell of a huge rectangle. */
import { describe, expect, it } from 'vitest';
import { newWorkbook, openWorkbook } from '../../../src/local/xlsx/index.ts';
import { Parts } from '../../../src/local/xlsx/package/parts.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { documentState, firstSheet, reopened, setCell, sheetNamed, sheetState } from './documents.ts';
import { handMadeWorkbook, partOf, withPart } from './packages.ts';

const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
const cell = (name: string, value: number) => `<c r="${name}"><v>${value}</v></c>`;
const sheetWith = (...rows: readonly string[]) => ({ 시트1: `<sheetData>${rows.join('')}</sheetData>` });

describe('a stray cell far out', () => {
  /**
   * Formatted columns and rows, and a validation rule on every cell of the sheet: easily applied to each
   * single cell by mistake.
   */
  const everywhere = {
    시트1:
      '<cols><col min="1" max="16384" width="20" style="1"/></cols>' +
      `<sheetData>${row(1, cell('A1', 1))}<row r="2" s="1" customFormat="1"/>${row(1_048_576, cell('XFD1048576', 2))}</sheetData>` +
      '<dataValidations><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
  };
  const styles =
    '<fonts><font/><font><b/></font></fonts><cellXfs><xf/><xf fontId="1" applyFont="1"/></cellXfs>';

  it('is read, kept and saved as one cell', async () => {
    const opened = await openWorkbook(handMadeWorkbook({ sheets: everywhere, styles }), 'a.xlsx');
    const sheet = firstSheet(opened.document);
    expect(sheet.values[1_048_575]?.[16_383]).toBe(2);
    setCell(sheet, 3, 2, '글');
    // Takes a few seconds. Visiting each cell of the rectangle would take hours.
    const saved = await opened.save();
    const again = firstSheet((await openWorkbook(saved, 'a.xlsx')).document);
    expect([again.values[0]?.[0], again.values[2]?.[1], again.values[1_048_575]?.[16_383]]).toEqual([
      1,
      '글',
      2,
    ]);
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('sqref="A1:XFD1048576"');
  });

  it('costs in proportion to its rows, not to its rectangle', async () => {
    const cost = async (column: string) => {
      const sheets = sheetWith(row(1, cell('A1', 1)), row(100_000, cell(`${column}100000`, 2)));
      const opened = await openWorkbook(handMadeWorkbook({ sheets }), 'a.xlsx');
      setCell(firstSheet(opened.document), 3, 2, '글');
      let work: Promise<unknown> = Promise.resolve();
      const milliseconds = processorMilliseconds(() => {
        work = opened.save();
      });
      await work;
      return milliseconds;
    };
    await cost('B');
    expect(await cost('XFD')).toBeLessThan((await cost('B')) * 10 + 200);
  });

  it.each([
    { what: 'taken away', change: null },
    { what: 'changed', change: 3 },
  ])('is saved correctly when it is $what', async ({ change }) => {
    const sheets = sheetWith(row(1, cell('A1', 1)), row(200_000, cell('FOO200000', 2)));
    const opened = await openWorkbook(handMadeWorkbook({ sheets }), 'a.xlsx');
    setCell(firstSheet(opened.document), 200_000, 4461, change);
    const again = firstSheet((await openWorkbook(await opened.save(), 'a.xlsx')).document);
    expect(again.values[199_999]?.[4460] ?? null).toBe(change);
    expect(again.values[0]).toEqual([1]);
  });

  it('is also saved if it holds only a formula without a result', async () => {
    const formula = '<c r="FOO2000"><f>1+1</f></c>';
    const opened = await openWorkbook(
      handMadeWorkbook({ sheets: sheetWith(row(1, cell('A1', 1)), row(2000, formula)) }),
      'a.xlsx',
    );
    setCell(firstSheet(opened.document), 1, 1, 5);
    firstSheet(opened.document).formulas.set('2000,4461', '=2+2');
    const again = firstSheet((await openWorkbook(await opened.save(), 'a.xlsx')).document);
    expect(again.formulas).toEqual(new Map([['2000,4461', '=2+2']]));
  });
});

describe('a row that comes more than once', () => {
  const shared = (name: string, text: string) =>
    `<c r="${name}"><f t="shared" si="0">${text}</f><v>1</v></c>`;
  const cases = [
    {
      what: 'once for each of its cells',
      rows: [row(1, cell('A1', 1)), row(1, cell('B1', 2)), row(2, cell('A2', 3)), row(1, cell('D1', 4))],
      values: [[1, 2, null, 4], [3]],
    },
    {
      what: 'the later cells first',
      rows: [row(1, cell('C1', 3)), row(1, cell('A1', 1))],
      values: [[1, null, 3]],
    },
    {
      what: 'with one cell in both, of which the later counts',
      rows: [row(1, cell('A1', 1), cell('B1', 2)), row(1, cell('B1', 5))],
      values: [[1, 5]],
    },
    {
      what: 'with formulas that share a text',
      rows: [row(1, shared('A1', 'C1+1')), row(1, shared('B1', '')), row(1, cell('C1', 9))],
      values: [[1, 1, 9]],
    },
  ];

  it.each(cases)('$what is one row', async ({ rows, values }) => {
    const { document } = await openWorkbook(handMadeWorkbook({ sheets: sheetWith(...rows) }), 'a.xlsx');
    expect(firstSheet(document).values).toEqual(values);
  });

  it.each(cases)(
    '$what loses no cell when another is written, and no row is written twice',
    async ({ rows, values }) => {
      const opened = await openWorkbook(handMadeWorkbook({ sheets: sheetWith(...rows) }), 'a.xlsx');
      setCell(firstSheet(opened.document), 1, 5, '글');
      const saved = await opened.save();
      const [first = [], ...others] = values;
      const written = [...first, ...Array(4 - first.length).fill(null), '글'];
      expect(firstSheet((await openWorkbook(saved, 'a.xlsx')).document).values).toEqual([written, ...others]);
      const addresses = partOf(saved, 'xl/worksheets/sheet1.xml').match(/ r="[A-Z]*\d+"/g) ?? [];
      expect(new Set(addresses).size).toBe(addresses.length);
    },
  );
});

describe('a file whose parts are in another encoding', () => {
  const sheets = {
    시트1: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>소통기록 각</t></is></c></row></sheetData>',
  };
  const xml = (encoding: string, text: string) =>
    `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>${text.replace(/^<\?xml[^>]*>\s*/, '')}`;
  const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const ENCODINGS: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-16 with its mark', (text) => Buffer.from(`\ufeff${xml('UTF-16', text)}`, 'utf16le')],
    ['UTF-16 the other way round', (text) => bigEndian(`\ufeff${xml('UTF-16', text)}`)],
    ['UTF-16 without a mark', (text) => Buffer.from(xml('UTF-16LE', text), 'utf16le')],
    ['UTF-16 without a declaration', (text) => bigEndian(`\ufeff${text}`)],
    ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${xml('utf-8', text)}`)],
    ['UTF-8 that says it is UTF-16', (text) => Buffer.from(xml('UTF-16', text))],
    [
      'EUC-KR',
      (text) =>
        Buffer.from(
          xml('EUC-KR', text).replace(/[가-힣]/g, (letter) => EUC_KR[letter] ?? '?'),
          'latin1',
        ),
    ],
  ];
  /** The Hangul of the sheet in EUC-KR. Each character stands for one byte. */
  const EUC_KR: Readonly<Record<string, string>> = {
    소: '\xbc\xd2',
    통: '\xc5\xeb',
    기: '\xb1\xe2',
    록: '\xb7\xcf',
    각: '\xb0\xa2',
    시: '\xbd\xc3',
    트: '\xc6\xae',
  };

  it.each(ENCODINGS)('%s is decoded, and saved so that it can be read again', async (_, encoded) => {
    const plain = Parts.read(handMadeWorkbook({ sheets }));
    const file = plain
      .paths()
      .reduce((bytes, path) => withPart(bytes, path, encoded(plain.requiredText(path))), plain.bytes());
    const opened = await openWorkbook(file, 'a.xlsx');
    expect(sheetNamed(opened.document, '시트1').values).toEqual([['소통기록 각']]);
    setCell(firstSheet(opened.document), 2, 1, '나머지');
    const again = (await openWorkbook(await opened.save(), 'a.xlsx')).document;
    expect(sheetNamed(again, '시트1').values).toEqual([['소통기록 각'], ['나머지']]);
  });
});

describe('a workbook with old macros', () => {
  const module = '<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>';

  it('keeps a module without a part when tabs are added and removed', async () => {
    const parts = Parts.read(handMadeWorkbook({ sheets: { 시트1: '<sheetData/>', 시트2: '<sheetData/>' } }));
    const list = parts.requiredText('xl/workbook.xml').replace('</sheets>', `${module}</sheets>`);
    parts.setText('xl/workbook.xml', list);
    const opened = await openWorkbook(parts.bytes(), 'a.xlsm');
    expect(opened.document.sheets.map(({ name }) => name)).toEqual(['시트1', '시트2']);
    opened.document.sheets.splice(1, 1, sheetState({ id: 77, name: '새 탭', values: [[1]] }));
    const saved = await opened.save();
    expect(partOf(saved, 'xl/workbook.xml')).toMatch(
      /<sheet name="Module1" sheetId="9" state="veryHidden"[^>]*r:id=""\/>/,
    );
    expect((await openWorkbook(saved, 'a.xlsm')).document.sheets.map(({ name }) => name)).toEqual([
      '시트1',
      '새 탭',
    ]);
  });
});

describe('a large state of our own', () => {
  it('200,000 marks of a tab are read', async () => {
    const metadata = Array.from({ length: 200_000 }, (_, id) => ({
      id,
      key: 'k',
      value: 'v',
      visibility: 'DOCUMENT' as const,
    }));
    const again = await reopened(documentState([sheetState({ id: 0, name: '시트1', metadata })]));
    expect(firstSheet(again).metadata).toHaveLength(200_000);
  });
});

describe('a file that we write', () => {
  it('has relative links between its parts, all to existing parts', async () => {
    const sheet = sheetState({
      id: 0,
      name: '시트1',
      values: [['글', 1]],
      notes: new Map([['1,1', '메모']]),
      links: new Map([['1,1', 'https://example.invalid/']]),
    });
    const parts = Parts.read(await newWorkbook(documentState([sheet, sheetState({ id: 1, name: '시트2' })])));
    const lists = parts.paths().filter((path) => path.endsWith('.rels'));
    expect(lists.length).toBeGreaterThan(2);
    for (const list of lists) expect(parts.requiredText(list)).not.toMatch(/Target="\//);
    const owners = lists.map((list) => list.replace('_rels/', '').replace(/\.rels$/, ''));
    const inside = owners.flatMap((owner) => parts.relationships(owner)).filter(({ external }) => !external);
    expect(inside.filter(({ target }) => !parts.has(target))).toEqual([]);
  });
});
