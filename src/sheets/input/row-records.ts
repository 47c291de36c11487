/** Turns the rows of logs and plans into records that keep their row number. */
import { periodText } from '../../domain/date.ts';
import type { Source } from '../../domain/figure.ts';
import type { Finding } from '../../domain/finding.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import type {
  Category,
  Execution,
  FuturePlan,
  Meeting,
  Result,
  Suggestion,
  Target,
} from '../../domain/records.ts';
import type { LogTab } from '../../domain/tabs.ts';
import type { Count } from '../cells/count.ts';
import { countNamed } from '../cells/count-in-text.ts';
import { DASH } from '../cells/parsed.ts';
import { lastDayNamed } from '../cells/plan-time.ts';
import { personalDataIn, publishedText } from '../personal-data.ts';
import { compactText, plainText } from '../text-key.ts';
import { type RowOf, UNSAID_ONCE } from './columns.ts';
import type { IndicatorRow } from './indicators/indicator-rows.ts';
import type { ReadRow } from './rows/read-rows.ts';
import type {
  executionsTab,
  futurePlansTab,
  meetingsTab,
  resultsTab,
  suggestionsTab,
  targetsTab,
} from './tabs.ts';

export function targetRowOf({
  row,
  pledge,
  values,
  field,
}: ReadRow<RowOf<typeof targetsTab>>): IndicatorRow<Target> {
  const { year, planned, indicator } = values;
  const sourceOf = (value: number) => ({
    ...countSource('targets', row, { ...planned, value }),
    ...(field === undefined ? {} : { field }),
  });
  return {
    row,
    indicator,
    measured: planned,
    field: field ?? 'planned',
    about: (of, amount) => ({
      pledge,
      indicator: of,
      year,
      planned: sourceOf(amount),
    }),
  };
}

export function resultRowOf({
  row,
  pledge,
  values,
}: ReadRow<RowOf<typeof resultsTab>>): IndicatorRow<Result> {
  const { date, value, content, indicator } = values;
  const sourceOf = (amount: number) => countSource('results', row, { ...value, value: amount });
  return {
    row,
    indicator,
    measured: value,
    field: 'value',
    about: (of, amount) => ({
      pledge,
      indicator: of,
      date,
      content,
      value: sourceOf(amount),
    }),
  };
}

export function meetingOf(
  { row, pledge, values }: ReadRow<RowOf<typeof meetingsTab>>,
  uncategorised: Category,
): Meeting {
  return {
    pledge,
    date: values.date,
    category: values.category ?? uncategorised,
    content: values.content,
    place: values.place,
    held: countSource('meetings', row, values.times),
    yearsNamed: yearsOfDaysIn(values.content, values.note),
    groups: values.groups === null ? null : countSource('meetings', row, values.groups),
    groupsAreSites: SITE_UNITS.has(values.groups?.unit ?? ''),
    attendees: values.attendees === null ? null : countSource('meetings', row, values.attendees),
  };
}

/**
 * Reports a row whose blank count is taken as 1, although its text names a number of meetings or suggestions.
 * @param unlistedCategory a 분류 that no list has, such as 간담회(3회); null: none. A listed name is only a name.
 */
export function countInText(
  tab: 'meetings' | 'suggestions',
  {
    row,
    values: { times, content, note },
  }: ReadRow<Pick<RowOf<typeof meetingsTab>, 'times' | 'content' | 'note'>>,
  unlistedCategory: string | null = null,
): Finding | null {
  if (times !== UNSAID_ONCE) return null;
  for (const [field, text] of Object.entries({ category: unlistedCategory, content, note })) {
    const found = countNamed(tab, text);
    if (found !== null) return { problem: { code: 'count-in-text', found }, place: { tab, row, field } };
  }
  return null;
}

/** Units that count places. 단체수 also accepts them, beside groups of people. */
const SITE_UNITS: ReadonlySet<string> = new Set(['개소', '곳']);
const DAY_IN_TEXT = /(20\d{2})\s*[.년/-]\s*\d{1,2}\s*[.월/-]\s*\d/g;

