/** 점검: the findings, worst first, each with a link to its cell. */
import { useState } from 'preact/hooks';
import type {
  AddableName,
  GlanceFindingKind,
  GlanceFindings,
  GlancePlace,
} from '../../app/glance/glance-findings.ts';
import type { Severity } from '../../domain/findings/severity.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { placeText } from '../format.ts';
import { addedKey } from '../ledger/ledger.ts';
import { Button, type Jump, Section, Typed } from '../parts.tsx';
import { knows } from '../server.ts';

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
/** Number of places of a kind shown at first. The others unfold. */
const SHOWN = 2;
const NOTICES_OPEN = 3;
const AUDIT = '점검';

/** What a person can do about a finding. */
interface Remedies {
  readonly names: GlanceFindings['names'];
  readonly busy: boolean;
  /** Names added to 분류 since the last run. */
  readonly added: ReadonlySet<string>;
  readonly onAdd: (addable: AddableName, aliasOf: string | null, ended: boolean | null) => void;
  readonly onJump: Jump;
}

export function Findings({
  findings,
  ...others
}: { readonly findings: GlanceFindings } & Omit<Remedies, 'names'>) {
  const { counts, kinds, more, names } = findings;
  const { onJump } = others;
  const remedies: Remedies = { ...others, names };
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
                  <Kind kind={kind} remedies={remedies} />
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

/** Notices are many and can wait. Opened, they would push everything below them out of sight. */
function opensAtOnce(severity: Severity, count: number): boolean {
  return severity !== 'notice' || count <= NOTICES_OPEN;
}

/** `오류 2 · 경고 0 · 알림 14` */
export function Counts({ counts }: { readonly counts: GlanceFindings['counts'] }) {
  return <>{SEVERITIES.map(({ severity, name }) => `${name} ${withCommas(counts[severity])}`).join(' · ')}</>;
}

function Kind({ kind, remedies }: { readonly kind: GlanceFindingKind; readonly remedies: Remedies }) {
  const { places, more, remedy } = kind;
  const shown = places.length <= SHOWN + 1 ? places : places.slice(0, SHOWN);
  const rest = places.slice(shown.length);
  return (
    <>
      <Places places={shown} remedies={remedies} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>같은 것 {withCommas(rest.length + more)}곳 더 보기</summary>
          <Places places={rest} remedies={remedies} />
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
    </>
  );
}

function Places({
  places,
  remedies,
}: {
  readonly places: readonly GlancePlace[];
  readonly remedies: Remedies;
}) {
  const { onJump } = remedies;
  return (
    <ul class="places">
      {places.map(({ tab, cell, what, addable }, index) => (
        <li key={index}>
          {tab === '' ? null : (
            <Button kind="link" onPress={() => onJump(tab, cell)}>
              <Typed text={placeText(tab, cell)} />
              <span class="hidden"> 칸으로 가기</span>
            </Button>
          )}
          <Typed text={what} />
          {/* Only offered if the script has the function. */}
          {addable === null || !knows('addNameFromSidebar') ? null : (
            <AddName addable={addable} remedies={remedies} />
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * The choices that add a name of its own, with whether a handling status means finished. All other choices
 * are `=` and a listed name.
 */
const OWN_NAMES: Readonly<Record<string, boolean | null>> = { own: null, open: false, ended: true };
/** The endings of a handling status that means finished: 답변완료, 수용불가. */
const SAYS_END = /(?:완료|불가|종결|종료)$/;

/** Adds an unknown name to 분류, with one click if nothing has to be chosen. */
function AddName({ addable, remedies }: { readonly addable: AddableName; readonly remedies: Remedies }) {
  const { names, busy, added, onAdd } = remedies;
  const { kind, name } = addable;
  const isStatus = kind === '처리상황';
  const [chosen, setChosen] = useState(isStatus ? (SAYS_END.test(name.trim()) ? 'ended' : '') : 'own');
  const ended = OWN_NAMES[chosen];
  if (added.has(addedKey(addable))) return <p class="note">분류에 더했습니다. 다시 계산하면 집계됩니다.</p>;
  return (
    <div class="two add-name">
      <select
        aria-label={`${name}: 어떻게 더할까요?`}
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        {isStatus ? (
          <>
            <option value="">어떻게 더할지 고르기</option>
            <option value="ended">새 이름으로: 처리가 끝난 것</option>
            <option value="open">새 이름으로: 아직 진행 중인 것</option>
          </>
        ) : (
          <option value="own">새 이름으로</option>
        )}
        {(names[kind] ?? []).map((known) => (
          <option value={`=${known}`} key={known}>
            {known}의 별칭으로
          </option>
        ))}
      </select>
      <Button
        busy={busy || chosen === ''}
        onPress={() => onAdd(addable, ended === undefined ? chosen.slice(1) : null, ended ?? null)}
      >
        분류에 더하기
      </Button>
    </div>
  );
}
