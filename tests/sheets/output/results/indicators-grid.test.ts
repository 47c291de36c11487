import { describe, expect, it } from 'vitest';
import { indicatorsGrid } from '../../../../src/sheets/output/results/indicators-grid.ts';
import { toldOf } from '../../../problems/running.ts';
import { workbookText } from '../../../problems/workbook-text.ts';

/** The rows of the table 만난 단체와 사람, cells between bars. */
function peopleMet(rows: string): readonly string[] {
  const workbook = workbookText(`as of 2024-03-31, today 2024-04-05

[소통기록]
일자 | 분류 | 내용 | 횟수 | 단체수 | 참석인원
${rows}`);
  const { report, accounts } = toldOf(workbook);
  const lines = indicatorsGrid(report, accounts).rows.map((cells) =>
    cells.map(({ value }) => value).join(' | '),
  );
  const first = lines.indexOf('분류 | 연도 | 횟수 | 단체 | 개소 | 인원 | 내용') + 1;
  return lines.slice(
    first,
    lines.findIndex((line, index) => index >= first && line === ''),
  );
}

describe('the people that a category met', () => {
  it('are listed with the content of the only row', () => {
    expect(peopleMet('2024-03-05 | 시장방문 | 전통시장 | 1 | | 30')).toEqual([
      '시장방문 | 2024 | 1 |  |  | 30 | 전통시장',
    ]);
  });

  it('are listed row by row if another row has other content, even one that met nobody', () => {
    expect(
      peopleMet('2024-03-05 | 시장방문 | 전통시장 | 1 | | 30\n2024-03-06 | 시장방문 | 야시장 | 4 | |'),
    ).toEqual(['시장방문 | 2024 | 5 |  |  | 30 | ', ' | 그 가운데 | 1 |  |  | 30 | 전통시장']);
  });

  it('never add groups and sites together', () => {
    expect(
      peopleMet(
        '2024-03-05 | 시장방문 | 가 | 2 | 2개소 |\n2024-03-06 | 시장방문 | 나 | 1 | 3개 단체 |\n2024-03-07 | 시장방문 | 다 | 1 | 4 |',
      ),
    ).toEqual([
      '시장방문 | 2024 | 4 | 7 | 2 |  | ',
      ' | 그 가운데 | 2 |  | 2 |  | 가',
      ' | 그 가운데 | 1 | 3 |  |  | 나',
      ' | 그 가운데 | 1 | 4 |  |  | 다',
    ]);
  });
});

describe('a schedule of meetings and of milestones', () => {
  const { report, accounts } = toldOf(
    workbookText(`as of 2024-03-31, today 2024-04-05

[추진일정]
세부추진사항 | 2024.1 | 2024.2
시장방문 | ■ | ■
회관 건립 | 설계 | 착공

[소통기록]
일자 | 분류 | 횟수
2024-03-05 | 시장방문 | 1`),
  );
  const lines = indicatorsGrid(report, accounts).rows.map((cells) =>
    cells
      .map(({ value }) => value)
      .join(' | ')
      .replace(/[ |]+$/, ''),
  );
  /** The rows below a title and its headings. */
  const below = (title: string) => {
    const first = lines.indexOf(title) + 2;
    return lines.slice(first, lines.indexOf('', first));
  };

  it('says how meetings went, and of milestones only when they are planned', () => {
    expect(below('일정 대비 실적 (분기 수)').slice(0, -1)).toEqual([
      '시장방문 | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 1',
    ]);
    expect(below('분기별 계획과 실적')).toEqual([
      '시장방문 | 2024.1 | ■ | 1 | 적기',
      '시장방문 | 2024.2 | ■ |  | 예정',
    ]);
    expect(below('분기별 계획')).toEqual(['회관 건립 | 2024.1 | 설계', '회관 건립 | 2024.2 | 착공']);
  });
});