/** The years of the days that texts name: 2022 and 2023 in `보고회(2022. 11. 23. / 2023. 4. 4.)`. */
function yearsOfDaysIn(...texts: readonly (string | null)[]): readonly number[] {
  let years = NO_YEARS;
  for (const text of texts) {
    if (text?.includes('20') !== true) continue;
    years = [...years, ...[...text.matchAll(DAY_IN_TEXT)].map(([, year]) => Number(year))];
  }
  return years;
}

const NO_YEARS: readonly number[] = [];

/** A suggestion with its text as typed, which is not published. */
interface TypedSuggestion extends Suggestion {
  readonly content: string | null;
}

/**
 * The key and the signs are stored for good in 처리이력. They are never made from a mobile number: there are so
 * few of these that a fingerprint would reveal it.
 */
export function suggestionOf({ row, pledge, values }: ReadRow<SuggestionValues>): Suggestion {
  const { number, numberKey } = receiptNumberOf(values.number);
  const suggestion: TypedSuggestion = {
    pledge,
    number,
    key: numberKey ?? '',
    signs: signsOfThis,
    date: values.date,
    occasion: publishedText(values.occasion),
    dong: publishedText(values.dong),
    content: values.content,
    department: publishedText(values.department),
    received: countSource('suggestions', row, values.times),
    status: values.status,
    handledOn: values.handledOn,
  };
  return numberKey === null ? { ...suggestion, key: fingerprintOf(suggestion) } : suggestion;
}

type SuggestionValues = RowOf<typeof suggestionsTab>;

/** Texts of a suggestion other than its number, content and status. */
function textsBeside({ date, occasion, dong, department }: Suggestion): readonly (string | null)[] {
  return [periodText(date), occasion, dong, department];
}

function compactContent({ content }: TypedSuggestion): string {
  return compactText(publishedText(content) ?? '');
}

function fingerprintOf(suggestion: TypedSuggestion): string {
  const { amount } = suggestion.received;
  return `#${fingerprint(JSON.stringify([...textsBeside(suggestion), compactContent(suggestion), amount]))}`;
}

/**
 * The signs of the suggestion that it is a method of. Computed on demand, because only rows that the history
 * does not know or has lost need their signs. A closure for each row would keep all its values in memory.
 */
function signsOfThis(this: TypedSuggestion): readonly string[] {
  const content = compactContent(this);
  const beside = JSON.stringify([...textsBeside(this), this.received.amount]);
  const signs = content === '' ? [beside] : [content, beside];
  return signs.map((sign) => `#${fingerprint(sign).slice(0, SIGN_LENGTH)}`);
}

const SIGN_LENGTH = 8;

/**
 * The receipt number, and the key made from it; null where there is none.
 *
 * `-` and 없음 mean no number, so such rows are not duplicates of each other. A number that looks like personal
 * data makes no key, and the row gets a fingerprint as its key. Such a number keeps its spaces: without them
 * its digits would run together, no longer be recognised, and be shown.
 */
function receiptNumberOf(cell: string | null): {
  readonly number: string | null;
  readonly numberKey: string | null;
} {
  const typed = cell ?? '';
  // 처리이력 has these keys, so no space stays, not even between two digits.
  const text = compactText(typed).replace(/ /g, '');
  if (text === '' || text === '없음' || DASH.test(text)) return NO_NUMBER;
  if (personalDataIn(typed) !== null) return { number: plainText(typed).trim(), numberKey: null };
  return { number: text, numberKey: text === typed || personalDataIn(text) === null ? text : null };
}

const NO_NUMBER = { number: null, numberKey: null };

export function executionOf({ row, pledge, values }: ReadRow<RowOf<typeof executionsTab>>): Execution {
  return {
    pledge,
    date: values.date,
    fundingSource: values.fundingSource,
    executed: wonSource('executions', row, values.executed),
  };
}

export function futurePlanOf({ row, pledge, values }: ReadRow<RowOf<typeof futurePlansTab>>): FuturePlan {
  const { when, content, category } = values;
  return {
    row,
    pledge,
    when: when ?? '',
    content,
    category,
    until: when === null ? null : lastDayNamed(when),
  };
}

function countSource(tab: LogTab, row: number, { value, approximate }: Count): Source {
  return { tab, row, amount: value, approximate };
}

function wonSource(tab: LogTab, row: number, amount: number): Source {
  return { tab, row, amount, approximate: false };
}
