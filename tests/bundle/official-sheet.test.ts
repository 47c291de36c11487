/** 실적보고 of the sample holds every figure of the published sheet of pledge 1-6 in its place. */
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../src/local/host/host.ts';
import { messyDocument } from '../samples/load-messy.ts';
import { displayed, displayedText, recalculate, recalculated, sampleDocument } from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const TAB = '실적보고';

/**
 * As-of date | lines that lead to a table, from top to bottom | first cells of the row | its further cells.
 * Covered cells are left out, and a blank cell is `_`.
 */
const ROWS = `
  2024-03-31 | 사업주체                                   | 자체                      | 임기 내, 지속, 2022~2026, 27, 54%, 정상추진 (제안)
  2024-03-31 | 공약실천계획 > 소요예산                    | 27                        | 3, 6, 6, 6, 6
  2024-03-31 | 추진 실적 > 공약이행                       | 구민과의 소통 횟수 (누적), 계획, 200회 | 10%, 25%, 45%, 70%, 100%
  2024-03-31 | 추진 실적 > 공약이행 > 구민과의 소통 횟수 (누적) | 20회                | 50회, 90회, 140회, 200회
  2024-03-31 | 추진 실적 > 공약이행                       | 실적, 108회               | 19%, 45%, 54%, _, _
  2024-03-31 | 추진 실적 > 공약이행 > 실적                | 39회                      | 91회, 108회, _, _
  2024-03-31 | ◎ 2022년도 > 구분                          | 소통횟수, 39회            | _
  2024-03-31 | ◎ 2022년도 > 구분 > 소통횟수               | 소통횟수, _               | _, _, _, 39회
  2024-03-31 | ◎ 2023년도 > 구분                          | 소통횟수, 52회            | 1회, 15회, 21회, 1회, 13회, 1회, _
  2024-03-31 | ◎ 2024년도 > 구분                          | 소통횟수, 17회            | 1회, 15회, -, -, 1회, _, _
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람              | 시장방문                  | _, 약 200명, 인천시장 연두방문
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람 > 시장방문   | _                         | _, 약 70명, 마을로 찾아온 인천시장 방문
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람              | 구청장 차담회             | 23개 단체, 212명, 동아리·소모임과의 차담회
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람              | 현장방문                  | 2개소, _, 승기천, 송도역사 복원 현장
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람              | 공감소통 정책간담회       | 13개 단체, 411명, 민간·자생단체와의 간담회
  2024-03-31 | ◎ 2023년도 > 만난 단체와 사람              | 소통 한마당               | 20개 단체, 약 130명, 마을 단체가 함께한 한마당
  2024-03-31 | ◎ 2024년도 > 만난 단체와 사람              | 시장방문                  | _, 약 500명, 인천시장 연두방문
  2024-03-31 | ◎ 2022년도 > 건의사항 | 초도방문, 212건 | 212건
  2024-03-31 | ◎ 2023년도 > 건의사항 | 동 연두방문, 186건 | 96건, 23건, 24건, _, 24건, 19건
  2024-03-31 | ◎ 2023년도 > 건의사항 | 인천시장 연두방문, 14건 | _, 8건, _, 5건, 1건
  2024-03-31 | ◎ 2023년도 > 건의사항 | 인천시장 방문, 3건 | _, 1건, _, 2건
  2024-03-31 | ◎ 2024년도 > 건의사항 | 동 연두방문, 186건 | 186건
  2024-03-31 | ◎ 2024년도 > 건의사항 | 인천시장 연두방문, 5건 | 5건
  2024-03-31 | 예산집행현황 > 구분                        | 투자계획, 합계, 27        | 3, 6, 6, 6, 6
  2024-03-31 | 예산집행현황 > 구분 > 투자계획             | 국, _                     | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 투자계획             | 시, _                     | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 투자계획             | 구, 27                    | 3, 6, 6, 6, 6
  2024-03-31 | 예산집행현황 > 구분 > 투자계획             | 기타, _                   | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분                        | 집행액, 합계, 5.7         | 1.8, 3.9, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 집행액               | 국, _                     | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 집행액               | 시, _                     | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 집행액               | 구, 5.7                   | 1.8, 3.9, _, _, _
  2024-03-31 | 예산집행현황 > 구분 > 집행액               | 기타, _                   | _, _, _, _, _
  2024-03-31 | 예산집행현황 > 구분                        | 집행률, 21.1%             | 60.0%, 65.0%, _, _, _

  2023-12-31 | 사업주체                                   | 자체                      | 임기 내, 지속, 2022~2026, 27, 45%, 정상추진 (제안)
  2023-12-31 | 추진 실적 > 공약이행                       | 구민과의 소통 횟수 (누적), 계획, 200회 | 10%, 25%, 45%, 70%, 100%
  2023-12-31 | 추진 실적 > 공약이행                       | 실적, 91회                | 19%, 45%, _, _, _
  2023-12-31 | 추진 실적 > 공약이행 > 실적                | 39회                      | 91회, _, _, _
  2023-12-31 | ◎ 2023년도 > 구분                          | 소통횟수, 52회            | 1회, 15회, 21회, 1회, 13회, 1회, _
  2023-12-31 | ◎ 2023년도 > 건의사항 | 동 연두방문, 186건 | 96건, 23건, 24건, _, 24건, 19건
  2023-12-31 | 예산집행현황 > 구분                        | 집행액, 합계, 5.7         | 1.8, 3.9, _, _, _
`;

