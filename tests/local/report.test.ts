import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatOf, officeFile, reportFile, requireLibreOffice } from '../../src/local/commands/report.ts';
import { endOfLastMonth, reportDateOf } from '../../src/local/commands/report-date.ts';
import { Failure } from '../../src/local/failure.ts';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { findLibreOffice } from '../../src/local/print/libreoffice.ts';
import { setResultPages } from '../../src/local/print/result-pages.ts';
import { openWorkbook } from '../../src/local/xlsx/index.ts';
import { FUNCTIONS } from '../support/bundle.ts';
import {
  displayed,
  facilityDocument,
  hostOf,
  officeDocument,
  recalculated,
  sampleDocument,
} from '../support/running.ts';
import { sheetNamed, workbook } from '../support/workbooks.ts';
import { OWN_MARK, stubbed } from './stub-bundle.ts';

/** Writes a report of 20 columns and a second tab. Both are marked as ours. */
const WRITER = `function makeReport(asOf) {
  const book = SpreadsheetApp.getActive();
  for (const name of ['실적보고', '요약']) {
    const sheet = book.insertSheet(name).addDeveloperMetadata('${OWN_MARK}', '');
    sheet.getRange(1, 1, 30, 20).setValue(name + ' ' + asOf);
    sheet.setFrozenRows(2);
  }
  return { status: 'done', missing: [], refused: [], result: { rows: {}, findings: [] } };
}`;

const answering = (answer: object) => `function makeReport() { return ${JSON.stringify(answer)} }`;

async function reopened(bytes: Uint8Array): Promise<DocumentState> {
  return (await openWorkbook(bytes, 'report.xlsx')).document;
}

