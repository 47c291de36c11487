/** What a tab is read against that no other tab says anything about. */
import { nameTable } from '../name-table.ts';
import type { ReadContext } from './columns.ts';
import { UNNUMBERED_BOOK } from './pledges/pledge-numbers.ts';

/** For 공약, 분류 and 공약목록: they say what all others are read against. */
export const NOTHING_KNOWN: ReadContext = {
  pledges: UNNUMBERED_BOOK,
  startYear: null,
  endYear: null,
  tabYear: null,
  categories: nameTable([]),
  occasions: nameTable([]),
  dongs: nameTable([]),
  departments: nameTable([]),
  statuses: nameTable([]),
  fundingSources: nameTable([]),
  indicators: nameTable([]),
  unnamed: null,
  unitOfMeetings: null,
  plansMeetings: true,
};
