/** The pledges of an office that changed, as listed when two months are compared. */
import { describe, expect, it } from 'vitest';
import { officeMoveLines, type PledgeThen } from '../../../../src/sheets/output/results/office-moves.ts';

const pledge = (number: string, rate: number | null, status: string | null): PledgeThen => ({
  number,
  name: `공약 ${number}`,
  rate,
  status,
});
const BEFORE = [pledge('1-1', 76, '일부추진'), pledge('1-2', 50, '정상추진'), pledge('1-3', 10, null)];

describe('the pledges that changed', () => {
  it.each<{ what: string; after: readonly PledgeThen[]; lines: readonly string[] }>([
    {
      what: 'none',
      after: BEFORE,
      lines: ['공약 3건의 이행률과 이행구분이 그대로입니다.'],
    },
    {
      what: 'in rate and class',
      after: [pledge('1-1', 100, '완료'), ...BEFORE.slice(1)],
      lines: [
        '공약 3건 가운데 1건의 이행률이나 이행구분이 달라졌습니다.',
        '· 1-1 공약 1-1: 이행률 76% → 100%, 이행구분 일부추진 → 완료',
      ],
    },
    {
      what: 'to a rate or a class that it had not',
      after: [...BEFORE.slice(0, 2), pledge('1-3', null, '보류')],
      lines: [
        '공약 3건 가운데 1건의 이행률이나 이행구분이 달라졌습니다.',
        '· 1-3 공약 1-3: 이행률 10% → 없음, 이행구분 없음 → 보류',
      ],
    },
    {
      what: 'into the list, and out of it',
      after: [...BEFORE.slice(0, 2), pledge('1-4', 5, '정상추진')],
      lines: [
        '공약 3건 가운데 2건의 이행률이나 이행구분이 달라졌습니다.',
        '· 1-4 공약 1-4: 새로 생김',
        '· 1-3 공약 1-3: 목록에서 없어짐',
      ],
    },
  ])('$what', ({ after, lines }) => {
    expect(officeMoveLines(BEFORE, after)).toEqual(lines);
  });

  it('are listed up to the length of a dialog, and the rest is counted', () => {
    const many = Array.from({ length: 40 }, (_, index) => pledge(`2-${index}`, index, null));
    const moved = many.map((each) => ({ ...each, rate: (each.rate ?? 0) + 1 }));
    const lines = officeMoveLines(many, moved);
    expect(lines).toHaveLength(32);
    expect(lines[31]).toBe('그 밖에 10건');
  });
});
