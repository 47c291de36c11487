/** `npm run recalc`: the main job for scripts, and the rows behind one of its figures. */
import { bundleScript } from '../build.ts';
import { Failure } from '../failure.ts';
import { setResultPages } from '../print/result-pages.ts';
import { preparedCalls, recalculated, traced, workbenchOf } from '../run-workbook.ts';
import { parseA1 } from '../workbook/a1.ts';
import { resultJson } from './result-json.ts';
import { saveFile } from './save-file.ts';
import { summaryText } from './summary-text.ts';
import { traceText } from './trace-text.ts';

export interface RecalcOptions {
  readonly file: string | undefined;
  /** `yyyy-mm-dd`, or null for the workbook's own date, or today. */
  readonly asOf: string | null;
  readonly out: string | undefined;
  readonly json: boolean;
  /** A cell of a result tab: `소통누적!C5`. Then its rows are printed and not the summary. */
  readonly trace: string | undefined;
}

export async function recalc({ file, asOf, out, json, trace }: RecalcOptions): Promise<void> {
  const place = trace === undefined ? null : placeIn(trace);
  const { code } = await bundleScript();
  const workbench = await workbenchOf(file, code);
  const { result } = recalculated(workbench, asOf);
  const found = place === null ? null : traced(workbench, place.tab, place.cell);
  if (out !== undefined) {
    setResultPages(workbench.document);
    await saveFile(out, await workbench.save());
  }
  if (found !== null) console.log(json ? jsonText(found) : traceText(found));
  else if (json) console.log(jsonText(resultJson(result, workbench.document)));
  else console.log(summaryText(result, workbench.document, preparedCalls(workbench, code, asOf)));
  if (out !== undefined && !json) console.log(`\n${out} 파일에 썼습니다.`);
}

/** `소통누적!C5` in its two halves. */
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
