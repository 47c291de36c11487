import { describe, expect, it } from 'vitest';
import { recalculate } from '../../../src/app/recalculate.ts';
import { type TraceAnswer, trace } from '../../../src/app/trace/trace.ts';
import { cellAt, columnLetters } from '../../../src/sheets/addresses.ts';
import { rawTab } from '../../sheets/fixtures.ts';
import { mobileNumber } from '../../sheets/made-up-numbers.ts';
import { LEDGER } from '../../support/workbooks.ts';
import { type World, worldOf } from './trace-world.ts';

const SCHEDULE =
  '세부추진사항 | 2022.3 | 2023.1 | 2024.1 | 2024.2\n시장방문 | ■ | | | ■\n구청장 차담회 | | ■ | ■ |';
const CLASSIFICATION =
  '종류 | 이름 | 추진일정\n소통 | 시장방문 | 시장방문\n소통 | 구청장 차담회 | 구청장 차담회';

function computedWorld(changes: Readonly<Record<string, string>> = {}): World {
  const tabs = { ...LEDGER, 추진일정: SCHEDULE, 분류: CLASSIFICATION, ...changes };
  const world = worldOf(
    Object.entries(tabs).map(([name, text]) =>
      rawTab(
        name,
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .join('\n'),
      ),
    ),
  );
  recalculate(world.environment, 'all', null);
  return world;
}

/** The cell of `block > row > heading`; the row is the first below the block whose first cell is that. */
function cellNamed({ results }: World, tab: string, place: string): string {
  const [block = '', row = '', heading = ''] = place.split(' > ');
  const rows = results.get(tab) ?? [];
  const title = rows.findIndex(([first]) => first === block);
  const headings = rows.findIndex((cells, index) => index > title && cells.includes(heading));
  const found = rows.findIndex((cells, index) => index > headings && cells[0] === row);
  const column = rows[headings]?.indexOf(heading) ?? -1;
  if (title < 0 || found < 0 || column < 0) throw new Error(`nothing is at ${tab}: ${place}`);
  return `${columnLetters(column + 1)}${found + 1}`;
}

/** `합 6: 소통기록 2 (2) 소통기록 3 (3)` */
function told(answer: TraceAnswer): string {
  if (answer.status === 'stopped') return answer.messages.join(' ');
  return answer.parts
    .map(({ label, sum, unit, rows }) => {
      const all = rows.map(
        ({ tab, row, value, approximate }) => ` ${tab} ${row} (${approximate ? '약 ' : ''}${value})`,
      );
      return `${label} ${sum ?? '?'}${unit}:${all.join('')}`;
    })
    .join(' | ');
}

