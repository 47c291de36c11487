/** 이행률, each indicator by year, and the categories of the current year. */
import type { GlanceCategories, GlanceImplementation, GlanceIndicator } from '../../app/glance/glance.ts';
import { indicatorWords } from '../../sheets/indicator-kind-words.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { unitOfDifference } from '../../sheets/percent-units.ts';
import { Bars } from '../charts/bars.tsx';
import { type Mark, RateBar } from '../charts/rate-bar.tsx';
import { YearsChart } from '../charts/years-chart.tsx';
import { countText } from '../format.ts';
import { NotComputed, Section, TableBehind, Typed } from '../parts.tsx';

export function Implementation({
  implementation,
  indicators,
}: {
  readonly implementation: GlanceImplementation;
  readonly indicators: readonly GlanceIndicator[];
}) {
  const [first, ...others] = indicators;
  if (first === undefined) {
    return (
      <Section title="이행률">
        <NotComputed />
      </Section>
    );
  }
  return (
    <>
      <Section title="이행률">
        {others.length === 0 && implementation.rateFrom !== 'stated' ? (
          <Rate indicator={first} status={implementation.status} />
        ) : (
          <Whole
            implementation={implementation}
            count={indicators.filter(({ rate }) => rate.text !== '').length}
          />
        )}
      </Section>
      {indicators.map((indicator) => (
        <Indicator key={indicator.name} indicator={indicator} />
      ))}
    </>
  );
}

/** An indicator by year; if there are several, with its own rate. */
function Indicator({ indicator }: { readonly indicator: GlanceIndicator }) {
  const { name, kind, unit, years } = indicator;
  const words = indicatorWords({ kind });
  const isSummed = words.ofYear !== null;
  const title = isSummed ? '연도별 누적' : '연도별 값';
  const drawn = isSummed ? '연도별 누적 계획과 실적' : '연도별 계획과 값';
  return (
    <>
      {name === null ? null : (
        <Section title={name}>
          <Rate indicator={indicator} status={null} />
        </Section>
      )}
      {years.length === 0 ? null : (
        <Section title={name === null ? title : `${name}: ${title}`} aside={`단위 ${unit}`}>
          <YearsChart years={years} unit={unit} title={drawn} />
          <TableBehind
            caption={`${drawn} (단위 ${unit})`}
            columns={[
              { heading: '연도' },
              { heading: words.plan, numeric: true },
              ...(words.ofYear === null ? [] : [{ heading: words.ofYear, numeric: true }]),
              { heading: words.value, numeric: true },
              { heading: '이행률', numeric: true },
            ]}
            rows={years.map(({ year, planned, achieved, value, rate }) => [
              String(year),
              planned === null ? '–' : withCommas(planned),
              ...(isSummed ? [countText(achieved)] : []),
              countText(value),
              rate.text === '' ? '–' : rate.text,
            ])}
          />
        </Section>
      )}
    </>
  );
}

export function Categories({ shown, year }: { readonly shown: GlanceCategories; readonly year: string }) {
  const { categories, moreCategories, unit } = shown;
  return (
    <Section title={`${year}년 분류별`} aside={`단위 ${unit}`}>
      {categories.length === 0 ? (
        <p class="note">{year}년에 적힌 소통이 없습니다. 소통기록 탭에 일자와 분류를 적어 주세요.</p>
      ) : (
        <>
          <Bars
            title={`${year}년 분류별 소통`}
            bars={categories.map(({ name, held }) => ({
              name,
              value: held.value ?? 0,
              text: countText(held),
            }))}
          />
          <TableBehind
            caption={`${year}년 분류별 소통 (단위 ${unit})`}
            columns={[{ heading: '분류' }, { heading: '실적', numeric: true }]}
            rows={categories.map(({ name, held }) => [<Typed text={name} />, countText(held)])}
          />
          {moreCategories === 0 ? null : (
            <p class="note">그 밖의 분류 {withCommas(moreCategories)}개는 소통누적 탭에 있습니다.</p>
          )}
        </>
      )}
    </Section>
  );
}

/** An implementation rate without a bar: the mean of several indicators, or a stated one. */
function Whole({
  implementation: { rate, rateFrom, status },
  count,
}: {
  readonly implementation: GlanceImplementation;
  readonly count: number;
}) {
  return (
    <div class="key-figure">
      <strong class="figure">{rate.text === '' ? '–' : rate.text}</strong>
      <span class="beside">
        {rateFrom === 'stated' ? '자체평가' : `지표 ${count}개의 평균`}
        <StatusName status={status} />
      </span>
    </div>
  );
}

function StatusName({ status }: { readonly status: GlanceImplementation['status'] }) {
  return status === null ? null : (
    <span class="class-name">
      {status.name}
      {status.chosen ? '' : ' (제안)'}
    </span>
  );
}

function Rate({
  indicator,
  status,
}: {
  readonly indicator: GlanceIndicator;
  readonly status: GlanceImplementation['status'];
}) {
  const { kind, unit, value, target, rate, due, running } = indicator;
  const summed = indicatorWords({ kind }).ofYear === null ? '값' : '누적';
  const marks: readonly Mark[] = [
    ...(due === null || due.rate.percent === null
      ? []
      : [{ percent: due.rate.percent, kind: 'due' as const }]),
    ...(running === null || running.rate.percent === null
      ? []
      : [{ percent: running.rate.percent, kind: 'running' as const }]),
  ];
  const held = countText(value, unit);
  const values = [
    `이행률 ${rate.text === '' ? '알 수 없음' : rate.text}`,
    target === null ? `${summed} ${held}` : `최종목표 ${withCommas(target)}${unit} 가운데 ${held}`,
    ...(due === null ? [] : [`${due.year}년 말 계획 ${due.rate.text}`]),
    ...(running === null ? [] : [`${running.year}년 말 계획 ${running.rate.text}`]),
  ].join(', ');
  return (
    <>
      <div class="key-figure">
        <strong class="figure">{rate.text === '' ? '–' : rate.text}</strong>
        <span class="beside">
          {target === null ? `${summed} ${held}` : `${held} / ${withCommas(target)}${unit}`}
          <StatusName status={status} />
        </span>
      </div>
      {target === null ? (
        <p class="note">최종목표가 없어 이행률을 내지 못했습니다. 최종목표를 적어 주세요.</p>
      ) : (
        <RateBar title="이행률과 계획" values={values} percent={rate.percent} marks={marks} />
      )}
      {marks.length === 0 ? null : (
        <p class="legend">
          {due === null ? null : (
            <span>
              <i class="swatch mark due" aria-hidden="true" /> {due.year}년 말 계획 {due.rate.text}
            </span>
          )}
          {running === null ? null : (
            <span>
              <i class="swatch mark running" aria-hidden="true" /> {running.year}년 말 계획{' '}
              {running.rate.text}
            </span>
          )}
        </p>
      )}
      {due === null ? (
        <p class="note">아직 끝난 해의 계획이 없습니다.</p>
      ) : (
        <p class={`standing ${due.outcome}`}>
          <strong>{due.outcome === 'reached' ? '✓ 계획 이상' : '▼ 계획보다 낮음'}</strong>
          <span>
            {due.year}년 말 계획 {withCommas(due.planned)}
            {unit}
            {due.difference === 0
              ? '와 같습니다'
              : `보다 ${withCommas(Math.abs(due.difference))}${unitOfDifference(unit)} ${due.difference > 0 ? '많습니다' : '적습니다'}`}
          </span>
        </p>
      )}
    </>
  );
}
