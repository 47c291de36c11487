import { describe, expect, it } from 'vitest';
import {
  meetingsNotCopied,
  meetingsNotDoubled,
  peopleMetInMeetings,
  sitesWithinMeetings,
  textNamesSameYear,
} from '../../../src/domain/audits/meetings.ts';
import { category, meetings } from '../ledger.ts';
import { findingsOf, said } from './said.ts';

const TEA = category('tea');
const FAIR = category('fair');
const log = (table: string) => meetings([TEA, FAIR], table);
const at = (place: string | null) => (table: string) => log(table).map((meeting) => ({ ...meeting, place }));

describe('two meetings', () => {
  it.each([
    {
      case: 'of one day and category',
      rows: log('2024-03-05 | tea\n2024-03-05 | tea'),
      says: ['meetings 3 date: doubled-meeting'],
    },
    {
      case: 'at one place as well',
      rows: at('hall')('2024-03-05 | tea\n2024-03-05 | tea'),
      says: ['meetings 3 date: doubled-meeting'],
    },
    {
      case: 'at two places',
      rows: [...at('hall')('2024-03-05 | tea'), ...at('park')('2024-03-05 | tea')],
      says: [],
    },
    { case: 'of two categories', rows: log('2024-03-05 | tea\n2024-03-05 | fair'), says: [] },
    { case: 'of two days', rows: log('2024-03-05 | tea\n2024-03-06 | tea'), says: [] },
    { case: 'known by their month', rows: log('2024-03 | tea\n2024-03 | tea'), says: [] },
    { case: 'of which none was held', rows: log('2024-03-05 | tea | 0\n2024-03-05 | tea'), says: [] },
    {
      case: 'and a third',
      rows: log('2024-03-05 | tea\n2024-03-05 | tea\n2024-03-05 | tea'),
      says: ['meetings 3 date: doubled-meeting', 'meetings 4 date: doubled-meeting'],
    },
  ])('$case', ({ rows, says }) => {
    expect(said(meetingsNotDoubled, { meetings: rows })).toEqual(says);
  });
});

describe('people met', () => {
  it.each([
    { case: 'in no meeting', table: '2024-03-05 | tea | 0 | | 70', people: [70] },
    { case: 'in no meeting, known by their groups', table: '2024-03-05 | tea | 0 | 3 |', people: [3] },
    { case: 'in a meeting', table: '2024-03-05 | tea | 1 | | 70', people: [] },
    { case: 'none, in no meeting', table: '2024-03-05 | tea | 0 | | 0', people: [] },
    { case: 'nobody knows, in no meeting', table: '2024-03-05 | tea | 0', people: [] },
  ])('$case', ({ table, people }) => {
    expect(findingsOf(peopleMetInMeetings, { meetings: log(table) }).map(({ problem }) => problem)).toEqual(
      people.map((count) => ({ code: 'people-without-meeting', people: count })),
    );
  });
});

describe('sites visited', () => {
  it.each([
    {
      case: 'more than the visits',
      table: '2024-03-05 | tea | 1 | 2',
      sites: true,
      says: ['meetings 2 times: more-sites-than-meetings'],
    },
    { case: 'as many as the visits', table: '2024-03-05 | tea | 2 | 2', sites: true, says: [] },
    { case: 'groups that are no sites', table: '2024-03-05 | tea | 1 | 20', sites: false, says: [] },
    { case: 'unknown', table: '2024-03-05 | tea | 1', sites: true, says: [] },
  ])('$case', ({ table, sites, says }) => {
    const rows = log(table).map((meeting) => ({ ...meeting, groupsAreSites: sites }));
    expect(said(sitesWithinMeetings, { meetings: rows })).toEqual(says);
  });
});

describe('two years of meetings', () => {
  it.each([
    {
      case: 'alike in every category',
      table: '2022-04-04 | tea | 9\n2022-05-04 | fair | 1\n2023-04-04 | tea | 9\n2023-05-04 | fair | 1',
      says: ['meetings 4 times: copied-meetings'],
    },
    {
      case: 'alike, with other rows',
      table:
        '2022-04-04 | tea | 9\n2022-05-04 | fair | 1\n2023-04-04 | tea | 4\n2023-06-04 | tea | 5\n2023-05-04 | fair | 1',
      says: ['meetings 4 times: copied-meetings'],
    },
    {
      case: 'of one total, split otherwise',
      table: '2022-04-04 | tea | 9\n2022-05-04 | fair | 1\n2023-04-04 | tea | 8\n2023-05-04 | fair | 2',
      says: [],
    },
    {
      case: 'one of them with one category more',
      table: '2022-04-04 | tea | 10\n2023-04-04 | tea | 10\n2023-05-04 | fair | 0',
      says: [],
    },
    {
      case: 'alike in the one category there is',
      table: '2022-04-04 | tea | 10\n2023-04-04 | tea | 10',
      says: [],
    },
    {
      case: 'alike, too few to tell',
      table: '2022-04-04 | tea | 8\n2022-05-04 | fair | 1\n2023-04-04 | tea | 8\n2023-05-04 | fair | 1',
      says: [],
    },
    {
      case: 'alike with a year between',
      table: '2022-04-04 | tea | 9\n2022-05-04 | fair | 1\n2024-04-04 | tea | 9\n2024-05-04 | fair | 1',
      says: [],
    },
  ])('$case', ({ table, says }) => {
    const categories = [category('never held'), TEA, FAIR];
    expect(said(meetingsNotCopied, { categories, meetings: log(table) })).toEqual(says);
  });
});

describe('a text that names a day', () => {
  it.each([
    { years: [2022, 2023], says: ['meetings 2 content: text-names-another-year'] },
    { years: [2023], says: [] },
    { years: [], says: [] },
  ])('with the years $years in a row of 2023', ({ years, says }) => {
    const [meeting] = meetings([TEA], '2023-04-04 | tea');
    if (meeting === undefined) throw new Error('no meeting');
    expect(said(textNamesSameYear, { meetings: [{ ...meeting, yearsNamed: years }] })).toEqual(says);
  });
});
