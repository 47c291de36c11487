/** The colour of each status of suggestions: one everywhere, whichever others there are. */
import {
  type BuiltInClass,
  type ImplementationStatus,
  isOwnWord,
  type OfficeLists,
  type OwnWord,
  type StatusThen,
} from '../../../domain/words.ts';

/** As in the sidebar, whose style sheet has the same. */
export const STATUS_COLORS = {
  completed: '#1b6b4c',
  inProgress: '#1d5fa8',
  midLongTerm: '#5a8fca',
  underReview: '#7b5ea7',
  planned: '#2b8a94',
  notFeasible: '#a5533f',
  transferred: '#b07d12',
  noStatus: '#8794a1',
  unknownThen: '#56626e',
} as const;

/** Those of the statuses that an office adds, in their order; where there are more, they begin again. */
export const OWN_STATUS_COLORS = [
  '#4f7d2b',
  '#9c3f73',
  '#35638c',
  '#8a6a3b',
  '#5d4a9e',
  '#c0603a',
  '#3f8f6b',
  '#a08a1c',
] as const;

/** The place among those that the office has added by which the colour of such a status goes. */
export function placeAmongOwn({ statuses }: OfficeLists, status: OwnWord): number {
  const own = statuses.filter(({ word }) => isOwnWord(word));
  const place = own.findIndex(({ word }) => word === status);
  return Math.max(place, 0) % OWN_STATUS_COLORS.length;
}

export function statusColor(lists: OfficeLists, status: StatusThen): string {
  if (!isOwnWord(status)) return STATUS_COLORS[status];
  return OWN_STATUS_COLORS[placeAmongOwn(lists, status)] ?? STATUS_COLORS.noStatus;
}

const CLASS_COLORS: Readonly<Record<BuiltInClass, string>> = {
  completed: '#1b6b4c',
  continuedAfterCompletion: '#5fae8b',
  onTrack: '#1d5fa8',
  partial: '#e0a100',
  onHold: '#8794a1',
  abandoned: '#a5533f',
};

/** The colour of each class of a pledge; null: neither a person nor the figures say one. */
export function classColor({ classes }: OfficeLists, status: ImplementationStatus | null): string {
  if (status === null) return '#c9d1d9';
  if (!isOwnWord(status)) return CLASS_COLORS[status];
  const own = classes.filter(({ word }) => isOwnWord(word)).findIndex(({ word }) => word === status);
  return OWN_STATUS_COLORS[Math.max(own, 0) % OWN_STATUS_COLORS.length] ?? STATUS_COLORS.noStatus;
}
