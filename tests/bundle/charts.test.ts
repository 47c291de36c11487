import { describe, expect, it } from 'vitest';
import { type CallHook, copyOf, type DocumentState, ServiceError } from '../../src/local/host/host.ts';
import { formatA1 } from '../../src/local/workbook/a1.ts';
import type { SheetState } from '../../src/local/workbook/document.ts';
import type { ChartState } from '../../src/local/workbook/sheet-objects.ts';
import {
  displayed,
  hostOf,
  officeDocument,
  recalculate,
  recalculated,
  runAnswer,
  sampleDocument,
} from '../support/running.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const SUMMARY = '요약';
const summary = (document: DocumentState): SheetState => sheetNamed(document, SUMMARY);
const chartsOf = (document: DocumentState): readonly ChartState[] => summary(document).charts ?? [];
const titles = (document: DocumentState) => chartsOf(document).map(({ options }) => String(options.title));

function calculatedSample(): DocumentState {
  const document = sampleDocument();
  recalculated(document);
  return document;
}

/** The data that a chart draws, as displayed, one line for each row. */
function drawn(document: DocumentState, chart: ChartState | undefined): string[] {
  const rows = displayed(document, SUMMARY);
  const [first] = chart?.ranges ?? [];
  if (chart === undefined || first === undefined) return [];
  return rows
    .slice(first.row - 1, first.row - 1 + first.rows)
    .map((row) =>
      chart.ranges.flatMap(({ column, columns }) => row.slice(column - 1, column - 1 + columns)).join(' | '),
    );
}

const charted = (document: DocumentState, title: RegExp) =>
  drawn(
    document,
    chartsOf(document).find(({ options }) => title.test(String(options.title))),
  );

/** A chart of somebody's own on 요약. */
const MINE = `book.getSheetByName('요약').insertChart(book.getSheetByName('요약').newChart().asColumnChart()
  .addRange(book.getSheetByName('요약').getRange('A1:B9')).setOption('title', '내 차트').setPosition(3, 20, 0, 0).build())`;

/** Runs code on 요약 that stands for manual work. */
function byHand(document: DocumentState, body: string): void {
  const code = `function main() { const book = SpreadsheetApp.getActive(); const sheet = book.getSheetByName('요약'); ${body} }`;
  const { error } = hostOf(document, { code }).execute('main');
  if (error !== null) throw error;
}

