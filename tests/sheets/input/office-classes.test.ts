/** 이행구분 of an office: what 분류 lists, 공약 and 공약변경 may say. */
import { describe, expect, it } from 'vitest';
import { bookOf, TERM } from '../small-book.ts';

describe('이행구분 of 공약', () => {
  it.each([
    { row: '이행구분 | 추진중 | | 진행', typed: '추진중', chosen: 'own:추진중' },
    { row: '이행구분 | 이행완료 | 완료 | ', typed: '이행완료', chosen: 'completed' },
    { row: '이행구분 | 이행완료 | 완료 | ', typed: '완료', chosen: 'completed' },
    { row: '이행구분 | 정상 진행 | 정상추진 | ', typed: '정상진행', chosen: 'onTrack' },
  ])('is $typed where 분류 has "$row"', ({ row, typed, chosen }) => {
    const { report, codes } = bookOf({
      pledge: `${TERM}\n이행구분 | ${typed}`,
      classification: `종류 | 이름 | 별칭 | 처리\n${row}`,
    });
    expect(report.status.chosen).toBe(chosen);
    expect(codes).not.toContain('unknown-name');
  });

  it('is told of where 분류 does not list it', () => {
    const { report, found } = bookOf({
      pledge: `${TERM}\n이행구분 | 추진중`,
      classification: '종류 | 이름 | 별칭 | 처리\n이행구분 | 검토 단계 | | 진행',
    });
    expect(report.status.chosen).toBeNull();
    expect(found).toContain('공약 B5 unknown-name');
  });
});