/** Font sizes in a PDF, in points, one for each time that a font is chosen. */
function letterSizes(pdf: Buffer): readonly number[] {
  const streams = pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...streams].flatMap(([, stream = '']) => {
    const text = inflated(Buffer.from(stream, 'latin1'));
    return [...text.matchAll(/ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
  });
}

/** The text of a compressed stream; empty if the stream is not compressed. */
function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

describe('a report as a workbook', () => {
  it('is the whole workbook, opened at 실적보고, ready to print', async () => {
    const document = await reopened((await reportFile(stubbed(WRITER), '2024-03-31', 'xlsx')).bytes);
    expect(document.sheets.map(({ name }) => name)).toEqual(['공약', '실적보고', '요약']);
    const [input, report, summary] = document.sheets;
    expect(document).toMatchObject({ activeSheetId: report?.id, selection: 'A1' });
    expect(report?.values[0]?.[0]).toBe('실적보고 2024-03-31');
    expect(input?.page).toBeUndefined();
    expect(report?.page).toMatchObject({ paper: 'A4', orientation: 'portrait', fitToWidth: true });
    expect(report?.page).not.toHaveProperty('printTitleRows');
    expect(summary?.page).toMatchObject({ orientation: 'portrait', fitToWidth: true });
  });

  it.each([
    [
      'what stopped it',
      answering({ status: 'stopped', messages: ['날짜가 아닙니다.', '고쳐 주세요.'] }),
      '날짜가 아닙니다. 고쳐 주세요.',
    ],
    [
      'what is missing',
      answering({ status: 'done', missing: ["'소통기록' 탭이 없습니다."], refused: [] }),
      "'소통기록' 탭이 없습니다.",
    ],
    [
      'that the tab is somebody else’s',
      `function makeReport() { SpreadsheetApp.getActive().insertSheet('실적보고'); return { status: 'done', missing: [], refused: [], result: { rows: {}, findings: [] } } }`,
      "이 통합 문서의 '실적보고' 탭은 공약장부가 만든 것이 아니어서 그대로 두었습니다. 그 탭의 이름을 바꾸고 다시 실행해 주세요.",
    ],
  ])('says %s', async (_, code, message) => {
    await expect(reportFile(stubbed(code), '2024-03-31', 'xlsx')).rejects.toEqual(new Failure(message));
  });

  it('does not hide an exception of the bundle', async () => {
    const code = `function makeReport() { throw new Error('우리 잘못') }`;
    await expect(reportFile(stubbed(code), '2024-03-31', 'xlsx')).rejects.not.toBeInstanceOf(Failure);
  });
});

describe('a report on paper', () => {
  it('is 실적보고 alone, one page wide', async ({ skip }) => {
    if (findLibreOffice() === null) {
      if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
      skip('LibreOffice is not installed here');
    }
    const { bytes: pdf } = await reportFile(stubbed(WRITER), '2024-03-31', 'pdf');
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(text).toMatch(/\/MediaBox\s*\[0 0 595\.\d+ 841\.\d+\]/);
  });

  it.each([
    ['1-6', sampleDocument, '2024-03-31'],
    ['the facility', facilityDocument, '2026-03-31'],
  ] as const)('has letters of 10 points or more: the sample %s', async (_, documentOf, asOf) => {
    if (findLibreOffice() === null) {
      if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
      return;
    }
    const document = documentOf();
    const workbench = { ...stubbed(''), host: hostOf(document), document };
    const { bytes } = await reportFile(workbench, asOf, 'pdf');
    const sizes = letterSizes(Buffer.from(bytes));
    expect(sizes.length).toBeGreaterThan(300);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });

  it('is 총괄 of an office and then each pledge, with a bookmark by its number', async () => {
    if (findLibreOffice() === null) {
      if (process.env.CI) expect.fail('LibreOffice is missing: install libreoffice-calc');
      return;
    }
    const document = officeDocument();
    // Two pledges are enough.
    sheetNamed(document, '공약목록').values.splice(3);
    const told: string[] = [];
    const workbench = { ...stubbed(''), host: hostOf(document), document };
    const { bytes, pledges } = await officeFile(workbench, '2025-12-31', (line) => told.push(line));
    expect(pledges).toBe(2);
    expect(told).toEqual(['1/2 1-1', '2/2 1-2']);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/\/Title\s*</g)?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('breaks 총괄 into pages by its parts: the list starts one, and its headings repeat on each later one', () => {
    const document = officeDocument();
    recalculated(document, '2025-12-31');
    setResultPages(document);
    const { page, values } = sheetNamed(document, '총괄');
    const list = values.findIndex(([first]) => first === '공약별 (금액 백만원)') + 1;
    const departments = values.findIndex(([first]) => first === '부서별 이행구분 (공약 수)') + 1;
    expect(page).toMatchObject({
      orientation: 'landscape',
      header: '총괄 · 기준일 2025. 12. 31.',
      fitToWidth: true,
      breaksAfter: [departments - 1, list - 1],
      printTitleRows: { first: list + 1, last: list + 1 },
    });
    expect(values[list]?.slice(0, 3)).toEqual(['공약', '분야', '담당부서']);
  });

  it('has a link at the top of 총괄 to its list, and the name of a pledge as it was typed in each of its rows', () => {
    const document = officeDocument();
    const list = sheetNamed(document, '공약목록');
    const name = list.values[0]?.indexOf('공약명') ?? -1;
    list.values[1]?.splice(name, 1, '"돌봄" 쉼터","=1+1');
    recalculated(document, '2025-12-31');
    const { id, values, formulas } = sheetNamed(document, '총괄');
    const title = values.findIndex(([first]) => first === '공약별 (금액 백만원)') + 1;
    expect(formulas.get('3,1')).toBe(`=HYPERLINK("#gid=${id}&range=A${title}","공약별 목록으로 ↓")`);
    expect(values[title + 1]?.[0]).toBe('1-1 "돌봄" 쉼터","=1+1');
  });

  it('has one number of decimal places in each column of amounts of 총괄', () => {
    const document = officeDocument();
    sheetNamed(document, '예산집행').values[2]?.splice(4, 1, 1_234_567);
    recalculated(document, '2025-12-31');
    const { values } = sheetNamed(document, '총괄');
    const shown = displayed(document, '총괄');
    const starts = values.flatMap((row, index) => (row.includes('집행액') ? [index] : []));
    expect(starts).toHaveLength(3);
    for (const start of starts) {
      const column = values[start]?.indexOf('집행액') ?? 0;
      const end = values.findIndex(
        (row, index) => index > start && (row[0] ?? '') === '' && (row[1] ?? '') === '',
      );
      const texts = shown.slice(start + 1, end < 0 ? undefined : end).map((row) => row[column] ?? '');
      const places = texts.flatMap((text) =>
        /\d/.test(text) ? [/\.(\d+)$/.exec(text)?.[1]?.length ?? 0] : [],
      );
      expect(new Set(places).size, texts.join(' ')).toBe(1);
      expect(places.length).toBeGreaterThan(1);
    }
  });

  it('of all pledges is for an office alone', async () => {
    const document = sampleDocument();
    const workbench = { ...stubbed(''), host: hostOf(document), document };
    await expect(officeFile(workbench, '2024-03-31', () => undefined)).rejects.toEqual(
      new Failure('공약목록 탭이 없는 장부입니다. --all 없이 실행해 주세요.'),
    );
  });

  it('needs LibreOffice, and says so in one sentence', () => {
    expect(() => requireLibreOffice(null)).toThrow(
      new Failure(
        'PDF는 LibreOffice로 만드는데 이 컴퓨터에서 찾을 수 없으니, LibreOffice를 설치하거나 --out report.xlsx처럼 적어 주세요.',
      ),
    );
    expect(() => requireLibreOffice('/usr/bin/soffice')).not.toThrow();
  });
});

describe('what was typed', () => {
  it.each([
    ['report.xlsx', 'xlsx'],
    ['out/3월.PDF', 'pdf'],
  ])('%s is %s', (out, format) => {
    expect(formatOf(out)).toBe(format);
  });

  it.each(['report', 'report.doc', 'report.xls', 'pdf'])('%s has no known format', (out) => {
    expect(() => formatOf(out)).toThrow(
      new Failure(`'${out}'에는 쓸 수 없습니다. --out report.xlsx 나 --out report.pdf처럼 적어 주세요.`),
    );
  });

  it.each([
    ['2024-04-02T01:00:00Z', 'Asia/Seoul', '2024-03-31'],
    // Already April in Seoul, still March in New York.
    ['2024-03-31T16:00:00Z', 'Asia/Seoul', '2024-03-31'],
    ['2024-03-31T16:00:00Z', 'America/New_York', '2024-02-29'],
    ['2024-01-15T00:00:00Z', 'Asia/Seoul', '2023-12-31'],
  ])('without a date at %s in %s it is %s', (now, timeZone, date) => {
    expect(endOfLastMonth(createDocument({ timeZone }), new Date(now))).toBe(date);
  });
});

describe('the date of a report', () => {
  const NOW = new Date('2024-04-02T01:00:00Z');
  const settings = (asOf: string) => workbook({ 공약: `항목 | 값\n공약번호 | 1-6\n${asOf}` });

  it.each([
    [
      'that was asked for',
      settings('기준일 | [2024-02-29]'),
      '2023-12-31',
      '2023-12-31',
      '--as-of에 적은 날',
    ],
    ['of the settings', settings('기준일 | [2024-02-29]'), null, '2024-02-29', '공약 탭의 기준일'],
    ['of the settings, as text', settings('기준일 | 2024. 2. 29.'), null, '2024-02-29', '공약 탭의 기준일'],
    ['of no setting', settings('기준일 |'), null, '2024-03-31', '공약 탭에 기준일이 없어 지난달 말일'],
    ['of no tab', workbook({}), null, '2024-03-31', '공약 탭에 기준일이 없어 지난달 말일'],
    [
      'that cannot be read',
      settings('기준일 | 언젠가'),
      null,
      '2024-03-31',
      '공약 탭의 기준일을 읽을 수 없어 지난달 말일',
    ],
  ])('is the one %s', (_, document, asked, date, why) => {
    expect(reportDateOf(document, asked, NOW)).toEqual({ date, why });
  });

  it('is 기준일 of an office too', () => {
    expect(reportDateOf(officeDocument(), null, NOW).why).toBe('공약 탭의 기준일');
  });
});

describe('the bundle', () => {
  it('marks its tabs so that only they get a page set-up', () => {
    const document = sampleDocument();
    recalculated(document, '2024-03-31');
    setResultPages(document);
    expect(sheetNamed(document, '소통기록').page).toBeUndefined();
    expect(sheetNamed(document, '소통누적').page).toMatchObject({ orientation: 'landscape' });
    expect(sheetNamed(document, '점검').page).toMatchObject({ fitToWidth: true });
  });

  it.skipIf(!FUNCTIONS.includes('makeReport'))('writes 실적보고 as of the date', async () => {
    const document = sampleDocument();
    const workbench = { ...stubbed(''), host: hostOf(document), document };
    await reportFile(workbench, '2023-12-31', 'xlsx');
    expect(sheetNamed(document, '실적보고').page?.orientation).toBe('portrait');
    expect(JSON.stringify(sheetNamed(document, '실적보고').values)).toContain('주민자치 활성화');
    await expect(reportFile(workbench, '2023-12-32', 'xlsx')).rejects.toBeInstanceOf(Failure);
  });
});
