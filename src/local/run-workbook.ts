/** Running the real bundle on a workbook on this machine. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FillAnswer } from '../app/fill-sample.ts';
import type { RunAnswer } from '../app/run/run.ts';
import type { RunResult } from '../app/run/run-result.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import type { ReportAnswer, Trace, TraceAnswer } from './answers.ts';
import { Failure } from './failure.ts';
import {
  type CallCount,
  createDocument,
  createHost,
  type DocumentState,
  type Host,
  type HostOptions,
} from './host/host.ts';
import { formatA1 } from './workbook/a1.ts';
import { UnreadableWorkbook } from './xlsx/package/failures.ts';

const SAMPLE_NAME = '공약장부 예시';
const TIME_ZONE = 'Asia/Seoul';

/** A workbook with the bundle installed in it. */
export interface Workbench {
  readonly host: Host;
  readonly document: DocumentState;
  /** The workbook as it now stands, as an xlsx file. */
  save(): Promise<Uint8Array>;
}

/** What a host is given besides the workbook and the bundle, where it is to be another than usual. */
export type HostChoices = Partial<Pick<HostOptions, 'now' | 'html' | 'answer' | 'onCall'>>;

export interface Recalculation {
  readonly result: RunResult;
  readonly calls: CallCount;
}

/**
 * Service calls of 전체 다시 계산 once the result tabs are there, which is what it costs month after month: counted on a copy, so
 * that the workbook has run once and not twice.
 */
export function preparedCalls({ document }: Workbench, code: string, asOf: string | null): CallCount {
  const host = createHost({ document: structuredClone(document), code, now: () => new Date() });
  return recalculated({ host }, asOf).calls;
}

/** A file's workbook, or the sample where no file is given. */
export async function workbenchOf(
  file: string | undefined,
  code: string,
  choices: HostChoices = {},
): Promise<Workbench> {
  return file === undefined ? sampleWorkbench(code, choices) : fileWorkbench(file, code, choices);
}

/** What reads and writes files. It is a third of the local host, and a run of the sample that writes no file has no use for it. */
function files(): Promise<typeof import('./xlsx/index.ts')> {
  return import('./xlsx/index.ts');
}

/** The sample: an empty spreadsheet, filled by the same action that the menu has for it. */
export function sampleWorkbench(code: string, choices: HostChoices = {}): Workbench {
  const document = createDocument({ name: SAMPLE_NAME, timeZone: TIME_ZONE });
  const host = createHost({ document, code, now: () => new Date(), ...choices });
  const { error, result } = host.execute('fillSampleData');
  if (error !== null) throw error;
  // The bundle that was just run is built from the function whose answer this type is.
  const answer = result as FillAnswer;
  if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
  return { host, document, save: async () => (await files()).newWorkbook(document) };
}

/** A workbook from an xlsx file. A file that cannot be read is a {@link Failure}. */
export async function fileWorkbench(
  path: string,
  code: string,
  choices: HostChoices = {},
): Promise<Workbench> {
  const name = basename(path);
  const bytes = await bytesOf(path, name);
  const { openWorkbook } = await files();
  const { document, save } = await openWorkbook(bytes, name);
  refuseUncomputedFormulas(document, name);
  const host = createHost({ document, code, now: () => new Date(), ...choices });
  return { host, document, save };
}

const INPUT_TABS: ReadonlySet<string> = new Set(Object.values(INPUT_TAB_NAMES));

/** Programs that only write files leave formulas without their results, and here nothing computes them. */
function refuseUncomputedFormulas({ sheets }: DocumentState, name: string): void {
  for (const sheet of sheets) {
    if (!INPUT_TABS.has(sheet.name)) continue;
    for (const [place, formula] of sheet.formulas) {
      const [row = 1, column = 1] = place.split(',').map(Number);
      if ((sheet.values[row - 1]?.[column - 1] ?? null) !== null || /^=HYPERLINK\(/i.test(formula)) continue;
      throw new Failure(
        `'${name}' 파일의 ${sheet.name} 탭 ${formatA1({ row, column, rows: 1, columns: 1 })} 칸에 수식의 결과가 저장되어 있지 않습니다. 엑셀이나 LibreOffice에서 열어 저장한 뒤 다시 실행해 주세요.`,
      );
    }
  }
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UnreadableWorkbook('missing-file', name, { cause });
    if (code === 'EISDIR') throw new Failure(`'${name}'은(는) 폴더입니다. xlsx 파일을 적어 주세요.`);
    throw new Failure(`'${name}' 파일을 열 수 없습니다(${code}). 파일의 권한을 확인해 주세요.`);
  }
}

/**
 * Runs 전체 다시 계산. Here, unlike in Sheets, a missing tab or heading stops the work.
 * @param asOf `yyyy-mm-dd`, or null for the workbook's own date, or today.
 */
export function recalculated({ host }: Pick<Workbench, 'host'>, asOf: string | null): Recalculation {
  const { error, result, calls } = host.execute('recalculateAll', asOf === null ? [] : [asOf]);
  if (error !== null) throw error;
  // The bundle that was just run is built from the function whose answer this type is.
  const answer = result as RunAnswer;
  if (answer.status === 'stopped') throw new Failure(answer.messages.join(' '));
  if (answer.missing.length > 0) throw new Failure(answer.missing.join(' '));
  return { result: answer.result, calls };
}

/** Writes 실적보고 as of a date, `yyyy-mm-dd`. Here too a missing tab or heading stops the work. */
export function makeReport({ host }: Pick<Workbench, 'host'>, asOf: string): void {
  const { error, result } = host.execute('makeReport', [asOf]);
  if (error !== null) throw error;
  // As above.
  const answer = result as ReportAnswer;
  if (answer.status === 'stopped') throw new Failure(answer.messages.join(' '));
  if (answer.missing !== undefined && answer.missing.length > 0) throw new Failure(answer.missing.join(' '));
}

/** The rows behind a cell of a result tab. */
export function traced({ host }: Pick<Workbench, 'host'>, tabName: string, cell: string): Trace {
  const { error, result } = host.execute('traceCell', [tabName, cell]);
  if (error !== null) throw error;
  // As above.
  const answer = result as TraceAnswer;
  if (answer.status === 'stopped') throw new Failure(answer.messages.join(' '));
  const { status: _, ...trace } = answer;
  return trace;
}
