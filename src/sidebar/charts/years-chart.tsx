/** Value and plan by year, both cumulative for indicators that add up. The plan is a broken line. */
import type { GlanceIndicator } from '../../app/glance/glance.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { countText } from '../format.ts';
import { Drawing } from '../parts.tsx';

/** In units of the drawing, which is scaled to the width of the sidebar. */
const WIDTH = 268;
const HEIGHT = 150;
const LEFT = 14;
const RIGHT = 14;
const TOP = 18;
const BOTTOM = 38;
const LABEL_GAP = 7;
const LINE = 12;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export function YearsChart({
  years,
  unit,
  title,
}: {
  readonly years: GlanceIndicator['years'];
  readonly unit: string;
  readonly title: string;
}) {
  const most = Math.max(1, ...years.map(({ planned, value }) => Math.max(planned ?? 0, value.value ?? 0)));
  const step = years.length < 2 ? 0 : (WIDTH - LEFT - RIGHT) / (years.length - 1);
  const xOf = (index: number) => (years.length < 2 ? WIDTH / 2 : LEFT + index * step);
  const yOf = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const pointsOf = (valueIn: (year: (typeof years)[number]) => number | null): readonly Point[] =>
    years.flatMap((year, index) => {
      const value = valueIn(year);
      return value === null ? [] : [{ x: xOf(index), y: yOf(value), value }];
    });
  const planned = pointsOf((year) => year.planned);
  const held = pointsOf((year) => year.value.value);
  const heldAt = new Map(held.map((point) => [point.x, point]));
  const plannedAt = new Map(planned.map((point) => [point.x, point]));
  // Year labels are left out where they would overlap.
  const every = Math.max(1, Math.ceil(34 / Math.max(step, 1)));
  const base = HEIGHT - BOTTOM;

  return (
    <figure class="chart">
      <Drawing
        title={title}
        values={years
          .map(
            ({ year, planned: plan, value, rate }) =>
              `${year}년 계획 ${plan === null ? '없음' : `${withCommas(plan)}${unit}`}, 실적 ${
                value.value === null ? '아직 없음' : `${countText(value, unit)} ${rate.text}`
              }`,
          )
          .join('. ')}
        width={WIDTH}
        height={HEIGHT}
      >
        <line class="axis" x1={0} x2={WIDTH} y1={base} y2={base} />
        <polyline class="plan-line" points={lineOf(planned)} />
        <polyline class="held-line" points={lineOf(held)} />
        {planned.map((point) => (
          <g key={point.x}>
            <circle class="plan-point" cx={point.x} cy={point.y} r={3} />
            <text class="plan-label" x={point.x} y={planLabelY(point, heldAt.get(point.x), base)}>
              {withCommas(point.value)}
            </text>
          </g>
        ))}
        {held.map((point) => (
          <g key={point.x}>
            <circle class="held-point" cx={point.x} cy={point.y} r={3.5} />
            <text class="held-label" x={point.x} y={heldLabelY(point, plannedAt.get(point.x), base)}>
              {withCommas(point.value)}
            </text>
          </g>
        ))}
        {years.map(({ year }, index) =>
          index % every === 0 ? (
            <text class="axis-label" x={xOf(index)} y={HEIGHT - 6} key={year}>
              {year}
            </text>
          ) : null,
        )}
      </Drawing>
      <figcaption class="legend">
        <span>
          <i class="swatch line held" aria-hidden="true" /> 실적
        </span>
        <span>
          <i class="swatch line plan" aria-hidden="true" /> 계획
        </span>
      </figcaption>
    </figure>
  );
}

function lineOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

/**
 * Puts the label above its point, or below if the value is under the plan, so that the two labels never
 * overlap.
 */
function heldLabelY(point: Point, plan: Point | undefined, base: number): number {
  return plan !== undefined && plan.y < point.y ? below(point, base) : point.y - LABEL_GAP;
}

function planLabelY(point: Point, held: Point | undefined, base: number): number {
  return held !== undefined && held.y <= point.y ? below(point, base) : point.y - LABEL_GAP;
}

function below(point: Point, base: number): number {
  const y = point.y + LABEL_GAP + LINE - 2;
  // The axis must not cross out a number.
  return y > base - 2 ? base + LINE + 1 : y;
}
