import { describe, expect, it } from 'vitest';
import { countNamed } from '../../../src/sheets/cells/count-in-text.ts';

describe('a number of meetings in a text', () => {
  it.each([
    ['구청장 동 연두방문(15개동)', '15개동'],
    ['15개 동 방문', '15개동'],
    ['차담회 21회 개최', '21회'],
    ['간담회(총 3회)', '3회'],
    ['세 곳에서 2차례', '2차례'],
    ['전통시장 3곳 방문', '3곳'],
    ['공사장 2개소를 순회', '2개소'],
    ['상반기 4번 개최', '4번'],
    ['1회 개최, 이어서 2회 개최', '2회'],
  ])('(%s) is %s', (text, count) => {
    expect(countNamed('meetings', text)).toBe(count);
  });

  it.each([
    '제21회 구민의 날',
    '제 21회 구민의 날',
    '간담회 1회',
    '3회차 간담회',
    '2회의실에서',
    '15회원사 간담회',
    '2번 출구 앞',
    '가로등 3개소 건의',
    '5개 동아리와 간담회',
    '1~3회',
    '2024. 3. 5.',
    '120명 참석',
    '',
  ])('(%s) is not one', (text) => {
    expect(countNamed('meetings', text)).toBeNull();
  });
});

describe('a number of suggestions in a text', () => {
  it.each([
    ['건의사항 12건', '12건'],
    ['주차 등 총 7건', '7건'],
    ['가로등 외 3건', '3건'],
  ])('(%s) is %s', (text, count) => {
    expect(countNamed('suggestions', text)).toBe(count);
  });

  it.each(['주차 위반 10건 단속', '건의 1건', '21회 개최'])('(%s) is not one', (text) => {
    expect(countNamed('suggestions', text)).toBeNull();
  });
});
