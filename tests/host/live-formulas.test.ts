/**
 * The formulas that the host computes, following Google's function reference: COUNTIFS
 * https://support.google.com/docs/answer/3256550 , its criteria
 * https://support.google.com/docs/answer/3093480 , COUNTA https://support.google.com/docs/answer/3093991 ,
 * SUBTOTAL https://support.google.com/docs/answer/3093649 , IF https://support.google.com/docs/answer/3093364
 * , IFERROR https://support.google.com/docs/answer/3093304 .
 */
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/local/host/host.ts';
import type { DocumentState, SheetState } from '../../src/local/workbook/document.ts';
import { recalculate } from '../../src/local/workbook/live-formulas.ts';
import { sheetNamed, workbook } from '../support/workbooks.ts';
import { hostOf, resultOf, run, scriptOf } from './running.ts';

const LOG = `
  실행 | 한 일 | 결과탭 | 끝
  20240331090000 | 다시 계산 | 요약, 점검 | 끝남
  20240402100000 | 다시 계산 | 요약 | 끝나지 않음
  20240402110000 | 보고 | 실적보고 | 끝나지 않음(점검 중)
  20240403090000 | Report | 요약 | 끝남
  20240501000000 | 100% (a+b) | * | ?`;

/** The result of a formula on another tab. */
function resultIn(document: DocumentState, formula: string): unknown {
  return resultOf(
    `const target = book.insertSheet('식').getRange('A1'); target.setFormula(${JSON.stringify(formula)}); return target.getValue()`,
    { document },
  );
}

describe('COUNTIFS', () => {
  it.each([
    ['a number from which on', `'실행기록'!$A:$A,">=20240402100000"`, 4],
    ['above it', `실행기록!A:A,">20240402100000"`, 3],
    ['up to it', `실행기록!A2:A6,"<=20240402100000"`, 2],
    ['below it', `실행기록!A2:A6,"<20240402100000"`, 1],
    ['equal to a number', `실행기록!A2:A6,"20240402100000"`, 1],
    ['equal to a number, with a sign', `실행기록!A2:A6,"=20240402100000"`, 1],
    ['a whole text', `실행기록!C:C,"요약"`, 2],
    ['a whole text, with a sign', `실행기록!C:C,"=요약"`, 2],
    ['part of a text is no match', `실행기록!C:C,"요"`, 0],
    ['anything around it', `실행기록!C:C,"*요약*"`, 3],
    ['what it begins with', `실행기록!D:D,"끝나지 않음*"`, 2],
    ['what it ends with', `실행기록!C:C,"*점검"`, 1],
    ['one character', `실행기록!D:D,"끝?"`, 2],
    ['a letter in any case', `실행기록!B:B,"rEPORT"`, 1],
    ['a star that is meant', `실행기록!C:C,"~*"`, 1],
    ['a question mark that is meant', `실행기록!D:D,"~?"`, 1],
    ['signs of other languages are no wildcards', `실행기록!B:B,"*(A+B)"`, 1],
    ['any text, not numbers', `실행기록!A:A,"*"`, 1],
    ['a text that no number is', `실행기록!A:A,"*2024*"`, 0],
    [
      'several at one place',
      `'실행기록'!$A:$A,">=20240402100000",'실행기록'!$C:$C,"*요약*",'실행기록'!$D:$D,"끝나지 않음*"`,
      1,
    ],
    ['rows that begin elsewhere', `실행기록!A2:A5,">0",실행기록!D3:D6,"끝나지 않음*"`, 2],
    ['an open range', `실행기록!A4:A,">0"`, 3],
    ['semicolons', `실행기록!A4:A;">0"`, 3],
    ['ranges of two sizes', `실행기록!A2:A5,">0",실행기록!D2:D6,"끝*"`, '#VALUE!'],
    ['a tab that is not there', `'없는 탭'!A:A,">0"`, '#REF!'],
  ])('counts %s: %s is %s', (_, parameters, count) => {
    expect(resultIn(workbook({ 실행기록: LOG }), `=COUNTIFS(${parameters})`)).toBe(count);
  });
});

