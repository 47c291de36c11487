import type { CellContent, CellStyle } from '../../workbook/document.ts';
import { isDatePattern } from '../styles/number-formats.ts';

/** Workbooks that began on an old Mac count days from 1904-01-01: 1462 fewer than everybody else. */
const DAYS_BETWEEN_SYSTEMS = 1462;

/** Moves dates between a workbook's system and ours; in nearly every workbook they are the same. */
export class DateSystem {
  readonly #shift: number;

  constructor(startsIn1904: boolean) {
    this.#shift = startsIn1904 ? DAYS_BETWEEN_SYSTEMS : 0;
  }

  fromFile(value: CellContent, style: CellStyle | undefined): CellContent {
    return this.#shift !== 0 && typeof value === 'number' && showsDate(style) ? value + this.#shift : value;
  }

  toFile(value: CellContent, style: CellStyle | undefined): CellContent {
    return this.#shift !== 0 && typeof value === 'number' && showsDate(style) ? value - this.#shift : value;
  }
}

/** A duration (`[h]:mm`) or a time alone is not counted from any day. */
function showsDate(style: CellStyle | undefined): boolean {
  const pattern = style?.numberFormat ?? 'General';
  return isDatePattern(pattern) && /[yd]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
}
