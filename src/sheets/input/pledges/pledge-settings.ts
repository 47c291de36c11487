/**
 * Settings in an office's book. What a pledge is, its row in 공약목록 says; 공약 holds what concerns the whole book, and what a row of the
 * list leaves blank of 사업주체, 임기구분, 추진구분, 시작연도 and 종료연도.
 */
import type { Finding } from '../../../domain/finding.ts';
import type { Pledge } from '../../../domain/records.ts';
import { nameTable } from '../../name-table.ts';
import { implementationStatusNames } from '../../names.ts';
import { isBlank, type RawCell, type RawTab } from '../../raw.ts';
import type { Headings } from '../headings.ts';
import { NOTHING_KNOWN } from '../nothing-known.ts';
import { type ReadRow, type ReadRows, readRows } from '../rows/read-rows.ts';
import {
  INDICATOR_SETTINGS,
  SETTINGS,
  type SettingRow,
  STATED,
  settingNamed,
} from '../settings/setting-list.ts';
import { pledgeNumberOf, settingsOf } from '../settings/settings.ts';
import { pledgeTab } from '../tabs.ts';
import type { ListedPledge, ListedSetting } from './pledge-list.ts';
import { pledgeListTab } from './pledge-list-tab.ts';

type Rows = readonly ReadRow<SettingRow>[];

export interface BookSettings {
  /** The settings that are of the whole book, as they are typed. */
  readonly shared: Rows;
  /** The settings that a row of the list may leave blank, by their names. */
  readonly defaults: ReadonlyMap<string, ReadRow<SettingRow>>;
  /** The number that 공약 still has: the book kept this one pledge before it had a list. null: none. */
  readonly formerNumber: string | null;
  /** What the shared ones say. */
  readonly pledge: Pledge;
  readonly asOfFinding: Finding | null;
  readonly findings: readonly Finding[];
  /** null: 공약 is not there, or cannot be read. */
  readonly headings: Headings | null;
  readonly account: Pick<ReadRows<unknown>, 'read' | 'excluded' | 'skipped'> | null;
}

const OF_BOOK: ReadonlySet<string> = new Set(
  [
    SETTINGS.termEnd,
    SETTINGS.asOf,
    SETTINGS.roundingMode,
    SETTINGS.digits,
    SETTINGS.executionDigits,
    SETTINGS.handlingLimitDays,
  ].map(({ name }) => name),
);
const DEFAULTS: ReadonlySet<string> = new Set(
  [
    SETTINGS.executingBody,
    SETTINGS.termKind,
    SETTINGS.progressKind,
    SETTINGS.startYear,
    SETTINGS.endYear,
  ].map(({ name }) => name),
);

/** The settings that 공약 has for the whole book. */
export function bookSettings(raw: RawTab | undefined): BookSettings {
  const read = raw === undefined ? null : readRows(pledgeTab, raw, NOTHING_KNOWN);
  const rows: Rows = read?.rows ?? [];
  const named = (row: ReadRow<SettingRow>) => settingNamed(row.values.item ?? '');
  const isNamed = (row: ReadRow<SettingRow>, names: ReadonlySet<string>) => names.has(named(row) ?? '');
  const shared = rows.filter((row) => isNamed(row, OF_BOOK));
  const { pledge, asOfFinding, findings } = settingsOf(shared, CLASSES);
  const items = settingsOf(rows, CLASSES).findings.filter(({ place }) => place?.field === 'item');
  const left = rows.filter(
    (row) =>
      named(row) !== undefined &&
      !isNamed(row, OF_BOOK) &&
      !isNamed(row, DEFAULTS) &&
      !isBlank(row.values.value),
  );
  const [first] = left;
  const ofPledge: readonly Finding[] =
    first === undefined
      ? []
      : [
          {
            problem: { code: 'settings-of-a-pledge', items: left.map((row) => named(row) ?? '') },
            place: { tab: 'pledge', row: first.row, field: 'value' },
          },
        ];
  return {
    shared,
    defaults: new Map(
      rows.filter((row) => isNamed(row, DEFAULTS)).map((row) => [named(row) ?? '', row] as const),
    ),
    formerNumber: pledgeNumberOf(rows),
    pledge,
    asOfFinding,
    findings: [...(read?.findings ?? []), ...items, ...findings, ...ofPledge],
    headings: read?.headings ?? null,
    account: read === null || read.headings === null ? null : read,
  };
}

const CLASSES = nameTable(implementationStatusNames);

const SETTING_OF_COLUMN: Readonly<Record<ListedSetting, { readonly name: string }>> = {
  ...SETTINGS,
  ...INDICATOR_SETTINGS,
  implementationPercent: STATED.implementationPercent,
};
// The keys of a record of columns are its columns; 분야 is no setting of a pledge.
const COLUMNS = (Object.keys(pledgeListTab.columns) as (keyof typeof pledgeListTab.columns)[]).filter(
  (column): column is ListedSetting => column !== 'field',
);

/** The cells of a row of 공약목록 that says of a pledge what 공약 says of it, in the order of the columns of the tab. */
export function listedCells(rows: Rows): readonly RawCell[] {
  const byName = new Map(rows.map(({ values: { item, value } }) => [settingNamed(item ?? '') ?? '', value]));
  // The keys of a record of columns are its columns.
  return (Object.keys(pledgeListTab.columns) as (keyof typeof pledgeListTab.columns)[]).map((column) =>
    column === 'field' ? '' : (byName.get(SETTING_OF_COLUMN[column].name) ?? ''),
  );
}

/** The settings of a pledge: the cells of its row, and what the book says where these are blank. */
export function settingsOfListed(
  listed: ListedPledge,
  headings: Headings | null,
  { shared, defaults }: Pick<BookSettings, 'shared' | 'defaults'>,
): Rows {
  const own = COLUMNS.flatMap((column): Rows => {
    const { name } = SETTING_OF_COLUMN[column];
    const value = column === 'number' ? listed.number : listed.cells[column];
    const byDefault = defaults.get(name);
    if (isBlank(value)) return byDefault === undefined ? [] : [byDefault];
    const unit = headings?.cells.get(column)?.unit ?? null;
    const item = unit === null ? name : `${name.replace(/\(.*\)$/, '')}(${unit})`;
    return [{ row: listed.row, pledge: listed.key, values: { item, value, listed: column } }];
  });
  return [...own, ...shared];
}
