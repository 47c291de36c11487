/** Suggestions by handling status, or pledges by implementation status, as one bar. */
import type { GlanceStatus } from '../../app/glance/glance.ts';

import { withCommas } from '../../sheets/numbers.ts';
import { Drawing } from '../parts.tsx';

/** In units of the drawing, which is scaled to the width of the sidebar. */
const WIDTH = 268;
const LEAST = 2;

export function StackedBar({
  title,
  statuses,
  height,
}: {
  readonly title: string;
  /** @property color the colour of an implementation status; without it, the status code decides. */
  readonly statuses: readonly (GlanceStatus & { readonly color?: string })[];
  readonly height: number;
}) {
  const total = statuses.reduce((sum, { count }) => sum + count, 0);
  // Every status gets a minimum width, so that it can be seen. The rest is shared by count.
  const room = WIDTH - LEAST * statuses.length;
  let x = 0;
  return (
    <Drawing title={title} values={statusesText(statuses)} width={WIDTH} height={height}>
      {statuses.map(({ status, name, count, color }) => {
        const width = LEAST + (total === 0 ? 0 : (count / total) * room);
        const from = x;
        x += width;
        return (
          <rect
            class={`status ${status}`}
            fill={color}
            x={from}
            y={0}
            width={Math.max(1, width - 1)}
            height={height}
            key={name}
          />
        );
      })}
    </Drawing>
  );
}

/** `완료 96건, 추진중 23건` */
export function statusesText(statuses: readonly GlanceStatus[]): string {
  return statuses.map(({ name, count }) => `${name} ${withCommas(count)}건`).join(', ');
}