describe('COUNTA and SUBTOTAL', () => {
  const TEXT = `
    일자 | 분류
    [2024-03-05] | 시장방문
     | 차담회
    7 |
    8 | 9`;

  function meetings(change: (sheet: SheetState) => void = () => {}): DocumentState {
    const document = workbook({ 소통기록: TEXT });
    change(sheetNamed(document, '소통기록'));
    return document;
  }

  it.each([
    ['COUNTA(소통기록!A1:B500)', 8],
    ['COUNTA(소통기록!A:A)', 4],
    ['COUNTA(소통기록!A1:A2,소통기록!B1:B2)', 4],
    ['COUNTA(소통기록!A1:A2, 소통기록!A1:A2)', 4],
    ['COUNTA(소통기록!A6:B500)', 0],
    ['SUBTOTAL(103,소통기록!A1:B500)', 8],
    ['COUNTA(소통기록!A1:B5)-SUBTOTAL(103,소통기록!A1:B5)', 0],
    ['COUNTA(소통기록!A1:B5)+COUNTA(소통기록!A1:A1)', 9],
    ["COUNTA('없는 탭'!A1:B5)-SUBTOTAL(103,'없는 탭'!A1:B5)", '#REF!'],
  ])('=%s is %s', (formula, count) => {
    expect(resultIn(meetings(), `=${formula}`)).toBe(count);
  });

  it('counts an empty text from a formula, and errors', () => {
    const document = meetings((sheet) => {
      sheet.values.push(['', { error: '#N/A' }]);
      sheet.formulas.set('6,1', '=T("")');
    });
    expect(resultIn(document, '=COUNTA(소통기록!A6:B6)')).toBe(2);
  });

  it.each([
    ['nobody', () => {}, 0],
    [
      'a person',
      ({ hiddenRows }: SheetState) => {
        hiddenRows.add(2).add(5);
      },
      4,
    ],
    [
      'a filter',
      (sheet: SheetState) => {
        sheet.rowsHiddenByFilter = new Set([3]);
      },
      1,
    ],
    [
      'both',
      (sheet: SheetState) => {
        sheet.hiddenRows.add(2);
        sheet.rowsHiddenByFilter = new Set([2, 3]);
      },
      3,
    ],
    [
      'a person, but a row without cells',
      ({ hiddenRows }: SheetState) => {
        hiddenRows.add(400);
      },
      0,
    ],
  ])('SUBTOTAL(103) leaves out rows that %s has hidden', (_, hide, hidden) => {
    expect(resultIn(meetings(hide), `=COUNTA('소통기록'!A1:J500)-SUBTOTAL(103,'소통기록'!A1:J500)`)).toBe(
      hidden,
    );
  });

  it('SUBTOTAL ignores cells that are subtotals themselves', () => {
    const document = meetings(({ formulas }) => formulas.set('5,2', '=SUBTOTAL(103,A1:A4)'));
    expect(resultIn(document, '=SUBTOTAL(103,소통기록!A1:B5)')).toBe(7);
    expect(resultIn(meetings(), '=SUBTOTAL(103,소통기록!A1:B5)')).toBe(8);
  });

  it('accepts a quotation mark in a tab’s name', () => {
    const document = workbook({ "그'탭": 'a | b' });
    expect(resultIn(document, `=COUNTA('그''탭'!A1:J5)`)).toBe(2);
  });
});

describe('IF', () => {
  it.each([
    ['=IF(COUNTA(실행기록!A:A)=6,"요약","⚠ 아직")', '요약'],
    ['=IF(COUNTA(실행기록!A:A)=0,"요약","⚠ ""끝나지 않은"" 실행")', '⚠ "끝나지 않은" 실행'],
    ['=IF(COUNTA(실행기록!A:A)>5,"많음","적음")', '많음'],
    ['=if( counta(실행기록!A:A) <> 6 , "a" , "b" )', 'b'],
    [`=IF(COUNTIFS('없음'!A:A,">0")=0,"요약","⚠")`, '#REF!'],
    ['=IF(IFERROR(COUNTIFS(\'없음\'!A:A,">0"),0)=0,"요약","⚠")', '요약'],
    ['=IF(IFERROR(COUNTIFS(실행기록!A:A,">0"),0)=0,"요약","⚠")', '⚠'],
    ['=IF(COUNTA(실행기록!A:A)=6,실행기록!B2,"")', '다시 계산'],
    ['=IF(COUNTA(실행기록!A:A)=6,COUNTA(실행기록!B:B)-1,"")', 5],
  ])('%s is %s', (formula, result) => {
    expect(resultIn(workbook({ 실행기록: LOG }), formula)).toBe(result);
  });
});

