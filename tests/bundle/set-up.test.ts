import { describe, expect, it } from 'vitest';
import { createDocument, type DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculate, recalculated, sampleDocument } from '../support/running.ts';
import { preparedDocument, setUp, setUpAnswer } from '../support/setting-up.ts';
import { ledger, sheetNamed, workbook } from '../support/workbooks.ts';

const INPUT = [
  '공약',
  '연차목표',
  '추진일정',
  '분류',
  '소통기록',
  '건의사항',
  '예산계획',
  '예산집행',
  '향후계획',
];
const RESULTS = ['요약', '소통누적', '건의현황', '예산현황', '실적보고', '점검'];
/** Logs that the first run appends to. */
const LOGS = ['실행기록', '처리이력'];

const names = ({ sheets }: DocumentState) => sheets.map(({ name }) => name);
const headings = (document: DocumentState, tab: string) => displayed(document, tab)[0] ?? [];
const column = (document: DocumentState, tab: string, heading: string) =>
  headings(document, tab).indexOf(heading) + 1;

describe('시트 준비 in an empty spreadsheet', () => {
  const document = preparedDocument();

  it('makes and shows 사용법 as the first tab, then input tabs, result tabs, logs, and last the empty tab that was there', () => {
    expect(names(document)).toEqual(['사용법', ...INPUT, ...RESULTS, ...LOGS, '시트1']);
    expect(document.activeSheetId).toBe(sheetNamed(document, '사용법').id);
  });

  it('colours the tabs by purpose, and warns a person who edits a result', () => {
    expect(new Set(INPUT.map((tab) => sheetNamed(document, tab).tabColor))).toEqual(new Set(['#3d7ab8']));
    expect(new Set(RESULTS.map((tab) => sheetNamed(document, tab).tabColor))).toEqual(new Set(['#4f8a4f']));
    for (const { name, protection } of document.sheets) {
      expect(protection?.warningOnly, name).toBe([...RESULTS, ...LOGS].includes(name) ? true : undefined);
    }
  });

  it.each(INPUT)('%s says at every heading what to type, with an example', (tab) => {
    const sheet = sheetNamed(document, tab);
    const columns = headings(document, tab);
    expect(columns.length).toBeGreaterThan(1);
    expect(sheet.frozenRows).toBe(1);
    const notes = columns.map((_, index) => sheet.notes.get(`1,${index + 1}`) ?? '');
    for (const [index, note] of notes.entries()) {
      expect(note, columns[index]).toMatch(/니다/);
      if (!['항목', '값', '설명', '비고'].includes(columns[index] ?? ''))
        expect(note, columns[index]).toContain('예: ');
    }
  });

  it.each([
    ['건의사항', '접수번호', '2024-01', '2024-01'],
    ['건의사항', '접수번호', '1-6', '1-6'],
    ['소통기록', '내용', '1/2', '1/2'],
    ['소통기록', '일자', '2024-3-5', '2024. 3. 5'],
    ['소통기록', '일자', '2024. 3월', '2024. 3월'],
    ['소통기록', '횟수', '1234', '1,234'],
    ['예산집행', '금액(원)', '1800000', '1,800,000   '],
    ['예산계획', '금액(백만원)', '5.7', '5.7'],
    ['예산계획', '연도', '2024', '2024'],
    ['향후계획', '시기', '2024. 4', '2024. 4'],
  ])('in %s a %s of %s is shown as %s', (tab, heading, typed, shown) => {
    const copy = structuredClone(document);
    const cell = `SpreadsheetApp.getActive().getSheetByName('${tab}').getRange(2, ${column(copy, tab, heading)})`;
    const host = hostOf(copy, {
      code: `function main() { return ${cell}.setValue('${typed}').getDisplayValue(); }`,
    });
    expect(host.execute('main').result).toBe(shown);
  });

  it('keeps a pledge number such as 1-6 as text, and settings of dates and years as such', () => {
    const sheet = sheetNamed(document, '공약');
    const formats = Object.fromEntries(
      sheet.values
        .slice(1)
        .map(([item], index) => [String(item), sheet.styles[index + 1]?.[1]?.numberFormat]),
    );
    expect(formats).toMatchObject({
      공약번호: '@',
      시작연도: '0',
      기준일: 'yyyy. m. d',
      최종목표: 'General',
    });
    expect(
      sheet.validations?.get(`${sheet.values.findIndex(([item]) => item === '이행구분') + 1},2`)?.values,
    ).toContain('정상추진');
  });

  it.each([
    ['소통기록', '분류', '분류!B9:B209'],
    ['건의사항', '출처', '분류!B10:B209'],
    ['향후계획', '분류', '분류!B9:B209'],
    ['분류', '추진일정', '추진일정!A2:A200'],
  ])('%s offers for %s the names in %s, and only warns about others', (tab, heading, range) => {
    const rule = sheetNamed(document, tab).validations?.get(`900,${column(document, tab, heading)}`);
    expect(rule).toMatchObject({
      criterion: 'VALUE_IN_RANGE',
      values: [range],
      showDropdown: true,
      allowInvalid: true,
    });
  });

  it('warns about typed values, and refuses none', () => {
    const rules = document.sheets.flatMap(({ validations }) => [...(validations?.values() ?? [])]);
    expect(rules.length).toBeGreaterThan(1000);
    expect(new Set(rules.map(({ allowInvalid }) => allowInvalid))).toEqual(new Set([true]));
  });

  it('links 사용법 to every tab', () => {
    const links = [...sheetNamed(document, '사용법').formulas.values()];
    for (const tab of [...INPUT, ...RESULTS, '실행기록']) {
      expect(links).toContain(`=HYPERLINK("#gid=${sheetNamed(document, tab).id}&range=A1","${tab}")`);
    }
  });

  it('has the quarters of the current term of office', () => {
    expect(headings(document, '추진일정')).toEqual([
      '세부추진사항',
      ...[2022, 2023, 2024, 2025, 2026].flatMap((year) =>
        [1, 2, 3, 4].map((quarter) => `${year}.${quarter}`),
      ),
    ]);
  });

  it('can be calculated at once, without anything to correct', () => {
    const copy = structuredClone(document);
    const result = recalculated(copy);
    expect(result.meetings?.cumulative).toBe(0);
    expect(result.findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(names(copy).filter((name) => names(document).includes(name))).toEqual(names(document));
  });
});

describe('시트 준비 again', () => {
  it.each([
    ['after 시트 준비', () => preparedDocument()],
    [
      'after a calculation',
      () => {
        const document = preparedDocument();
        recalculate(document);
        return document;
      },
    ],
    [
      'after a person has typed something',
      () => {
        const document = preparedDocument();
        sheetNamed(document, '소통기록').values.push(['2024. 3. 5.', '시장방문']);
        return document;
      },
    ],
  ])('%s changes nothing, costs little, and says so', (_, make) => {
    const document = make();
    const before = structuredClone(document);
    const execution = setUp(document);
    expect(setUpAnswer(execution)).toEqual({ status: 'done', made: [], upgraded: false });
    expect(document).toEqual(before);
    expect(execution.calls.transfers).toBeLessThan(20);
    expect(execution.toasts.map(({ message }) => message)).toEqual([
      '이미 준비되어 있습니다. 바꾼 것이 없습니다.',
    ]);
  });
});

describe('시트 준비 with something already there', () => {
  it('keeps every cell of a tab that holds anything, and leaves other people’s tabs in place', () => {
    const document = ledger({ 메모: '내 것 | =1+2 → 3' });
    const before = structuredClone(document);
    preparedDocument(document);
    for (const sheet of before.sheets) expect(sheetNamed(document, sheet.name)).toEqual(sheet);
    expect(names(document)).toEqual([
      '사용법',
      '공약',
      '연차목표',
      '소통기록',
      '건의사항',
      '예산계획',
      '예산집행',
      '추진일정',
      '분류',
      '향후계획',
      '메모',
      ...RESULTS,
      ...LOGS,
    ]);
  });

  it('makes no second 소통기록 beside one with another spelling', () => {
    const document = preparedDocument(workbook({ '소통 기록': '일자 | 분류' }));
    expect(names(document).filter((name) => /소통 ?기록/.test(name))).toEqual(['소통 기록']);
  });

  it('takes the names for its dropdowns from the existing 분류, wherever they are in it', () => {
    const document = preparedDocument(
      workbook({
        분류: '이름 표\n이름 | 종류\n완료 | 처리상황\n반상회 | 소통\n간담회 | 소통\n민원실 | 출처',
      }),
    );
    const rule = (tab: string, heading: string) =>
      sheetNamed(document, tab).validations?.get(`2,${column(document, tab, heading)}`)?.values;
    expect(rule('소통기록', '분류')).toEqual(['분류!A4:A5']);
    expect(rule('건의사항', '출처')).toEqual(['분류!A6:A206']);
  });

  it('links an existing 사용법 to the tabs that it has made again', () => {
    const document = preparedDocument(without(preparedDocument(), '소통기록', '요약'));
    const links = [...sheetNamed(document, '사용법').formulas.values()];
    for (const tab of [...INPUT, ...RESULTS]) {
      expect(links).toContain(`=HYPERLINK("#gid=${sheetNamed(document, tab).id}&range=A1","${tab}")`);
    }
    expect(names(document)[0]).toBe('사용법');
  });

  it('puts input tabs before existing results, and results before records', () => {
    const RECORDS = ['실행기록', '처리이력'];
    const document = preparedDocument(resultsAlone());
    expect(names(document)).toEqual(['사용법', ...INPUT, ...RESULTS, ...RECORDS, '시트1']);
    preparedDocument(without(document, '점검', '예산현황', '향후계획'));
    expect(names(document)).toEqual([
      '사용법',
      ...INPUT,
      ...RESULTS.filter((tab) => !['점검', '예산현황'].includes(tab)),
      '예산현황',
      '점검',
      ...RECORDS,
      '시트1',
    ]);
  });

  it('moves no existing tab', () => {
    const document = preparedDocument();
    document.sheets.reverse();
    const order = names(document);
    preparedDocument(without(document, '분류', '요약', '사용법'));
    expect(names(document).filter((tab) => !['분류', '요약', '사용법'].includes(tab))).toEqual(
      order.filter((tab) => !['분류', '요약', '사용법'].includes(tab)),
    );
  });

  it('leaves alone a 사용법 and a 요약 that somebody else made', () => {
    const document = workbook({ 사용법: '우리 과 규칙', 요약: '남의 요약' });
    const before = structuredClone(document);
    preparedDocument(document);
    for (const tab of ['사용법', '요약']) expect(sheetNamed(document, tab)).toEqual(sheetNamed(before, tab));
  });

  it('says what it made', () => {
    const document = preparedDocument();
    document.sheets = document.sheets.filter(({ name }) => !['향후계획', '점검'].includes(name));
    const execution = setUp(document);
    expect(setUpAnswer(execution)).toEqual({ status: 'done', made: ['향후계획', '점검'], upgraded: false });
    expect(execution.toasts.map(({ message }) => message)).toEqual([
      '향후계획, 점검 탭을 만들었습니다. 이미 있던 탭은 그대로 두었습니다.',
    ]);
    expect(names(document)).toEqual(['사용법', ...INPUT, ...RESULTS, ...LOGS, '시트1']);
  });

  it('tells a second person in one sentence, and does nothing', () => {
    const document = createDocument();
    const before = structuredClone(document);
    const host = hostOf(document);
    host.holdLock();
    const execution = host.execute('setUpSheets');
    const sentence = '다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.';
    expect(setUpAnswer(execution)).toEqual({ status: 'stopped', messages: [sentence] });
    expect(document).toEqual(before);
  });
});

describe('시트 준비 of a layout of an earlier version', () => {
  /** Results as the first version made them, without colour and protection. */
  function old(): DocumentState {
    const document = sampleDocument();
    recalculate(document);
    for (const sheet of document.sheets.filter(({ metadata }) => metadata.length > 0)) {
      sheet.tabColor = null;
      delete sheet.protection;
    }
    return document;
  }

  it('gives the result tabs what they lack, once, and changes no cell', () => {
    const document = old();
    const before = structuredClone(document);
    expect(setUpAnswer(setUp(document))).toMatchObject({ status: 'done', upgraded: true });
    for (const sheet of before.sheets) {
      const { tabColor, protection, ...rest } = sheetNamed(document, sheet.name);
      const { tabColor: _, ...was } = sheet;
      expect(rest, sheet.name).toEqual(was);
      const isOwn = sheet.metadata.length > 0;
      expect([tabColor !== null, protection !== undefined], sheet.name).toEqual([
        sheet.name !== '시트1',
        isOwn,
      ]);
    }
    for (const sheet of document.sheets) delete sheet.protection;
    const unprotected = structuredClone(document);
    expect(setUpAnswer(setUp(document))).toEqual({ status: 'done', made: [], upgraded: false });
    expect(document).toEqual(unprotected);
  });

  it('keeps the layout of a later version', () => {
    const document = old();
    document.documentProperties.set('pledge-ledger.layout', '99');
    preparedDocument(document);
    expect(document.documentProperties.get('pledge-ledger.layout')).toBe('99');
  });
});

describe('시트 준비, broken off', () => {
  it('keeps what a person has typed into a half-made tab', () => {
    const document = createDocument({ sheets: ['시트1', '요약 (만드는 중)'] });
    sheetNamed(document, '요약 (만드는 중)').values = [['내 것']];
    const before = structuredClone(sheetNamed(document, '요약 (만드는 중)'));
    preparedDocument(document);
    expect(sheetNamed(document, '요약 (만드는 중)')).toEqual(before);
    expect(names(document)).toEqual(['사용법', '시트1', '요약 (만드는 중)', ...INPUT, ...RESULTS, ...LOGS]);
  });
});

/** A document with results and records but no input tab. */
function resultsAlone(): DocumentState {
  const document = sampleDocument();
  recalculate(document);
  return without(document, ...INPUT);
}

function without(document: DocumentState, ...removed: readonly string[]): DocumentState {
  document.sheets = document.sheets.filter(({ name }) => !removed.includes(name));
  return document;
}
