/**
 * Rows that read like totals, and have no rows above of their time. They are the data: `1월 집행액 합계` for each
 * month of a tab without further rows.
 */

/** A row with the words of a total. */
interface Lump {
  /** Its text without numbers. */
  readonly words: string;
  /** Its whole text, with its time. */
  readonly textOfTime: string;
}

export interface Lumps {
  add(row: Lump): void;
  /** Whether another time has such a row: 2월 집행액 합계 beside 1월 집행액 합계. */
  isLike(row: Lump): boolean;
  /** Whether the same time has one. This row is of another 재원. */
  isOfSameTime(row: Lump): boolean;
}

export function lumpsOf(): Lumps {
  const words = new Set<string>();
  const texts = new Set<string>();
  return {
    add: (row) => {
      words.add(row.words);
      texts.add(row.textOfTime);
    },
    isLike: (row) => words.has(row.words),
    isOfSameTime: ({ textOfTime }) => texts.has(textOfTime),
  };
}
