/** Findings about one cell, in any tab. `found` is the cell's text as typed. */
import type { IsoDate } from '../date.ts';
import type { Severity } from './severity.ts';

/** Personal data that a text can hold. */
export type PersonalDataKind =
  | 'resident-number'
  | 'passport-number'
  | 'account-number'
  | 'mobile-number'
  | 'phone-number'
  | 'e-mail';

export type CellProblem =
  // dates
  | { readonly code: 'not-a-date'; readonly found: string }
  | { readonly code: 'impossible-date'; readonly found: string }
  | { readonly code: 'date-without-year'; readonly found: string }
  | {
      /** A day without a year below a row of another year than the title's. */
      readonly code: 'year-of-either';
      readonly found: string;
      readonly titleYear: number;
      readonly rowAbove: number;
      readonly yearAbove: number;
    }
  /** A span longer than a month, or a date still to come, in a log of past events. */
  | { readonly code: 'date-of-a-plan'; readonly found: string }
  | {
      readonly code: 'date-before-term';
      readonly found: string;
      readonly from: IsoDate;
      readonly to: IsoDate | null;
    }
  | { readonly code: 'date-after-term'; readonly found: string; readonly to: IsoDate }
  | { readonly code: 'ambiguous-month'; readonly found: string }
  /** A number that may be either of two days: 3.1 is what a cell makes of 3.1 and of 3.10. */
  | {
      readonly code: 'ambiguous-day';
      readonly found: string;
      readonly either: IsoDate;
      readonly or: IsoDate;
    }
  | { readonly code: 'year-of-the-tab'; readonly found: string; readonly meant: IsoDate }
  | {
      /** A date that is shown without its year, below a title of another year. */
      readonly code: 'year-not-shown';
      readonly found: string;
      readonly meant: IsoDate;
      readonly tabYear: number;
    }
  | {
      /** Dates that are shown without their year, where no title names one. */
      readonly code: 'years-not-shown';
      readonly cells: number;
      readonly years: readonly number[];
    }
  /** A number that was read as the serial number of a day. */
  | { readonly code: 'serial-for-a-date'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'several-days'; readonly found: string; readonly meant: IsoDate }
  | {
      readonly code: 'implausible-year';
      readonly found: string;
      readonly from: number;
      /** The typed year, where a date format turned it into a day of 1905. */
      readonly typedYear?: number;
    }
  | { readonly code: 'date-before-plan'; readonly found: string; readonly from: number }
  | { readonly code: 'two-digit-year'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'weekday-mismatch'; readonly found: string; readonly meant: IsoDate }
  | { readonly code: 'month-precision'; readonly found: string; readonly last: IsoDate }
  | { readonly code: 'year-precision'; readonly found: string; readonly last: IsoDate }
  // counts
  | { readonly code: 'not-a-count'; readonly found: string }
  | { readonly code: 'unit-of-another-kind'; readonly found: string; readonly hint: number }
  | { readonly code: 'several-numbers'; readonly found: string }
  | { readonly code: 'negative-count'; readonly found: string }
  /** A count in a cell with a percent format: 2, shown as 200%. */
  | { readonly code: 'percent-for-a-count'; readonly found: string; readonly readAs: number }
  | { readonly code: 'fractional-count'; readonly found: string }
  | { readonly code: 'too-large'; readonly found: string }
  // measured values
  | { readonly code: 'not-a-value'; readonly found: string }
  | { readonly code: 'dash-for-a-value'; readonly found: string }
  | { readonly code: 'too-many-decimals'; readonly found: string }
  | { readonly code: 'unit-of-another-indicator'; readonly found: string; readonly unit: string | null }
  | { readonly code: 'approximate-count'; readonly found: string; readonly meant: number }
  // amounts
  | { readonly code: 'not-an-amount'; readonly found: string }
  | { readonly code: 'dash-for-an-amount'; readonly found: string }
  | { readonly code: 'percent-for-an-amount'; readonly found: string }
  | { readonly code: 'not-whole-won'; readonly found: string }
  | { readonly code: 'negative-amount'; readonly found: string; readonly meant: number }
  /** A value in brackets or with a triangle, read as negative. */
  | { readonly code: 'marked-negative'; readonly found: string; readonly meant: number }
  // names and choices
  | {
      readonly code: 'unknown-name';
      readonly found: string;
      readonly nearest: string | null;
      /** The names that the column accepts. */
      readonly names: readonly string[];
      /**
       * Whether it is 이행구분, to which an office may add its own words. The column
       * tells which other list it is.
       */
      readonly isImplementationStatus: boolean;
    }
  /** A 재원 that names several funding sources, or something that is not counted here. */
  | { readonly code: 'not-one-fund'; readonly found: string }
  | { readonly code: 'misspelt-name'; readonly found: string; readonly meant: string }
  | { readonly code: 'not-a-year'; readonly found: string }
  | {
      readonly code: 'year-outside-term';
      readonly found: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly code: 'not-a-mark'; readonly found: string }
  /** `most` is the highest number of decimals allowed. */
  | { readonly code: 'not-digits'; readonly found: string; readonly most: number }
  | { readonly code: 'not-a-percent'; readonly found: string }
  | {
      /** 0.7 where a percentage is wanted. It may mean 70 % or 0.7 %. */
      readonly code: 'share-for-percent';
      readonly found: string;
      /** Its percentage if it is a share: 70. */
      readonly share: number;
      readonly readAs: number;
    }
  /** A mark such as 〃, read as what stands above it. */
  | {
      readonly code: 'repeated-label';
      readonly found: string;
      readonly meant: string;
      readonly row: number;
    }
  /** Such a mark, where it is not clear what stands above. */
  | { readonly code: 'nothing-to-repeat'; readonly found: string }
  | { readonly code: 'merged-label'; readonly found: string; readonly firstRow: number }
  | { readonly code: 'merged-number'; readonly firstRow: number }
  | {
      /** A number in a cell that is merged across columns of years. */
      readonly code: 'merged-across';
      readonly found: string;
      /** The headings of those columns. */
      readonly columns: readonly string[];
    }
  | { readonly code: 'unknown-schedule-row'; readonly found: string; readonly nearest: string | null }
  | { readonly code: 'personal-data'; readonly kind: PersonalDataKind }
  // the pledge of a row
  | {
      readonly code: 'another-pledge';
      readonly found: string;
      /** The number of the one pledge that the book keeps. */
      readonly pledge: string;
    }
  /** A row of an office's book that names no pledge. */
  | { readonly code: 'no-pledge-number' }
  | {
      /** A pledge number that Sheets turned into a day, and that is shown with a year. */
      readonly code: 'year-of-number';
      readonly found: string;
      readonly readAs: string;
      /** Another number that may have been typed: 26-1-1 beside 1-1. */
      readonly other: string;
    }
  /** A row of 공약목록 whose number is a dash or 없음. */
  | { readonly code: 'not-a-pledge-number'; readonly found: string }
  /** A row that names a pledge which is not in 공약목록. */
  | {
      readonly code: 'unknown-pledge';
      readonly found: string;
      readonly nearest: string | null;
      /** The numbers that may be meant, where Sheets turned the typed one into a date. */
      readonly fits?: readonly string[];
    }
  | {
      /** The number 1.1 may have been typed as 1.10, and both are in 공약목록. */
      readonly code: 'zero-lost';
      readonly found: string;
      readonly pledge: string;
      readonly other: string;
    }
  | {
      /** A row has the number of one pledge and the name of another one of 공약목록. */
      readonly code: 'name-of-another-pledge';
      readonly found: string;
      readonly pledge: string;
      readonly other: string;
    }
  | {
      /** Rows name several pledges, and the settings do not say which one the book keeps. */
      readonly code: 'several-pledges';
      readonly found: string;
      readonly numbers: readonly string[];
    }
  // any cell
  | { readonly code: 'required-blank' }
  | { readonly code: 'error-value'; readonly found: string };