describe('IFERROR', () => {
  it.each([
    ['=IFERROR(COUNTA(실행기록!A:A),0)', 6],
    ['=IFERROR(COUNTA(없음!A:A),0)', 0],
    ['=IFERROR(COUNTA(없음!A:A),COUNTA(실행기록!B:B))', 6],
    ['=IFERROR(COUNTA(#REF!),7)', 7],
    ['=IFERROR(COUNTIFS(#REF!$A:$A,">0"),7)', 7],
    ['=iferror( COUNTA(없음!A:A)-1 ; 7 )+1', 8],
    ['=IFERROR(COUNTA(없음!A:A),COUNTA(없음!B:B))', '#REF!'],
    ['=COUNTA(#REF!)', '#REF!'],
  ])('%s is %s', (formula, result) => {
    expect(resultIn(workbook({ 실행기록: LOG }), formula)).toBe(result);
  });
});

describe('a reference to one cell', () => {
  it.each([
    [`='실행기록'!$B$2`, '다시 계산'],
    ['=실행기록!b2', '다시 계산'],
    ['=실행기록!Z99', ''],
    [`='없는 탭'!A1`, '#REF!'],
  ])('%s is %j', (formula, result) => {
    expect(resultIn(workbook({ 실행기록: LOG }), formula)).toBe(result);
  });

  it('takes the format of a date', () => {
    const document = workbook({ 기록: '[2024-03-05]' });
    const body = `const cell = book.insertSheet('식').getRange('A1'); cell.setFormula('=기록!A1');
      return [cell.getDisplayValue(), cell.getValue() instanceof Date]`;
    expect(resultOf(body, { document })).toEqual(['2024. 3. 5', true]);
  });
});

