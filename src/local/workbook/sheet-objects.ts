/** What a sheet has besides cells, as plain data: charts, conditional formats, protection. */
import type { Rectangle } from './rectangle.ts';

export type ChartType = 'COLUMN' | 'BAR';

/** A range that a chart shows. It may be on another sheet. */
export interface ChartRange extends Rectangle {
  readonly sheetId: number;
}

/** An embedded chart. Objects are never changed in place. */
export interface ChartState {
  readonly id: number;
  /** null for a kind of chart that is not supported here. */
  readonly type: ChartType | null;
  /** Columns side by side. The first one holds the labels. */
  readonly ranges: readonly ChartRange[];
  /** The number of rows at the top of the ranges that name the series; negative if not specified. */
  readonly headers: number;
  /** The cell of the upper left corner, and the offset from that cell's corner in pixels. */
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  /** Options by name, such as `title`, `isStacked`, `legend.position`, `width` (pixels). */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The look of cells while a condition holds. Missing properties leave the cell as it is. */
export interface ConditionalLook {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

/** The criteria that the script uses. */
export type ConditionCriterion = 'CUSTOM_FORMULA' | 'TEXT_EQUAL_TO';

/** A conditional format rule. Objects are never changed in place. */
export interface ConditionalRule {
  readonly ranges: readonly Rectangle[];
  /** A name of `BooleanCriteria` and its argument; null for other rules, such as colour scales. */
  readonly condition: {
    readonly criterion: ConditionCriterion;
    readonly values: readonly [string];
  } | null;
  readonly look: ConditionalLook;
  /** The rule as it is in the file; absent once the rule is changed. */
  readonly source?: string;
}

/** Protection of a whole sheet. */
export interface ProtectionState {
  readonly description: string;
  /** If true, people are asked to confirm an edit instead of being stopped. */
  readonly warningOnly: boolean;
  /** True if only somebody else may edit the sheet: writes of the current person are refused. */
  readonly editableByOthersOnly?: true;
}
