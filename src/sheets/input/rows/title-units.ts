/** Units of money that are said outside a table: above it, where they apply, or in a note below it. */
import type { Finding } from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { fullUnit, isMoneyUnit } from '../../cells/money.ts';
import { keptByText } from '../../kept.ts';
import { isBlank, type RawCell, shownText } from '../../raw.ts';
import { compactReadText, readText } from '../../text-key.ts';

const WORD = '단위';
/** What follows 단위, up to the end of its brackets: 천원 in `[단위: 천원]`, `천원입니다` in 단위는 천원입니다. */
const BEHIND_WORD = /단위([^()[\]{}〔〕【】<>〈〉]+)/g;
/**
 * The unit before the word, as in 금액은 천원 단위입니다. Spaces tell it from 지원 단위. It is not one to which amounts
 * are rounded (천원 단위 미만 절사), that of another paper (현황표는 백만원 단위로) or a size (100억원 단위 사업).
 */
const BEFORE_WORD =
  /(?<![가-힣\d])(?<!(?:표|서식|양식|보고서|자료)[은는]?\s*)([십백천만억]*원)\s*단위(?!\s*(?:미만|이하|아래|까지|에서|(?:으?로)?\s*(?:절사|절상|반올림|사사오입|버림|올림|내림)))/g;
/** Brackets behind a unit, as in 단위: 천원(국비), 백만원(시비). */
const ASIDE = /\((?![^()]*단위)[^()]*\)/g;
/** Nothing but a unit in brackets: `(천원)`. */
const ALONE = /^[([〔【<〈]([가-힣]{1,3})[)\]〕】>〉]$/;
/** Nothing but a unit, which a row says if nothing else stands in it: 천원. */
const BARE = /^\s*[십백천만억]*원\s*$/;
/** The unit in brackets behind the word: 단위(천원). */
const BRACKETED = /단위\(([^()]*)\)/g;
/** The unit at the beginning of what is said: 천원 of `:천원`, `는천원입니다` and 천원이며, but not of 천원마트. */
const UNIT = /^[:=은는이가]*([십백천만억]+원?|원)(?=$|[^가-힣]|이|임|입|으?로|기준)/;

/** The units of money that titles say, each once, by their full names. */
export function moneyUnitsIn(titleRows: readonly (readonly RawCell[])[]): readonly string[] {
  return [
    ...new Set(
      titleRows.flatMap((row) => {
        const filled = row.filter((cell) => !isBlank(cell));
        return filled.flatMap((cell) =>
          typeof cell === 'string'
            ? unitsIn(filled.length === 1 && BARE.test(cell) ? `(${cell})` : cell)
            : [],
        );
      }),
    ),
  ];
}

const unitsIn = keptByText((cell): readonly string[] => {
  const text = compactReadText(cell);
  const alone = ALONE.exec(text)?.[1];
  const parts = text.includes(WORD)
    ? [
        ...[...text.replace(BRACKETED, '단위:$1').replace(ASIDE, '').matchAll(BEHIND_WORD)].flatMap(
          ([, part = '']) => part.split(/[,·/]|및/),
        ),
        ...[...readText(cell).matchAll(BEFORE_WORD)].map(([, part = '']) => part),
      ]
    : [alone ?? ''];
  return parts.flatMap((part) => {
    const unit = UNIT.exec(part)?.[1] ?? '';
    return isMoneyUnit(unit) ? [fullUnit(unit)] : [];
  });
});

/** Whether a row that begins with this cell only says a unit of money: `(단위: 천원)`, `주) 단위는 천원`, `(천원)`. */
export function isUnitLine(first: RawCell): boolean {
  if (typeof first !== 'string' || first.length > LONGEST_LINE) return false;
  if (!first.includes(WORD)) return first.endsWith(')') && unitsIn(first).length > 0;
  return BEGINS_WITH_UNIT.test(compactReadText(first)) && unitsIn(first).length > 0;
}

const LONGEST_LINE = 40;
const BEGINS_WITH_UNIT = /^(?:[*＊·•○●▪□■◦-]|주\d*[):.])?[([〔【<〈]?(?:금액|사업비|총사업비)?의?단위/;

/** Whether the only text of a row is or says a unit of money: 천원, `2분기 (단위: 천원)`. */
export function isTitleWithUnit(first: RawCell, cells: readonly RawCell[]): boolean {
  return (
    typeof first === 'string' &&
    (first.includes(WORD) || BARE.test(first)) &&
    cells.filter((cell) => !isBlank(cell)).length === 1 &&
    moneyUnitsIn([cells]).length > 0
  );
}

/** Whether the only unit above a table is another than the one that its heading names. */
export function differs(titleUnits: readonly string[], named: string): boolean {
  const [above, ...others] = titleUnits;
  return above !== undefined && others.length === 0 && above !== fullUnit(named);
}

/** The problem of amounts without a unit of their own, read in a unit that nobody said. */
export function unitNotKnown(titleUnits: readonly string[], readAs: string): Finding['problem'] {
  return titleUnits.length > 1
    ? { code: 'several-units', units: titleUnits, readAs }
    : { code: 'unit-not-named', unit: readAs };
}

/**
 * Reports notes below the headings that name another unit than the one in which the amounts were read: the
 * first of each unit. Such a note may belong to any part of the tab, so it is never applied.
 */
export function unitsBelow(
  tab: InputTab,
  rows: readonly (readonly RawCell[])[],
  notes: readonly number[],
  readAs: string,
): readonly Finding[] {
  const told = new Set<string>();
  return notes.flatMap((index): readonly Finding[] => {
    const units = moneyUnitsIn([rows[index] ?? []]);
    const key = units.join();
    if (units.length === 0 || units.includes(fullUnit(readAs)) || told.has(key)) return [];
    told.add(key);
    const found = shownText((rows[index] ?? []).find((cell) => !isBlank(cell)) ?? '').trim();
    const problem = { code: 'unit-below', found, units, readAs: fullUnit(readAs) } as const;
    return [{ problem, place: { tab, row: index + 1, field: null } }];
  });
}