describe('results are updated', () => {
  const FORMULA = `=IF(COUNTIFS('기록'!$A:$A,"끝나지 않음*")=0,"요약","⚠ 요약")`;

  /** The displayed content of 식!A1 at first and after each step, all in one execution. */
  function following(formula: string, steps: readonly string[], document = workbook({ 기록: '끝남 | x' })) {
    const body = `const log = book.getSheetByName('기록');
      const shown = book.insertSheet('식').getRange('A1'); shown.setFormula(${JSON.stringify(formula)});
      return [shown.getDisplayValue(), ${steps.map((step) => `(${step}, shown.getDisplayValue())`).join(', ')}]`;
    return resultOf(body, { document });
  }

  it.each([
    [
      'values',
      FORMULA,
      [`log.getRange('A2').setValue('끝나지 않음')`, `log.getRange('A2').clearContent()`],
      ['요약', '⚠ 요약', '요약'],
    ],
    [
      'an appended row',
      FORMULA,
      [`log.getRange(log.getLastRow() + 1, 1).setValue('끝나지 않음')`, `log.deleteRows(2, 1)`],
      ['요약', '⚠ 요약', '요약'],
    ],
    [
      'rows of a person',
      '=COUNTA(기록!A1:B9)-SUBTOTAL(103,기록!A1:B9)',
      ['log.hideRows(1)', 'log.showRows(1, 2)', 'log.hideRows(1, 3)', 'log.showRows(1)'],
      ['0', '2', '0', '2', '0'],
    ],
    [
      'tabs that go and come',
      '=기록!A1',
      [`book.deleteSheet(log)`, `book.insertSheet('기록').getRange('A1').setValue('neu')`],
      ['끝남', '#REF!', '#REF!'],
    ],
    [
      'tabs that go, where an error counts as nothing',
      '=IF(IFERROR(COUNTIFS(기록!A:A,"끝남"),0)=0,"요약","⚠")',
      [`book.deleteSheet(log)`, `book.insertSheet('기록').getRange('A1').setValue('끝남')`],
      ['⚠', '요약', '요약'],
    ],
    ['a tab’s name', '=다른!A1', [`log.setName('다른')`], ['#REF!', '끝남']],
    [
      'other formulas',
      '=기록!C1',
      [
        `log.getRange('C1').setFormula('=기록!D1')`,
        `log.getRange('D1').setFormula('=COUNTA(기록!A:B)')`,
        `log.getRange('B5').setValue(1)`,
      ],
      ['', '', '2', '3'],
    ],
    [
      'a formula that is written anew',
      FORMULA,
      [`shown.setValue('=기록!B1')`, `shown.setValue('plain')`],
      ['요약', 'x', 'plain'],
    ],
  ])('after changes of %s', (_, formula, steps, results) => {
    expect(following(formula, steps)).toEqual(results);
  });

  it('a range that holds live formulas counts their new results', () => {
    const document = workbook({ 기록: 'a' });
    const body = `const sheet2 = book.insertSheet('식');
      sheet2.getRange('A1').setFormula('=COUNTIFS(식!B1:B2,"켜짐")');
      sheet2.getRange('B1').setFormula('=IF(COUNTA(기록!A:A)=1,"꺼짐","켜짐")');
      const before = sheet2.getRange('A1').getValue();
      book.getSheetByName('기록').getRange('A2').setValue('b');
      return [before, sheet2.getRange('A1').getValue()]`;
    expect(resultOf(body, { document })).toEqual([0, 1]);
  });

  it.each([
    ['itself', { A1: '=COUNTA(A1:B2)' }],
    ['each other', { A1: '=B1', B1: '=A1' }],
  ])('a formula that refers to %s is an error and does not loop', (_, formulas) => {
    const writes = Object.entries(formulas).map(
      ([cell, formula]) => `sheet.getRange('${cell}').setFormula('${formula}')`,
    );
    expect(resultOf(`${writes.join(';')}; return sheet.getRange('A1').getValue()`)).toBe('#REF!');
  });

  it('at the next execution or on request if somebody changed the document by hand', () => {
    const document = workbook({ 기록: '끝남' });
    const host = hostOf(
      `function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('C1').setFormula('=COUNTA(A1:B9)'); }
       function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange('C1').getValue(); }`,
      { document },
    );
    host.execute('write');
    const [sheet] = document.sheets;
    sheet?.values.push(['끝나지 않음']);
    expect(host.execute('read').result).toBe(2);
    sheet?.values.push(['끝나지 않음']);
    recalculate(document);
    expect(sheet?.values[0]?.[2]).toBe(3);
  });

  it('by the end of the execution', () => {
    const document = createDocument();
    run(`sheet.getRange('A1').setFormula('=COUNTA(B:B)'); sheet.getRange('B1:B2').setValue('x')`, {
      document,
    });
    expect(document.sheets[0]?.values[0]?.[0]).toBe(2);
  });

  it('in the copies that show what a kill would leave', () => {
    const copies: unknown[] = [];
    const document = createDocument();
    const host = hostOf(
      scriptOf(
        `sheet.getRange('A1').setFormula('=COUNTA(B:B)'); SpreadsheetApp.flush(); sheet.getRange('B1').setValue('x'); book.toast('')`,
      ),
      {
        document,
        onCall: (_, name, phase, { discarded, applied }) => {
          if (name === 'Spreadsheet.toast' && phase === 'before') {
            copies.push(
              ...[discarded, applied].map((left) => left.copy().document.sheets[0]?.values[0]?.[0]),
            );
          }
        },
      },
    );
    host.execute('main');
    expect(copies).toEqual([0, 1]);
  });
});