/** The heading rows of the tables, in the same form. */
const HEADINGS = `
  2024-03-31 | 추진 실적 | 공약이행 확인지표, 2024.3월 기준 이행 현황 | 2022, 2023, 2024, 2025, 2026
  2023-12-31 | 추진 실적 | 공약이행 확인지표, 2023.12월 기준 이행 현황 | 2022, 2023, 2024, 2025, 2026
  2024-03-31 | ◎ 2023년도 | 구분, 계 | 시장방문, 동 연두방문, 구청장 차담회, 현장방문, 공감소통 정책간담회, 소통 한마당, 기타
  2024-03-31 | ◎ 2024년도 | 구분, 계 | 시장방문, 동 연두방문, 구청장 차담회, 현장방문, 공감소통 정책간담회, 소통 한마당, 기타
  2024-03-31 | ◎ 2022년도 | 구분, 계 | 시장방문, 동 연두방문, 구청장 차담회, 현장방문
  2024-03-31 | ◎ 2022년도 | 구분, _ | 공감소통 정책간담회, 소통 한마당, 기타, 이월
  2024-03-31 | ◎ 2022년도 | 건의사항, 합계 | 상태 없음
  2024-03-31 | ◎ 2023년도 | 건의사항, 합계 | 완료, 추진중, 중장기추진, 검토중, 추진불가, 이송
  2024-03-31 | ◎ 2024년도 | 건의사항, 합계 | 상태 없음
  2024-03-31 | 예산집행현황 | 구분, 계 | 2022, 2023, 2024, 2025, 2026
`;

interface Cell {
  readonly text: string;
  /** First column that it covers, counted from 1. */
  readonly from: number;
  readonly to: number;
}

/** The rows as a reader sees them, without cells that a merged cell covers. */
function readRows(document: DocumentState): readonly (readonly Cell[])[] {
  const { merges } = sheetNamed(document, TAB);
  return displayed(document, TAB).map((texts, index) => {
    const row = index + 1;
    return texts.flatMap((text, columnIndex) => {
      const column = columnIndex + 1;
      const merge = merges.find(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      );
      if (merge === undefined) return [{ text, from: column, to: column }];
      return merge.row === row && merge.column === column
        ? [{ text, from: column, to: column + merge.columns - 1 }]
        : [];
    });
  });
}

const SHEETS = new Map(
  ['2024-03-31', '2023-12-31'].map((asOf) => {
    const document = sampleDocument();
    recalculated(document, asOf);
    return [asOf, { document, rows: readRows(document) }] as const;
  }),
);

function sheetAsOf(asOf: string) {
  const sheet = SHEETS.get(asOf);
  if (sheet === undefined) throw new Error(`no sheet as of ${asOf}`);
  return sheet;
}

function casesOf(table: string) {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [asOf = '', below = '', row = '', expected = ''] = line.split('|').map((cell) => cell.trim());
      return { asOf, below, row, expected };
    });
}

const plain = ({ text }: Cell) => (text === '' ? '_' : text.replace(/\s+/g, ' '));

/** The first row below all these lines that begins with these cells. */
function rowBelow(rows: readonly (readonly Cell[])[], below: string, row: string): readonly Cell[] {
  let from = 0;
  for (const line of below.split(' > ')) {
    const at = rows.findIndex(
      (cells, index) => index >= from && cells.some((cell) => plain(cell).includes(line)),
    );
    if (at < 0) throw new Error(`nothing says ${line}`);
    from = at + 1;
  }
  const found = rows.slice(from).find((cells) => cells.map(plain).join(', ').startsWith(row));
  if (found === undefined) throw new Error(`no row below ${below} begins with ${row}`);
  return found;
}

const withoutLastBlanks = (cells: string) => cells.replace(/(?:^|, )_(?:, _)*$/, '');