describe('the rows behind a cell', () => {
  const world = computedWorld();
  const NO_ROWS = '숫자는 입력한 행을 더한 것이 아니어서 보여 줄 행이 없습니다.';

  it.each([
    [
      'a total',
      '소통누적',
      '연도별 계획과 실적 > 기준일(2024. 3. 31.) > 누적 실적',
      '합 6회: 소통기록 2 (2) 소통기록 3 (3) 소통기록 4 (1)',
    ],
    [
      'a year of it',
      '소통누적',
      '연도별 계획과 실적 > 2023 > 누적 실적',
      '합 5회: 소통기록 2 (2) 소통기록 3 (3)',
    ],
    ['a breakdown', '소통누적', '분류별 실적 > 시장방문 > 계', '합 3: 소통기록 2 (2) 소통기록 4 (1)'],
    [
      'a rate: both parts',
      '소통누적',
      '연도별 계획과 실적 > 2022 > 이행률',
      '분자 2회: 소통기록 2 (2) | 분모 200회: 공약 6 (200)',
    ],
    [
      'a rate of the plan',
      '소통누적',
      '연도별 계획과 실적 > 2024 > 계획률',
      '분자 90회: 연차목표 3 (90) | 분모 200회: 공약 6 (200)',
    ],
    ['people', '소통누적', '만난 단체와 사람 > 시장방문 > 인원', '합 40: 소통기록 2 (40)'],
    [
      'a balance: both sides',
      '예산현황',
      '예산현황 > 2023 > 잔액',
      '목표·계획 6000000원: 예산계획 2 (6000000) | 실적 3900000원: 예산집행 2 (3900000)',
    ],
    ['suggestions', '건의현황', '동별 처리상황 > 송도1동 > 합계', '합 2건: 건의사항 2 (2)'],
    [
      'one suggestion that is open',
      '건의현황',
      '가장 오래 남아 있는 건의 (10건까지) > 동 연두방문 > 건수',
      '합 1건: 건의사항 3 (1)',
    ],
    [
      'quarters that are planned',
      '소통누적',
      '일정 대비 실적 (분기 수) > 구청장 차담회 > 계획',
      '합 2: 추진일정 3 (2)',
    ],
    [
      'quarters that were missed',
      '소통누적',
      '일정 대비 실적 (분기 수) > 구청장 차담회 > 누락',
      '합 1: 추진일정 3 (1)',
    ],
    [
      'quarters held late: the meetings that show it',
      '소통누적',
      '일정 대비 실적 (분기 수) > 구청장 차담회 > 지연',
      '합 1: 소통기록 3 (1)',
    ],
    [
      'quarters of which there are none',
      '소통누적',
      '일정 대비 실적 (분기 수) > 시장방문 > 추가',
      '합 0: 추진일정 2 (0)',
    ],
    [
      'what was held under a line',
      '소통누적',
      '일정 대비 실적 (분기 수) > 시장방문 > 횟수',
      '합 3: 소통기록 2 (2) 소통기록 4 (1)',
    ],
    [
      'what is still needed: the target and what was held',
      '소통누적',
      '목표까지 남은 것 > 2024년 누적목표 > 더 필요',
      '목표·계획 90회: 연차목표 3 (90) | 실적 6회: 소통기록 2 (2) 소통기록 3 (3) 소통기록 4 (1)',
    ],
    ['quarters that are left', '소통누적', '목표까지 남은 것 > 2024년 누적목표 > 남은 분기', NO_ROWS],
    ['rows that were read', '점검', '읽은 행은 어디로 갔나 >  > 읽음', NO_ROWS],
    ['a blank, where no row says anything', '예산현황', '예산현황 > 2024 > 집행액', '합 ?:'],
    [
      'a name',
      '소통누적',
      '분류별 실적 > 시장방문 > 분류',
      '칸에는 행에서 센 숫자가 없습니다. 숫자 칸을 골라 주세요.',
    ],
  ])('%s', (_, tab, place, expected) => {
    const answer = told(trace(world.environment, tab, cellNamed(world, tab, place)));
    if (/[.]$/.test(expected)) expect(answer.endsWith(expected), answer).toBe(true);
    else expect(answer).toBe(expected);
  });

  it('says in which column the amount of a row stands', () => {
    const headingsAt = (tab: string, place: string) => {
      const answer = trace(world.environment, tab, cellNamed(world, tab, place));
      if (answer.status === 'stopped') throw new Error(answer.messages.join(' '));
      return answer.parts.flatMap(({ rows }) =>
        rows.map(({ tab: of, amountHeading }) => [of, amountHeading]),
      );
    };
    expect(headingsAt('예산현황', '예산현황 > 2023 > 잔액')).toEqual([
      ['예산계획', '금액(백만원)'],
      ['예산집행', '금액(원)'],
    ]);
    expect(headingsAt('건의현황', '동별 처리상황 > 송도1동 > 합계')).toEqual([['건의사항', '건수']]);
    expect(headingsAt('소통누적', '연도별 계획과 실적 > 2024 > 계획률')).toEqual([
      ['연차목표', undefined],
      ['공약', undefined],
    ]);
  });

  it('says what each row says, by heading, blanks left out', () => {
    const cell = cellNamed(world, '소통누적', '분류별 실적 > 시장방문 > 2022');
    expect(trace(world.environment, '소통누적', cell)).toMatchObject({
      parts: [
        {
          rows: [
            {
              columns: { 일자: '2022. 9. 1.', 분류: '시장방문', 내용: '첫 방문', 횟수: '2', 참석인원: '40' },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['1-6', '2024-01-06', '1-6 (날짜로 바뀜)'],
    ['1-6', '45297', '1-6 (날짜로 바뀐 수 45297)'],
    ['45297', '45297', '45297'],
    ['1-6', '1.6', '1.6'],
  ])('says the number of the pledge as it was typed: of %s, %s as %s', (own, typed, shown) => {
    const { environment, ...rest } = computedWorld({
      공약: LEDGER.공약.replace(/공약번호 \|.*/, `공약번호 | ${own}`),
      소통기록: `공약번호 | 일자 | 분류 | 횟수\n${typed} | 2024. 3. 5. | 시장방문 | 2`,
    });
    const cell = cellNamed({ environment, ...rest }, '소통누적', '연도별 계획과 실적 > 2024 > 누적 실적');
    const answer = trace(environment, '소통누적', cell);
    expect(answer).toMatchObject({ parts: [{ rows: [{ columns: { 공약번호: shown } }] }] });
  });

  it('never tells personal data', () => {
    const phone = mobileNumber();
    const secret = computedWorld({
      소통기록: `일자 | 분류 | 내용 | 담당 ${phone}\n2024. 3. 5. | 시장방문 | 문의 ${phone} | 예`,
    });
    const answer = trace(
      secret.environment,
      '소통누적',
      cellNamed(secret, '소통누적', '분류별 실적 > 시장방문 > 계'),
    );
    expect(answer.status).toBe('done');
    expect(JSON.stringify(answer)).toContain('담당 ');
    expect(JSON.stringify(answer)).not.toContain(phone.slice(-4));
  });
});

describe('a cell that nothing can be told of', () => {
  it.each([
    [
      'an input tab',
      '소통기록',
      'D2',
      "'소통기록' 탭은 결과 탭이 아닙니다. 결과 탭의 숫자 칸을 골라 주세요.",
    ],
    ['nothing selected', '', '', "'' 탭은 결과 탭이 아닙니다. 결과 탭의 숫자 칸을 골라 주세요."],
    ['no cell', '소통누적', '둘째 줄', "'둘째 줄'은(는) 칸의 이름이 아닙니다. C5처럼 적어 주세요."],
    ['the run log', '실행기록', 'D2', '실행기록 탭은 한 일을 적어 두는 곳이어서 보여 줄 행이 없습니다.'],
    [
      'a cell beyond the tab',
      '소통누적',
      'ZZ999',
      '소통누적 탭의 ZZ999 칸에는 행에서 센 숫자가 없습니다. 숫자 칸을 골라 주세요.',
    ],
  ])('%s', (_, tab, cell, expected) => {
    expect(told(trace(computedWorld().environment, tab, cell))).toBe(expected);
  });

  it('a result tab that was never computed, or is somebody else’s', () => {
    const world = worldOf([rawTab('공약', '항목 | 값\n시작연도 | 2022')]);
    expect(told(trace(world.environment, '소통누적', 'C5'))).toBe(
      "공약장부가 계산한 '소통누적' 탭이 없습니다. 먼저 다시 계산해 주세요.",
    );
  });

  it('a tab in which somebody typed over a figure, but not one with a remark', () => {
    const world = computedWorld();
    const cell = cellNamed(world, '소통누적', '분류별 실적 > 시장방문 > 계');
    const rows = world.results.get('소통누적') ?? [];
    const typed = (at: number, column: number, value: string | number) =>
      world.results.set('소통누적', rows.with(at, (rows[at] ?? []).with(column, value)));
    typed(0, 0, '우리 부서의 소통누적');
    expect(trace(world.environment, '소통누적', cell).status).toBe('done');
    const figure = rows.findIndex(([first]) => first === '구청장 차담회');
    typed(figure, rows[figure]?.indexOf(3) ?? 0, 4);
    expect(told(trace(world.environment, '소통누적', cell))).toContain('계산한 뒤에 내용이 바뀌었습니다');
  });

  it.each([
    ['a row more', `${LEDGER.소통기록}\n2024. 3. 6. | 시장방문 | | |`],
    [
      'rows in another order, so that a category has moved',
      LEDGER.소통기록.replace('2022. 9. 1. | 시장방문', '2022. 9. 1. | 구청장 차담회'),
    ],
    ['a heading less', LEDGER.소통기록.replace('일자', '딴것')],
  ])('a tab that is older than the rows: %s', (_, text) => {
    const world = computedWorld();
    const cell = cellNamed(world, '소통누적', '분류별 실적 > 시장방문 > 계');
    world.inputs.set(
      '소통기록',
      rawTab(
        '소통기록',
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .join('\n'),
      ),
    );
    expect(told(trace(world.environment, '소통누적', cell))).toBe(
      '소통누적 탭을 계산한 뒤에 내용이 바뀌었습니다. 다시 계산한 뒤에 근거를 보세요.',
    );
  });
});

describe('a report of another date than the other tabs', () => {
  it('is traced as of its own date', () => {
    const world = computedWorld();
    recalculate(world.environment, 'report', '2022-12-31');
    const rows = world.results.get('실적보고') ?? [];
    const row = rows.findIndex((cells) => cells[1] === '실적') + 1;
    expect(told(trace(world.environment, '실적보고', `C${row}`))).toBe('합 2: 소통기록 2 (2)');
    const total = cellNamed(world, '소통누적', '연도별 계획과 실적 > 기준일(2024. 3. 31.) > 누적 실적');
    expect(told(trace(world.environment, '소통누적', total))).toMatch(/^합 6회:/);
    expect(cellAt(total)).not.toBeNull();
  });
});

describe('the equation of an indicator that is to fall from 50 to 30', () => {
  const FALLING = {
    공약: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 민원\n집계 | 현재값\n지표단위 | 건\n기준값 | 50\n최종목표 | 30\n기준일 | 2024. 3. 31.',
    연차목표: '연도 | 누적목표\n2024 | 40\n2026 | 30',
  };
  const equations = (value: string) => {
    const world = computedWorld({ ...FALLING, 실적기록: `일자 | 값\n2024. 2. 1. | ${value}` });
    return [
      '연도별 계획과 실적 > 기준일(2024. 3. 31.) > 이행률',
      '목표까지 남은 것 > 2024년 목표 > 더 필요',
    ].map((place) => {
      const answer = trace(world.environment, '소통누적', cellNamed(world, '소통누적', place));
      return answer.status === 'stopped' ? answer.messages.join(' ') : answer.equation;
    });
  };

  it.each([
    ['42', '40% = (50건 − 42건) ÷ (50건 − 30건)', '2건 = 42건 − 40건'],
    [
      '39.5',
      '52% = (50건 − 39.5건) ÷ (50건 − 30건)',
      '0건: 목표는 40건, 지금은 39.5건이므로 이미 이루었습니다.',
    ],
    ['60', '0% = (50건 − 60건) ÷ (50건 − 30건). 0%보다 낮으면 0%로 봅니다.', '20건 = 60건 − 40건'],
    ['40.1', '49% = (50건 − 40.1건) ÷ (50건 − 30건)', '0.1건 = 40.1건 − 40건'],
  ])('at %s', (value, rate, missing) => {
    expect(equations(value)).toEqual([rate, missing]);
  });
});

it('a last value is shown with those that it replaced, which are not added', () => {
  const world = computedWorld({
    공약: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 만족도\n집계 | 현재값\n지표단위 | 점\n최종목표 | 90\n기준일 | 2024. 3. 31.',
    연차목표: '연도 | 누적목표\n2026 | 90',
    실적기록: '일자 | 값\n2024. 1. 1. | 80\n2024. 2. 1. | 86.5',
  });
  const cell = cellNamed(world, '소통누적', '연도별 계획과 실적 > 기준일(2024. 3. 31.) > 이행률');
  expect(told(trace(world.environment, '소통누적', cell))).toBe(
    '분자 86.5점: 실적기록 3 (86.5) | 분모 90점: 공약 8 (90) | 앞선 값(더하지 않음) ?점: 실적기록 2 (80)',
  );
});

describe('the equation of a difference', () => {
  it('of percentages is in percentage points', () => {
    const world = computedWorld({
      공약: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 만족도\n집계 | 현재값\n지표단위 | %\n최종목표 | 95\n기준일 | 2024. 3. 31.',
      연차목표: '연도 | 누적목표\n2024 | 90\n2026 | 95',
      실적기록: '일자 | 값\n2024. 2. 1. | 86.5%',
    });
    const cell = cellNamed(world, '소통누적', '목표까지 남은 것 > 2024년 목표 > 더 필요');
    const answer = trace(world.environment, '소통누적', cell);
    expect(answer.status === 'done' && answer.equation).toBe('3.5%p = 90% − 86.5%');
  });
});

describe('the rate of the pledge in 요약', () => {
  const rateOf = (changes: Readonly<Record<string, string>>) => {
    const world = computedWorld(changes);
    const rows = world.results.get('요약') ?? [];
    const above = rows.findIndex((row) => row.includes('이행률'));
    const column = rows[above]?.indexOf('이행률') ?? -1;
    const answer = trace(world.environment, '요약', `${columnLetters(column + 1)}${above + 2}`);
    return answer.status === 'stopped' ? answer.messages : [answer.equation, told(answer)];
  };

  it('of several indicators leads to both sides of each that has a rate', () => {
    const several = {
      공약: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2022\n종료연도 | 2026\n확인지표 | 길\n집계 | 누적\n지표단위 | km\n최종목표 | 20\n기준일 | 2024. 3. 31.',
      지표: '지표 | 집계 | 단위 | 최종목표\n쉼터 | 누적 | 개소 | 3\n벤치 | 누적 | 개 |',
      연차목표: '지표 | 연도 | 누적목표\n길 | 2026 | 20',
      실적기록: '지표 | 일자 | 값\n길 | 2024. 2. 1. | 12.5\n쉼터 | 2024. 2. 2. | 1\n벤치 | 2024. 2. 3. | 7',
    };
    expect(rateOf(several)).toEqual([
      '47%: 62%, 33%의 평균. 100%가 넘으면 100%로 보고, 자르기 전의 비율로 계산합니다.',
      expect.stringMatching(
        /^길 분자 12\.5.*: 실적기록 2 \(12\.5\) \| 길 분모 20.*: 공약 8 \(20\) \| 쉼터 분자 1.*: 실적기록 3 \(1\) \| 쉼터 분모 3.*: 지표 2 \(3\)$/,
      ),
    ]);
  });

  it('that somebody states leads to its cell', () => {
    const stated = {
      공약: '항목 | 값\n공약번호 | 1-6\n시작연도 | 2022\n종료연도 | 2026\n이행률 | 70\n기준일 | 2024. 3. 31.',
      연차목표: '연도 | 누적목표',
    };
    expect(rateOf(stated)).toEqual([null, expect.stringMatching(/^합 70.*: 공약 5 \(70\)$/)]);
  });
});