describe('charts of 요약', () => {
  it('draw meetings held against the plan', () => {
    expect(charted(calculatedSample(), /누적 계획과 실적 \(회\)/)).toEqual([
      '연도 | 누적 계획 | 누적 실적',
      '2022 | 20 | 39',
      '2023 | 50 | 91',
      '2024 | 90 | 108',
      '2025 | 140 | ',
      '2026 | 200 | ',
    ]);
  });

  it('draw the handling statuses of every occasion, stacked', () => {
    const document = calculatedSample();
    expect(charted(document, /처리상황/)).toEqual([
      '출처 | 완료 | 추진중 | 중장기추진 | 검토중 | 추진불가 | 이송 | 상태 없음',
      '2022년 초도방문 |  |  |  |  |  |  | 212',
      '2023년 동 연두방문 | 96 | 23 | 24 |  | 24 | 19 | ',
      '2023년 인천시장 연두방문 |  | 8 |  | 5 | 1 |  | ',
      '2023년 인천시장 방문 |  | 1 |  | 2 |  |  | ',
      '2024년 동 연두방문 |  |  |  |  |  |  | 186',
      '2024년 인천시장 연두방문 |  |  |  |  |  |  | 5',
    ]);
    expect(chartsOf(document).map(({ type, options }) => [type, options.isStacked])).toEqual([
      ['COLUMN', false],
      ['COLUMN', false],
      ['BAR', true],
    ]);
  });

  it('draw executed against planned amounts', () => {
    expect(charted(calculatedSample(), /투자계획과 집행액/)).toEqual([
      '연도 | 투자계획 | 집행액',
      '2022 | 3,000,000 | 1,800,000',
      '2023 | 6,000,000 | 3,900,000',
      '2024 | 6,000,000 | ',
      '2025 | 6,000,000 | ',
      '2026 | 6,000,000 | ',
    ]);
  });

  it.each(['2024-03-31', '2023-12-31'])(
    'as of %s cover no figure, and start beside or right below the figures that they draw',
    (asOf) => {
      const document = sampleDocument();
      recalculated(document, asOf);
      const rows = displayed(document, SUMMARY);
      for (const { position, options, ranges } of chartsOf(document)) {
        const last = position.row + Math.ceil((position.offsetY + Number(options.height)) / 21) - 1;
        const under = rows
          .slice(position.row - 1, last)
          .flatMap((row) => row.slice(position.column - 1))
          .filter((cell) => cell !== '');
        expect(under, String(options.title)).toEqual([]);
        const [first = 0, end = 0] = ranges.map(({ row, rows: count }) => [row, row + count])[0] ?? [];
        const isBeside = position.row <= first && last >= end - 1;
        const isBelow = position.row >= end && position.row <= end + 2;
        expect(isBeside || isBelow, String(options.title)).toBe(true);
      }
    },
  );

  it('leave no gap: where there is no chart, at most five rows in succession are blank', () => {
    const document = calculatedSample();
    const { position } = chartsOf(document)[2] ?? { position: { row: 0 } };
    const filled = displayed(document, SUMMARY)
      .slice(0, position.row - 1)
      .map((row) => row.some((cell) => cell !== ''));
    const holes = filled
      .join(' ')
      .split('true')
      .map(
        (hole) =>
          hole
            .trim()
            .split(' ')
            .filter((row) => row !== '').length,
      );
    expect(Math.max(...holes)).toBeLessThanOrEqual(5);
  });

  it('are made once, and cost no calls while their figures stay in place', () => {
    const document = calculatedSample();
    const before = structuredClone(chartsOf(document));
    const { calls } = hostOf(document).execute('recalculateAll');
    expect(chartsOf(document)).toEqual(before);
    const spent = Object.keys(calls.byName).filter((name) => /chart|conditional/i.test(name));
    expect(spent).toEqual([]);
    expect(calls.transfers).toBeLessThanOrEqual(60);
  });

  it('follow their figures and remain the same charts', () => {
    const document = calculatedSample();
    byHand(document, MINE);
    const before = structuredClone(chartsOf(document));
    sheetNamed(document, '건의사항').values.push([
      null,
      '2024. 2월',
      '초도방문',
      null,
      null,
      null,
      '추진예정',
      null,
      7,
    ]);
    sheetNamed(document, '연차목표').values.push([2027, 260]);
    recalculated(document);
    expect(chartsOf(document).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(charted(document, /누적 계획/).at(-1)).toBe('2027 | 260 | ');
    expect(charted(document, /처리상황/)[0]).toContain('추진예정');
    expect(chartsOf(document)[3]).toEqual(before[3]);
  });

  it('keep what a person changed: a title, colours, a position beside the figures', () => {
    const document = calculatedSample();
    byHand(
      document,
      `const [one] = sheet.getCharts(); sheet.updateChart(one.modify().setOption('title', '우리 차트').setOption('colors', ['red']).setPosition(2, 14, 0, 0).build())`,
    );
    sheetNamed(document, '연차목표').values.push([2027, 260]);
    recalculated(document);
    const [one] = chartsOf(document);
    expect(one?.options).toMatchObject({ title: '우리 차트', colors: ['red'] });
    expect(one?.position).toMatchObject({ row: 2, column: 14 });
    expect(drawn(document, one).at(-1)).toBe('2027 | 260 | ');
    expect(chartsOf(document)).toHaveLength(3);
  });

  it('stay deleted if a person deletes one', () => {
    const document = calculatedSample();
    byHand(document, 'sheet.removeChart(sheet.getCharts()[2])');
    sheetNamed(document, '연차목표').values.push([2027, 260]);
    recalculated(document);
    expect(titles(document)).toEqual(['연도별 누적 계획과 실적 (회)', '연도별 투자계획과 집행액 (원)']);
  });

  it('are not doubled in a copy of the spreadsheet, whose charts have other ids', () => {
    const document = calculatedSample();
    byHand(document, MINE);
    const before = titles(document);
    summary(document).charts = chartsOf(document).map((chart) => ({ ...chart, id: chart.id + 500 }));
    sheetNamed(document, '연차목표').values.push([2027, 260]);
    recalculated(document);
    expect(titles(document)).toEqual(before);
    expect(charted(document, /누적 계획/).at(-1)).toBe('2027 | 260 | ');
  });

  it('disappear with figures that can no longer be computed, and come back with them', () => {
    const document = ledger();
    recalculated(document);
    expect(titles(document)).toHaveLength(3);
    const budget = sheetNamed(document, '예산집행');
    budget.name = '치워 둔 것';
    recalculate(document);
    expect(titles(document)).toEqual(['연도별 누적 계획과 실적 (회)', '출처별 처리상황 (건)']);
    budget.name = '예산집행';
    recalculated(document);
    expect(titles(document)).toEqual([
      '연도별 누적 계획과 실적 (회)',
      '출처별 처리상황 (건)',
      '연도별 투자계획과 집행액 (원)',
    ]);
  });

  it.each(['Sheet.insertChart', 'Sheet.getCharts', 'Sheet.setConditionalFormatRules'])(
    'never stop a run: if %s fails the figures are right, and the next run draws',
    (failing) => {
      const document = sampleDocument();
      const onCall: CallHook = (_, name, phase) => {
        if (name === failing && phase === 'before') throw new ServiceError('Service Spreadsheets failed');
      };
      const answer = runAnswer(hostOf(document, { onCall }).execute('recalculateAll'));
      expect(answer.status).toBe('done');
      expect(displayed(document, SUMMARY).flat()).toContain('108');
      recalculated(document);
      expect(titles(document)).toHaveLength(3);
      expect(summary(document).conditionalRules).not.toHaveLength(0);
    },
  );
});

describe('charts of a pledge of an office', () => {
  const lookAt = (document: DocumentState, number: string) => {
    const { error } = hostOf(document).execute('lookAtPledge', [number], 'client');
    if (error !== null) throw error;
  };
  /** What the charts look like, without their ids. */
  const looks = (document: DocumentState) =>
    chartsOf(document).map(({ options, ranges, position }) => ({ options, ranges, position }));
  const office = officeDocument();
  recalculated(office);
  const numbers = ['2-1', '4-1', '3-2', '2-3'];

  it('are what they would be had it been the first to be looked at: title, unit, colours, size, cells', () => {
    const document = copyOf(office);
    for (const number of numbers) {
      lookAt(document, number);
      const fresh = copyOf(office);
      summary(fresh).charts = [];
      summary(fresh).metadata = summary(fresh).metadata.filter(({ key }) => !key.endsWith('charts'));
      lookAt(fresh, number);
      const byTitle = (charts: ReturnType<typeof looks>) =>
        charts.toSorted((one, other) => String(one.options.title).localeCompare(String(other.options.title)));
      expect(byTitle(looks(document)), number).toEqual(byTitle(looks(fresh)));
    }
  });

  it('keep a title and colours of a person’s own, whichever pledge is shown', () => {
    const document = copyOf(office);
    byHand(
      document,
      `for (const chart of sheet.getCharts()) sheet.updateChart(chart.modify().setOption('title', '우리 ' + chart.getOptions().get('title')).setOption('colors', ['red']).build())`,
    );
    const before = titles(document);
    for (const number of numbers) lookAt(document, number);
    expect(titles(document).filter((title) => before.includes(title))).not.toEqual([]);
    for (const { options } of chartsOf(document)) {
      if (String(options.title).startsWith('우리 ')) expect(options.colors).toEqual(['red']);
    }
  });

  it('of several indicators are all kept, each by its own key', () => {
    const document = ledger({
      지표: '지표 | 집계 | 단위 | 최종목표\n쉼터 | 누적 | 개소 | 3',
      실적기록: '지표 | 일자 | 값\n쉼터 | 2024. 2. 1. | 1',
      연차목표: '지표 | 연도 | 누적목표\n소통 | 2024 | 90\n쉼터 | 2024 | 2',
    });
    recalculated(document);
    const before = titles(document);
    expect(before).toHaveLength(4);
    sheetNamed(document, '연차목표').values.push(['쉼터', 2027, 3]);
    recalculated(document);
    expect(titles(document)).toEqual(before);
  });
});

/** The rules of a tab: where, when, and their colour. */
function rules(document: DocumentState, tab: string): string[] {
  return (sheetNamed(document, tab).conditionalRules ?? []).map(
    ({ ranges, condition, look }) =>
      `${ranges.map((range) => formatA1(range)).join()} ${condition?.values.join() ?? '?'} ${look.background}`,
  );
}

describe('conditional formats', () => {
  it('mark errors, ended years behind plan, and amounts over budget', () => {
    expect(rules(calculatedSample(), SUMMARY)).toEqual([
      'J5:J7 =N($J6)>0 #fbe3e0',
      'D11:E12 =AND(ISNUMBER($B11),ISNUMBER($D11),$D11<$B11) #fdf0d5',
      'C23:E28 =AND(ISNUMBER($C23),N($C23)>N($B23)) #fbe3e0',
    ]);
  });

  it('mark findings by severity', () => {
    const document = calculatedSample();
    const found = rules(document, '점검');
    expect(found.map((rule) => rule.split(' ').slice(1).join(' '))).toEqual([
      '오류 #fbe3e0',
      '경고 #fdf0d5',
      '알림 #e8f0fb',
    ]);
    const severities = displayed(document, '점검').map(([cell = '']) => cell);
    const last = severities.lastIndexOf('알림') + 1;
    for (const rule of found) {
      const [first = 0, end = 0] = [...rule.matchAll(/A(\d+)/g)].map(([, row]) => Number(row));
      expect([first <= 5, end >= last]).toEqual([true, true]);
    }
  });

  it('come after the rules of other people, leave those alone, and are never doubled', () => {
    const document = calculatedSample();
    byHand(
      document,
      `sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo('구민').setBackground('#ffff00').setRanges([sheet.getRange('B5')]).build()])`,
    );
    const count = rules(document, SUMMARY).length;
    sheetNamed(document, '연차목표').values.push([2027, 260]);
    recalculated(document);
    expect(rules(document, SUMMARY)).toHaveLength(count);
    expect(rules(document, SUMMARY)[0]).toBe('B5 구민 #ffff00');
  });
});
