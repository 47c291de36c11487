/**
 * Identifies the pledge of a row: its number in the form used for comparison. Empty text where a book's
 * one pledge has no number.
 */
export type PledgeKey = string;
