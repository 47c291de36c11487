/** Checks of the indicators of a pledge: their rates, and the values of their results. */
import type { Finding } from '../finding.ts';
import { groupBy } from '../grouping.ts';
import {
  byLastDay,
  type Indicator,
  isWithinBaseline,
  valueOrder,
  WHOLE_PERCENT,
} from '../indicators/indicator.ts';
import { type Audit, findingAt, findingsOf, statedFinding } from './check.ts';

/** Finds results above 100 of an indicator whose values are percentages. */
export const percentsWithinHundred: Audit = ({ results }) =>
  findingsOf(results, ({ indicator, value }) =>
    indicator.isPercent && value.amount > WHOLE_PERCENT
      ? findingAt('results', value.row, 'value', {
          code: 'percent-above-hundred',
          found: String(value.amount),
        })
      : null,
  );

/**
 * Finds results with the same indicator, day, value and text: possibly one result entered
 * twice. Both are counted.
 */
export const resultsNotDoubled: Audit = ({ results }) => {
  const dated = (results ?? []).filter(({ date }) => date.precision === 'day');
  return [...groupBy(dated, ({ indicator }) => indicator).values()]
    .flatMap((own) => [
      ...groupBy(own, ({ date, value, content }) =>
        JSON.stringify([date.first, value.amount, content]),
      ).values(),
    ])
    .flatMap(([first, ...others]) =>
      others.map(({ value }) =>
        findingAt('results', value.row, 'date', {
          code: 'doubled-result',
          firstRow: first.value.row,
        }),
      ),
    );
};

/**
 * Finds different values of a level on one day. The lower row counts, also where `2024. 3월` and
 * `2024. 3. 31.` end on one day.
 */
export const oneValueOfDay: Audit = ({ results }) => {
  const levels = (results ?? []).filter(({ indicator }) => valueOrder(indicator) === byLastDay);
  return [...groupBy(levels, ({ indicator }) => indicator).values()]
    .flatMap((own) => [...groupBy(own, ({ date }) => date.last).values()])
    .flatMap((ofDay): readonly Finding[] => {
      const rows = ofDay
        .map(({ value }) => ({ row: value.row, value: value.amount }))
        .sort((one, other) => one.row - other.row);
      const last = rows[rows.length - 1];
      const isOne = last === undefined || rows.every(({ value }) => value === last.value);
      return isOne ? [] : [findingAt('results', last.row, 'value', { code: 'values-of-one-day', rows })];
    });
};

const BASELINE_FIELDS = {
  pledge: 'value',
  pledgeList: 'baseline',
  indicators: 'baseline',
  planChanges: 'before',
} as const;
const TARGET_FIELDS = {
  pledge: 'value',
  pledgeList: 'finalTarget',
  indicators: 'target',
  planChanges: 'before',
} as const;

/** Finds self-assessed indicators with a target other than 100. Their target is always 100. */
export const statedPercentsOfHundred: Audit = ({ indicators }) =>
  indicators.flatMap(({ kind, target, targetPlace }): readonly Finding[] =>
    kind !== 'selfAssessed' || target === null || target === WHOLE_PERCENT || targetPlace === null
      ? []
      : [
          findingAt(targetPlace.tab, targetPlace.row, TARGET_FIELDS[targetPlace.tab], {
            code: 'target-of-stated-percent',
            target,
          }),
        ],
  );

/** Finds final targets that the baseline reaches. Results add to the baseline, so nothing is left to do. */
export const targetsAboveBaseline: Audit = ({ indicators }) =>
  indicators.flatMap((indicator): readonly Finding[] => {
    const { baseline, target, targetPlace } = indicator;
    return baseline === null ||
      target === null ||
      targetPlace === null ||
      !isWithinBaseline(indicator, target)
      ? []
      : [
          findingAt(targetPlace.tab, targetPlace.row, TARGET_FIELDS[targetPlace.tab], {
            code: 'target-within-baseline',
            baseline,
            target,
          }),
        ];
  });

/** Finds a baseline of the indicator of meetings. It does not count. */
export const meetingsWithoutBaseline: Audit = ({ indicators }) =>
  indicators.flatMap(({ kind, baseline, baselinePlace }): readonly Finding[] =>
    kind !== 'meetings' || baseline === null || baseline === 0 || baselinePlace === null
      ? []
      : [
          findingAt(baselinePlace.tab, baselinePlace.row, BASELINE_FIELDS[baselinePlace.tab], {
            code: 'baseline-of-meetings',
            baseline,
          }),
        ],
  );

/** Finds indicators without a rate where a pledge has several. The mean leaves them out. */
export const everyIndicatorHasRate: Audit = (_, { indicators }) =>
  indicators.length < 2
    ? []
    : indicators.flatMap(({ indicator, rate, target, value }): readonly Finding[] => {
        if (rate.percent !== null) return [];
        const { kindPlace, targetPlace } = indicator;
        const place = targetPlace ?? kindPlace;
        const field = targetPlace === null ? null : TARGET_FIELDS[targetPlace.tab];
        return [
          findingAt(place?.tab ?? 'pledge', place?.row ?? null, field, {
            code: 'indicator-without-rate',
            name: indicator.name ?? '',
            lacks: target === null ? 'target' : value.value === null ? 'value' : 'difference',
          }),
        ];
      });

/**
 * Finds an indicator of the settings that has no results and no plan, while indicators of 지표 have results.
 * It counts as 0 and takes the mean down. 확인지표 may name what 지표 lists under another name.
 */
export const ownIndicatorHasRows: Audit = ({ meetings, results, targets }, { indicators }) => {
  const [own, ...others] = indicators;
  const percent = own?.rate.percent ?? null;
  if (own === undefined || percent === null || own.indicator.kindPlace?.tab === 'indicators') return [];
  const { kind, kindPlace, targetPlace, name } = own.indicator;
  const hasRows = (of: Indicator) =>
    of.kind === 'meetings'
      ? (meetings ?? []).length > 0
      : (results ?? []).some(({ indicator }) => indicator === of);
  const measured = others.filter(({ indicator }) => hasRows(indicator));
  const place = kindPlace ?? targetPlace;
  const isPlanned = (targets ?? []).some(({ indicator }) => indicator === own.indicator);
  if (isPlanned || hasRows(own.indicator) || measured.length === 0 || place === null) return [];
  return [
    findingAt(place.tab, place.row, place.tab === 'pledgeList' ? 'indicator' : BASELINE_FIELDS[place.tab], {
      code: 'indicator-without-rows',
      name: name ?? '',
      percent,
      isOfMeetings: kind === 'meetings',
      others: measured.map(({ indicator }) => indicator.name ?? ''),
    }),
  ];
};

/** Finds a stated rate that is used for a past date. Nobody says since when it holds, unless 공약변경 does. */
export const statedRateIsOfToday: Audit = ({ pledge, planChanges }, { rate, clock }) => {
  if (planChanges.some(({ change }) => change.item === 'statedPercent')) return [];
  const typed = pledge.stated.find(({ kind }) => kind === 'implementationPercent');
  return rate.from !== 'stated' || typed === undefined || clock.asOf >= clock.today
    ? []
    : [
        statedFinding(typed, {
          code: 'stated-rate-undated',
          percent: typed.value,
          asOf: clock.asOf,
        }),
      ];
};
