/** 분류에 더하기 and 탭 더하기: what is added where, what is said, and when nothing is done. */
import { describe, expect, it } from 'vitest';
import { addName } from '../../src/app/add-name.ts';
import { addTabs, addTabsQuestion, isOfficeAsked, noSuchTabs, tabsNamed } from '../../src/app/add-tabs.ts';
import { BUSY } from '../../src/app/answers.ts';
import type { Environment, TabSize } from '../../src/app/ports.ts';
import type { TabLayout } from '../../src/sheets/set-up/layouts.ts';
import { rawTab } from '../sheets/fixtures.ts';
import { day } from '../support/day.ts';

/** A spreadsheet with these tabs, and all that is done to it. */
function world(tabs: Readonly<Record<string, string>>, isLocked = false, sizes: readonly TabSize[] = []) {
  const done: string[] = [];
  const raw = new Map(Object.entries(tabs).map(([name, table]) => [name, rawTab(name, table)]));
  const environment = {
    workbook: {
      read: (names: readonly string[]) =>
        new Map(names.flatMap((name) => (raw.has(name) ? [[name, raw.get(name)] as const] : []))),
      tabNames: () => [...raw.keys()],
      sizes: () => sizes,
      appendInputRow: (
        tab: string,
        cells: ReadonlyMap<number, string>,
        made: { readonly row: number; readonly column: number; readonly text: string } | null = null,
      ) => {
        const heading = made === null ? '' : `${made.text} at ${made.row},${made.column}; `;
        done.push(`${tab}: ${heading}${[...cells].map(([column, text]) => `${column} ${text}`).join(', ')}`);
        return 9;
      },
      fillInputTabs: (layouts: readonly TabLayout[]) =>
        done.push(`make ${layouts.map(({ name }) => name).join(', ')}`),
      writeInputColumn: (
        tab: string,
        column: number,
        cells: ReadonlyMap<number, string>,
        made: { readonly headingRow: number } | null,
      ) =>
        done.push(
          `${tab} ${column}${made === null ? '' : ' new'}: ${[...cells].map(([row, text]) => `${row} ${text}`).join(', ')}`,
        ),
      flush: () => done.push('flush'),
    },
    clock: { today: () => day('2024-04-02') },
    lock: { take: () => !isLocked, release: () => done.push('release') },
    screen: { toast: (text: string) => done.push(`toast ${text}`) },
  } as unknown as Environment;
  return { environment, done };
}

const LIST = '종류 | 이름 | 별칭\n소통 | 차담회 |\n처리상황 | 완료 |';
const toName = (table: string, ...asked: readonly unknown[]) => {
  const { environment, done } = world({ 분류: table });
  const answer = addName(environment, ...asked);
  return {
    said: answer.status === 'done' ? answer.message : answer.messages.join(' '),
    rows: done.filter((each) => each.startsWith('분류')),
    done,
  };
};