describe('arithmetic of cells', () => {
  const ROWS = `
    일자 | 횟수 | 비고
    [2024-03-05] | 3 | 가
    [2024-03-06] | 4.5 | "12"
    [2024-03-07] | | 나
    계 | | `;

  it.each([
    ['=SUM(기록!B2:B4)', 7.5],
    ['=SUM(기록!B:B)', 7.5],
    ['=SUM(기록!B2,기록!B3,10)', 17.5],
    ['=sum( 기록!B2 ; 기록!C2 )', 3],
    ['=SUM(기록!C2:C4)', 0],
    ['=AVERAGE(기록!B2:B4)', 3.75],
    ['=AVERAGE(기록!C2:C4)', '#DIV/0!'],
    ['=COUNT(기록!A1:C5)', 5],
    ['=MIN(기록!B2:B4)', 3],
    ['=MAX(기록!B2:B4)', 4.5],
    ['=기록!B2+기록!B3*2', 12],
    ['=(기록!B2+기록!B3)*2', 15],
    ['=-기록!B2+1', -2],
    ['=기록!B2-1-1', 1],
    ['=기록!B2/기록!B4', '#DIV/0!'],
    ['=기록!B2+기록!C2', '#VALUE!'],
    ['=기록!B2+기록!B4', 3],
    ['=기록!B2*50%', 1.5],
    ['=기록!A3-기록!A2', 1],
    ['=5', 5],
    ['=0.1+0.2', 0.1 + 0.2],
    ['=SUM(없음!B:B)', '#REF!'],
    ['=SUM(#REF!)+1', '#REF!'],
    ['=SUM(기록!B2:B4)/COUNTA(기록!C2:C3)', 3.75],
    ['=ROUND(10/3,2)', 3.33],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(-2.5)', -3],
    ['=ROUND(1234,-2)', 1200],
    ['=ROUNDUP(10/3,1)', 3.4],
    ['=ROUNDDOWN(10/3,1)', 3.3],
    ['=ROUND(0.0000001,2)', 0],
    ['=IF(기록!B2>=3,"달성","미달")', '달성'],
    ['=IF(기록!B4="","",기록!B4)', ''],
    ['=IF(기록!B4=0,"없음","있음")', '없음'],
    ['=IF(기록!C2="가",1,0)', 1],
    ['=IF(기록!C2<>"나",기록!B2*2,0)', 6],
    ['=IF(기록!C2="가",1)', 1],
    ['=IF(기록!C2="나",1)', false],
    ['=IF(없음!A1=1,1,2)', '#REF!'],
    ['=IFERROR(기록!B2/0,"-")', '-'],
    ['=기록!B2>기록!B3', false],
    ['=SUBTOTAL(9,기록!B2:B4)', 7.5],
    ['=SUBTOTAL(109,기록!B2:B4)', 7.5],
  ])('%s is %s', (formula, result) => {
    expect(resultIn(workbook({ 기록: ROWS }), formula)).toBe(result);
  });

  it('SUBTOTAL adds up what is shown, without other subtotals', () => {
    const document = workbook({ 기록: ROWS });
    const sheet = sheetNamed(document, '기록');
    sheet.hiddenRows.add(2);
    sheet.formulas.set('5,2', '=SUBTOTAL(9,B2:B4)');
    expect(resultIn(document, '=SUBTOTAL(9,기록!B2:B5)-SUBTOTAL(109,기록!B2:B5)')).toBe(3);
    expect(sheet.values[4]?.[1]).toBe(7.5);
  });

  it.each([
    ['=기록!A2+30', true],
    ['=기록!A3-기록!A2', false],
    ['=기록!A2*1', false],
    ['=IF(기록!B2=3,기록!A2,"")', true],
  ])('%s is a date: %s', (formula, isDate) => {
    const body = `const cell = book.insertSheet('식').getRange('A1'); cell.setFormula(${JSON.stringify(formula)});
      return cell.getValue() instanceof Date`;
    expect(resultOf(body, { document: workbook({ 기록: ROWS }) })).toBe(isDate);
  });

  it('a total follows its rows, and counts no text', () => {
    const body = `sheet.getRange('A1:A2').setValues([[1], [2]]); sheet.getRange('A3').setFormula('=SUM(A1:A2)');
      const before = sheet.getRange('A3').getValue();
      sheet.getRange('A1').setValue('없음');
      return [before, sheet.getRange('A3').getValue()]`;
    expect(resultOf(body)).toEqual([3, 2]);
  });

  it('a result of another program stays where it differs by rounding alone', () => {
    const document = workbook({ 기록: '0.1 | 0.2 | 0.3' });
    const [sheet] = document.sheets;
    sheet?.formulas.set('1,3', '=A1+B1');
    recalculate(document);
    expect(sheet?.values[0]?.[2]).toBe(0.3);
  });
});

