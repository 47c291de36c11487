import { assert, asyncProperty, integer, nat } from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { newWorkbook, openWorkbook, UnreadableWorkbook } from '../../../src/local/xlsx/index.ts';
import { Parts } from '../../../src/local/xlsx/package/parts.ts';
import { documentState, sheetState } from './documents.ts';
import { handMadeWorkbook, packageOf, withPart } from './packages.ts';

const NOT_XLSX =
  "'가나.xlsx' 파일은 xlsx 형식의 통합 문서가 아니어서 읽을 수 없습니다. 엑셀이나 구글 시트에서 xlsx 형식으로 저장해 주세요.";
const PASSWORD = "'가나.xlsx' 파일에 암호가 걸려 있어 읽을 수 없습니다. 암호를 푼 뒤 다시 저장해 주세요.";
const DAMAGED =
  "'가나.xlsx' 파일이 손상되어 읽을 수 없습니다. 원본을 다시 받거나 엑셀에서 열어 새로 저장해 주세요.";

const EMPTY =
  "'가나.xlsx' 파일에 아무것도 들어 있지 않습니다(0바이트). 원본을 다시 받거나 다시 저장해 주세요.";
const NO_WORKSHEET =
  "'가나.xlsx' 파일에는 칸이 있는 시트가 없습니다. 차트 시트나 매크로 시트만 있으니, 자료를 적은 시트를 넣어 다시 저장해 주세요.";
const UNKNOWN_ENCODING =
  "'가나.xlsx' 파일이 알 수 없는 문자 인코딩으로 저장되어 읽을 수 없습니다. 엑셀이나 구글 시트에서 열어 xlsx 형식으로 다시 저장해 주세요.";
const TOO_LARGE =
  "'가나.xlsx' 파일이 너무 커서 읽을 수 없습니다. 멀리 떨어진 칸에 적힌 것이나 쓰지 않는 빈 행과 빈 열을 지우고 다시 저장해 주세요.";
const OWN_STATE =
  "'가나.xlsx' 파일에 공약장부가 적어 둔 설정(시간대, 탭의 표시)이 맞지 않아 읽을 수 없습니다. 구글 시트에서 xlsx 형식으로 다시 내려받아 주세요.";

const MESSAGES = {
  'not-xlsx': NOT_XLSX,
  'password-protected': PASSWORD,
  empty: EMPTY,
  'no-worksheet': NO_WORKSHEET,
  'unknown-encoding': UNKNOWN_ENCODING,
  'too-large': TOO_LARGE,
  'own-state': OWN_STATE,
  damaged: DAMAGED,
} as const;

const good = () =>
  newWorkbook(documentState([sheetState({ id: 0, name: '시트1', values: [['가'.repeat(500), 1, 2]] })]));

const text = (content: string) => new TextEncoder().encode(content);

const contentTypes = (type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/main.xml" ContentType="${type}"/></Types>`;

const rootLink =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="main.xml"/></Relationships>';

const officeFile = (main: string, type: string) =>
  packageOf({ '[Content_Types].xml': contentTypes(type), '_rels/.rels': rootLink, 'main.xml': main });

/** The header of Excel's format before 2007, without anything that indicates encryption. */
const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);

async function changed(change: (bytes: Uint8Array) => void): Promise<Uint8Array> {
  const bytes = Uint8Array.from(await good());
  change(bytes);
  return bytes;
}

