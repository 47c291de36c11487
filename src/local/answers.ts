/** What the bundle's functions answer to the command line, as far as it looks. */

/** Of `makeReport`. */
export type ReportAnswer =
  | {
      readonly status: 'done';
      /** A sentence for each thing that could not be computed, because a tab or heading is missing. */
      readonly missing?: readonly string[];
    }
  | Stopped;

/** Of `traceCell`. */
export type TraceAnswer = ({ readonly status: 'done' } & Trace) | Stopped;

/** The rows behind a cell of a result tab. */
export interface Trace {
  readonly tab: string;
  readonly cell: string;
  /** The cell as it is displayed. */
  readonly shown?: string;
  /** One for a figure, two for a rate: its part and its whole. */
  readonly parts: readonly TracedFigure[];
}

export interface TracedFigure {
  readonly label: string;
  /** null: nobody knows. */
  readonly sum: number | null;
  readonly unit: string;
  readonly rows: readonly TracedRow[];
}

export interface TracedRow {
  readonly tab: string;
  readonly row: number;
  /** What the row says, by heading. */
  readonly columns: Readonly<Record<string, string>>;
  readonly value: number;
  readonly approximate: boolean;
}

interface Stopped {
  readonly status: 'stopped';
  /** Each says why and what to do. */
  readonly messages: readonly string[];
}
