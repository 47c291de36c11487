import { expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { cellView } from '../../../src/local/preview/session/cell-view.ts';
import { createSheet } from '../../../src/local/workbook/blank.ts';

it.each([
  ['=HYPERLINK("#gid=5&range=I31","I31")', '#연차목표!I31'],
  ['=HYPERLINK("#gid=5","연차목표")', '#연차목표!A1'],
  ['=HYPERLINK("#gid=7&range=A2:B3","표")', "#'두 낱말'!A2:B3"],
  ['=HYPERLINK("#gid=99&range=I31","없는 탭")', '#gid=99&range=I31'],
  ['=HYPERLINK("https://example.com","밖")', 'https://example.com'],
  ['=SUM(1,2)', ''],
])('the link of %s is %s', (formula, link) => {
  const document = createDocument();
  document.sheets.push(createSheet(5, '연차목표'), createSheet(7, '두 낱말'));
  const [sheet] = document.sheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  sheet.formulas.set('1,1', formula);
  expect(cellView(document, sheet, 1, 1).link).toBe(link);
});