describe('a name is added to 분류', () => {
  it.each<[string, string, readonly unknown[], string]>([
    ['as its own', LIST, ['소통', '시장방문', null, null], '분류: 1 소통, 2 시장방문'],
    ['without the blanks around it', LIST, ['소통', ' 시장방문 ', null, null], '분류: 1 소통, 2 시장방문'],
    ['as an alias', LIST, ['소통', '다과회', '차담회', null], '분류: 1 소통, 2 차담회, 3 다과회'],
    [
      'whether its columns are in another order',
      '이름 | 종류',
      ['출처', '방문', null, null],
      '분류: 2 출처, 1 방문',
    ],
    [
      'as a status that means the end, with a column for it',
      LIST,
      ['처리상황', '종결', null, true],
      '분류: 처리 at 1,4; 1 처리상황, 2 종결, 4 끝',
    ],
    [
      'beside what stands right of the headings',
      `${LIST} | 메모`,
      ['처리상황', '종결', null, true],
      '분류: 처리 at 1,5; 1 처리상황, 2 종결, 5 끝',
    ],
    ['as a status that goes on', LIST, ['처리상황', '협의중', null, false], '분류: 1 처리상황, 2 협의중'],
    [
      'as a status, where there is a column for it',
      '종류 | 이름 | 처리',
      ['처리상황', '협의중', null, false],
      '분류: 1 처리상황, 2 협의중, 3 진행',
    ],
    [
      'as a status of which nothing is said',
      LIST,
      ['처리상황', '협의중', null, '끝'],
      '분류: 1 처리상황, 2 협의중',
    ],
    [
      'as a status of which nothing can be understood, beside that column',
      '종류 | 이름 | 처리',
      ['처리상황', '협의중', null, '끝'],
      '분류: 1 처리상황, 2 협의중',
    ],
    [
      'as a status that means the end, in that column',
      '종류 | 이름 | 처리',
      ['처리상황', '종결', null, true],
      '분류: 1 처리상황, 2 종결, 3 끝',
    ],
    ['as a category, which has no end', LIST, ['소통', '시장방문', null, true], '분류: 1 소통, 2 시장방문'],
    [
      'as an alias of a status, which has its end',
      LIST,
      ['처리상황', '종결', '완료', true],
      '분류: 1 처리상황, 2 완료, 3 종결',
    ],
    ['with a comma, as its own', LIST, ['출처', '가, 나', null, null], '분류: 1 출처, 2 가, 나'],
  ])('%s', (_, table, asked, row) => {
    expect(toName(table, ...asked).rows).toEqual([row]);
  });

  it('under the lock, which is given back before the person is told', () => {
    expect(toName(LIST, '소통', '다과회', '차담회', null).done).toEqual([
      '분류: 1 소통, 2 차담회, 3 다과회',
      'flush',
      'release',
      "toast 분류 탭 9행에 '다과회'를 '차담회'의 별칭으로 더했습니다. 다시 계산하면 집계됩니다.",
    ]);
    const { environment, done } = world({ 분류: LIST }, true);
    expect(addName(environment, '소통', '시장방문', null, null)).toEqual(BUSY);
    expect(done).toEqual([]);
  });

  it.each<[string, string, readonly unknown[], string]>([
    ['of no kind', LIST, ['도로', '가', null, null], '더할 이름을 알 수 없습니다'],
    ['that is an event', LIST, [{ year: 2024 }], '더할 이름을 알 수 없습니다'],
    ['that is a number', LIST, ['소통', 7, null, null], '더할 이름을 알 수 없습니다'],
    ['that is blank', LIST, ['소통', ' ', null, null], '더할 이름을 알 수 없습니다'],
    ['that is too long', LIST, ['소통', '가'.repeat(500), null, null], '더할 이름을 알 수 없습니다'],
    ['that is of a person', LIST, ['소통', '010-1234-5678', null, null], '더할 이름을 알 수 없습니다'],
    ['of a number', LIST, ['소통', '다과회', 7, null], '더할 이름을 알 수 없습니다'],
    [
      'of nothing that is listed',
      LIST,
      ['소통', '다과회', '시장방문', null],
      "분류 탭에 이제 '시장방문'이 없습니다",
    ],
    ['that is listed', LIST, ['소통', '차 담회', null, null], "'차 담회'는 이미 분류 탭에 있습니다"],
    ['with a comma', LIST, ['소통', '가, 나', '차담회', null], "'가, 나'에는 쉼표가 있어 별칭으로"],
    ['in two lines', LIST, ['소통', '가\n나', '차담회', null], '에는 쉼표가 있어 별칭으로'],
    ['without a column', '종류 | 이름', ['소통', '나', '가', null], '분류 탭에 종류, 이름, 별칭 제목이'],
    ['without headings', '가 | 나', ['소통', '나', null, null], '분류 탭에 종류, 이름, 별칭 제목이'],
  ])('but not one %s', (_, table, asked, says) => {
    const { said, rows } = toName(table, ...asked);
    expect(said).toContain(says);
    expect(rows).toEqual([]);
  });

  it('but not without 분류', () => {
    const { environment } = world({});
    expect(addName(environment, '소통', '가', null, null)).toEqual({
      status: 'stopped',
      messages: ['분류 탭이 없습니다. 메뉴 공약장부 → 설정 → 시트 준비를 누르면 생깁니다.'],
    });
  });
});

