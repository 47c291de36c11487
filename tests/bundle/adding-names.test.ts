/** 분류에 더하기: makes names of another district known with one click each. */
import { describe, expect, it } from 'vitest';
import type { AddNameAnswer } from '../../src/app/add-name.ts';
import type { DocumentState } from '../../src/local/host/host.ts';
import { displayed, hostOf, recalculated } from '../support/running.ts';
import { glanceOf } from '../support/sidebar.ts';
import { ledger, sheetNamed } from '../support/workbooks.ts';

const 분류 = '종류 | 이름 | 별칭\n소통 | 시장방문 |\n처리상황 | 완료 |\n출처 | 초도방문 | 첫 방문';
const 소통기록 = [
  '일자 | 분류 | 횟수',
  '2024. 1. 5. | 시장방문 | 1',
  '2024. 1. 6. | 주민 간담회 | 2',
  '2024. 1. 7. | 주민간담회 | 3',
  '2024. 1. 8. | 체육대회 | 1',
  '2024. 1. 9. | 주민간담회 | 1',
].join('\n');
const 건의사항 = [
  '접수번호 | 접수일 | 출처 | 동 | 처리상황',
  '1 | 2024. 1. 9. | 첫 방문 | | 처리함',
  '2 | 2024. 1. 9. | 온라인 | | 처리함',
].join('\n');

const book = (changes: Readonly<Record<string, string | null>> = {}) =>
  ledger({ 분류, 소통기록, 건의사항, ...changes });

function add(document: DocumentState, ...values: readonly unknown[]): AddNameAnswer {
  const { result, error } = hostOf(document).execute('addNameFromSidebar', values, 'client');
  if (error !== null) throw error;
  // This type describes what the bundle's function returns.
  return result as AddNameAnswer;
}

const unknownOf = (document: DocumentState) =>
  recalculated(document, '2024-03-31').findings.filter(({ code }) => code === 'unknown-name');

describe('names that 분류 does not know', () => {
  it('are listed, each once, with the number of rows and where they are', () => {
    const document = book();
    expect(unknownOf(document).map(({ cell, message }) => [cell, message.split('. ')[0]])).toEqual([
      ['B3', "'주민 간담회'는 모르는 이름이어서 3행(B3, B4, B6)을 집계하지 않았습니다"],
      ['B5', "'체육대회'는 모르는 이름이어서 이 행을 집계하지 않았습니다"],
      ['E2', "'처리함'은 모르는 이름이어서 2행(E2, E3)을 집계하지 않았습니다"],
      ['C3', "'온라인'은 모르는 이름이어서 이 행을 집계하지 않았습니다"],
    ]);
  });

  it('are offered in the sidebar with the names that they may be aliases of', () => {
    const document = book();
    recalculated(document, '2024-03-31');
    const { kinds, names } = glanceOf(hostOf(document)).findings;
    expect(kinds.flatMap(({ places }) => places.flatMap(({ addable }) => addable ?? []))).toEqual([
      { kind: '소통', name: '주민 간담회' },
      { kind: '소통', name: '체육대회' },
      { kind: '처리상황', name: '처리함' },
      { kind: '출처', name: '온라인' },
    ]);
    expect(names).toMatchObject({ 소통: ['시장방문'], 출처: ['초도방문'] });
    expect(names.처리상황).toContain('완료');
  });

  it('do not exist while 분류 holds only the built-in names that 시트 준비 lists', () => {
    const document = book();
    document.sheets = document.sheets.filter(({ name }) => name !== '분류');
    hostOf(document).execute('setUpSheets');
    expect(displayed(document, '분류').map(([kind, name]) => `${kind} ${name}`)).toEqual([
      '종류 이름',
      ...['완료', '추진중', '중장기추진', '검토중', '추진예정', '추진불가', '이송'].map(
        (status) => `처리상황 ${status}`,
      ),
      '소통 이월',
    ]);
    expect(unknownOf(document).map(({ found }) => found)).toEqual(['처리함']);
  });
});

