/** This quarter, and what is still needed for the next target. */
import type { GlanceIndicator, GlanceQuarter } from '../../app/glance/glance.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { unitOfDifference } from '../../sheets/percent-units.ts';
import { countText } from '../format.ts';
import { Section, Table, Typed } from '../parts.tsx';

export function Quarter({ quarter }: { readonly quarter: GlanceQuarter | null }) {
  if (quarter === null) {
    return (
      <Section title="이번 분기 계획과 실적">
        <p class="note">추진일정이 없어 견주지 않았습니다. 추진일정 탭에 하기로 한 분기를 ■로 적어 주세요.</p>
      </Section>
    );
  }
  const { year, quarter: number, lines } = quarter;
  return (
    <Section title="이번 분기 계획과 실적" aside={`${year}년 ${number}분기`}>
      {lines.length === 0 ? (
        <p class="note">이 분기에 계획한 것도 연 것도 없습니다.</p>
      ) : (
        <Table
          caption={`${year}년 ${number}분기 계획과 실적`}
          columns={[
            { heading: '세부추진사항' },
            { heading: '계획' },
            { heading: '실적', numeric: true },
            { heading: '상태' },
          ]}
          rows={lines.map(({ name, planned, held, standing, meaning }) => [
            <Typed text={name} />,
            planned ? '있음' : '없음',
            countText(held),
            <abbr title={meaning}>{standing}</abbr>,
          ])}
        />
      )}
      {lines.length === 0 ? null : (
        <p class="note">
          {[...new Map(lines.map(({ standing, meaning }) => [standing, meaning]))]
            .map(([standing, meaning]) => `${standing}: ${meaning}`)
            .join(' · ')}
        </p>
      )}
    </Section>
  );
}

export function Outlook({ indicator }: { readonly indicator: GlanceIndicator }) {
  const { unit, name, kind, outlook } = indicator;
  const { needs, projection } = outlook;
  return (
    <Section title={name === null ? '다음 목표까지' : `${name}: 다음 목표까지`}>
      {needs.length === 0 ? (
        <p class="note">앞으로 남은 목표가 없습니다.</p>
      ) : (
        <ul class="needs">
          {needs.map(({ name: deadline, target, missing, quartersLeft, perQuarter }) => (
            <li key={deadline}>
              <div class="pair">
                <span>
                  {deadline} {withCommas(target)}
                  {unit}
                </span>
                <strong class="number">
                  {withCommas(missing)}
                  {unitOfDifference(unit)} 남음
                </strong>
              </div>
              <p class="in-words">
                {quartersLeft === 0
                  ? '남은 분기가 없습니다.'
                  : perQuarter === null
                    ? `남은 분기는 ${withCommas(quartersLeft)}개입니다.`
                    : `남은 ${withCommas(quartersLeft)}개 분기에 ${withCommas(perQuarter)}${unitOfDifference(unit)}씩 ${kind === 'meetings' ? '열면' : '이루면'} 됩니다.`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="note">{projection}</p>
    </Section>
  );
}
