/** A tab is found by its name in any spelling. Tested on a whole workbook in the local host. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/sheets/input/read-records.ts';
import { INPUT_TAB_NAMES } from '../../src/sheets/input/tabs.ts';
import type { RawTabs } from '../../src/sheets/raw.ts';
import { recalculated } from '../support/running.ts';
import { LEDGER, ledger } from '../support/workbooks.ts';

const COUNT = recalculated(ledger({}), '2024-03-31').meetings?.cumulative;

describe('a tab', () => {
  it.each([
    ['a space behind its name', '소통기록 '],
    ['a space in its name', '소통 기록'],
    ['its name decomposed, as macOS has it', '소통기록'.normalize('NFD')],
  ])('is found with %s', (_case, name) => {
    const document = ledger({});
    const sheets = document.sheets.map((sheet) => (sheet.name === '소통기록' ? { ...sheet, name } : sheet));
    const { meetings, findings } = recalculated({ ...document, sheets }, '2024-03-31');
    expect(COUNT).toBeGreaterThan(0);
    expect(meetings?.cumulative).toBe(COUNT);
    expect(findings.filter(({ code }) => code === 'missing-tab')).toEqual([]);
  });

  it('with exactly this name takes precedence over a similar one', () => {
    const document = ledger({ '소통기록 ': '일자 | 분류', 소통기록: LEDGER.소통기록 });
    expect(recalculated(document, '2024-03-31').meetings?.cumulative).toBe(COUNT);
  });

  it.each(Object.values(INPUT_TAB_NAMES))(
    '%s that exists twice is reported with the one that is read',
    (name) => {
      const [first, ...rest] = name;
      const other = `${first} ${rest.join('')}`;
      const { findings } = readRecords({}, [other, name, `${name} `]);
      const doubled = findings.filter(({ problem }) => problem.code === 'doubled-tab');
      expect(doubled.map(({ problem }) => problem)).toEqual([
        { code: 'doubled-tab', read: name, others: [other, `${name} `] },
      ]);
      const alike = readRecords({}, [other, `${name} `]).findings.map(({ problem }) => problem);
      expect(alike).toContainEqual({ code: 'doubled-tab', read: other, others: [`${name} `] });
      expect(readRecords({}, [name]).findings.map(({ problem }) => problem.code)).not.toContain(
        'doubled-tab',
      );
    },
  );

  it('that exists twice is reported in 점검', () => {
    const document = ledger({ '소통기록 ': '일자 | 분류', 소통기록: LEDGER.소통기록 });
    const { findings } = recalculated(document, '2024-03-31');
    expect(findings.find(({ code }) => code === 'doubled-tab')?.message).toContain("'소통기록' 탭만 읽었고");
  });

  it('that is missing is reported with the most similar tab name', () => {
    const document = ledger({});
    const name = '소통기록부';
    const sheets = document.sheets.map((sheet) => (sheet.name === '소통기록' ? { ...sheet, name } : sheet));
    const { findings } = recalculated({ ...document, sheets }, '2024-03-31');
    expect(findings.find(({ code }) => code === 'missing-tab')?.message).toContain(`'${name}'`);
  });

  it.each([
    '실적기록(2024)',
    '실적기록 2024',
    '2024년 실적기록',
    "'24 실적기록",
    '실적기록의 사본',
    '실적기록 사본 1',
    'Copy of 실적기록',
    '사본 - 실적기록',
    '실적기록_백업',
    '(구)실적기록',
    '실적기록 내역',
  ])('%s is not read, and told, whether there is an 실적기록 or none', (name) => {
    const codeOf = (tabs: RawTabs) =>
      readRecords(tabs, [name]).findings.flatMap(({ problem }) =>
        problem.code === 'renamed-tab' || problem.code === 'unread-copy'
          ? [`${problem.code} ${problem.tabName} ${problem.others.join()}`]
          : [],
      );
    expect(codeOf({})).toEqual([`renamed-tab 실적기록 ${name}`]);
    expect(codeOf({ results: { name: '실적기록', rows: [['일자', '값']] } })).toEqual([
      `unread-copy 실적기록 ${name}`,
    ]);
  });

  it.each([
    '실적기록 작성요령',
    '공약 1-1',
    '공약(참고)',
    '실적기록_양식',
    '실적기록(참고)',
    '실적기록-정의서',
    '주민 실적기록',
    '회의 실적',
    '공약변경심의위원회',
    '총괄',
  ])('%s is a tab of its own', (name) => {
    const codes = readRecords({}, [name]).findings.map(({ problem }) => problem.code);
    expect(codes.filter((code) => code === 'renamed-tab' || code === 'unread-copy')).toEqual([]);
  });
});
