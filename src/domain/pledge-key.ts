/** What the rows of a pledge have in common: its number as it is compared, or the empty text where a book's one pledge has none. */
export type PledgeKey = string;
