/** 처리이력: the statuses of suggestions as they were seen, appended and never rewritten. It names them by number or fingerprint alone. */
import { periodText } from '../../../domain/date.ts';
import type { StatusChange } from '../../../domain/suggestions/status-history.ts';
import { HANDLING_STATUSES, type StatusSeen } from '../../../domain/words.ts';
import { statusThenName } from '../../names.ts';
import { recordForm } from './record-form.ts';

const COLUMNS = {
  seenOn: { heading: '적은 날', width: 100 },
  key: { heading: '접수번호(없으면 내용 지문)', width: 190 },
  from: { heading: '전 처리상황', width: 110 },
  to: { heading: '새 처리상황', width: 110 },
  handledOn: { heading: '처리일', width: 100 },
};
const FIRST_SEEN = '처음 적음';

const SEEN: readonly StatusSeen[] = [...HANDLING_STATUSES, 'noStatus'];
const STATUS_OF_NAME: ReadonlyMap<string, StatusSeen> = new Map(
  SEEN.map((status) => [statusThenName(status), status]),
);
const FROM_OF_NAME: ReadonlyMap<string, { readonly status: StatusSeen | null }> = new Map<
  string,
  { readonly status: StatusSeen | null }
>([[FIRST_SEEN, { status: null }], ...SEEN.map((status) => [statusThenName(status), { status }] as const)]);

export const STATUS_HISTORY = recordForm({
  tab: 'statusHistory',
  columns: COLUMNS,
  cellsOf: ({ seenOn, key, from, to, handledOn }: StatusChange) => ({
    seenOn,
    key,
    from: from === null ? FIRST_SEEN : statusThenName(from),
    to: statusThenName(to),
    handledOn: handledOn === null ? '' : periodText(handledOn),
  }),
  read: (cells): StatusChange | null => {
    const seenOn = cells.day('seenOn');
    const key = cells.text('key');
    const from = cells.choice('from', FROM_OF_NAME);
    const to = cells.choice('to', STATUS_OF_NAME);
    const handledOn = cells.period('handledOn');
    return seenOn === null || key === '' || from === null || to === null
      ? null
      : { key, seenOn, from: from.status, to, handledOn };
  },
});
