/** What changed since last month. */
import type { CompareAnswer } from '../../app/months/compare-months.ts';
import { placeText } from '../format.ts';
import { Button, type Jump, Section, Typed } from '../parts.tsx';

export type Comparison = Extract<CompareAnswer, { readonly status: 'done' }>;

function Compared({ comparison, onJump }: { readonly comparison: Comparison; readonly onJump: Jump }) {
  const { rows } = comparison;
  return (
    <>
      <ul class="places">
        {figureLines(comparison).map((line, index) => (
          <li key={index}>
            <Typed text={line} />
          </li>
        ))}
      </ul>
      {rows.length === 0 ? null : (
        <>
          <h3>숫자를 움직인 행</h3>
          <ul class="places">
            {rows.map(({ text, tab, row }, index) => (
              <li key={index}>
                <Button kind="link" onPress={() => onJump(tab, `${row}:${row}`)}>
                  {placeText(tab, `${row}:${row}`)}
                </Button>
                <Typed text={text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/**
 * The lines about the months and the figures. The lines after the last blank line are left out, because
 * their rows are shown as links.
 */
function figureLines({ lines, rows }: Comparison): readonly string[] {
  const told = rows.length === 0 ? lines : lines.slice(0, lines.lastIndexOf(''));
  return told.filter((line) => line !== '');
}

export function Changes({
  comparison,
  busy,
  onCompare,
  onJump,
}: {
  /** null: not asked for yet. */
  readonly comparison: Comparison | null;
  readonly busy: boolean;
  readonly onCompare: () => void;
  readonly onJump: Jump;
}) {
  return (
    <Section title="지난달과 달라진 것">
      {comparison === null ? (
        <>
          <p class="note">마감한 달과 견주어, 숫자를 움직인 행을 보여 드립니다.</p>
          <p class="press">
            <Button busy={busy} onPress={onCompare}>
              지난달과 비교
            </Button>
          </p>
        </>
      ) : (
        <Compared comparison={comparison} onJump={onJump} />
      )}
    </Section>
  );
}
