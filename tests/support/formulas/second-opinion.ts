/** Compares the figures of workbooks with what LibreOffice computes from the same tabs. */
import { expect } from 'vitest';
import type { RawTabs } from '../../../src/sheets/raw.ts';
import { type Ask, Questions } from './libreoffice-answers.ts';
import type { Shown } from './named-figures.ts';
import { rowsOfBook } from './pledge-sheets.ts';

export interface ComparedBook {
  readonly tabs: RawTabs;
  readonly ours: ReadonlyMap<string, Shown>;
  /** Asks for every figure of the book. */
  readonly asks: (ask: Ask, rowsOf: ReturnType<typeof rowsOfBook>) => void;
}

/** Returns the number of figures that are known, each of which is the same. A blank is the same as null. */
export async function compareWithLibreOffice(books: readonly ComparedBook[]): Promise<number> {
  const asked = new Questions();
  const ours = new Map<string, Shown>();
  for (const [index, { tabs, ours: figures, asks }] of books.entries()) {
    const suffix = ` ${index + 1}`;
    for (const raw of Object.values(tabs)) asked.addTab(`${raw.name}${suffix}`, raw);
    const named = (figure: string) => `${index + 1} ${figure}`;
    asks(
      (figure, formula) => asked.ask(figure === null ? null : named(figure), formula),
      rowsOfBook(tabs, suffix),
    );
    for (const [figure, value] of figures) ours.set(named(figure), value);
  }
  const answers = await asked.answers();
  expect(
    [...ours].filter(([figure, value]) => value !== null && !answers.has(figure)),
    'figures that no formula computes',
  ).toEqual([]);
  const theirs = [...answers].map(([figure, answer]) => [figure, shownAnswer(answer)]);
  expect(Object.fromEntries(theirs)).toEqual(
    Object.fromEntries([...answers.keys()].map((figure) => [figure, ours.get(figure) ?? null])),
  );
  return [...ours.values()].filter((value) => value !== null).length;
}

function shownAnswer(answer: string): Shown {
  if (answer === '') return null;
  // -0 is 0.
  return /^-?\d+(\.\d+)?$/.test(answer) ? Number(answer) + 0 : answer;
}