const CASES: readonly (readonly [
  what: string,
  code: keyof typeof MESSAGES,
  bytes: () => Uint8Array | Promise<Uint8Array>,
])[] = [
  ['a csv file', 'not-xlsx', () => text('일자,분류\n2024-03-31,시장방문\n')],
  ['a text with a byte order mark', 'not-xlsx', () => text('\ufeff공약장부')],
  ['a picture', 'not-xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a workbook of Excel 97', 'not-xlsx', () => oldExcel],
  ['a zip archive of something else', 'not-xlsx', () => packageOf({ 'memo.txt': '메모' })],
  ['a zip archive without anything', 'not-xlsx', () => packageOf({})],
  [
    'a Word document',
    'not-xlsx',
    () =>
      officeFile(
        '<w:document xmlns:w="x"/>',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ),
  ],
  [
    'a binary workbook',
    'not-xlsx',
    () => officeFile('\u0083\u0001', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
  ],
  [
    'an OpenDocument spreadsheet',
    'not-xlsx',
    () => packageOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  ],
  [
    'an encrypted workbook',
    'password-protected',
    () =>
      writeXlsx({
        sheets: [{ name: '시트1', rows: [[1]] }],
        encryption: { password: '비밀', spinCount: 1000 },
      }),
  ],
  ['a file without a byte', 'empty', () => new Uint8Array()],
  ['the first half of a workbook', 'damaged', async () => (await good()).subarray(0, 900)],
  ['a workbook without its last byte', 'damaged', async () => (await good()).subarray(0, -1)],
  ['a workbook with a changed byte in it', 'damaged', () => changed((bytes) => bytes.fill(0xff, 120, 140))],
  [
    'a sheet that ends in the middle',
    'damaged',
    () => handMadeWorkbook({ sheets: { 시트1: '<sheetData><row r="1">' } }),
  ],
  [
    'a sheet whose tags cross',
    'damaged',
    () => handMadeWorkbook({ sheets: { 시트1: '<sheetData><row></sheetData></row>' } }),
  ],
  [
    'a sheet with a row that no sheet has',
    'damaged',
    () => handMadeWorkbook({ sheets: { 시트1: '<sheetData><row r="99999999"/></sheetData>' } }),
  ],
  [
    'a part whose bytes do not match their checksum',
    'damaged',
    () =>
      changed((bytes) => {
        const view = new DataView(bytes.buffer);
        const header = directoryOf(view);
        // Changes the checksum both in the directory and in front of the part, as the format requires.
        for (const place of [header + 16, view.getUint32(header + 42, true) + 14]) {
          view.setUint32(place, view.getUint32(place, true) ^ 1, true);
        }
      }),
  ],
  [
    'a sheet that leads nowhere',
    'damaged',
    () =>
      handMadeWorkbook({
        sheets: {},
        workbookRest: '',
        workbookProperties: '<sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets>',
      }),
  ],
  ['a workbook without a sheet', 'damaged', () => handMadeWorkbook({ sheets: {} })],
  ['a workbook of chart sheets only', 'no-worksheet', () => withoutWorksheets('chartsheet')],
  ['a workbook of macro sheets only', 'no-worksheet', () => withoutWorksheets('xlMacrosheet')],
  [
    'a workbook with nothing but a macro module, which has no part',
    'no-worksheet',
    () =>
      handMadeWorkbook({
        sheets: {},
        workbookProperties: '<sheets><sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>',
      }),
  ],
  ['a part in an encoding that nobody knows', 'unknown-encoding', () => declared('x-hangul-3')],
  ['a part that is not in the encoding that it declares', 'damaged', () => declared('UTF-8', [0xb0, 0xa1])],
  [
    'runs of text that stand in each other 20,000 deep',
    'damaged',
    () => {
      const runs = `${'<r>'.repeat(20_000)}<t>글</t>${'</r>'.repeat(20_000)}`;
      return handMadeWorkbook({
        sheets: {
          시트1: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is>${runs}</is></c></row></sheetData>`,
        },
      });
    },
  ],
  [
    'a small file that unpacks to 100 MB',
    'too-large',
    () =>
      handMadeWorkbook({
        sheets: { 시트1: `<sheetData>${'<row r="1"/>'.repeat(9_000_000)}</sheetData>` },
      }),
  ],
  [
    'more rows than a sheet has, none of them with an address',
    'too-large',
    () =>
      handMadeWorkbook({
        sheets: { 시트1: `<sheetData>${'<row/><row ht="3"/>'.repeat(600_000)}</sheetData>` },
      }),
  ],
  [
    'ten thousand rows that each reach to the last column',
    'too-large',
    () => {
      const rows = Array.from({ length: 10_000 }, (_, row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`);
      return handMadeWorkbook({ sheets: { 시트1: `<sheetData>${rows.join('')}</sheetData>` } });
    },
  ],
  [
    'a time zone that there is not',
    'own-state',
    () => newWorkbook(documentState([sheetState({ id: 0, name: '시트1' })], { timeZone: 'Mars/Olympus' })),
  ],
  [
    'a tab that says it is larger than any spreadsheet',
    'own-state',
    () =>
      newWorkbook(
        documentState([sheetState({ id: 0, name: '시트1', maxRows: 1_000_000_000, maxColumns: 1000 })]),
      ),
  ],
  [
    'a workbook whose entities multiply',
    'damaged',
    () =>
      officeFile(
        '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      ),
  ],
  [
    'a part that says it unpacks to less than it does',
    'damaged',
    () =>
      changed((bytes) => {
        const view = new DataView(bytes.buffer);
        view.setUint32(directoryOf(view) + 24, 10, true);
      }),
  ],
  [
    'a part that says it unpacks to gigabytes',
    'damaged',
    () =>
      changed((bytes) => {
        const view = new DataView(bytes.buffer);
        view.setUint32(directoryOf(view) + 24, 0xfffffff0, true);
      }),
  ],
  [
    'an archive with a password',
    'password-protected',
    () =>
      changed((bytes) => {
        const view = new DataView(bytes.buffer);
        view.setUint16(directoryOf(view) + 8, 1, true);
      }),
  ],
];

/** A workbook whose sheets are of a type that a document cannot hold, as other programs list them. */
function withoutWorksheets(type: string): Uint8Array {
  const parts = Parts.read(handMadeWorkbook({ sheets: { 차트: '' } }));
  const links = 'xl/_rels/workbook.xml.rels';
  parts.setText(links, parts.requiredText(links).replace('/worksheet"', `/${type}"`));
  return parts.bytes();
}

/** A workbook whose sheet declares this encoding and contains these bytes. */
function declared(encoding: string, bytes: readonly number[] = []): Uint8Array {
  const file = handMadeWorkbook({ sheets: { 시트1: '<sheetData/>' } });
  const sheet = `<?xml version="1.0" encoding="${encoding}"?><worksheet><sheetData/><!--`;
  return withPart(
    file,
    'xl/worksheets/sheet1.xml',
    Buffer.concat([Buffer.from(sheet), Buffer.from(bytes), Buffer.from('--></worksheet>')]),
  );
}

function directoryOf(view: DataView): number {
  return view.getUint32(view.byteLength - 6, true);
}

describe('a file that cannot be read', () => {
  it.each(CASES)('%s: %s', async (_, code, bytes) => {
    const failure = await openWorkbook(await bytes(), '가나.xlsx').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnreadableWorkbook);
    expect(failure).toMatchObject({ code, message: MESSAGES[code] });
  });

  it('fails with a sentence or is read, whatever is wrong with it', async () => {
    const bytes = await good();
    const isReadOrRefused = async (broken: Uint8Array) =>
      openWorkbook(broken, '가나.xlsx').then(
        () => true,
        (error: unknown) => error instanceof UnreadableWorkbook,
      );
    await assert(
      asyncProperty(nat(bytes.length - 1), integer({ min: 0, max: 255 }), async (position, byte) => {
        const changed = Uint8Array.from(bytes);
        changed[position] = byte;
        return (await isReadOrRefused(changed)) && (await isReadOrRefused(bytes.subarray(0, position)));
      }),
      { numRuns: 400 },
    );
  });

  it('gets a sentence too if it does not exist', () => {
    expect(new UnreadableWorkbook('missing-file', '가나.xlsx')).toMatchObject({
      code: 'missing-file',
      message: "'가나.xlsx' 파일을 찾을 수 없습니다. 파일 이름과 위치를 확인한 뒤 다시 실행해 주세요.",
    });
  });
});
