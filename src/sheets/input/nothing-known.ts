/** The context of tabs that are read before any other. */
import { nameTable } from '../name-table.ts';
import type { ReadContext } from './columns.ts';
import { UNNUMBERED_BOOK } from './pledges/pledge-numbers.ts';

/** For 공약, 분류 and 공약목록. All other tabs are read against these. */
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
