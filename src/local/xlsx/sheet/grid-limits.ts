/** What Excel has. */
export const LARGEST_GRID = { rows: 1_048_576, columns: 16_384 } as const;
