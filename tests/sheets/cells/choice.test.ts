import { describe, expect, it } from 'vitest';
import { parseChoice } from '../../../src/sheets/cells/choice.ts';
import { fundingSourceListOf } from '../../../src/sheets/input/office-words.ts';
import { nameTable, openNameTable } from '../../../src/sheets/name-table.ts';
import { handlingStatusNames, implementationStatusNames } from '../../../src/sheets/names.ts';
import { outcome } from '../fixtures.ts';
import { mobileNumber } from '../made-up-numbers.ts';

const statuses = nameTable(handlingStatusNames);

describe('a handling status', () => {
  it.each([
    ['완료', 'completed'],
    ['처리완료', 'completed'],
    ['조치 완료', 'completed'],
    ['추진중', 'inProgress'],
    ['처리중', 'inProgress'],
    ['진행중', 'inProgress'],
    ['추진 중', 'inProgress'],
    ['추진중'.normalize('NFD'), 'inProgress'],
    ['중장기추진', 'midLongTerm'],
    ['중ㆍ장기 추진', 'midLongTerm'],
    ['중장기', 'midLongTerm'],
    ['중장기 검토', 'midLongTerm'],
    ['증장기추진', 'midLongTerm (misspelt-name)'],
    ['중장기추친', 'midLongTerm (misspelt-name)'],
    ['검토중', 'underReview'],
    ['추진예정', 'planned'],
    ['추진불가', 'notFeasible'],
    ['불가', 'notFeasible'],
    ['처리불가', 'notFeasible'],
    ['이송', 'transferred'],
    ['이첩', 'transferred'],
    ['타 기관 이송', 'transferred'],
    ['완료됨', 'flag unknown-name'],
    ['#N/A', 'flag error-value'],
  ])('typed as %s means %s', (typed, means) => {
    expect(outcome(parseChoice(typed, statuses))).toBe(means);
  });

  it('that is unknown names the most similar one', () => {
    expect(parseChoice(' 추진불과 ', statuses)).toEqual({
      ok: false,
      flag: {
        code: 'unknown-name',
        found: '추진불과',
        nearest: '추진불가',
        names: statuses.names,
        isImplementationStatus: false,
      },
    });
  });
});

describe('a funding source', () => {
  it.each([
    ['국', 'national'],
    ['국비', 'national'],
    ['국고', 'national'],
    ['국고보조금', 'national'],
    ['시비', 'city'],
    ['시비보조금', 'city'],
    ['광역', 'city'],
    ['구', 'district'],
    ['구비', 'district'],
    ['자체', 'district'],
    ['구비(자체)', 'district'],
    ['기타', 'other'],
    ['기타재원', 'other'],
    ['민간', 'own:민간'],
    ['기금', 'own:기금'],
    ['도비', 'own:도비'],
    ['군비', 'own:군비'],
    ['비예산 사업', 'own:비예산'],
  ])('typed as %s means %s', (typed, means) => {
    expect(outcome(parseChoice(typed, fundingSourceListOf([]).table))).toBe(means);
  });
});

describe('an implementation status', () => {
  it.each([
    ['완료', 'completed'],
    ['이행후 계속추진', 'continuedAfterCompletion'],
    ['완료 후 계속추진', 'continuedAfterCompletion'],
    ['이행후계속', 'continuedAfterCompletion'],
    ['정상 추진', 'onTrack'],
    ['일부추진', 'partial'],
    ['보류', 'onHold'],
    ['폐기', 'abandoned'],
    ['정상', 'flag unknown-name'],
  ])('typed as %s means %s', (typed, means) => {
    expect(outcome(parseChoice(typed, nameTable(implementationStatusNames)))).toBe(means);
  });
});

describe('a name while no names are listed', () => {
  it.each([
    ['교통과', '교통과'],
    [`담당 ${mobileNumber()}`, `담당 ${mobileNumber()} (personal-data)`],
  ])('typed as %s is taken as typed: %s', (typed, means) => {
    expect(
      outcome(
        parseChoice(
          typed,
          openNameTable([], (name) => name),
        ),
      ),
    ).toBe(means);
  });
});

describe('a cell that holds no text', () => {
  it.each([
    [1, 'flag unknown-name'],
    [true, 'flag unknown-name'],
  ])('%o is no name', (cell, means) => {
    expect(outcome(parseChoice(cell, statuses))).toBe(means);
  });
});
