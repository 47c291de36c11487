/**
 * Settings in an office's book. The row in 공약목록 describes the pledge. 공약 holds what concerns the whole book,
 * and what rows of 공약목록 leave blank of 사업주체, 임기구분, 추진구분, 시작연도 and 종료연도.
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
  /** Rows of 공약 with settings of the whole book. */
  readonly shared: Rows;
  /** Rows of 공약 for settings that a pledge may leave blank, by the name of the setting. */
  readonly defaults: ReadonlyMap<string, ReadRow<SettingRow>>;
  /** The number still in 공약, from when the book kept that one pledge; null: none. */
  readonly formerNumber: string | null;
  /** The values of the shared settings. */
  readonly pledge: Pledge;
  readonly asOfFinding: Finding | null;
  readonly findings: readonly Finding[];
  /** null: 공약 does not exist, or cannot be read. */
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

/** Reads from 공약 the settings of the whole book and the defaults of its pledges. */
export function bookSettings(raw: RawTab | undefined): BookSettings {
  const read = raw === undefined ? null : readRows(pledgeTab, raw, NOTHING_KNOWN);
  const rows: Rows = read?.rows ?? [];
  const named = (row: ReadRow<SettingRow>) => settingNamed(row.values.item ?? '');
  const isNamed = (row: ReadRow<SettingRow>, names: ReadonlySet<string>) => names.has(named(row) ?? '');
  const shared = rows.filter((row) => isNamed(row, OF_BOOK));
  const { pledge, asOfFinding, findings } = settingsOf(shared, IMPLEMENTATION_STATUS_NAMES);
  const items = settingsOf(rows, IMPLEMENTATION_STATUS_NAMES).findings.filter(
    ({ place }) => place?.field === 'item',
  );
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

const IMPLEMENTATION_STATUS_NAMES = nameTable(implementationStatusNames);

const SETTING_OF_COLUMN: Readonly<Record<ListedSetting, { readonly name: string }>> = {
  ...SETTINGS,
  ...INDICATOR_SETTINGS,
  implementationPercent: STATED.implementationPercent,
};
// `Object.keys` returns exactly the columns. 분야 is not a setting of a pledge.
const COLUMNS = (Object.keys(pledgeListTab.columns) as (keyof typeof pledgeListTab.columns)[]).filter(
  (column): column is ListedSetting => column !== 'field',
);

/** Turns the settings of 공약 into the cells of a row of 공약목록, in the order of its columns. */
export function listedCells(rows: Rows): readonly RawCell[] {
  const byName = new Map(rows.map(({ values: { item, value } }) => [settingNamed(item ?? '') ?? '', value]));
  // `Object.keys` returns exactly the columns.
  return (Object.keys(pledgeListTab.columns) as (keyof typeof pledgeListTab.columns)[]).map((column) =>
    column === 'field' ? '' : (byName.get(SETTING_OF_COLUMN[column].name) ?? ''),
  );
}

/**
 * The settings of a pledge: the cells of its row, the book's defaults where these are blank, and the shared
 * settings.
 */
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
