/** Draws the sheet's charts over the grid, at their places in the sheet. */
import type { ChartView } from '../messages.ts';
import type { SheetView } from './univer-view.ts';

export function Charts({
  charts,
  view,
}: {
  readonly charts: readonly ChartView[];
  readonly view: SheetView;
}) {
  const { fixed, zoom, cornerOf } = view;
  return (
    <section class="charts" aria-label="차트" style={{ left: `${fixed.x}px`, top: `${fixed.y}px` }}>
      {charts.map((chart) => {
        const corner = cornerOf(chart.place.row, chart.place.column);
        const style = {
          left: `${corner.x + chart.place.x * zoom - fixed.x}px`,
          top: `${corner.y + chart.place.y * zoom - fixed.y}px`,
          width: `${chart.width}px`,
          height: `${chart.height}px`,
          transform: `scale(${zoom})`,
        };
        return (
          <figure key={chart.id} style={style}>
            <figcaption>{chart.title}</figcaption>
            {chart.kind === 'columns' ? <Columns chart={chart} /> : <StackedBars chart={chart} />}
            <ul>
              {chart.series.map(({ name, color }) => (
                <li key={name}>
                  <i style={{ background: color }} aria-hidden="true" />
                  {name}
                </li>
              ))}
            </ul>
          </figure>
        );
      })}
    </section>
  );
}

/** Space around a drawing, in pixels: at its sides, and for title and legend together. */
const SIDES = 24;
const TITLE_AND_LEGEND = 64;

/** Height of the labels below the columns, and of the space above them, in pixels. */
const AXIS = 22;
const TOP = 16;

function Columns({ chart }: { readonly chart: ChartView }) {
  const { title, labels, series } = chart;
  const [width, height] = [chart.width - SIDES, chart.height - TITLE_AND_LEGEND];
  const base = height - AXIS;
  const top = niceTop(Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const scale = scaleOf(top);
  const left = 12 + 7 * Math.max(...[0.25, 0.5, 0.75, 1].map((part) => scale(top * part).length));
  const group = (width - left) / Math.max(1, labels.length);
  const bar = Math.min(34, (group * 0.88) / Math.max(1, series.length));
  const yOf = (value: number) => base - ((base - TOP) * value) / top;
  const taken: Box[] = [];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <line
            class={part === 0 ? 'axis' : 'rule'}
            x1={left}
            x2={width}
            y1={yOf(top * part)}
            y2={yOf(top * part)}
          />
          <text class="scale" x={left - 6} y={yOf(top * part) + 4}>
            {scale(top * part)}
          </text>
        </g>
      ))}
      {labels.map((label, index) => {
        const middle = left + group * (index + 0.5);
        const columns = series.flatMap(({ name, color, values, texts }, number) => {
          const value = values[index] ?? null;
          const x = middle + (number - series.length / 2) * bar;
          return value === null ? [] : [{ name, color, value, x, said: `${label} ${name} ${texts[index]}` }];
        });
        return (
          <g key={label}>
            <text class="label" x={middle} y={height - 6}>
              {label}
            </text>
            {columns.map(({ name, color, value, x, said }) => (
              <rect
                key={name}
                x={x + 1}
                y={yOf(value)}
                width={bar - 2}
                height={Math.max(0, base - yOf(value))}
                fill={color}
              >
                <title>{said}</title>
              </rect>
            ))}
            {columns.map(({ name, value, x }) => {
              const text = scale(value);
              const half = widthOf(text) / 2;
              const [center, y] = [x + bar / 2, yOf(value) - 4];
              // A figure that would overlap another is left out. The column's tooltip still shows it.
              const place = [center, center - half + bar / 2, center + half - bar / 2]
                .map((at): Box => ({ left: at - half, right: at + half, y }))
                .find((box) => box.right <= width && !taken.some((other) => touch(box, other)));
              if (place === undefined) return null;
              taken.push(place);
              return (
                <text key={name} class="figure" x={place.left + half} y={y}>
                  {text}
                </text>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** Place of a figure's text: its left and right edge, and its baseline. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** In pixels. */
const LINE_OF_FIGURE = 12;

function touch(one: Box, other: Box): boolean {
  const isBeside = one.right + 2 <= other.left || other.right + 2 <= one.left;
  return !isBeside && Math.abs(one.y - other.y) < LINE_OF_FIGURE;
}

/** In pixels. */
const THICKEST_BAR = 18;

function StackedBars({ chart }: { readonly chart: ChartView }) {
  const { title, labels, series } = chart;
  const [across, height] = [chart.width - SIDES, chart.height - TITLE_AND_LEGEND];
  const line = height / Math.max(1, labels.length);
  const thickness = Math.min(THICKEST_BAR, line * 0.7);
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const most = Math.max(1, ...totals);
  const names = 12 + Math.max(0, ...labels.map(widthOf));
  const room = across - names - 44;
  return (
    <svg viewBox={`0 0 ${across} ${height}`} role="img" aria-label={title}>
      {labels.map((label, index) => {
        let x = names;
        const middle = (index + 0.5) * line;
        return (
          <g key={label}>
            <text class="name" x={names - 8} y={middle + 4}>
              {label}
            </text>
            {series.map(({ name, color, values, texts }) => {
              const width = ((values[index] ?? 0) / most) * room;
              const from = x;
              x += width;
              return width === 0 ? null : (
                <rect
                  key={name}
                  x={from}
                  y={middle - thickness / 2}
                  width={width}
                  height={thickness}
                  fill={color}
                >
                  <title>{`${label} ${name} ${texts[index]}`}</title>
                </rect>
              );
            })}
            <text class="total" x={x + 6} y={middle + 4}>
              {totals[index]?.toLocaleString('ko')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Formats figures. Large ones are in 만 (10,000), so that they fit above their columns: 6,000,000 is 600만. */
function scaleOf(top: number): (value: number) => string {
  return top < 100_000
    ? (value) => value.toLocaleString('ko')
    : (value) =>
        value === 0 ? '0' : `${(value / 10_000).toLocaleString('ko', { maximumFractionDigits: 1 })}만`;
}

/** Approximate width in pixels. Hangul is nearly twice as wide as digits. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (/[\x20-\x7e]/.test(letter) ? 6 : 10.5), 0);
}

/**
 * The next round number at or above a value, for an axis of four equal steps: 108 gives 120, 200 gives 200.
 */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [0.4, 0.8, 1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((part) => part * power >= value) ?? 10;
  return step * power;
}
