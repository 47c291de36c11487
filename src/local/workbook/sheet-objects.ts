/** What lies on a sheet beside its cells: charts, conditional formats, names, protection. Plain data, as in `document.ts`. */
import type { Rectangle } from './rectangle.ts';

export type ChartType = 'COLUMN' | 'BAR' | 'LINE';

/** A range that a chart draws, maybe of another sheet. */
export interface ChartRange extends Rectangle {
  readonly sheetId: number;
}

/** An embedded chart. Objects are never changed in place. */
export interface ChartState {
  readonly id: number;
  /** `null`: of a kind that there is no word for here. */
  readonly type: ChartType | null;
  /** Columns side by side: the first holds the labels. */
  readonly ranges: readonly ChartRange[];
  /** Rows at the top of the ranges that name the series; below 0 nobody said. */
  readonly headers: number;
  readonly transposed: boolean;
  /** The cell that the upper left corner lies in, and pixels from that cell's own corner. */
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  /** By the names of the options, such as `title`, `isStacked`, `legend.position`, `width` in pixels. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** How cells look while a condition holds; what is not there stays as it is. */
export interface ConditionalLook {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

/** A conditional format rule. Objects are never changed in place. */
export interface ConditionalRule {
  readonly ranges: readonly Rectangle[];
  /** A name of `BooleanCriteria` and its arguments; `null` for a rule that there is no word for here, such as a colour scale. */
  readonly condition: {
    readonly criterion: string;
    readonly values: readonly (string | number)[];
  } | null;
  readonly look: ConditionalLook;
  /** The rule as its file has it, for as long as nobody changes it. */
  readonly source?: string;
}

/** A name that stands for a range of the sheet. Objects are never changed in place. */
export interface NamedRangeState {
  readonly name: string;
  readonly range: Rectangle;
}

/** The protection of a whole sheet. */
export interface ProtectionState {
  readonly description: string;
  /** Whoever edits is asked first, and may. */
  readonly warningOnly: boolean;
  /** Somebody else has kept it for themselves: the person at the keyboard may not write there. */
  readonly closed?: true;
}
