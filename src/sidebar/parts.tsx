/** The small parts that all sections are built from. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** Goes to a cell of the spreadsheet, or to a tab where `cell` is empty. */
export type Jump = (tab: string, cell: string) => void;

/** Text that somebody typed. Its writing direction is isolated, so it cannot reorder the text around it. */
export function Typed({ text }: { readonly text: string }) {
  return (
    <bdi class="typed" dir="auto">
      {text}
    </bdi>
  );
}

export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <span class="aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

export function Button({
  kind = 'plain',
  busy = false,
  id,
  onPress,
  children,
}: {
  readonly kind?: 'primary' | 'plain' | 'link';
  /** Looks and acts disabled, but keeps the focus of the person who pressed it. */
  readonly busy?: boolean;
  readonly id?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      id={id}
      type="button"
      class={`button ${kind}`}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** A drawing, with its values as text for people who cannot see it. */
export function Drawing({
  title,
  values,
  width,
  height,
  children,
}: {
  readonly title: string;
  readonly values: string;
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <svg
      class="drawing"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{values}</desc>
      {children}
    </svg>
  );
}

export interface Column {
  readonly heading: string;
  readonly numeric?: boolean;
}

/** A table. The first cell of each row is its heading. */
export function Table({
  caption,
  columns,
  rows,
  total,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly total?: readonly ComponentChildren[];
}) {
  const cells = (row: readonly ComponentChildren[]): JSX.Element[] =>
    row.map((cell, index) => {
      const numeric = columns[index]?.numeric === true ? 'numeric' : undefined;
      return index === 0 ? (
        <th scope="row" class={numeric} key={index}>
          {cell}
        </th>
      ) : (
        <td class={numeric} key={index}>
          {cell}
        </td>
      );
    });
  return (
    // A wide table scrolls inside its frame, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, numeric }) => (
              <th scope="col" class={numeric === true ? 'numeric' : undefined} key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(row)}</tr>
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <tr>{cells(total)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** The table behind a chart. */
export function TableBehind(props: Parameters<typeof Table>[0]) {
  return (
    <details class="behind">
      <summary>표로 보기</summary>
      <Table {...props} />
    </details>
  );
}

/** Shown in place of figures that could not be computed. */
export function NotComputed() {
  return <p class="note">필요한 탭이나 제목이 없어 계산하지 못했습니다. 아래 점검을 봐 주세요.</p>;
}