describe('the tabs that a person means', () => {
  it.each<[string, readonly string[] | null]>([
    ['1', ['results', 'indicators']],
    ['１', ['results', 'indicators']],
    ['1번', ['results', 'indicators']],
    ['1.', ['results', 'indicators']],
    ['실적기록', ['results', 'indicators']],
    ['지표 탭', ['results', 'indicators']],
    ['실적기록·지표', ['results', 'indicators']],
    ['2', ['planChanges']],
    [' 공약 변경 ', ['planChanges']],
    ['3', ['pledgeList']],
    ['여러 공약', ['pledgeList']],
    ['공약목록', ['pledgeList']],
    ['4', null],
    ['', null],
    ['소통기록', null],
    ['12', null],
  ])('by %o are %o', (typed, tabs) => {
    expect(tabsNamed(typed)).toEqual(tabs);
    expect(isOfficeAsked(typed)).toBe(tabs?.includes('pledgeList') === true);
  });

  it('are asked for by number or name', () => {
    expect(addTabsQuestion().split('\n')).toEqual([
      '더할 탭의 번호나 이름을 적어 주세요.',
      '',
      '1. 실적기록·지표: 소통 횟수가 아닌 것(개소, 명, km, %)을 재는 공약',
      '2. 공약변경: 목표나 사업비 같은 계획이 바뀐 공약',
      '3. 여러 공약: 공약 여러 개를 한 장부에 담는 부서(공약목록과 총괄)',
      '',
      '이미 있는 탭의 내용은 바꾸지 않습니다.',
    ]);
    expect(noSuchTabs(' 지도 ')).toBe(
      "'지도'에 맞는 탭이 없습니다. 번호나 이름(실적기록·지표, 공약변경, 여러 공약)을 적어 주세요.",
    );
  });
});

