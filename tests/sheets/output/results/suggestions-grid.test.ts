/** The name of the areas in 건의현황. A 군, for example, has 읍 and 면. */
import { describe, expect, it } from 'vitest';
import { computeReport } from '../../../../src/app/compute/compute.ts';
import { figureOf } from '../../../../src/domain/figure.ts';
import { suggestionsGrid, widthsFor } from '../../../../src/sheets/output/results/suggestions-grid.ts';
import { tabsOf, workbookText } from '../../../problems/workbook-text.ts';
import { day } from '../../../support/day.ts';

function titles(heading: string, places: readonly string[]): readonly unknown[] {
  const rows = places.map((place, index) => `${index + 1} | 2024. 1. 5. | 초도방문 | ${place}`).join('\n');
  const text = `as of 2024-03-31, today 2024-04-01

[공약]
항목 | 값
시작연도 | 2022

[연차목표]
연도 | 누적목표

[소통기록]
일자 | 분류 | 횟수

[건의사항]
접수번호 | 접수일 | 출처 | ${heading}
${rows}

[예산계획]
연도 | 재원 | 금액(백만원)

[예산집행]
집행일 | 재원 | 금액(원)
`;
  const { report, accounts } = computeReport(
    tabsOf(workbookText(text), []),
    day('2024-03-31'),
    day('2024-04-01'),
  );
  if (report === null || report.suggestions === null) throw new Error('nothing was computed');
  const cells = suggestionsGrid(report, report.suggestions, accounts).rows.map(([first]) => first?.value);
  const at = cells.findIndex(
    (value) => String(value).endsWith('동별 처리상황') || /[읍면]별/.test(String(value)),
  );
  return cells.slice(at, at + 2);
}

describe('the areas', () => {
  it.each([
    ['동', ['연수1동'], ['동별 처리상황', '동']],
    ['읍면', ['옥천읍', '이원면'], ['읍·면별 처리상황', '읍·면']],
    ['읍·면', ['이원면'], ['면별 처리상황', '면']],
    ['읍면동', ['조치원읍', '연서면', '한솔동'], ['읍·면·동별 처리상황', '읍·면·동']],
    ['읍/면/동', ['', '연서면'], ['면별 처리상황', '면']],
  ])('with the heading %s: %s', (heading, places, says) => {
    expect(titles(heading, places)).toEqual(says);
  });
});

describe('the columns of statuses', () => {
  const named = (name: string) => ({ status: 'noStatus' as const, name, figureIn: () => figureOf([]) });

  it('are wide enough for their headings, and never narrower than usual', () => {
    const widths = widthsFor([210, 80, 90, 90, 90], ['완료', '기준일 당시 미상'].map(named));
    expect(widths.filter((width) => width > 90 && width < 160)).toEqual([widths[3]]);
    expect([widths[0], widths[1], widths[2], widths[4]]).toEqual([210, 80, 90, 90]);
  });
});
