/** Lines of a text in a cell that wraps: broken at spaces, or within a word that is too long for a line. */

/**
 * Widths of a character of 10 points, in pixels, as measured on a screen. In print they are slightly smaller.
 */
const WIDE_CHARACTER = 12.3;
const NARROW_CHARACTER = 7.2;
const SPACE_OR_POINT = 3.9;
const MEASURED_SIZE = 10;
/** Tolerance for rounding errors in sums of pixels. */
const TINY = 1e-9;
/** Padding at both sides of a cell, in pixels. */
const PADDING = 6;

/**
 * The lines of a text in a cell.
 * @param size font size, in points.
 * @param width width of the cell, in pixels.
 */
export function wrappedLines(text: string, size: number, width: number): readonly string[] {
  const scale = size / MEASURED_SIZE;
  const room = Math.max(width - PADDING, WIDE_CHARACTER * scale) / scale + TINY;
  return text.split('\n').flatMap((line) => linesOfParagraph(line, room));
}

function linesOfParagraph(paragraph: string, room: number): readonly string[] {
  if (textWidth(paragraph) <= room) return [paragraph];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Spaces at the end of a line take no room, so a word is measured without them.
  for (const part of paragraph.split(/(?<= )(?=[^ ])/)) {
    const word = textWidth(part.trimEnd());
    if (line !== '' && used + word > room) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (word <= room) {
      line += part;
      used += textWidth(part);
      continue;
    }
    for (const character of part) {
      const width = textWidth(character);
      if (used + width > room) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += character;
      used += width;
    }
  }
  return [...lines, line.trimEnd()];
}

/**
 * Width of a text on one line, in pixels, with the padding of its cell.
 * @param size font size, in points.
 */
export function widthOfLine(text: string, size: number): number {
  return textWidth(text) * (size / MEASURED_SIZE) + PADDING;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\s.,·:;'"()]/.test(character)) width += SPACE_OR_POINT;
    else width += character.charCodeAt(0) < 0x1100 ? NARROW_CHARACTER : WIDE_CHARACTER;
  }
  return width;
}
