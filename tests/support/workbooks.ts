/** Makes spreadsheets from text that looks like them: `{ 소통기록: '일자 | 분류\n2024. 3. 5. | 시장방문' }`. */
import { serialOf } from '../../src/domain/date.ts';
import { createDocument, type DocumentOptions, type DocumentState } from '../../src/local/host/host.ts';
import type { CellContent, CellStyle, SheetState } from '../../src/local/workbook/document.ts';
import { day } from './day.ts';

export { day } from './day.ts';

export type Tabs = Readonly<Record<string, string>>;

/** The least that a pledge needs: every required tab with every required heading, and a few rows. */
export const LEDGER = {
  공약: `
    항목 | 값
    공약번호 | 1-6
    공약명 | 소통
    시작연도 | 2022
    종료연도 | 2026
    최종목표 | 200
    기준일 | 2024. 3. 31.`,
  연차목표: `
    연도 | 누적목표
    2022 | 20
    2024 | 90
    2026 | 200`,
  소통기록: `
    일자 | 분류 | 내용 | 횟수 | 참석인원
    2022. 9. 1. | 시장방문 | 첫 방문 | 2 | 40
    2023. 4. 5. | 구청장 차담회 | | 3 |
    2024. 3. 5. | 시장방문 | | |`,
  건의사항: `
    접수번호 | 접수일 | 출처 | 동 | 소관부서 | 처리상황 | 처리일 | 건수
    1 | 2023. 2. 1. | 동 연두방문 | 송도1동 | 교통과 | 완료 | 2023. 3. 1. | 2
    2 | 2024. 1. 9. | 동 연두방문 | 선학동 | 공원과 | 추진중 | |`,
  예산계획: `
    연도 | 재원 | 금액(백만원)
    2023 | 구 | 6
    2024 | 시 | 4`,
  예산집행: `
    집행일 | 재원 | 금액(원)
    2023. 5. 1. | 구 | 3900000`,
} as const;

/** A spreadsheet with the tabs of {@link LEDGER}, where tabs can be replaced, added or (null) left out. */
export function ledger(
  changes: Readonly<Record<string, string | null>> = {},
  options: DocumentOptions = {},
): DocumentState {
  const tabs = Object.entries({ ...LEDGER, ...changes });
  return workbook(
    Object.fromEntries(tabs.flatMap(([name, text]) => (text === null ? [] : [[name, text]]))),
    options,
  );
}

/** The tab's text with one heading replaced by an unknown one. */
export function withoutHeading(tab: string, heading: string): string {
  const [headings = '', ...rows] = linesOf(tab);
  const kept = cellsOf(headings).map((cell) => (cell === heading ? '딴것' : cell));
  return [kept.join(' | '), ...rows].join('\n');
}

export function workbook(tabs: Tabs, options: DocumentOptions = {}): DocumentState {
  const document = createDocument({ ...options, sheets: Object.keys(tabs) });
  for (const sheet of document.sheets) fill(sheet, tabs[sheet.name] ?? '');
  return document;
}

export function sheetNamed(document: DocumentState, name: string): SheetState {
  const sheet = document.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`there is no tab ${name}`);
  return sheet;
}

export function hasSheet(document: DocumentState, name: string): boolean {
  return document.sheets.some((sheet) => sheet.name === name);
}

/** Replaces the rows of a tab. */
export function refill(document: DocumentState, name: string, text: string): void {
  const sheet = sheetNamed(document, name);
  Object.assign(sheet, { values: [], styles: [], formulas: new Map() });
  fill(sheet, text);
}

function fill(sheet: SheetState, text: string): void {
  const lines = linesOf(text);
  sheet.maxRows = Math.max(sheet.maxRows, lines.length);
  lines.forEach((line, row) => {
    const cells = cellsOf(line).map(cellOf);
    sheet.maxColumns = Math.max(sheet.maxColumns, cells.length);
    sheet.values.push(cells.map(({ content }) => content));
    sheet.styles.push(cells.map(({ style }) => style));
    cells.forEach(({ formula }, column) => {
      if (formula !== undefined) sheet.formulas.set(`${row + 1},${column + 1}`, formula);
    });
  });
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}

interface Cell {
  readonly content: CellContent;
  readonly style?: CellStyle;
  readonly formula?: string;
}

/**
 * Parses a cell. `12` is a number, `[2024-03-05]` a date, `[2024-03-05 23:30]` a date and time, `[#3000000]`
 * the date with that serial number, `=SUM(A1:A2) → 3` a formula with its result. Anything else is text, even
 * `007`, `=1+1` and `TRUE`.
 */
function cellOf(text: string): Cell {
  if (text === '') return { content: null };
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { content: Number(text) };
  const formula = /^(=.*) → (.*)$/.exec(text);
  if (formula !== null) return { ...cellOf(formula[2] ?? ''), formula: formula[1] ?? '' };
  const days = /^\[#(-?\d+)\]$/.exec(text);
  if (days !== null) return { content: Number(days[1]), style: { numberFormat: 'yyyy. m. d' } };
  const date = /^\[(\S+?)(?: (\d\d):(\d\d))?\]$/.exec(text);
  if (date === null) return { content: text };
  const serial = serialOf(day(date[1] ?? ''));
  if (date[2] === undefined) return { content: serial, style: { numberFormat: 'yyyy. m. d' } };
  const minutes = Number(date[2]) * 60 + Number(date[3]);
  return { content: serial + minutes / (24 * 60), style: { numberFormat: 'yyyy. m. d hh:mm' } };
}
