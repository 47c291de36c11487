/** The number formats of the input tabs. */
import { ROOM_FOR_TEXT } from '../output/grid/grid.ts';

/** Text stays text: `1-6` would become a date. */
export const TEXT = '@';
export const DATE_FORMAT = 'yyyy. m. d';
export const SEPARATED_FORMAT = '#,##0';
/** Amounts stand at the right, with some room before the text in the next column. */
export const AMOUNT_FORMAT = `#,##0${ROOM_FOR_TEXT};-#,##0${ROOM_FOR_TEXT}`;
/** Years want no separators. */
export const PLAIN_NUMBER_FORMAT = '0';
/** Values and amounts in millions have as many decimals as were typed. */
export const UNFORMATTED = 'General';
