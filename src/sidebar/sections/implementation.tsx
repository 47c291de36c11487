/** 이행률, by year, and this year's categories. */
import type { GlanceMeetings } from '../../app/glance/glance.ts';
import { Bars } from '../charts/bars.tsx';
import { type Mark, RateBar } from '../charts/rate-bar.tsx';
import { YearsChart } from '../charts/years-chart.tsx';
import { countText, withCommas } from '../format.ts';
import { NotComputed, Section, TableBehind, Typed } from '../parts.tsx';

export function Implementation({
  meetings,
  unit,
  asOf,
}: {
  readonly meetings: GlanceMeetings | null;
  readonly unit: string;
  readonly asOf: string;
}) {
  if (meetings === null) {
    return (
      <Section title="이행률">
        <NotComputed />
      </Section>
    );
  }
  const { years, categories, moreCategories } = meetings;
  const year = asOf.slice(0, 4);
  return (
    <>
      <Section title="이행률">
        <Rate meetings={meetings} unit={unit} />
      </Section>
      {years.length === 0 ? null : (
        <Section title="연도별 누적" aside={`단위 ${unit}`}>
          <YearsChart years={years} unit={unit} />
          <TableBehind
            caption={`연도별 누적 계획과 실적 (단위 ${unit})`}
            columns={[
              { heading: '연도' },
              { heading: '누적 계획', numeric: true },
              { heading: '그해 실적', numeric: true },
              { heading: '누적 실적', numeric: true },
              { heading: '이행률', numeric: true },
            ]}
            rows={years.map(({ year: of, planned, held, cumulative, rate }) => [
              String(of),
              planned === null ? '–' : withCommas(planned),
              countText(held),
              countText(cumulative),
              rate.text === '' ? '–' : rate.text,
            ])}
          />
        </Section>
      )}
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
    </>
  );
}

function Rate({ meetings, unit }: { readonly meetings: GlanceMeetings; readonly unit: string }) {
  const { cumulative, target, rate, status, due, running } = meetings;
  const marks: readonly Mark[] = [
    ...(due === null || due.rate.percent === null
      ? []
      : [{ percent: due.rate.percent, kind: 'due' as const }]),
    ...(running === null || running.rate.percent === null
      ? []
      : [{ percent: running.rate.percent, kind: 'running' as const }]),
  ];
  const held = countText(cumulative, unit);
  const values = [
    `이행률 ${rate.text === '' ? '알 수 없음' : rate.text}`,
    target === null ? `누적 ${held}` : `최종목표 ${withCommas(target)}${unit} 가운데 ${held}`,
    ...(due === null ? [] : [`${due.year}년 말 계획 ${due.rate.text}`]),
    ...(running === null ? [] : [`${running.year}년 말 계획 ${running.rate.text}`]),
  ].join(', ');
  return (
    <>
      <div class="key-figure">
        <strong class="figure">{rate.text === '' ? '–' : rate.text}</strong>
        <span class="beside">
          {target === null ? `누적 ${held}` : `${held} / ${withCommas(target)}${unit}`}
          {status === null ? null : (
            <span class="class-name">
              {status.name}
              {status.chosen ? '' : ' (제안)'}
            </span>
          )}
        </span>
      </div>
      {target === null ? (
        <p class="note">최종목표가 없어 이행률을 내지 못했습니다. 공약 탭에 최종목표를 적어 주세요.</p>
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
        <p class="note">아직 끝난 해의 계획이 없어 계획과 견주지 않았습니다.</p>
      ) : (
        <p class={`standing ${due.outcome}`}>
          <strong>{due.outcome === 'reached' ? '✓ 계획 이상' : '▼ 계획보다 낮음'}</strong>
          <span>
            {due.year}년 말 계획 {withCommas(due.planned)}
            {unit}
            {due.difference === 0
              ? '와 같습니다'
              : `보다 ${withCommas(Math.abs(due.difference))}${unit} ${due.difference > 0 ? '많습니다' : '적습니다'}`}
          </span>
        </p>
      )}
    </>
  );
}