export const CELL_SEVERITIES: Readonly<Record<CellProblem['code'], Severity>> = {
  'not-a-date': 'error',
  'impossible-date': 'error',
  'date-without-year': 'error',
  'year-of-either': 'error',
  'date-of-a-plan': 'error',
  'date-before-term': 'error',
  'date-after-term': 'notice',
  'ambiguous-month': 'error',
  'ambiguous-day': 'error',
  'year-of-the-tab': 'notice',
  'year-not-shown': 'warning',
  'years-not-shown': 'notice',
  'serial-for-a-date': 'notice',
  'several-days': 'notice',
  'implausible-year': 'error',
  'date-before-plan': 'warning',
  'two-digit-year': 'notice',
  'weekday-mismatch': 'notice',
  'month-precision': 'notice',
  'year-precision': 'notice',
  'not-a-count': 'error',
  'unit-of-another-kind': 'error',
  'several-numbers': 'error',
  'negative-count': 'error',
  'percent-for-a-count': 'notice',
  'fractional-count': 'error',
  'too-large': 'error',
  'not-a-value': 'error',
  'dash-for-a-value': 'error',
  'too-many-decimals': 'error',
  'unit-of-another-indicator': 'error',
  'approximate-count': 'notice',
  'not-an-amount': 'error',
  'dash-for-an-amount': 'error',
  'percent-for-an-amount': 'error',
  'not-whole-won': 'error',
  'negative-amount': 'notice',
  'marked-negative': 'notice',
  'unknown-name': 'error',
  'not-one-fund': 'error',
  'misspelt-name': 'notice',
  'not-a-year': 'error',
  'year-outside-term': 'notice',
  'not-a-mark': 'error',
  'not-digits': 'error',
  'not-a-percent': 'error',
  'share-for-percent': 'notice',
  'repeated-label': 'notice',
  'nothing-to-repeat': 'error',
  'merged-label': 'notice',
  'merged-number': 'error',
  'merged-across': 'error',
  'unknown-schedule-row': 'warning',
  'personal-data': 'notice',
  'another-pledge': 'error',
  'no-pledge-number': 'error',
  'year-of-number': 'notice',
  'not-a-pledge-number': 'error',
  'unknown-pledge': 'error',
  'zero-lost': 'warning',
  'name-of-another-pledge': 'warning',
  'several-pledges': 'error',
  'required-blank': 'error',
  'error-value': 'error',
};
