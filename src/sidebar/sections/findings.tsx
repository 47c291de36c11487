/** 점검: what a person should look at, worst first, each a step away from its cell. */
import type { GlanceFindingKind, GlanceFindings, GlancePlace } from '../../app/glance/glance-findings.ts';
import type { Severity } from '../../domain/finding.ts';
import { placeText, withCommas } from '../format.ts';
import { Button, Section, Typed } from '../parts.tsx';
import type { Jump } from './ahead.tsx';

const SEVERITIES: readonly {
  readonly severity: Severity;
  readonly name: string;
  readonly mark: string;
  readonly meaning: string;
}[] = [
  { severity: 'error', name: '오류', mark: '✕', meaning: '집계에서 빠진 행이 있습니다. 먼저 고쳐 주세요.' },
  { severity: 'warning', name: '경고', mark: '▲', meaning: '서로 맞지 않는 숫자입니다.' },
  { severity: 'notice', name: '알림', mark: '●', meaning: '집계는 했지만 한번 보시면 좋습니다.' },
];
/** Places of a kind that are shown at once; the others unfold. */
const SHOWN = 2;
const NOTICES_OPEN = 3;
const CLASSIFICATION = '분류';
const AUDIT = '점검';

export function Findings({ findings, onJump }: { readonly findings: GlanceFindings; readonly onJump: Jump }) {
  const { counts, kinds, more } = findings;
  const groups = SEVERITIES.filter(({ severity }) => counts[severity] > 0);
  return (
    <Section title="점검" aside={<Counts counts={counts} />}>
      {groups.length === 0 ? <p class="note">살펴볼 것이 없습니다.</p> : null}
      {groups.map(({ severity, name, mark, meaning }) => (
        <details class={`severity ${severity}`} open={opensAtOnce(severity, counts[severity])} key={severity}>
          <summary>
            <h3>
              <span class="severity-mark" aria-hidden="true">
                {mark}
              </span>{' '}
              {name} {withCommas(counts[severity])}건
            </h3>
          </summary>
          <p class="note">{meaning}</p>
          <ul class="kinds">
            {kinds
              .filter((kind) => kind.severity === severity)
              .map((kind, index) => (
                <li key={index}>
                  <Kind kind={kind} onJump={onJump} />
                </li>
              ))}
          </ul>
        </details>
      ))}
      {more === 0 ? null : <p class="note">그 밖에 {withCommas(more)}건이 더 있습니다.</p>}
      {groups.length === 0 ? null : (
        <Button kind="link" onPress={() => onJump(AUDIT, '')}>
          점검 탭에서 모두 보기
        </Button>
      )}
    </Section>
  );
}

/** Notices are many and can wait; they would push everything below them out of sight. */
function opensAtOnce(severity: Severity, count: number): boolean {
  return severity !== 'notice' || count <= NOTICES_OPEN;
}

/** `오류 2 · 경고 0 · 알림 76` */
export function Counts({ counts }: { readonly counts: GlanceFindings['counts'] }) {
  return <>{SEVERITIES.map(({ severity, name }) => `${name} ${withCommas(counts[severity])}`).join(' · ')}</>;
}

function Kind({ kind, onJump }: { readonly kind: GlanceFindingKind; readonly onJump: Jump }) {
  const { places, more, remedy, addsName } = kind;
  const shown = places.length <= SHOWN + 1 ? places : places.slice(0, SHOWN);
  const rest = places.slice(shown.length);
  return (
    <>
      <Places places={shown} onJump={onJump} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>같은 것 {withCommas(rest.length + more)}곳 더 보기</summary>
          <Places places={rest} onJump={onJump} />
          {more === 0 ? null : <p class="note">나머지 {withCommas(more)}곳은 점검 탭에 있습니다.</p>}
        </details>
      )}
      {rest.length === 0 && more > 0 ? (
        <p class="note">같은 것 {withCommas(more)}곳은 점검 탭에 있습니다.</p>
      ) : null}
      <p class="remedy">
        <span class="hidden">어떻게 할까: </span>
        <Typed text={remedy} />
      </p>
      {addsName ? <AddName onJump={onJump} /> : null}
    </>
  );
}

function Places({ places, onJump }: { readonly places: readonly GlancePlace[]; readonly onJump: Jump }) {
  return (
    <ul class="places">
      {places.map(({ tab, cell, what }, index) => (
        <li key={index}>
          {tab === '' ? null : (
            <Button kind="link" onPress={() => onJump(tab, cell)}>
              <Typed text={placeText(tab, cell)} />
              <span class="hidden"> 칸으로 가기</span>
            </Button>
          )}
          <Typed text={what} />
        </li>
      ))}
    </ul>
  );
}

/** How a name becomes a known one. */
function AddName({ onJump }: { readonly onJump: Jump }) {
  return (
    <details class="more how-to">
      <summary>별칭으로 더하는 법</summary>
      <ol>
        <li>분류 탭에서 같은 뜻의 이름이 있는 줄을 찾습니다.</li>
        <li>그 줄의 별칭 칸에 쉼표를 찍고 이 말을 이어 적습니다.</li>
        <li>같은 뜻의 이름이 없고 새 분류나 출처이면, 새 줄에 종류와 이름을 적습니다.</li>
        <li>다시 계산을 누릅니다.</li>
      </ol>
      <Button kind="link" onPress={() => onJump(CLASSIFICATION, '')}>
        분류 탭 열기
      </Button>
    </details>
  );
}
