/** Reads the as-of date that a person types for a report. */
import { type IsoDate, lastDayOfPreviousMonth } from '../domain/date.ts';
import { parseEventDate } from '../sheets/cells/event-date.ts';
import { shownBriefly } from '../sheets/personal-data.ts';
import { shownDate } from '../sheets/raw.ts';

export type ReportDate =
  | { readonly ok: true; readonly date: IsoDate }
  | { readonly ok: false; readonly message: string };

/** The text of the dialog. */
export function reportQuestion(today: IsoDate): string {
  return `어느 날 기준으로 보고서를 만들까요? ${shownDate(lastDayOfPreviousMonth(today))}처럼 적어 주세요. 비워 두면 지난달 말일(${shownDate(lastDayOfPreviousMonth(today))})입니다.`;
}

/** Reads a day in any form that a date cell accepts; blank: the last day of last month. */
export function reportDate(typed: string, today: IsoDate): ReportDate {
  if (typed.trim() === '') return { ok: true, date: lastDayOfPreviousMonth(today) };
  const parsed = parseEventDate(typed, { startYear: null, endYear: null, tabYear: null });
  return parsed.ok && parsed.value.precision === 'day'
    ? { ok: true, date: parsed.value.first }
    : {
        ok: false,
        message: `'${shownBriefly(typed.trim())}'은(는) 날짜로 읽을 수 없습니다. ${shownDate(lastDayOfPreviousMonth(today))}처럼 연·월·일을 적어 주세요.`,
      };
}
