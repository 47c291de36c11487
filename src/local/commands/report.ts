/** `npm run report`: the official sheet as of a date, as a workbook or on paper. */
import { extname } from 'node:path';
import { isoDateFromSerial, lastDayOfPreviousMonth } from '../../domain/date.ts';
import { leftOutText } from '../../sheets/output/results/row-account-line.ts';
import { bundleScript } from '../build.ts';
import { Failure } from '../failure.ts';
import type { DocumentState } from '../host/host.ts';
import { findLibreOffice } from '../print/libreoffice.ts';
import { pdfOf } from '../print/report-pdf.ts';
import { REPORT_TAB, reportTab, setResultPages } from '../print/result-pages.ts';
import { makeReport, type Workbench, workbenchOf } from '../run-workbook.ts';
import type { Book } from '../samples/samples.ts';
import { select } from '../workbook/selection.ts';
import { zoneNamed } from '../workbook/zone.ts';
import { savedText, saveFile } from './save-file.ts';

const OUT = 'out/report.xlsx';

export interface ReportOptions {
  readonly book: Book;
  /** `yyyy-mm-dd`, or null for the end of last month. */
  readonly asOf: string | null;
  /** null: `out/report.xlsx`. */
  readonly out: string | null;
}

export async function report({ book, asOf, out: asked }: ReportOptions): Promise<void> {
  const out = asked ?? OUT;
  const format = formatOf(out);
  if (format === 'pdf') requireLibreOffice(findLibreOffice());
  const { code } = await bundleScript();
  const workbench = await workbenchOf(book, code);
  const date = asOf ?? endOfLastMonth(workbench.document, new Date());
  const { bytes, leftOut } = await reportFile(workbench, date, format);
  await saveFile(out, bytes);
  console.log(`${date} 기준 ${REPORT_TAB}를 ${savedText(out)}`);
  if (leftOut !== null) console.log(`${leftOut}이 있습니다. 점검 탭을 보세요.`);
}

type ReportFormat = 'xlsx' | 'pdf';

export interface ReportFile {
  readonly bytes: Uint8Array;
  /** What is not in its figures, in words; null: nothing. */
  readonly leftOut: string | null;
}

/** Writes 실적보고, and gives the whole workbook, open at that tab, or the tab alone as PDF. */
export async function reportFile(
  workbench: Workbench,
  asOf: string,
  format: ReportFormat,
): Promise<ReportFile> {
  const { document } = workbench;
  const { rows, findings } = makeReport(workbench, asOf);
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
  if (format === 'pdf') return { bytes: await pdfOf(document, tab), leftOut };
  select(document, tab, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
  return { bytes: await workbench.save(), leftOut };
}

/** The format that the name of a file asks for. */
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

/** @param program where LibreOffice was found. */
export function requireLibreOffice(program: string | null): void {
  if (program === null) {
    throw new Failure(
      'PDF는 LibreOffice로 만드는데 이 컴퓨터에서 찾을 수 없으니, LibreOffice를 설치하거나 --out report.xlsx처럼 적어 주세요.',
    );
  }
}

/** The last day of the month before the one it is where the spreadsheet is at home. */
export function endOfLastMonth({ timeZone }: DocumentState, now: Date): string {
  const today = isoDateFromSerial(zoneNamed(timeZone).serialOf(now.getTime()));
  if (today === null) throw new Error(`no date can be told for ${now.getTime()}`);
  return lastDayOfPreviousMonth(today);
}
