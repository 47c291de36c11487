/** The as-of date of a report, and why it is that one. */
import { isoDateFromSerial, lastDayOfPreviousMonth } from '../../domain/date.ts';
import { bookSettings } from '../../sheets/input/pledges/pledge-settings.ts';
import { INPUT_TAB_NAMES } from '../../sheets/input/tabs.ts';
import type { RawCell, RawTab } from '../../sheets/raw.ts';
import type { DocumentState, SheetState } from '../workbook/document.ts';
import { showsDate } from '../workbook/number-format.ts';
import { zoneNamed } from '../workbook/zone.ts';

export interface ReportDate {
  /** `yyyy-mm-dd` */
  readonly date: string;
  readonly why: string;
}

/**
 * The date that was asked for, else 기준일 of the settings, else the last day of the previous month.
 * @param asked `yyyy-mm-dd`; null: none was given.
 */
export function reportDateOf(document: DocumentState, asked: string | null, now: Date): ReportDate {
  if (asked !== null) return { date: asked, why: '--as-of에 적은 날' };
  const sheet = document.sheets.find(({ name }) => name === INPUT_TAB_NAMES.pledge);
  const { pledge, asOfFinding } = bookSettings(sheet === undefined ? undefined : rawTab(sheet));
  if (pledge.asOf !== null) return { date: pledge.asOf, why: '공약 탭의 기준일' };
  const reason = asOfFinding === null ? '공약 탭에 기준일이 없어' : '공약 탭의 기준일을 읽을 수 없어';
  return { date: endOfLastMonth(document, now), why: `${reason} 지난달 말일` };
}

/** The last day of the previous month in the spreadsheet's time zone, as `yyyy-mm-dd`. */
export function endOfLastMonth({ timeZone }: Pick<DocumentState, 'timeZone'>, now: Date): string {
  const today = isoDateFromSerial(zoneNamed(timeZone).serialOf(now.getTime()));
  if (today === null) throw new Error(`no date can be told for ${now.getTime()}`);
  return lastDayOfPreviousMonth(today);
}

/** The cells of a tab as the rules read them. All rows have the same width. */
function rawTab({ name, values, styles }: SheetState): RawTab {
  const width = Math.max(0, ...values.map((cells) => cells.length));
  const cell = (row: number, column: number): RawCell => {
    const content = values[row]?.[column] ?? '';
    if (typeof content === 'object') return content.error;
    if (typeof content !== 'number' || !showsDate(styles[row]?.[column]?.numberFormat ?? '')) return content;
    const date = isoDateFromSerial(content);
    return date === null ? content : { date };
  };
  return {
    name,
    rows: values.map((_, row) => Array.from({ length: width }, (_, column) => cell(row, column))),
  };
}
