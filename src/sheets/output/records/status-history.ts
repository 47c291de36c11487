/** 처리이력: the statuses of suggestions as they were seen, appended and never rewritten. It names them by number or fingerprint alone. */
import { periodText } from '../../../domain/date.ts';
import type { RowState, StatusChange } from '../../../domain/suggestions/status-history.ts';
import { HANDLING_STATUSES, type StatusSeen } from '../../../domain/words.ts';
import { statusThenName } from '../../names.ts';
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
/** Fingerprints of digits alone would be taken for a number. */
const SIGN = /^#[0-9a-f]{8}$/;
const FIRST_SEEN = '처음 적음';

const SEEN: readonly StatusSeen[] = [...HANDLING_STATUSES, 'noStatus'];
const STATE_OF_NAME: ReadonlyMap<string, RowState> = new Map<string, RowState>([
  ...SEEN.map((status) => [statusThenName(status), status] as const),
  [GONE, 'gone'],
  [SEVERAL, 'several'],
]);
const FROM_OF_NAME: ReadonlyMap<string, { readonly state: RowState | null }> = new Map<
  string,
  { readonly state: RowState | null }
>([[FIRST_SEEN, { state: null }], ...[...STATE_OF_NAME].map(([name, state]) => [name, { state }] as const)]);

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
  const from = cells.choice('from', FROM_OF_NAME);
  const to = cells.choice('to', STATE_OF_NAME);
  const handledOn = cells.period('handledOn');
  if (seenOn === null || key === '' || from === null || to === null) return null;
  const signs = cells
    .text('signs')
    .split(' ')
    .filter((sign) => SIGN.test(sign));
  return { key, seenOn, from: from.state, to, handledOn, signs };
}

function stateName(state: RowState): string {
  if (state === 'gone') return GONE;
  return state === 'several' ? SEVERAL : statusThenName(state);
}