describe('dates', () => {
  const TEXT = '일자 | 연 | 월 | 일\n[2024-03-05] | 2024 | 3 | 31';

  it.each([
    ['=YEAR(자료!A2)', 2024],
    ['=MONTH(자료!A2)', 3],
    ['=DAY(자료!A2)', 5],
    ['=YEAR("어제")', '#VALUE!'],
    ['=DATE(2024,3,5)-자료!A2', 0],
    ['=MONTH(DATE(자료!B2,자료!C2+1,자료!D2))', 5],
    ['=DATE(10000,1,1)', '#NUM!'],
    ['=DATE("올해",1,1)', '#VALUE!'],
  ])('%s is %s', (formula, result) => {
    expect(resultIn(workbook({ 자료: TEXT }), formula)).toBe(result);
  });

  it('of DATE are shown as days', () => {
    const shown = resultOf(
      `const target = book.insertSheet('식').getRange('A1'); target.setFormula('=DATE(2024,3,5)'); return target.getDisplayValue()`,
      { document: workbook({ 자료: TEXT }) },
    );
    expect(shown).toBe('2024. 3. 5');
  });
});

describe('every other formula', () => {
  it.each([
    '=VLOOKUP(A1,A1:A3,1)',
    '=COUNTIFS(A1:A3,B1)',
    '=COUNTIFS(A1:A3,"<>a")',
    '=COUNTIFS(A1:A3,"")',
    '=COUNTIFS(A1:A3,"2024-01-01")',
    '=SUBTOTAL(3,A1:A3)',
    '=COUNTIFS(A1:A3)',
    '=COUNTA(이름)',
    '=SUM(이름)',
    '=SUM(A1:A3',
    '=SUM(A1:A3)*A1:A3',
    '=SUM([1]Sheet1!A1)',
    '=A1:A3',
    '=A1&"회"',
    '=IF(A1=0)',
  ])('%s keeps the result that it came with, and without one is not known', (formula) => {
    const document = createDocument();
    const sheet = document.sheets[0];
    sheet?.values.push([1, 2, 'cached']);
    sheet?.formulas.set('1,3', formula);
    const body = `sheet.getRange('A2').setValue(5); SpreadsheetApp.flush(); return sheet.getRange('C1').getValue()`;
    expect(resultOf(body, { document })).toBe('cached');
    expect(run(`sheet.getRange('D5').setFormula('${formula}').getValue()`, { document }).error?.message).toBe(
      "not implemented in the local host: the value of a formula, in '시트1'!D5".replaceAll("'", ''),
    );
  });
});

describe('what it costs', () => {
  it('a long tab is counted again only after a change', () => {
    const document = workbook({ 소통기록: 'a', 요약: 'b' });
    let reads = 0;
    const rows = Array.from({ length: 1000 }, () => ['x']);
    sheetNamed(document, '소통기록').values = new Proxy(rows, {
      get(target, key, receiver) {
        reads += key === '500' ? 1 : 0;
        return Reflect.get(target, key, receiver);
      },
    });
    const body = (repeated: string) => `const summary = book.getSheetByName('요약');
      summary.getRange('A1').setFormula('=COUNTA(소통기록!A:A)-SUBTOTAL(103,소통기록!A:A)'); SpreadsheetApp.flush();
      for (let time = 0; time < 50; time += 1) { ${repeated}; SpreadsheetApp.flush(); }`;
    const readsOf = (repeated: string) => {
      reads = 0;
      expect(run(body(repeated), { document }).error).toBeNull();
      return reads;
    };
    const atRest = readsOf(`summary.getRange('B1').setValue(time)`);
    expect(atRest).toBeLessThanOrEqual(4);
    expect(readsOf(`book.getSheetByName('소통기록').hideRows(time + 1)`)).toBeGreaterThanOrEqual(100);
  });
});
