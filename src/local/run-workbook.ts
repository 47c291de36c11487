/** Runs the real bundle on a workbook on this machine. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FillAnswer } from '../app/fill-sample.ts';
import type { RunResult } from '../app/result/run-result.ts';
import type { RunAnswer } from '../app/run/run-answer.ts';
import type { TraceAnswer } from '../app/trace/trace.ts';
import { INPUT_TAB_NAMES } from '../sheets/input/tabs.ts';
import { withCommas } from '../sheets/numbers.ts';
import { Failure } from './failure.ts';
import { markUnknownFormulas } from './host/cell-values.ts';
import {
  type CallCount,
  createDocument,
  createHost,
  type DocumentState,
  type Host,
  type HostOptions,
  recalculate,
} from './host/host.ts';
import { makeSampleBook } from './samples/book-sample.ts';
import { type Book, type EmptyBook, FIRST_SAMPLE, type Sample } from './samples/samples.ts';
import { cellsOf, lastCell, MOST_CELLS } from './workbook/capacity.ts';
import { copyOf } from './workbook/document.ts';
import { UnreadableWorkbook } from './xlsx/package/failures.ts';

const SAMPLE_NAME = '공약장부 예시';
const EMPTY_NAME = '새 공약장부';
const TIME_ZONE = 'Asia/Seoul';

/** A workbook with the bundle installed in it. */
export interface Workbench {
  readonly host: Host;
  readonly document: DocumentState;
  /** The current workbook as an xlsx file. */
  save(): Promise<Uint8Array>;
}

/** Host options that a caller may set besides the workbook and the bundle. */
export type HostChoices = Partial<Pick<HostOptions, 'now' | 'html' | 'answer' | 'onCall'>>;

export interface Recalculation {
  readonly result: RunResult;
  readonly calls: CallCount;
}

/** An answer of the bundle that did what was asked. */
type Done<Answer> = Exclude<Answer, Stopped>;
interface Stopped {
  readonly status: 'stopped';
  readonly messages: readonly string[];
}

/** The rows behind a cell of a result tab. */
export type Trace = Omit<Done<TraceAnswer>, 'status'>;

/**
 * Counts the service calls of one 전체 다시 계산 on a book whose result tabs exist: what an ordinary month costs.
 * Runs on a copy, so the workbook itself is not run again.
 */
export function preparedCalls({ document }: Workbench, code: string, asOf: string | null): CallCount {
  const host = createHost({ document: copyOf(document), code, now: () => new Date() });
  return recalculateWorkbook({ host }, asOf).calls;
}

/** Opens the workbook of a file or a sample, or a new one. */
export async function workbenchOf(
  book: Book | EmptyBook,
  code: string,
  choices: HostChoices = {},
): Promise<Workbench> {
  switch (book.kind) {
    case 'file':
      return fileWorkbench(book.path, code, choices);
    case 'sample':
      return sampleWorkbench(code, choices, book.sample);
    case 'empty':
      return benchOf(createDocument({ name: EMPTY_NAME, timeZone: TIME_ZONE }), code, choices);
  }
}

function benchOf(document: DocumentState, code: string, choices: HostChoices): Workbench {
  const host = createHost({ document, code, now: () => new Date(), ...choices });
  return { host, document, save: async () => (await files()).newWorkbook(document) };
}

/**
 * Loads the xlsx reader and writer on demand. It is a third of the local host, and a run of the sample that
 * writes no file does not need it.
 */
function files(): Promise<typeof import('./xlsx/index.ts')> {
  return import('./xlsx/index.ts');
}

/**
 * Makes the workbook of a sample. The first sample is an empty spreadsheet filled by the menu's own action.
 */
export function sampleWorkbench(
  code: string,
  choices: HostChoices = {},
  { typed }: Sample = FIRST_SAMPLE,
): Workbench {
  const document =
    typed === null
      ? createDocument({ name: SAMPLE_NAME, timeZone: TIME_ZONE })
      : makeSampleBook(typed, code, TIME_ZONE);
  const bench = benchOf(document, code, choices);
  if (typed === null) answerOf<Done<FillAnswer>>(bench, 'fillSampleData', []);
  return bench;
}

/**
 * Opens an xlsx file.
 * @throws {Failure} where the file cannot be read.
 */
export async function fileWorkbench(
  path: string,
  code: string,
  choices: HostChoices = {},
): Promise<Workbench> {
  const name = basename(path);
  const bytes = await bytesOf(path, name);
  const { openWorkbook } = await files();
  const { document, save } = await openWorkbook(bytes, name);
  refuseTooManyCells(document, name);
  recalculate(document);
  tellUnknownFormulas(document, name);
  const host = createHost({ document, code, now: () => new Date(), ...choices });
  return { host, document, save };
}

