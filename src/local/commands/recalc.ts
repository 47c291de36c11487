/** `npm run recalc`: recalculates for scripts, and traces a figure to its rows. */
import { extname } from 'node:path';
import { bundleScript } from '../build.ts';
import { Failure } from '../failure.ts';
import { preparedCalls, recalculateWorkbook, traceCell, workbenchOf } from '../run-workbook.ts';
import type { Book } from '../samples/samples.ts';
import { parseA1 } from '../workbook/a1.ts';
import { resultJson } from './result-json.ts';
import { refuseToOverwrite, savedText, saveWorkbook } from './save-file.ts';
import { summaryText } from './summary-text.ts';
import { traceText } from './trace-text.ts';

export interface RecalcOptions {
  readonly book: Book;
  /** `yyyy-mm-dd`; null: the workbook's own as-of date, or today. */
  readonly asOf: string | null;
  /** Number of a pledge in an office's book; null: none in particular. */
  readonly pledge: string | null;
  /** Path of the xlsx file to write; null: none. */
  readonly out: string | null;
  /** Prints the result tabs too. */
  readonly all: boolean;
  readonly json: boolean;
  /** A cell of a result tab, such as `소통누적!C5`. Its rows are printed instead of the summary. */
  readonly trace: string | null;
}

export async function recalc(options: RecalcOptions): Promise<void> {
  const { book, out } = options;
  if (out !== null) refuseOtherFormat(book, out);
  return recalcWith(bundleScript, options, 'npm run recalc -- [IN.xlsx] --all');
}

/**
 * @param build builds the script that is run
 * @param command command line that prints the result tabs too; the summary names it
 */
export async function recalcWith(
  build: () => Promise<{ readonly code: string }>,
  { book, asOf, pledge, out, all, json, trace }: RecalcOptions,
  command: string,
): Promise<void> {
  const place = trace === null ? null : placeIn(trace);
  if (out !== null) await refuseToOverwrite(book, out);
  const { code } = await build();
  const workbench = await workbenchOf(book, code);
  const { document } = workbench;
  const { result } = recalculateWorkbook(workbench, asOf, pledge);
  const found = place === null ? null : traceCell(workbench, place.tab, place.cell, pledge);
  if (out !== null) await saveWorkbook(out, workbench);
  if (found !== null) console.log(json ? jsonText(found) : traceText(found));
  else if (json) console.log(jsonText(resultJson(result, document, pledge)));
  else {
    const whole = all ? { document, calls: preparedCalls(workbench, code, asOf) } : null;
    console.log(summaryText(result, whole, command));
  }
  if (out !== null && !json) console.log(savedText(out));
}

/** Refuses a name that promises another format than the one that is written. */
function refuseOtherFormat(book: Book, out: string): void {
  const formats = ['.xlsx', ...(book.kind === 'file' ? [extname(book.path).toLowerCase()] : [])];
  if (formats.includes(extname(out).toLowerCase())) return;
  throw new Failure(`'${out}'에는 쓸 수 없습니다. --out OUT.xlsx처럼 적어 주세요.`);
}

/**
 * Splits `소통누적!C5` into tab and cell.
 * @throws {Failure} where the text names no single cell of a tab.
 */
export function placeIn(trace: string): { readonly tab: string; readonly cell: string } {
  const reference = parseA1(trace);
  const isCell = reference?.row === reference?.endRow && reference?.column === reference?.endColumn;
  if (reference === null || reference.sheet === null || !isCell) {
    throw new Failure(`'${trace}'은(는) 결과 탭의 칸이 아닙니다. --trace '소통누적!C5'처럼 적어 주세요.`);
  }
  return {
    tab: reference.sheet,
    cell: trace
      .slice(trace.lastIndexOf('!') + 1)
      .replaceAll('$', '')
      .trim()
      .toUpperCase(),
  };
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
