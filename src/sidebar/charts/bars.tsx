/** Horizontal bars with names and numbers. The longest takes the full width. */
import { Drawing } from '../parts.tsx';

/** In units of the drawing, which is scaled to the width of the sidebar. */
const WIDTH = 268;
const NAME_WIDTH = 112;
const NUMBER_WIDTH = 40;
const ROW = 22;
const THICKNESS = 10;
/** Names are cut to the width of this many Korean letters. The table behind the chart has them in full. */
const LONGEST_NAME = 9;

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = WIDTH - NAME_WIDTH - NUMBER_WIDTH;
  return (
    <figure class="chart">
      <Drawing
        title={title}
        values={bars.map(({ name, text }) => `${name} ${text}`).join(', ')}
        width={WIDTH}
        height={bars.length * ROW}
      >
        {bars.map(({ name, value, text }, index) => {
          const middle = index * ROW + ROW / 2;
          return (
            <g key={index}>
              <text class="bar-name" x={0} y={middle + 4}>
                {cut(name)}
              </text>
              {value === 0 ? null : (
                <rect
                  class="held"
                  x={NAME_WIDTH}
                  y={middle - THICKNESS / 2}
                  width={Math.max(2, (value / most) * room)}
                  height={THICKNESS}
                  rx={2}
                />
              )}
              <text class="bar-number" x={WIDTH} y={middle + 4}>
                {text}
              </text>
            </g>
          );
        })}
      </Drawing>
    </figure>
  );
}

/** The name as far as it fits. Latin letters and digits count as about half a Korean letter. */
function cut(name: string): string {
  let width = 0;
  const letters = [...name];
  for (const [index, letter] of letters.entries()) {
    width += letter < '\u0250' ? 0.55 : 1;
    if (width > LONGEST_NAME) return `${letters.slice(0, index).join('')}…`;
  }
  return name;
}
