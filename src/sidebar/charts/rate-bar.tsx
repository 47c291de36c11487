/** A rate as a bar, with marks for the plan. */
import { Drawing } from '../parts.tsx';

/** In units of the drawing, which is scaled to the width of the sidebar. */
const WIDTH = 268;
const TOP = 4;
const THICKNESS = 12;

export interface Mark {
  readonly percent: number;
  /** `due`: planned for the end of the last year. `running`: planned for the end of this year. */
  readonly kind: 'due' | 'running';
}

export function RateBar({
  title,
  values,
  percent,
  marks = [],
}: {
  readonly title: string;
  readonly values: string;
  readonly percent: number | null;
  readonly marks?: readonly Mark[];
}) {
  const at = (share: number) => (Math.min(100, Math.max(0, share)) / 100) * WIDTH;
  const height = TOP * 2 + THICKNESS;
  return (
    <Drawing title={title} values={values} width={WIDTH} height={height}>
      <rect class="track" x={0} y={TOP} width={WIDTH} height={THICKNESS} rx={3} />
      {percent === null ? null : (
        <rect class="held" x={0} y={TOP} width={at(percent)} height={THICKNESS} rx={3} />
      )}
      {marks.map(({ percent: share, kind }) => {
        const x = Math.min(WIDTH - 1.5, Math.max(1.5, at(share)));
        return (
          <g class={`mark ${kind}`} key={kind}>
            <line class="halo" x1={x} x2={x} y1={0} y2={height} />
            <line class="stroke" x1={x} x2={x} y1={0} y2={height} />
          </g>
        );
      })}
    </Drawing>
  );
}
