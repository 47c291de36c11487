/** The text of 지난달과 비교: plain lines for a dialog. */
import { MOST_DECIMALS } from '../../../domain/decimal.ts';
import type {
  Comparison,
  RowDifference,
  RowDifferenceKind,
  Snapshot,
} from '../../../domain/months/comparison.ts';
import { type MonthlyFigure, partsOf } from '../../../domain/months/monthly-figure.ts';
import type { OtherCause } from '../../../domain/months/other-causes.ts';
import { figuresMovedBy, type RowFact } from '../../../domain/months/row-facts.ts';
import { FACT_TABS } from '../../../domain/tabs.ts';
import type { ImplementationStatus, OfficeLists } from '../../../domain/words.ts';
import { isPercentUnit } from '../../input/indicators/indicator-units.ts';
import { INPUT_TAB_NAMES } from '../../input/tabs.ts';
import { isPercentFigure, knownValue, monthlyFigureName, monthlyFigureText } from '../../monthly-figures.ts';
import {
  defaultStatusNameAtDate,
  implementationStatusName,
  indicatorKindName,
  monthName,
  officeStatusName,
  statusNameAtDate,
} from '../../names.ts';
import { subjectParticle, topicParticle } from '../../particles.ts';
import { shownDate, shownPeriod } from '../../raw.ts';
import { factName } from '../records/monthly-rows.ts';

export interface ComparisonTextOptions {
  /** Unit in which the pledge counts its meetings. */
  readonly unit: string;
  /**
   * What this office calls its statuses and funding sources; null: their recorded names are used.
   */
  readonly lists: OfficeLists | null;
  /** The most rows that are listed; the rest is only counted. */
  readonly mostRows: number;
}

const KINDS: readonly { readonly kind: RowDifferenceKind; readonly title: string }[] = [
  { kind: 'added', title: '그사이의 날짜로 늘어난 행' },
  { kind: 'backdated', title: '지난 날짜로 늦게 들어온 행' },
  { kind: 'changed', title: '바뀐 행' },
  { kind: 'removed', title: '없어진 행' },
];

export function comparisonLines(comparison: Comparison, options: ComparisonTextOptions): readonly string[] {
  const { from, to } = comparison;
  const wording = wordingOf(comparison, options);
  return [
    `${sideName(from)} → ${sideName(to)}`,
    '',
    ...figureLines(comparison, wording),
    ...comparison.otherCauses.map((cause) => causeText(cause, wording)),
    '',
    ...rowLines(comparison, options),
  ];
}

/** Names and units of figures. */
interface Wording {
  readonly unitOf: (figure: MonthlyFigure) => string;
  readonly nameOf: (figure: MonthlyFigure) => string;
  readonly lists: OfficeLists | null;
}

function wordingOf({ units }: Comparison, { unit, lists }: ComparisonTextOptions): Wording {
  return {
    unitOf: (figure) => units.get(figure) ?? (partsOf(figure).of === 'indicator' ? '' : unit),
    nameOf: (figure) => monthlyFigureName(figure, lists),
    lists,
  };
}

/** `2024년 2월 기록(2024. 2. 29. 기준)` */
function sideName({ month, asOf }: Pick<Snapshot, 'month' | 'asOf'>): string {
  const name = month === null ? '지금' : `${monthName(month)} 기록`;
  return `${name}(${shownDate(asOf)} 기준)`;
}

function figureLines(
  { figures, chosenStatus, suggestedStatus, estimates }: Comparison,
  wording: Wording,
): readonly string[] {
  const moved = figures.filter(({ before, after }) => before !== after);
  const numbers = moved
    .filter(({ figure }) => isTold(figure, moved))
    .map(({ figure, before, after }) => {
      const [was, is] = [knownValue(figure, before), knownValue(figure, after)];
      const by = was === null || is === null ? '' : ` (${signed(figure, is - was, wording)})`;
      const text = (value: number | null, side: ReadonlySet<MonthlyFigure>) =>
        `${value !== null && side.has(figure) ? '약 ' : ''}${monthlyFigureText(figure, value, wording.unitOf(figure))}`;
      return `${wording.nameOf(figure)}: ${text(before, estimates.before)} → ${text(after, estimates.after)}${by}`;
    });
  const statuses = [
    { name: '이행구분(선택)', ...chosenStatus },
    { name: '이행구분(제안)', ...suggestedStatus },
  ]
    .filter(({ before, after }) => before !== after)
    .map(
      ({ name, before, after }) =>
        `${name}: ${implementationStatusText(before, wording)} → ${implementationStatusText(after, wording)}`,
    );
  const lines = [...numbers, ...statuses];
  return lines.length === 0 ? ['달라진 숫자가 없습니다.'] : lines;
}

/** False for a funding source that moved alone: the line of all sources shows the same change. */
function isTold(figure: MonthlyFigure, moved: Comparison['figures']): boolean {
  const parts = partsOf(figure);
  if (parts.of !== 'fundingSource') return true;
  const alike = moved.filter((other) => {
    const its = partsOf(other.figure);
    return its.of === 'fundingSource' && its.part === parts.part;
  });
  return alike.length > 1;
}

function implementationStatusText(status: ImplementationStatus | null, { lists }: Wording): string {
  if (status === null) return '빈칸';
  return lists === null ? implementationStatusName(status) : officeStatusName(lists, status);
}