describe('the figures of pledge 1-6 in 실적보고', () => {
  it.each([...casesOf(HEADINGS), ...casesOf(ROWS)])(
    '$asOf $below: $row | $expected',
    ({ asOf, below, row, expected }) => {
      const cells = rowBelow(sheetAsOf(asOf).rows, below, row).map(plain).join(', ');
      expect(withoutLastBlanks(cells.slice(row.length + 2))).toBe(withoutLastBlanks(expected));
    },
  );

  it.each(['2024-03-31', '2023-12-31'])(
    'as of %s: the budget has a heading for each of its eight cells',
    (asOf) => {
      const { rows } = sheetAsOf(asOf);
      const headings = rowBelow(rows, '예산집행현황', '구분, 계');
      const cells = rowBelow(rows, '예산집행현황', '투자계획, 합계');
      expect(cells.slice(0, 8).map(({ text }) => text)).toEqual([
        '투자계획',
        '합계',
        '27',
        '3',
        '6',
        '6',
        '6',
        '6',
      ]);
      // 구분 covers two of them, every other heading one.
      expect(headings.map(({ from, to }) => `${from}-${to}`)).toEqual([
        `${cells[0]?.from}-${cells[1]?.to}`,
        ...cells.slice(2, 8).map(({ from, to }) => `${from}-${to}`),
      ]);
    },
  );

  it.each(['2024-03-31', '2023-12-31'])(
    'as of %s: the numbers of every table are right below their headings',
    (asOf) => {
      const { rows } = sheetAsOf(asOf);
      let told = 0;
      rows.forEach((cells, index) => {
        const [heading, label] = [cells[0]?.text, rows[index + 1]?.[0]?.text];
        if (label !== '소통횟수' && !(heading === '건의사항' && cells[1]?.text === '합계')) return;
        const places = (row: readonly Cell[] | undefined) => row?.map(({ from, to }) => `${from}-${to}`);
        expect(places(rows[index + 1])).toEqual(places(cells));
        told += 1;
      });
      expect(told).toBeGreaterThan(4);
    },
  );

  const QUARTERS = `
    시장방문      | 2022.4 2023.4 2024.4 2025.4 2026.4
    동 연두방문   | 2023.1 2024.1 2025.1 2026.1
    구청장 차담회 | 2022.3 2023.1 2023.3 2024.1 2024.3 2025.1 2025.3 2026.1 2026.3
    현장대화의 날 | 2023.2 2023.4 2024.2 2024.4 2025.2 2025.4 2026.2 2026.4
    정책간담회    | 2022.3 2023.1 2023.3 2024.1 2024.3 2025.1 2025.3 2026.1 2026.3
  `;
  const marksBelow = (rows: readonly (readonly Cell[])[], from: number, name: string) => {
    const years = rows[from] ?? [];
    const quarters = rows[from + 1] ?? [];
    const line = rows.slice(from).find((cells) => cells.some(({ text }) => text === name)) ?? [];
    return line
      .filter(({ text }) => text === '■')
      .map((mark) => {
        const year = years.find(
          (cell) => cell.from <= mark.from && mark.to <= cell.to && /^\d{4}$/.test(cell.text),
        );
        const quarter = quarters.find((cell) => cell.from === mark.from);
        return `${year?.text}.${quarter?.text}`;
      });
  };
  const lines = QUARTERS.split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each(lines)('%s is marked in %s, in the schedule and in the appendix', (name = '', quarters = '') => {
    const { rows } = sheetAsOf('2024-03-31');
    const heads = rows.flatMap((cells, index) =>
      cells.some(({ text }) => text === '세부추진사항') ? [index] : [],
    );
    expect(heads).toHaveLength(2);
    for (const head of heads) expect(marksBelow(rows, head, name).join(' ')).toBe(quarters);
  });

  it('has 35 marks', () => {
    const { rows } = sheetAsOf('2024-03-31');
    const appendix = rows.findIndex(([first]) => first?.text.startsWith('붙임 1.') ?? false);
    const marks = (part: readonly (readonly Cell[])[]) =>
      part.flat().filter(({ text }) => text === '■').length;
    expect([marks(rows.slice(0, appendix)), marks(rows.slice(appendix))]).toEqual([35, 35]);
  });

  it.each([
    ['시장방문', '2024.1', '조기'],
    ['동 연두방문', '2024.1', '적기'],
    ['구청장 차담회', '2024.1', '누락'],
    ['정책간담회', '2024.1', '적기'],
    ['시장방문', '2022.4', '미상'],
    ['구청장 차담회', '2023.3', '미상'],
    ['현장대화의 날', '2024.2', '예정'],
  ])('%s in %s: %s', (name, quarter, expected) => {
    const row = displayed(sheetAsOf('2024-03-31').document, '소통누적').find(
      ([line, when]) => line === name && when === quarter,
    );
    expect(row?.[4]).toBe(expected);
  });

  it('as of 2023-12-31 has nothing of 2024 but its plan', () => {
    const { document } = sheetAsOf('2023-12-31');
    const text = displayedText(document, TAB);
    expect(text).not.toContain('◎ 2024년도');
    expect(text).not.toContain('2024년 동 연두방문');
    expect(text).not.toMatch(/108|54%|약 500명/);
  });

  it.each([
    ['2023-12-31', ['2024. 4월', '2024년 연중', '2024. 4월~7월, 9월~10월', '2024년 상·하반기']],
    ['2024-04-29', ['2024. 4월', '2024년 연중', '2024. 4월~7월, 9월~10월', '2024년 상·하반기']],
    ['2024-04-30', ['2024년 연중', '2024. 4월~7월, 9월~10월', '2024년 상·하반기']],
    ['2024-10-31', ['2024년 연중', '2024년 상·하반기']],
    ['2024-12-31', []],
  ])('향후계획 as of %s: %j', (asOf, expected) => {
    const document = sampleDocument();
    recalculate(document, asOf, 'makeReport');
    const rows = readRows(document).map((cells) => cells.map(({ text }) => text));
    const from = rows.findIndex(([first]) => first === '시기') + 1;
    const shown = from === 0 ? [] : rows.slice(from).map(([first = '']) => first);
    expect(shown.slice(0, Math.max(0, shown.indexOf('')))).toEqual(expected);
  });
});

