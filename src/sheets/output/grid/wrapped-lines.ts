/** The lines that a text takes in a cell that wraps: parted at its spaces, and within a word only where the word alone is too long. */

/** Pixels of a character of 10 points, as they measure on a screen: in print they take a little less. */
const WIDE_CHARACTER = 12.3;
const NARROW_CHARACTER = 7.2;
const SPACE_OR_POINT = 3.9;
const MEASURED_SIZE = 10;
/** What fractions of pixels may add up to. */
const TINY = 1e-9;
/** What a cell keeps free at its sides. */
const PADDING = 6;

/**
 * The lines of a text in a cell.
 * @param size of its letters, in points.
 * @param width of the cell, in pixels.
 */
export function wrappedLines(text: string, size: number, width: number): readonly string[] {
  const scale = size / MEASURED_SIZE;
  const room = Math.max(width - PADDING, WIDE_CHARACTER * scale) / scale + TINY;
  // Most texts fit, however wide each of their characters is.
  if (text.length * WIDE_CHARACTER <= room && !text.includes('\n')) return [text];
  return text.split('\n').flatMap((line) => linesOfParagraph(line, room));
}

function linesOfParagraph(paragraph: string, room: number): readonly string[] {
  if (textWidth(paragraph) <= room) return [paragraph];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // A space at the end of a line takes no room, so a word is measured without those that follow it.
  for (const part of paragraph.match(/[^ ]+ *| +/g) ?? []) {
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

/** The pixels that a text takes on one line, with what a cell keeps free beside it. @param size of its letters, in points. */
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
