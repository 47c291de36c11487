/** The lines of a text in a cell: no word that fits on a line is broken, and no letter is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOfLine, wrappedLines } from '../../../../src/sheets/output/grid/wrapped-lines.ts';

describe('the lines of a text', () => {
  it.each<{ text: string; width: number; lines: readonly string[] }>([
    { text: '', width: 60, lines: [''] },
    { text: '구청장 차담회', width: 100, lines: ['구청장 차담회'] },
    { text: '구청장 차담회', width: 60, lines: ['구청장', '차담회'] },
    { text: '2024. 4월~7월, 9월~10월', width: 130, lines: ['2024. 4월~7월,', '9월~10월'] },
    { text: '구청장  차담회', width: 60, lines: ['구청장', '차담회'] },
    { text: '하나\n둘 셋', width: 100, lines: ['하나', '둘 셋'] },
  ])('$text in $width pixels: $lines', ({ text, width, lines }) => {
    expect(wrappedLines(text, 10, width)).toEqual(lines);
  });

  it('break only a word that is too long for any line', () => {
    expect(wrappedLines('생활문화센터 공정률', 10, 65)).toEqual(['생활문화', '센터', '공정률']);
  });

  it('are more for larger letters', () => {
    expect(wrappedLines('구청장 차담회', 10, 100)).toHaveLength(1);
    expect(wrappedLines('구청장 차담회', 15, 100)).toHaveLength(2);
  });

  it('keep every letter, and every line fits', () => {
    const letters = fc.constantFrom('가', '나', 'a', '7', '.', ' ', '\n');
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const lines = wrappedLines(text, 10, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \n]/g, ''));
          for (const line of lines) expect(widthOfLine(line.trimEnd(), 10)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
