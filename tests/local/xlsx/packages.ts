import AdmZip from 'adm-zip';
import { blankWorkbook } from '../../../src/local/xlsx/package/blank-workbook.ts';
import { Parts } from '../../../src/local/xlsx/package/parts.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface HandMadeWorkbook {
  /** The content of each `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly workbookProperties?: string;
  /** XML between the sheets and the end of the workbook part. */
  readonly workbookRest?: string;
  readonly strings?: string;
  /** The `state` attribute of sheets that have one. */
  readonly states?: Readonly<Record<string, string>>;
  readonly calculationChain?: string;
  readonly styles?: string;
}

/** A workbook with exactly these texts, to imitate other programs. */
export function handMadeWorkbook(made: HandMadeWorkbook): Uint8Array {
  const parts = blankWorkbook();
  const workbook = 'xl/workbook.xml';
  const sheets = Object.entries(made.sheets).map(([name, content], index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    parts.setText(path, `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`);
    parts.setContentType(path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml');
    const id = parts.addRelationship(workbook, 'worksheet', path);
    const state = made.states?.[name];
    return `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="${id}"/>`;
  });
  if (made.strings !== undefined) {
    parts.setText('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${made.strings}</sst>`);
    parts.addRelationship(workbook, 'sharedStrings', 'xl/sharedStrings.xml');
  }
  if (made.calculationChain !== undefined) {
    parts.setText('xl/calcChain.xml', `<calcChain xmlns="${MAIN}">${made.calculationChain}</calcChain>`);
    parts.addRelationship(workbook, 'calcChain', 'xl/calcChain.xml');
  }
  if (made.styles !== undefined) {
    parts.setText('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${made.styles}</styleSheet>`);
  }
  parts.setText(
    workbook,
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${made.workbookProperties ?? ''}` +
      `<sheets>${sheets.join('')}</sheets>${made.workbookRest ?? ''}</workbook>`,
  );
  return parts.bytes();
}

/** The text of a part of a file. */
export function partOf(bytes: Uint8Array, path: string): string {
  return Parts.read(bytes).requiredText(path);
}

/** The paths of the parts of a file. */
export function partsOf(bytes: Uint8Array): string[] {
  return Parts.read(bytes).paths().sort();
}

export function packageOf(texts: Readonly<Record<string, string>>): Uint8Array {
  return Parts.of(texts).bytes();
}

/** The file with one part replaced by these bytes. Needed for content that is not UTF-8. */
export function withPart(file: Uint8Array, path: string, bytes: Uint8Array): Uint8Array {
  const zip = new AdmZip(Buffer.from(file));
  zip.getEntry(path)?.setData(Buffer.from(bytes));
  return zip.toBuffer();
}

/** The bytes of a part as base64, so that pictures can be compared too. */
export function partBytes(file: Uint8Array, path: string): string {
  return new AdmZip(Buffer.from(file)).getEntry(path)?.getData().toString('base64') ?? '';
}