describe('tabs are added', () => {
  const SETTINGS = '항목 | 값 | 설명\n공약번호 | 1-1 |';
  const add = (typed: string, tabs: Readonly<Record<string, string>>, isLocked = false) => {
    const { environment, done } = world(tabs, isLocked);
    const answer = addTabs(environment, typed, { renewGuide: () => done.push('guide') } as never);
    return { answer, done };
  };

  it('that are missing, with the settings that belong to them', () => {
    const { answer, done } = add('지표', { 공약: SETTINGS });
    expect(answer).toMatchObject({ status: 'done', made: ['실적기록', '지표'] });
    expect(done).toEqual([
      'make 지표, 실적기록',
      expect.stringMatching(/^공약: 1 집계, 3 확인지표를 어떻게 세는지입니다/),
      '공약: 1 기준값, 3 공약이 시작되기 전의 값입니다. 없으면 비웁니다. 예: 55',
      'flush',
      'release',
      'toast 실적기록, 지표 탭을 만들었습니다. 공약 탭 끝에 집계, 기준값을 적을 줄을 더했습니다. 이미 있던 것은 그대로 두었습니다.',
    ]);
  });

  it('as far as they are missing, and nothing where none is', () => {
    const both = { 실적기록: '일자 | 값', 지표: '지표 | 집계' };
    expect(
      add('지표', { 공약: `${SETTINGS}\n집계 | 누적 |\n기준값 | |`, 실적기록: '일자 | 값' }).answer,
    ).toEqual({
      status: 'done',
      made: ['지표'],
      message: '지표 탭을 만들었습니다. 이미 있던 것은 그대로 두었습니다.',
    });
    expect(add('지표', { 공약: `${SETTINGS}\n집계 | 누적 |\n기준값 | |`, ...both }).answer).toEqual({
      status: 'done',
      made: [],
      message: '실적기록·지표 탭이 이미 있습니다. 바꾼 것이 없습니다.',
    });
    expect(add('지표', { 공약: `${SETTINGS}\n집계 | 누적 |`, ...both }).answer).toMatchObject({
      message: '실적기록·지표 탭이 이미 있습니다. 공약 탭 끝에 기준값을 적을 줄을 더했습니다.',
    });
    expect(add('2', { 공약: SETTINGS }).answer).toEqual({
      status: 'done',
      made: ['공약변경'],
      message: '공약변경 탭을 만들었습니다. 이미 있던 것은 그대로 두었습니다.',
    });
  });

  it('of an office, with the number of the pledge in every row there is', () => {
    const meetings = '일자 | 분류\n2024-01-01 | 가\n | \n2024-01-02 | 나';
    const { answer, done } = add('여러 공약', { 공약: `${SETTINGS}\n공약명 | 쉼터 |`, 소통기록: meetings });
    expect(answer).toEqual({
      status: 'done',
      made: ['공약목록'],
      message:
        '공약목록 탭을 만들었습니다. 이미 있던 것은 그대로 두었습니다. 메뉴에 이 공약 보기가 생깁니다. 보이지 않으면 화면을 새로 고쳐 주세요.',
    });
    expect(done).toEqual([
      '소통기록 3 new: 1 공약번호, 2 1-1, 4 1-1',
      'make 공약목록',
      'guide',
      'flush',
      'release',
      expect.stringMatching(/^toast /),
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['공약 has no number', { 공약: '항목 | 값\n공약명 | 쉼터' }],
    ['공약 is missing', {}],
  ])('of an office, but not where %s for the rows there are', (_, pledge) => {
    const { answer, done } = add('3', { ...pledge, 소통기록: '일자 | 분류\n2024-01-01 | 가' });
    expect(answer).toMatchObject({
      messages: [expect.stringMatching(/^공약 탭의 공약번호가 비어 있어/)],
    });
    expect(done).toEqual(['release', expect.stringMatching(/^toast 공약 탭의/)]);
    // Without rows nothing needs a number.
    expect(add('3', { ...pledge, 소통기록: '일자 | 분류' }).done.slice(0, 2)).toEqual([
      '소통기록 3 new: 1 공약번호',
      'make 공약목록',
    ]);
  });

  it.each<[string, string, number, number, boolean]>([
    ['has a blank column', '일자 | 분류\n2024-01-01 | 가', 3_300_000, 3, true],
    ['has the column', '일자 | 분류 | 공약번호\n2024-01-01 | 가 |', 3_300_000, 3, true],
    ['has room for it', '일자 | 분류\n2024-01-01 | 가', 3_300_000, 2, true],
    ['would get too large by it', '일자 | 분류\n2024-01-01 | 가', 3_400_000, 2, false],
  ])('of an office, where a large tab %s', (_, meetings, rows, columns, isDone) => {
    const used = () => ({ rows: 2, columns: 2 });
    const size = { name: '소통기록', rows, columns, used };
    const { environment, done } = world({ 공약: SETTINGS, 소통기록: meetings }, false, [size]);
    const answer = addTabs(environment, '3', { renewGuide: () => undefined });
    expect(answer.status).toBe(isDone ? 'done' : 'stopped');
    expect(done.some((each) => each.startsWith('소통기록 3'))).toBe(isDone);
  });

  it.each<[string, string, string, string]>([
    [
      'of one pledge, with its number',
      '"1-1" | 쉼터',
      '소통기록 3 new: 1 공약번호, 2 1-1',
      '소통기록 탭 맨 오른쪽에 공약번호 열을 만들었습니다. 지금까지의 행에는 공약 1-1의 번호를 적었습니다.',
    ],
    [
      'of several, for a person to fill in',
      '"1-1" | 쉼터\n"1-2" | 길',
      '소통기록 3 new: 1 공약번호',
      '소통기록 탭 맨 오른쪽에 공약번호 열을 만들었습니다. 행마다 그 공약의 번호를 적어 주세요. 번호가 없는 행은 점검에 오류로 나오고 세지 않습니다.',
    ],
  ])('of an office there is already get the column that they lack: %s', (_, pledges, column, message) => {
    const { answer, done } = add('3', {
      공약: '항목 | 값\n기준일 |',
      공약목록: `공약번호 | 공약명\n${pledges}`,
      소통기록: '일자 | 분류\n2024-01-01 | 가',
      실적기록: '일자 | 값 | 공약번호\n2024-01-01 | 1 |',
    });
    expect(answer).toEqual({ status: 'done', made: [], message });
    expect(done.slice(0, 2)).toEqual([column, 'guide']);
  });

  it('but not those that nobody knows, or while somebody else counts', () => {
    const { answer, done } = add('지도', { 공약: SETTINGS });
    expect(answer).toEqual({ status: 'stopped', messages: [noSuchTabs('지도')] });
    expect(done).toEqual([`toast ${noSuchTabs('지도')}`]);
    expect(add('2', { 공약: SETTINGS }, true).answer).toEqual(BUSY);
  });
});
