/** On paper no line breaks between a number and its unit, nor between a sign and what it belongs to. */
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../src/local/host/host.ts';
import { keptSigns, withKeptWords } from '../../../src/local/print/kept-words.ts';

/** The text as printed in a cell that is this many columns of 65 pixels wide. */
function printed(text: string, { columns = 2, wrap = true } = {}) {
  const [sheet] = createDocument().sheets;
  if (sheet === undefined) throw new Error('A new document has a sheet');
  const [[value] = []] = withKeptWords({
    ...sheet,
    values: [[text]],
    styles: [[{ numberFormat: 'General', wrap: wrap ? 'wrap' : 'overflow', fontSize: 10 }]],
    merges: [{ row: 1, column: 1, rows: 1, columns }],
    columnWidths: new Map([1, 2, 3, 4, 5].map((column) => [column, 65])),
  });
  return value;
}

describe('a text on paper', () => {
  it.each<{ text: string; options?: { columns?: number; wrap?: boolean }; on: string }>([
    { text: '2024. 4월~7월, 9월~10월', on: '2024. 4월~7월,\n9월~10월' },
    { text: '2024. 4월~7월, 9월~10월', options: { columns: 4 }, on: '2024. 4월~7월, 9월~10월' },
    { text: '2024. 4월~7월, 9월~10월', options: { wrap: false }, on: '2024. 4월~7월, 9월~10월' },
    { text: '사업 끝(2026. 12. 31.) 그리고 그 뒤', on: '사업 끝(2026. 12. 31.) 그리고 그 뒤' },
    { text: '6,200백만원', options: { columns: 1 }, on: '6,200백만원' },
    { text: '하나\n2개소', on: '하나\n2개소' },
  ])('$text', ({ text, options, on }) => {
    expect(printed(text, options)).toBe(on);
  });

  it.each([
    ['a separator stays behind what it follows', '설계 · 착공', '설계\u00a0· 착공'],
    ['a sign of a legend stays before its word', '○ 적기  · 예정', '○\u00a0적기  ·\u00a0예정'],
  ])('%s', (_, text, kept) => {
    expect(keptSigns(text)).toBe(kept);
  });
});