function causeText(cause: OtherCause, wording: Wording): string {
  switch (cause.kind) {
    case 'target': {
      const name = wording.nameOf(cause.figure);
      return `※ ${name}${subjectParticle(name)} 바뀌었습니다. 이행률은 행만이 아니라 목표 때문에도 달라질 수 있습니다.`;
    }
    case 'baseline': {
      const name = monthlyFigureName(cause.figure);
      return `※ ${name}의 차이에는 기준값이 바뀐 ${signed(cause.figure, cause.by, wording)}도 들어 있습니다.`;
    }
    case 'measured': {
      const [was, is] = [cause.was, cause.is].map(
        ({ kind, unit }) => `${indicatorKindName(kind)}(${unit ?? '단위 없음'})`,
      );
      return `※ ${monthlyFigureName(cause.figure)}: 집계와 단위가 앞에서는 ${was}, 뒤에서는 ${is}입니다. 두 값을 그대로 견줄 수 없습니다.`;
    }
    case 'plan':
      return '※ 예산 계획액이 바뀌었습니다. 예산 집행률은 행만이 아니라 계획 때문에도 달라질 수 있습니다.';
    case 'stated':
      return '※ 이행률에는 행에서 계산하지 않고 사람이 적은 값(자체평가)이 있습니다.';
    case 'baselineOfRate': {
      const name = wording.nameOf(cause.figure);
      return `※ ${name}${topicParticle(name)} 행이 아니라 기준값이 바뀌어 달라졌습니다.`;
    }
    case 'settings': {
      const name = wording.nameOf(cause.figure);
      return `※ ${name}${topicParticle(name)} 행이 아니라 공약 탭의 비율 설정이 바뀌어 달라졌습니다.`;
    }
    case 'unknown': {
      const { figure } = cause;
      const by = signed(figure, cause.by, wording);
      return `※ ${wording.nameOf(figure)}의 차이 가운데 ${by}${topicParticle(by)} 행으로 설명되지 않습니다. 탭이나 제목이 빠지지 않았는지 점검 탭을 봐 주세요.`;
    }
  }
}

function rowLines(comparison: Comparison, options: ComparisonTextOptions): readonly string[] {
  const { rows, rowsUnknownSince, notCompared } = comparison;
  if (rowsUnknownSince !== null) {
    return [
      `${monthName(rowsUnknownSince)}의 내역이 바뀌었거나 없어 어느 행이 숫자를 움직였는지는 알 수 없습니다. 위의 숫자는 기록된 그대로입니다.`,
    ];
  }
  const missing = FACT_TABS.filter((tab) => notCompared.includes(tab)).map(
    (tab) => `${INPUT_TAB_NAMES[tab]} 탭은 한쪽에서 계산할 수 없어 행을 비교하지 않았습니다.`,
  );
  if (rows.length === 0) return [...missing, '움직인 행이 없습니다.'];
  let left = options.mostRows;
  const lists = KINDS.flatMap(({ kind, title }) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 0) return [];
    const shown = ofKind.slice(0, left);
    left -= shown.length;
    const rest = ofKind.length - shown.length;
    return [
      `${title} ${ofKind.length}행`,
      ...shown.map((row) => rowDifferenceText(row, comparison, options)),
      ...(rest === 0 ? [] : [`· 이 밖에 ${rest}행이 더 있습니다.`]),
    ];
  });
  return [...missing, ...lists];
}

/** `· 건의사항 7행: 2024. 1. 5. 동 연두방문 추진중 3건 → 완료 3건 [건의 추진중 -3건, 건의 완료 +3건]` */
export function rowDifferenceText(
  { tab, row, before, after, moved }: RowDifference,
  comparison: Comparison,
  options: ComparisonTextOptions,
): string {
  const wording = wordingOf(comparison, options);
  const moves =
    moved.length === 0
      ? '숫자는 그대로'
      : moved.map(({ figure, by }) => `${wording.nameOf(figure)} ${signed(figure, by, wording)}`).join(', ');
  return `· ${INPUT_TAB_NAMES[tab]} ${row}행: ${sidesText(before, after, wording)} [${moves}]`;
}

function sidesText(before: RowFact | null, after: RowFact | null, wording: Wording): string {
  const was = before === null ? null : factText(before, wording);
  const is = after === null ? null : factText(after, wording);
  if (was === null) return is ?? '';
  if (is === null) return was;
  return was === is ? `${is} (다른 칸이 바뀜)` : `${was} → ${is}`;
}

function factText(fact: RowFact, wording: Wording): string {
  const { date, status, amount, suggestionKey } = fact;
  const [figure = 'suggestions'] = figuresMovedBy(fact);
  const name = factName(fact);
  const when = shownPeriod(date);
  return [
    // A name may have its year already: `2023년 동 연두방문`.
    date.precision === 'year' && name.startsWith(when) ? '' : when,
    // A fingerprint tells a person nothing.
    suggestionKey === null || suggestionKey.startsWith('#') ? '' : `(${suggestionKey})`,
    name,
    status === null
      ? ''
      : wording.lists === null
        ? defaultStatusNameAtDate(status)
        : statusNameAtDate(wording.lists, status),
    monthlyFigureText(figure, amount, wording.unitOf(figure)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** `+17회`, `-3건`. Rounded, so that subtracting percentages adds no decimal places. */
function signed(figure: MonthlyFigure, by: number, wording: Wording): string {
  const size = Number(Math.abs(by).toFixed(MOST_DECIMALS));
  const unit = wording.unitOf(figure);
  const points =
    isPercentFigure(figure) || (partsOf(figure).of === 'indicator' && isPercentUnit(unit)) ? 'p' : '';
  return `${by < 0 ? '-' : '+'}${monthlyFigureText(figure, size, unit)}${points}`;
}
