/**
 * The state of one spreadsheet document, as plain data: what survives between executions, what an xlsx file is read into
 * and written from, and what the services of the local host show to a script.
 *
 * As in Google Sheets a date is not a kind of value: it is a number (days since 1899-12-30) whose number format shows a date.
 */
import type { Rectangle } from './rectangle.ts';
import type { ChartState, ConditionalRule, NamedRangeState, ProtectionState } from './sheet-objects.ts';

export interface CellError {
  readonly error: '#REF!' | '#N/A' | '#VALUE!' | '#DIV/0!' | '#NAME?' | '#NUM!' | '#NULL!' | '#ERROR!';
}

/** `null` is a blank cell. A formula's cell holds its last computed value here; see {@link SheetState.formulas}. */
export type CellContent = string | number | boolean | CellError | null;

/** A border line as Sheets draws it. */
export interface BorderLine {
  readonly style: 'solid' | 'solid-medium' | 'solid-thick' | 'dotted' | 'dashed' | 'double';
  readonly color: string;
}

/** How a cell looks. Objects are shared between cells and never changed in place. Colours are `#rrggbb`. */
export interface CellStyle {
  /** A Sheets pattern such as `@`, `#,##0`, `0.0%`, `yyyy. m. d.`; `General` where nobody chose one. */
  readonly numberFormat: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontFamily?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly background?: string;
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'overflow' | 'wrap' | 'clip';
  readonly borders?: {
    readonly top?: BorderLine;
    readonly right?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
  };
}

/** Rows that pages repeat, by their numbers. */
export interface TitleRows {
  readonly first: number;
  readonly last: number;
}

/** How a sheet is printed. Every page has its number below, and the sheet in the middle of its width. */
export interface PageSetup {
  readonly paper: 'A4';
  readonly orientation: 'portrait' | 'landscape';
  /** Made small enough to be one page wide, as many pages long as it takes. */
  readonly fitToWidth: boolean;
  /** The rows that every page repeats: so many at the top, or others, which the pages after them repeat. */
  readonly printTitleRows?: number | TitleRows;
  /** The last rows of pages that end early, so that no table is cut in two. */
  readonly breaksAfter?: readonly number[];
  /** Inches. */
  readonly margins?: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

export interface MetadataEntry {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
}

/** A data validation rule, named as the script services name it. */
export interface ValidationRule {
  /** A name of `DataValidationCriteria`, for example `VALUE_IN_LIST`. */
  readonly criterion: string;
  /** The criterion's arguments; a range of cells is its A1 notation with the sheet, a date its serial number. */
  readonly values: readonly (string | number | boolean)[];
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export interface SheetState {
  readonly id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  /** The size of the grid: a new sheet has 1000 × 26. */
  maxRows: number;
  maxColumns: number;
  /** `values[row - 1]?.[column - 1]`; rows may be short or absent, what is not there is blank. */
  values: CellContent[][];
  /** Formula text with its `=`, by `row,column`. */
  formulas: Map<string, string>;
  /** `styles[row - 1]?.[column - 1]`; what is not there has no style of its own. */
  styles: (CellStyle | undefined)[][];
  merges: Rectangle[];
  frozenRows: number;
  frozenColumns: number;
  /** Pixels, by column or row number; what is not there has the default (100 × 21). */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Cell notes, by `row,column`. */
  notes: Map<string, string>;
  /**
   * Where cells lead, by `row,column`: a place in the document after a `#` (`#'소통기록'!A12`), or a URL. What a cell's
   * `HYPERLINK` formula says is not here.
   */
  links?: Map<string, string>;
  metadata: MetadataEntry[];
  /** Data validation rules, by `row,column`. */
  validations?: Map<string, ValidationRule>;
  /** Rows that a filter hides; those that a person hid are in {@link hiddenRows}. */
  rowsHiddenByFilter?: Set<number>;
  /** The range that a filter is set on; absent where there is none. */
  filter?: Rectangle;
  gridlinesHidden?: boolean;
  /** How the sheet is printed; absent where nobody said, or said something that there is no word for here. */
  page?: PageSetup;
  charts?: ChartState[];
  /** In the order in which they are tried. */
  conditionalRules?: ConditionalRule[];
  /** Names of ranges of this sheet; no two of a document are the same, whatever the case of their letters. */
  namedRanges?: readonly NamedRangeState[];
  /** Absent where the sheet as a whole is not protected. */
  protection?: ProtectionState;
  /** Ranges that a person has turned into a table, whose columns have types. */
  tables?: readonly Rectangle[];
}

export interface DocumentState {
  id: string;
  name: string;
  /** The time zone of the spreadsheet, for example `Asia/Seoul`; the script's own may differ. */
  timeZone: string;
  locale: string;
  sheets: SheetState[];
  /** Id of the sheet that is shown. */
  activeSheetId: number;
  /** What is selected on the shown sheet, in A1 notation: `A1`, or `A1:B2,D4`; the last range is the active one. */
  selection: string;
  metadata: MetadataEntry[];
  documentProperties: Map<string, string>;
  /** Of the person for whom a host is made. */
  userProperties: Map<string, string>;
  /** Of each other person; a file does not keep them. */
  userPropertiesOfOthers?: Map<string, Map<string, string>>;
  scriptProperties: Map<string, string>;
}

/**
 * The same document once more; what happens to either leaves the other as it is. Styles, validation rules and errors never change, so they
 * are shared: a long sheet has a rule for each cell, which would take seconds to copy.
 */
export function copyOf(document: DocumentState): DocumentState {
  return { ...structuredClone({ ...document, sheets: [] }), sheets: document.sheets.map(copyOfSheet) };
}

/** The same sheet once more, in the same way. */
export function copyOfSheet(sheet: SheetState): SheetState {
  const rules = sheet.validations;
  const none = rules === undefined ? {} : { validations: new Map<string, ValidationRule>() };
  return {
    ...structuredClone({ ...sheet, values: [], styles: [], ...none }),
    values: sheet.values.map((cells) => [...cells]),
    styles: sheet.styles.map((cells) => [...cells]),
    ...(rules === undefined ? {} : { validations: new Map(rules) }),
  };
}
