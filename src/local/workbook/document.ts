/**
 * The state of one spreadsheet document, as plain data. It survives between executions, xlsx files are read
 * into it and written from it, and the services of the local host show it to scripts.
 *
 * As in Google Sheets, a date is not a kind of value. It is a number (days since 1899-12-30) in a cell whose
 * number format shows a date.
 */
import type { Rectangle } from './rectangle.ts';
import type { ChartState, ConditionalRule, ProtectionState } from './sheet-objects.ts';

export interface CellError {
  readonly error: '#REF!' | '#N/A' | '#VALUE!' | '#DIV/0!' | '#NAME?' | '#NUM!' | '#NULL!' | '#ERROR!';
}

/** null is a blank cell. A cell with a formula has its last result here; see {@link SheetState.formulas}. */
export type CellContent = string | number | boolean | CellError | null;

/** A border line. */
export interface BorderLine {
  readonly style: 'solid' | 'solid-medium' | 'solid-thick' | 'dotted' | 'dashed' | 'double';
  readonly color: string;
}

/** The look of a cell. Objects are shared between cells and never changed in place. Colours are `#rrggbb`. */
export interface CellStyle {
  /** A pattern of Sheets such as `@`, `#,##0`, `0.0%`, `yyyy. m. d.`; `General` if none was chosen. */
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

/** First and last of the rows that are repeated on printed pages. */
export interface TitleRows {
  readonly first: number;
  readonly last: number;
}

/** The print setup of a sheet. Every page has its number at the bottom and is centred horizontally. */
export interface PageSetup {
  readonly paper: 'A4';
  readonly orientation: 'portrait' | 'landscape';
  /** If true, the print is scaled down to one page wide, and as many pages long as needed. */
  readonly fitToWidth: boolean;
  /** Rows that pages repeat: the first N of the sheet, or a block repeated by the pages after it. */
  readonly printTitleRows?: number | TitleRows;
  /** Page breaks: the last row of each page that ends early, so that no table is split. */
  readonly breaksAfter?: readonly number[];
  /** Stands at the top right of every page, in small letters. */
  readonly header?: string;
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

/**
 * The names of `DataValidationCriteria` that a rule here may have. Files can hold all of them, so no rule is
 * lost when a workbook is saved.
 */
export type ValidationCriterion =
  | `NUMBER_${Comparison | 'BETWEEN' | 'NOT_BETWEEN'}`
  | `DATE_${'BETWEEN' | 'NOT_BETWEEN' | 'EQUAL_TO' | 'AFTER' | 'ON_OR_AFTER' | 'BEFORE' | 'ON_OR_BEFORE'}`
  | 'DATE_IS_VALID_DATE'
  | 'VALUE_IN_LIST'
  | 'VALUE_IN_RANGE'
  | 'CUSTOM_FORMULA';

type Comparison =
  | `${'' | 'NOT_'}EQUAL_TO`
  | `${'GREATER' | 'LESS'}_THAN`
  | `${'GREATER' | 'LESS'}_THAN_OR_EQUAL_TO`;

/** A data validation rule, with the names that the script services use. */
export interface ValidationRule {
  readonly criterion: ValidationCriterion;
  /** Arguments of the criterion. A range is its A1 notation with the sheet, a date its serial number. */
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
  /** The size of the grid. A new sheet has 1000 × 26 cells. */
  maxRows: number;
  maxColumns: number;
  /** `values[row - 1]?.[column - 1]`. Rows may be short or missing; a missing value is blank. */
  values: CellContent[][];
  /** Formula text including `=`, by `row,column`. */
  formulas: Map<string, string>;
  /** `styles[row - 1]?.[column - 1]`. A missing style is the plain one. */
  styles: (CellStyle | undefined)[][];
  merges: Rectangle[];
  frozenRows: number;
  frozenColumns: number;
  /** Widths by column and heights by row, in pixels. The default is 100 × 21. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Cell notes, by `row,column`. */
  notes: Map<string, string>;
  /**
   * Links of cells, by `row,column`: a URL, or a place in the document after `#`, such as `#'소통기록'!A12`.
   * Links of `HYPERLINK` formulas are not included.
   */
  links?: Map<string, string>;
  metadata: MetadataEntry[];
  /** Data validation rules, by `row,column`. */
  validations?: Map<string, ValidationRule>;
  /** Rows that a filter hides. Rows that a person hid are in {@link hiddenRows}. */
  rowsHiddenByFilter?: Set<number>;
  /** The range of the sheet's filter; absent if there is none. */
  filter?: Rectangle;
  gridlinesHidden?: boolean;
  /** The print setup; absent if none was chosen, or if {@link PageSetup} cannot express it. */
  page?: PageSetup;
  charts?: ChartState[];
  /** In the order in which they are tried. */
  conditionalRules?: ConditionalRule[];
  /** Absent if the whole sheet is not protected. */
  protection?: ProtectionState;
  /** Ranges that a person converted to tables, whose columns have types. */
  tables?: readonly Rectangle[];
}

export interface DocumentState {
  id: string;
  name: string;
  /** The time zone of the spreadsheet, for example `Asia/Seoul`. The script's own zone may differ. */
  timeZone: string;
  locale: string;
  sheets: SheetState[];
  /** Id of the shown sheet. */
  activeSheetId: number;
  /**
   * The selection on the shown sheet in A1 notation, `A1` or `A1:B2,D4`. The last range is the active one.
   */
  selection: string;
  metadata: MetadataEntry[];
  documentProperties: Map<string, string>;
  /** Properties of the person that the host was created for. */
  userProperties: Map<string, string>;
  /** Properties of other people, by person. Files do not store them. */
  userPropertiesOfOthers?: Map<string, Map<string, string>>;
}

/**
 * Copies a document; later changes to one do not affect the other. Styles, validation rules and errors never
 * change, so both share them: copying a rule for each cell of a long sheet would take seconds.
 */
export function copyOf(document: DocumentState): DocumentState {
  return { ...structuredClone({ ...document, sheets: [] }), sheets: document.sheets.map(copyOfSheet) };
}

/** Copies a sheet in the same way. */
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
