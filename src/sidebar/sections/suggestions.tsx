/** 건의사항: in total and by occasion. */
import type { GlanceStatus, GlanceSuggestions } from '../../app/glance/glance.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { StackedBar } from '../charts/stacked-bar.tsx';
import { NotComputed, Section, TableBehind, Typed } from '../parts.tsx';

/** Number of occasions shown at first. The others unfold. */
const SHOWN = 4;

export function Suggestions({ suggestions }: { readonly suggestions: GlanceSuggestions | null }) {
  if (suggestions === null) {
    return (
      <Section title="건의사항">
        <NotComputed />
      </Section>
    );
  }
  const { total, statuses, sources, moreSources } = suggestions;
  if (total === 0) {
    return (
      <Section title="건의사항" aside="0건">
        <p class="note">
          기준일까지 접수된 건의사항이 없습니다. 건의사항 탭에 접수일과 출처를 적으면 여기에 나옵니다.
        </p>
      </Section>
    );
  }
  const rest = sources.slice(SHOWN);
  return (
    <Section title="건의사항">
      <div class="key-figure">
        <strong class="figure">{withCommas(total)}건</strong>
        <span class="beside">접수</span>
      </div>
      <StackedBar title="건의사항 처리상황" statuses={statuses} height={16} />
      <ul class="statuses">
        {statuses.map(({ status, name, count }) => (
          <li key={name}>
            <i class={`swatch status ${status}`} aria-hidden="true" />
            <span>{name}</span>
            <span class="number">{withCommas(count)}</span>
          </li>
        ))}
      </ul>
      <h3>출처별</h3>
      <Sources sources={sources.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>출처 {withCommas(rest.length)}곳 더 보기</summary>
          <Sources sources={rest} />
        </details>
      )}
      {moreSources.count === 0 ? null : (
        <p class="note">
          그 밖의 출처 {withCommas(moreSources.count)}곳 {withCommas(moreSources.total)}건은 건의현황 탭에
          있습니다.
        </p>
      )}
      <TableBehind
        caption="출처별 처리상황 (단위 건)"
        columns={[{ heading: '출처' }, { heading: '처리상황' }, { heading: '건수', numeric: true }]}
        rows={[{ name: '전체', statuses }, ...sources].flatMap(({ name, statuses: of }) =>
          of.map(({ name: status, count }) => [<Typed text={name} />, status, withCommas(count)]),
        )}
      />
    </Section>
  );
}

function Sources({ sources }: { readonly sources: GlanceSuggestions['sources'] }) {
  return (
    <ul class="sources">
      {sources.map(({ name, total, statuses }, index) => (
        <li key={index}>
          <div class="pair">
            <span>
              <Typed text={name} />
            </span>
            <span class="number">{withCommas(total)}건</span>
          </div>
          {statuses.length === 0 ? null : (
            <>
              <StackedBar title={`${name} 처리상황`} statuses={statuses} height={8} />
              <Statuses statuses={statuses} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Statuses({ statuses }: { readonly statuses: readonly GlanceStatus[] }) {
  return (
    <p class="in-words">
      {statuses.map(({ name, count }, index) => (
        <span key={name}>
          {index === 0 ? '' : ' '}
          {name} {withCommas(count)}
        </span>
      ))}
    </p>
  );
}
