import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { placeIn } from '../../src/local/commands/recalc.ts';
import { traceText } from '../../src/local/commands/trace-text.ts';
import { Failure } from '../../src/local/failure.ts';
import { type Trace, traceCell } from '../../src/local/run-workbook.ts';
import { FUNCTIONS } from '../support/bundle.ts';
import { hostOf, recalculated, sampleDocument } from '../support/running.ts';
import { stubbed } from './stub-bundle.ts';

const RATE: Trace = {
  tab: '예산현황',
  cell: 'F7',
  equation: '21.1% = 5,700,000원 ÷ 27,000,000원',
  parts: [
    {
      label: '분자',
      sum: 5_700_000,
      unit: '원',
      rows: [
        {
          tab: '예산집행',
          row: 2,
          columns: { 집행일: '2022. 9. 1.', 적요: '간담회 다과' },
          value: 6_000_000,
          approximate: false,
        },
        {
          tab: '예산집행',
          row: 13,
          columns: { 집행일: '2023. 5. 1.', 비고: '되돌려 받음' },
          value: -300_000,
          approximate: true,
        },
      ],
    },
    { label: '분모', sum: null, unit: '', rows: [] },
  ],
};

describe('the rows behind a figure, as text', () => {
  it('are in columns, each figure with its sum', () => {
    expect(traceText(RATE)).toBe(
      [
        '예산현황!F7',
        '21.1% = 5,700,000원 ÷ 27,000,000원',
        '',
        '분자 (원)',
        '탭        행  집행일       적요         비고                  값',
        '예산집행   2  2022. 9. 1.  간담회 다과                 6,000,000',
        '예산집행  13  2023. 5. 1.               되돌려 받음  약 △300,000',
        '합계                                                   5,700,000',
        '',
        '분모',
        '근거가 되는 행이 없습니다.',
      ].join('\n'),
    );
  });

  it('have no sum if nothing adds them', () => {
    const [part] = RATE.parts;
    const earlier = {
      ...RATE,
      equation: null,
      parts: [{ label: '앞선 값', unit: '', rows: part?.rows.slice(0, 1) ?? [], sum: null }],
    };
    expect(traceText(earlier)).not.toContain('합계');
    expect(traceText(earlier)).toContain('6,000,000');
  });

  it('have long texts cut, so that the values stay below each other', () => {
    const row = { tab: '소통기록', row: 2, value: 1, approximate: false };
    const rows = ['짧은 글', `${'아주 '.repeat(20)}\n긴 글`].map((text) => ({
      ...row,
      columns: { 내용: text },
    }));
    const lines = traceText({
      tab: '소통누적',
      cell: 'D7',
      equation: null,
      parts: [{ label: '합', sum: 2, unit: '회', rows }],
    }).split('\n');
    expect(lines[0]).toBe('소통누적!D7');
    expect(lines.slice(4).map((line) => stringWidth(line))).toEqual([
      ...Array(3).fill(stringWidth(lines[4] ?? '')),
    ]);
    expect(lines[5]).toContain('아주 아주…');
  });
});

describe('asking the bundle', () => {
  const echo = `function traceCell(tab, cell) { return { status: 'done', tab: tab, cell: cell, parts: [] } }`;

  it('returns the trace without its status', () => {
    expect(traceCell(stubbed(echo), '소통누적', 'C5')).toEqual({
      tab: '소통누적',
      cell: 'C5',
      parts: [],
    });
  });

  it('says why there is none', () => {
    const code = `function traceCell() { return { status: 'stopped', messages: ['숫자가 아닙니다.'] } }`;
    expect(() => traceCell(stubbed(code), '소통누적', 'A1')).toThrow(new Failure('숫자가 아닙니다.'));
  });

  it.skipIf(!FUNCTIONS.includes('traceCell'))('returns rows whose sum is the figure', () => {
    const document = sampleDocument();
    recalculated(document, '2024-03-31');
    const workbench = { host: hostOf(document) };
    const { parts, equation } = traceCell(workbench, '소통누적', 'D8');
    expect(equation).toBeNull();
    expect(traceCell(workbench, '소통누적', 'F9').equation).toBe('54% = 108회 ÷ 200회');
    expect(traceCell(workbench, '예산현황', 'F9').equation).toMatch(/^[\d.]+% = [\d,]+원 ÷ [\d,]+원$/);
    expect(parts.map(({ sum }) => sum)).toEqual([52]);
    expect(parts[0]?.rows.reduce((sum, { value }) => sum + value, 0)).toBe(52);
    expect(() => traceCell(workbench, '소통누적', 'A1')).toThrow(Failure);
    expect(() => traceCell(workbench, '소통기록', 'A2')).toThrow(Failure);
  });
});

describe('the name of a cell', () => {
  it.each([
    ['소통누적!C5', '소통누적', 'C5'],
    ["'소통 누적'!$c$5", '소통 누적', 'C5'],
    ["'가!나'!AB12", '가!나', 'AB12'],
  ])('%s', (typed, tab, cell) => {
    expect(placeIn(typed)).toEqual({ tab, cell });
  });

  it.each(['소통누적', 'C5', '소통누적!', '소통누적!C5:D6', '소통누적!C', ''])('%j is not one', (typed) => {
    expect(() => placeIn(typed)).toThrow(
      new Failure(`'${typed}'은(는) 결과 탭의 칸이 아닙니다. --trace '소통누적!C5'처럼 적어 주세요.`),
    );
  });
});
