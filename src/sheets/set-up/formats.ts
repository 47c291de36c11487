/** The number formats of the input tabs. */
import { ROOM_FOR_TEXT } from '../output/grid/grid.ts';

/** Stores text as it is typed: `1-6` would otherwise become a date. */
export const TEXT = '@';
export const DATE_FORMAT = 'yyyy. m. d';
export const SEPARATED_FORMAT = '#,##0';
/** Amounts are aligned right, with some space before the text of the next column. */
export const AMOUNT_FORMAT = `#,##0${ROOM_FOR_TEXT};-#,##0${ROOM_FOR_TEXT}`;
/** For years, which have no thousands separator. */
export const PLAIN_NUMBER_FORMAT = '0';
/** For values and amounts in millions: shows as many decimals as were typed. */
export const UNFORMATTED = 'General';