describe('분류에 더하기', () => {
  it('appends the name below everything, changes no other row, and rows with the name count', () => {
    const document = book();
    const before = displayed(document, '분류');
    expect(add(document, '소통', '주민 간담회', null)).toEqual({
      status: 'done',
      message: "분류 탭 5행에 '주민 간담회'를 더했습니다. 다시 계산하면 집계됩니다.",
    });
    expect(displayed(document, '분류').slice(0, 4)).toEqual(before);
    expect(displayed(document, '분류')[4]).toEqual(['소통', '주민 간담회', '']);
    expect(unknownOf(document).map(({ found }) => found)).not.toContain('주민 간담회');
    expect(recalculated(document, '2024-03-31').meetings?.cumulative).toBe(7);
  });

  it('makes a handling status of the office, and its rows count under it', () => {
    const document = book();
    expect(add(document, '처리상황', '처리함', null).status).toBe('done');
    const { findings, pledges } = recalculated(document, '2024-03-31');
    expect(findings.map(({ found }) => found)).not.toContain('처리함');
    // The other row is left out because its occasion is not listed.
    expect(pledges[0]?.suggestions?.statuses.처리함).toBe(1);
  });

  describe('of a handling status says whether anything is still to be done', () => {
    const openFor = (document: DocumentState) =>
      recalculated(document, '2025-03-31').findings.filter(({ code }) => code === 'suggestions-open-long');
    const 건의사항 =
      '접수번호 | 접수일 | 출처 | 처리상황 | 처리일\n1 | 2023. 1. 9. | 첫 방문 | 수용곤란 | 2023. 2. 1.';

    it('an end is written in the column 처리, whose heading is added at the right if it is missing', () => {
      const document = book({ 건의사항 });
      expect(add(document, '처리상황', '수용곤란', null, true).status).toBe('done');
      expect(displayed(document, '분류')).toEqual([
        ['종류', '이름', '별칭', '처리'],
        ['소통', '시장방문', '', ''],
        ['처리상황', '완료', '', ''],
        ['출처', '초도방문', '첫 방문', ''],
        ['처리상황', '수용곤란', '', '끝'],
      ]);
      expect(openFor(document)).toEqual([]);
    });

    it.each<[string, readonly unknown[], string, readonly string[]]>([
      ['stays open', ['수용곤란', null, false], '종류 | 이름 | 별칭', ['처리상황', '수용곤란', '']],
      [
        'is open in words',
        ['수용곤란', null, false],
        '종류 | 이름 | 별칭 | 처리',
        ['처리상황', '수용곤란', '', '진행'],
      ],
      [
        'of an older sidebar',
        ['수용곤란', null],
        '종류 | 이름 | 별칭 | 처리',
        ['처리상황', '수용곤란', '', ''],
      ],
      [
        'keeps clear of what stands at the right',
        ['수용곤란', null, true],
        '종류 | 이름 | 별칭 | | \n | | | 적어 둔 말 |',
        ['처리상황', '수용곤란', '', '', '끝'],
      ],
      [
        'takes the column that is there',
        ['수용곤란', null, true],
        '처리 | 종류 | 이름 | 별칭',
        ['끝', '처리상황', '수용곤란', ''],
      ],
    ])('one that %s', (_, values, 분류, row) => {
      const document = book({ 분류, 건의사항 });
      expect(add(document, '처리상황', ...values).status).toBe('done');
      expect(displayed(document, '분류').slice(-1)).toEqual([row]);
      expect(openFor(document).length).toBe(row.includes('끝') ? 0 : 1);
    });

    it('처리 stays out for an alias, for a category, and for an unknown answer', () => {
      for (const values of [
        ['처리상황', '수용곤란', '완료', true],
        ['소통', '체육대회', null, true],
        ['처리상황', '수용곤란', null, '끝'],
      ]) {
        const document = book({ 건의사항 });
        expect(add(document, ...values).status).toBe('done');
        expect(displayed(document, '분류')[0]).toEqual(['종류', '이름', '별칭']);
      }
    });
  });

  it.each([
    ['소통', '체육대회', '시장방문'],
    ['출처', '온라인', '초도방문'],
    ['처리상황', '처리함', '완료'],
  ])('%s: %s as an alias of %s gets a row of its own too', (kind, name, aliasOf) => {
    const document = book();
    expect(add(document, kind, name, aliasOf)).toEqual({
      status: 'done',
      message: expect.stringMatching(
        new RegExp(
          `^분류 탭 5행에 '${name}'[을를] '${aliasOf}'의 별칭으로 더했습니다. 다시 계산하면 집계됩니다.$`,
        ),
      ),
    });
    expect(displayed(document, '분류')[4]).toEqual([kind, aliasOf, name]);
    const findings = recalculated(document, '2024-03-31').findings;
    expect(findings.map(({ found }) => found)).not.toContain(name);
    expect(findings.filter(({ code }) => code === 'doubled-name')).toEqual([]);
  });

  it.each([
    ['with a sign before it', '=1+2'],
    ['in quotes', "'우리' 모임"],
  ])('keeps a name %s as typed', (_, name) => {
    const document = book();
    expect(add(document, '소통', name, null).status).toBe('done');
    expect(displayed(document, '분류')[4]?.[1]).toBe(name);
    expect(sheetNamed(document, '분류').formulas.size).toBe(0);
  });

  it.each([
    ['재원', '국고보조', '국'],
    ['이행구분', '추진완료', '완료'],
    ['소통', ` ${'가'.repeat(60)} `, '시장방문'],
  ])('%s: %s is known afterwards, both of its own and as an alias of %s', (kind, name, listed) => {
    for (const aliasOf of [null, listed]) {
      const document = book({ 분류: `종류 | 이름 | 별칭\n${kind} | ${listed} |` });
      expect(add(document, kind, name, aliasOf).status).toBe('done');
      expect(displayed(document, '분류')[2]).toEqual([
        kind,
        aliasOf ?? name.trim(),
        aliasOf === null ? '' : name.trim(),
      ]);
      expect(add(document, kind, name, null)).toMatchObject({
        message: expect.stringContaining('이미 분류 탭에'),
      });
    }
  });

  it('waits for nobody, and says that somebody is at work', () => {
    const host = hostOf(book());
    host.holdLock();
    const { result } = host.execute('addNameFromSidebar', ['소통', '체육대회', null], 'client');
    expect(result).toMatchObject({ status: 'stopped', messages: [expect.stringContaining('다른 사람이')] });
  });

  it.each<[string, readonly unknown[], string, Readonly<Record<string, string | null>>]>([
    ['nothing', [], '더할 이름을 알 수 없습니다', {}],
    ['a kind that is none', ['재미', '가', null], '더할 이름을 알 수 없습니다', {}],
    ['no name', ['소통', ' ', null], '더할 이름을 알 수 없습니다', {}],
    ['a number', ['소통', 7, null], '더할 이름을 알 수 없습니다', {}],
    ['a telephone number', ['소통', '010-1234-5678', null], '더할 이름을 알 수 없습니다', {}],
    ['a whole paragraph', ['소통', '가'.repeat(61), null], '더할 이름을 알 수 없습니다', {}],
    ['an alias of nothing', ['소통', '체육대회', '등산대회'], "이제 '등산대회'가 없습니다", {}],
    ['an alias of two words', ['소통', '차담회, 간담회', '시장방문'], '쉼표가 있어', {}],
    ['an alias of a number', ['소통', '체육대회', 7], '더할 이름을 알 수 없습니다', {}],
    ['a tab without headings', ['소통', '체육대회', null], '제목이 모두 있어야', { 분류: '가 | 나' }],
    [
      'a tab without names',
      ['소통', '체육대회', null],
      '제목이 모두 있어야',
      { 분류: '종류 | 별칭\n소통 | ' },
    ],
    [
      'a tab without kinds',
      ['소통', '체육대회', null],
      '제목이 모두 있어야',
      { 분류: '이름 | 별칭\n시장방문 | ' },
    ],
    [
      'an alias without its column',
      ['소통', '체육대회', '시장방문'],
      '제목이 모두 있어야',
      { 분류: '종류 | 이름\n소통 | 시장방문' },
    ],
    ['what has no tab', ['소통', '체육대회', null], '시트 준비를 누르면 생깁니다', { 분류: null }],
  ])('refuses %s in one sentence, and writes nothing', (_, values, sentence, changes) => {
    const document = book(changes);
    const before = structuredClone(document);
    const answer = add(document, ...values);
    expect(answer.status === 'stopped' && answer.messages.join()).toContain(sentence);
    expect(document).toEqual(before);
  });

  it('says so if somebody else has added it already', () => {
    const document = book();
    add(document, '소통', '체육대회', null);
    const before = structuredClone(document);
    expect(add(document, '소통', '체육 대회', null)).toEqual({
      status: 'done',
      message: "'체육 대회'는 이미 분류 탭에 있습니다. 다시 계산해 주세요.",
    });
    expect(document).toEqual(before);
  });
});
