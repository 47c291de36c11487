/**
 * 처리이력: the handling statuses of suggestions as runs saw them, appended and never rewritten. It identifies
 * suggestions only by number or fingerprint.
 */
import { periodText } from '../../../domain/date.ts';
import type { RowState, StatusChange } from '../../../domain/suggestions/status-history.ts';
import { HANDLING_STATUSES, ownWord, type StatusSeen } from '../../../domain/words.ts';
import { ERROR_VALUE } from '../../cells/parsed.ts';
import { defaultStatusNameAtDate } from '../../names.ts';
import type { OwnCells } from './own-table.ts';
import { recordForm } from './record-form.ts';

const COLUMNS = {
  seenOn: { heading: '적은 날', width: 100 },
  key: { heading: '접수번호(없으면 내용 지문)', width: 190 },
  from: { heading: '전 처리상황', width: 110 },
  to: { heading: '새 처리상황', width: 110 },
  handledOn: { heading: '처리일', width: 100 },
  signs: { heading: '행 표지', width: 150 },
};
const GONE = '행 없음';
const SEVERAL = '같은 행 여럿';
/** The `#` keeps a fingerprint of digits alone from becoming a number. */
const SIGN = /^#[0-9a-f]{8}$/;
const SWITCH = /^(?:true|false)$/i;
const FIRST_SEEN = '처음 적음';

const SEEN: readonly StatusSeen[] = [...HANDLING_STATUSES, 'noStatus'];
const STATE_OF_NAME: ReadonlyMap<string, RowState> = new Map<string, RowState>([
  ...SEEN.map((status) => [defaultStatusNameAtDate(status), status] as const),
  [GONE, 'gone'],
  [SEVERAL, 'several'],
]);

export const STATUS_HISTORY = recordForm({
  tab: 'statusHistory',
  layout: { columns: COLUMNS, later: ['signs'], read: changeOf },
  cellsOf: ({ seenOn, key, from, to, handledOn, signs }: StatusChange) => ({
    seenOn,
    key,
    from: from === null ? FIRST_SEEN : stateName(from),
    to: stateName(to),
    handledOn: handledOn === null ? '' : periodText(handledOn),
    signs: signs.join(' '),
  }),
});

function changeOf(cells: OwnCells<keyof typeof COLUMNS>): StatusChange | null {
  const seenOn = cells.day('seenOn');
  const key = cells.text('key');
  const from = fromNamed(cells.text('from'));
  const to = stateNamed(cells.text('to'));
  const handledOn = cells.period('handledOn');
  if (seenOn === null || key === '' || from === null || to === null) return null;
  const signs = cells
    .text('signs')
    .split(' ')
    .filter((sign) => SIGN.test(sign));
  return { key, seenOn, from: from.state, to, handledOn, signs };
}

/**
 * Reads a state; null where there is no name. A name that is not built in is a status of the office's own.
 */
function stateNamed(name: string): RowState | null {
  const isName = name !== '' && !ERROR_VALUE.test(name) && !SWITCH.test(name);
  return STATE_OF_NAME.get(name) ?? (isName ? ownWord(name) : null);
}

function fromNamed(name: string): { readonly state: RowState | null } | null {
  if (name === FIRST_SEEN) return { state: null };
  const state = stateNamed(name);
  return state === null ? null : { state };
}

function stateName(state: RowState): string {
  if (state === 'gone') return GONE;
  return state === 'several' ? SEVERAL : defaultStatusNameAtDate(state);
}
