import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HANDLING_STATUSES } from '../../src/domain/words.ts';
import { defaultStatusNameAtDate } from '../../src/sheets/names.ts';
import { OWN_STATUS_COLORS, STATUS_COLORS } from '../../src/sheets/output/results/status-colors.ts';

const style = readFileSync(new URL('../../src/sidebar/style.css', import.meta.url), 'utf8');

it.each([
  ...[...HANDLING_STATUSES, 'noStatus' as const, 'unknownThen' as const].map(
    (status) => [defaultStatusNameAtDate(status), status, STATUS_COLORS[status]] as const,
  ),
  ...OWN_STATUS_COLORS.map(
    (color, place) => [`처리상황 ${place + 1} of the office`, `own${place}`, color] as const,
  ),
])('%s has one colour, in the charts of 요약 and in the sidebar', (_, status, color) => {
  const rule = new RegExp(`\\.status\\.${status} \\{([^}]*)\\}`).exec(style)?.[1] ?? '';
  expect(rule.match(/#[0-9a-f]{6}/g)).toEqual([color, color]);
});
