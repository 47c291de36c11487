/** `npm run report`: writes the official sheet as of a date, as a workbook or a PDF. */
import { extname } from 'node:path';
import { leftOutText } from '../../sheets/output/results/row-account-line.ts';
import { OUTPUT_TABS } from '../../sheets/output/tabs.ts';
import { bundleScript } from '../build.ts';
import { Failure } from '../failure.ts';
import { findLibreOffice } from '../print/libreoffice.ts';
import { pdfOf } from '../print/report-pdf.ts';
import { isResultTab, REPORT_TAB, reportTab, setResultPages } from '../print/result-pages.ts';
import { makeReport, recalculateWorkbook, type Workbench, workbenchOf } from '../run-workbook.ts';
import type { Book } from '../samples/samples.ts';
import { copyOfSheet } from '../workbook/document.ts';
import { select } from '../workbook/selection.ts';
import { reportDateOf } from './report-date.ts';
import { refuseToOverwrite, savedText, saveFile } from './save-file.ts';

const OUT = 'out/report.xlsx';

export interface ReportOptions {
  readonly book: Book;
  /** `yyyy-mm-dd`; null: 기준일 of the settings, or else the last day of last month. */
  readonly asOf: string | null;
  /** Number of a pledge in an office's book; null: the book's one pledge, or the office's first. */
  readonly pledge: string | null;
  /** Prints every pledge of an office's book, 총괄 first. */
  readonly all: boolean;
  /** Path of the file to write; null: `out/report.xlsx`. */
  readonly out: string | null;
}

export async function report({ book, asOf, pledge, all, out: asked }: ReportOptions): Promise<void> {
  const out = asked ?? OUT;
  const format = formatOf(out);
  if (all && pledge !== null)
    throw new Failure('--pledge와 --all은 함께 쓸 수 없습니다. 하나만 적어 주세요.');
  if (all && format !== 'pdf') throw new Failure('--all은 PDF로 씁니다. --out office.pdf처럼 적어 주세요.');
  if (format === 'pdf') requireLibreOffice(findLibreOffice());
  await refuseToOverwrite(book, out);
  const { code } = await bundleScript();
  const workbench = await workbenchOf(book, code);
  const { date, why } = reportDateOf(workbench.document, asOf, new Date());
  console.log(`기준일 ${date} (${why})`);
  if (all) {
    const { bytes, pledges } = await officeFile(workbench, date, (line) => console.log(line));
    await saveFile(out, bytes);
    console.log(`${date} 기준 총괄과 공약 ${pledges}건의 ${REPORT_TAB}를 ${savedText(out)}`);
    return;
  }
  const { bytes, leftOut } = await reportFile(workbench, date, format, pledge);
  await saveFile(out, bytes);
  console.log(`${date} 기준 ${REPORT_TAB}를 ${savedText(out)}`);
  if (leftOut !== null) console.log(`${leftOut}이 있습니다. 점검 탭을 보세요.`);
}

type ReportFormat = 'xlsx' | 'pdf';

export interface ReportFile {
  readonly bytes: Uint8Array;
  /** Says which rows its figures leave out; null: none. */
  readonly leftOut: string | null;
}

/** Writes 실적보고. Returns the whole workbook, open at that tab, or that tab alone as PDF. */
export async function reportFile(
  workbench: Workbench,
  asOf: string,
  format: ReportFormat,
  pledge: string | null = null,
): Promise<ReportFile> {
  const { document } = workbench;
  const { rows, findings } = makeReport(workbench, asOf, pledge);
  const leftOut = leftOutText(rows, findings);
  const tab = reportTab(document);
  if (tab === undefined) {
    if (!document.sheets.some(({ name }) => name === REPORT_TAB)) {
      throw new Error(`the bundle wrote no ${REPORT_TAB}`);
    }
    throw new Failure(
      `이 통합 문서의 '${REPORT_TAB}' 탭은 공약장부가 만든 것이 아니어서 그대로 두었습니다. 그 탭의 이름을 바꾸고 다시 실행해 주세요.`,
    );
  }
  setResultPages(document);
  if (format === 'pdf') return { bytes: await pdfOf(document, [tab]), leftOut };
  select(document, tab, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
  return { bytes: await workbench.save(), leftOut };
}

/**
 * Prints 총괄 and the official sheet of every pledge. Each starts a new page and has its number as a bookmark.
 * @param tell receives a line of progress after each pledge
 */
export async function officeFile(
  workbench: Workbench,
  asOf: string,
  tell: (line: string) => void,
): Promise<{ readonly bytes: Uint8Array; readonly pledges: number }> {
  const { document } = workbench;
  const { pledges } = recalculateWorkbook(workbench, asOf).result;
  setResultPages(document);
  const overview = document.sheets.find((sheet) => sheet.name === OUTPUT_TABS.overview && isResultTab(sheet));
  const numbers = pledges.flatMap(({ number }) => number ?? []);
  if (overview === undefined) throw new Failure('공약목록 탭이 없는 장부입니다. --all 없이 실행해 주세요.');
  const sheets = [{ ...overview }];
  for (const [index, number] of numbers.entries()) {
    makeReport(workbench, asOf, number);
    setResultPages(document);
    const tab = reportTab(document);
    if (tab === undefined) throw new Error(`the bundle wrote no ${REPORT_TAB}`);
    sheets.push({ ...copyOfSheet(tab), id: -1 - index, name: sheetName(number, sheets) });
    tell(`${index + 1}/${numbers.length} ${number}`);
  }
  return { bytes: await pdfOf(document, sheets), pledges: numbers.length };
}

/** A sheet name made from the pledge number: without forbidden characters, and different from the others. */
function sheetName(number: string, others: readonly { readonly name: string }[]): string {
  const name = number.replace(/[[\]*?/\\:']/g, ' ').slice(0, 25);
  const isTaken = (wanted: string) => others.some((other) => other.name === wanted);
  let wanted = name;
  for (let next = 2; isTaken(wanted); next += 1) wanted = `${name} (${next})`;
  return wanted;
}

/** The format that a file name asks for. */
export function formatOf(out: string): ReportFormat {
  switch (extname(out).toLowerCase()) {
    case '.xlsx':
      return 'xlsx';
    case '.pdf':
      return 'pdf';
    default:
      throw new Failure(
        `'${out}'에는 쓸 수 없습니다. --out report.xlsx 나 --out report.pdf처럼 적어 주세요.`,
      );
  }
}

/** @param program path of LibreOffice; null: not found */
export function requireLibreOffice(program: string | null): void {
  if (program === null) {
    throw new Failure(
      'PDF는 LibreOffice로 만드는데 이 컴퓨터에서 찾을 수 없으니, LibreOffice를 설치하거나 --out report.xlsx처럼 적어 주세요.',
    );
  }
}