describe('merged cells', () => {
  it.each(['2024-03-31', '2023-12-31'])(
    'as of %s never overlap, hide nothing, and stay in the sheet',
    (asOf) => {
      const { merges, values, maxColumns, maxRows } = sheetNamed(sheetAsOf(asOf).document, TAB);
      const taken = new Set<string>();
      for (const { row, column, rows, columns } of merges) {
        expect(row + rows - 1).toBeLessThanOrEqual(Math.min(maxRows, values.length));
        expect(column + columns - 1).toBeLessThanOrEqual(Math.min(maxColumns, 23));
        for (let down = row; down < row + rows; down += 1) {
          for (let right = column; right < column + columns; right += 1) {
            expect(taken.has(`${down},${right}`), `${down},${right}`).toBe(false);
            taken.add(`${down},${right}`);
            if (down !== row || right !== column) expect(values[down - 1]?.[right - 1] ?? null).toBeNull();
          }
        }
      }
      expect(merges.length).toBeGreaterThan(100);
    },
  );
});

describe('where the published sheet contradicts its rows', () => {
  const document = messyDocument();
  const { findings } = recalculated(document);
  const rows = readRows(document);
  const said = (code: string, ...parts: readonly string[]) =>
    findings.some(
      (finding) => finding.code === code && parts.every((part) => finding.message.includes(part)),
    );

  it.each([
    [
      '108, not the 91 that somebody typed',
      '추진 실적 > 공약이행',
      '실적, 108회',
      'stated-figure-differs',
      ['91', '108'],
    ],
    ['54 %, not 45 %', '사업주체', '자체, 임기 내, 지속', 'stated-figure-differs', ['45%', '54%']],
    [
      '92 groups and 79 people, not 13 and 411',
      '◎ 2023년도 > 만난 단체와 사람',
      '공감소통 정책간담회',
      'subtotal-differs',
      ['13', '92'],
    ],
    [
      '186 of 2024 without a status, though copied',
      '◎ 2024년도 > 건의사항',
      '동 연두방문, 186건, 186건',
      'copied-total',
      ['186', '2023년'],
    ],
  ])('shows %s, and 점검 names both', (_, below, row, code, parts) => {
    expect(rowBelow(rows, below, row).length).toBeGreaterThan(1);
    expect(said(code, ...parts)).toBe(true);
  });

  it('shows the sum of the rows instead of a typed total', () => {
    const texts = rows.flat().map(({ text }) => text);
    expect(texts).not.toContain('411명');
    expect(texts).toContain('54%');
    expect(texts).not.toContain('91회 ');
  });

  it('shows the 이행구분 that a person chose, not as a suggestion', () => {
    expect(rowBelow(rows, '사업주체', '자체').map(({ text }) => text)).toContain('정상추진');
  });
});

describe('a part that cannot be computed', () => {
  it.each([
    ['소통기록', 2],
    ['건의사항', 1],
    ['예산계획', 2],
  ])('without %s is reported as missing, and the rest is there', (tab, times) => {
    const document = ledger({ [tab]: null });
    recalculate(document);
    const text = displayedText(document, TAB);
    expect(text.split('필요한 탭이나 제목이 없어 계산하지 못했습니다. 점검 탭을 보세요.')).toHaveLength(
      times + 1,
    );
  });
});