/** Refuses a workbook larger than Sheets can hold. A single stray cell far out is enough. */
function refuseTooManyCells(document: DocumentState, name: string): void {
  const cells = cellsOf(document);
  if (cells <= MOST_CELLS) return;
  const [largest] = document.sheets.toSorted((a, b) => cellsOf({ sheets: [b] }) - cellsOf({ sheets: [a] }));
  if (largest === undefined) return;
  throw new Failure(
    `'${name}' 파일의 ${largest.name} 탭이 ${lastCell(largest)} 칸까지 쓰여 있어 빈칸까지 모두 ${withCommas(cells)}칸입니다. 구글 시트에는 ${withCommas(MOST_CELLS)}칸까지 담을 수 있으니, 그 칸에 잘못 적힌 것이 있으면 그 행과 열을 지우고 다시 저장해 주세요.`,
  );
}

const INPUT_TABS: ReadonlySet<string> = new Set(Object.values(INPUT_TAB_NAMES));

/**
 * Lets formulas without a stored result show an error, and says in which cells of input tabs. Some programs
 * write such files. Formulas that are computed here have their results already.
 */
function tellUnknownFormulas({ sheets }: DocumentState, name: string): void {
  const cells = sheets.flatMap((sheet) => {
    const marked = markUnknownFormulas(sheet);
    return INPUT_TABS.has(sheet.name) ? marked.map((cell) => `${sheet.name}!${cell}`) : [];
  });
  const [first, ...others] = cells;
  if (first === undefined) return;
  const more = others.length > 0 ? ` 외 ${others.length}칸` : '';
  console.error(
    `'${name}' 파일의 ${first}${more}에는 수식의 결과가 저장되어 있지 않아 #N/A로 읽습니다. 결과가 필요하면 엑셀이나 LibreOffice에서 열어 저장한 뒤 다시 실행해 주세요.`,
  );
}

async function bytesOf(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UnreadableWorkbook('missing-file', name, { cause });
    }
    if (code === 'EISDIR') throw new Failure(`'${name}'은(는) 폴더입니다. xlsx 파일을 적어 주세요.`);
    throw new Failure(`'${name}' 파일을 열 수 없습니다(${code}). 파일의 권한을 확인해 주세요.`);
  }
}

/**
 * Runs 전체 다시 계산.
 * @param asOf `yyyy-mm-dd`; null: the workbook's own as-of date, or today
 */
export function recalculateWorkbook(
  workbench: Pick<Workbench, 'host'>,
  asOf: string | null,
  pledge: string | null = null,
): Recalculation {
  const given = asOf === null && pledge === null ? [] : [asOf];
  return runOf(workbench, 'recalculateAll', pledge === null ? given : [...given, pledge]);
}

/**
 * Writes 실적보고.
 * @param asOf `yyyy-mm-dd`
 * @param pledge number of a pledge in an office's book
 */
export function makeReport(
  workbench: Pick<Workbench, 'host'>,
  asOf: string,
  pledge: string | null = null,
): RunResult {
  return runOf(workbench, 'makeReport', pledge === null ? [asOf] : [asOf, pledge]).result;
}

/** Traces a cell of a result tab to its rows. */
export function traceCell(
  workbench: Pick<Workbench, 'host'>,
  tabName: string,
  cell: string,
  pledge: string | null = null,
): Trace {
  const given = pledge === null ? [tabName, cell] : [tabName, cell, pledge];
  const { status: _, ...trace } = answerOf<Done<TraceAnswer>>(workbench, 'traceCell', given).answer;
  return trace;
}

/** Runs a function of the bundle. Unlike in Sheets, a missing tab or heading is a {@link Failure} here. */
function runOf(
  workbench: Pick<Workbench, 'host'>,
  functionName: string,
  given: readonly (string | null)[],
): Recalculation {
  const { answer, calls } = answerOf<Done<RunAnswer>>(workbench, functionName, given);
  const left = [...answer.missing, ...answer.refused];
  if (left.length > 0) throw new Failure(left.join(' '));
  return { result: answer.result, calls };
}

/**
 * Calls a function of the bundle and returns its answer.
 * @throws {Failure} with the reasons that the bundle gives, where it did nothing.
 */
function answerOf<Answer extends { readonly status: 'done' }>(
  { host }: Pick<Workbench, 'host'>,
  functionName: string,
  given: readonly (string | null)[],
): { readonly answer: Answer; readonly calls: CallCount } {
  const { error, result, calls } = host.execute(functionName, given);
  if (error !== null) throw error;
  // The caller names the answer type of the function that it runs.
  const answer = result as Answer | Stopped;
  if (answer.status === 'stopped') throw new Failure(answer.messages.join(' '));
  return { answer, calls };
}
