import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HANDLING_STATUSES } from '../../src/domain/words.ts';
import { handlingStatusName, NO_STATUS_NAME, UNKNOWN_THEN_NAME } from '../../src/sheets/names.ts';
import { STATUS_COLORS } from '../../src/sheets/output/results/summary-grid.ts';

const style = readFileSync(new URL('../../src/sidebar/style.css', import.meta.url), 'utf8');

it.each([
  ...HANDLING_STATUSES.map((status) => [handlingStatusName(status), status] as const),
  [NO_STATUS_NAME, 'noStatus'] as const,
  [UNKNOWN_THEN_NAME, 'unknownThen'] as const,
])('%s has one colour, in the charts of 요약 and in the sidebar', (name, status) => {
  const rule = new RegExp(`\\.status\\.${status} \\{([^}]*)\\}`).exec(style)?.[1] ?? '';
  expect(rule.match(/#[0-9a-f]{6}/g)).toEqual([STATUS_COLORS[name], STATUS_COLORS[name]]);
});
