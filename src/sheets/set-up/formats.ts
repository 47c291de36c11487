/** The number formats of the input tabs. */

/** Text stays text: `1-6` would become a date. */
export const TEXT = '@';
export const DATE_FORMAT = 'yyyy. m. d';
export const SEPARATED_FORMAT = '#,##0';
/** Years want no separators. */
export const PLAIN_NUMBER_FORMAT = '0';
/** Values and amounts in millions have as many decimals as were typed. */
export const UNFORMATTED = 'General';
