/** The colour of each handling status: always the same, whichever others are shown. */
import {
  type BuiltInImplementationStatus,
  type ImplementationStatus,
  isOwnWord,
  type ListedWord,
  type OfficeLists,
  type OwnWord,
  type StatusThen,
} from '../../../domain/words.ts';

/** The same as in the style sheet of the sidebar. */
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

/** For statuses that an office adds, in order. After the last, the first is used again. */
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

/** Index into {@link OWN_STATUS_COLORS} of a status that the office added. */
export function placeAmongOwn({ statuses }: OfficeLists, status: OwnWord): number {
  return placeOfOwnWord(statuses, status);
}

function placeOfOwnWord(list: readonly ListedWord<string>[], own: OwnWord): number {
  const place = list.filter(({ word }) => isOwnWord(word)).findIndex(({ word }) => word === own);
  return Math.max(place, 0) % OWN_STATUS_COLORS.length;
}

function colorOfOwnWord(list: readonly ListedWord<string>[], own: OwnWord): string {
  return OWN_STATUS_COLORS[placeOfOwnWord(list, own)] ?? STATUS_COLORS.noStatus;
}

export function statusColor({ statuses }: OfficeLists, status: StatusThen): string {
  return isOwnWord(status) ? colorOfOwnWord(statuses, status) : STATUS_COLORS[status];
}

const IMPLEMENTATION_STATUS_COLORS: Readonly<Record<BuiltInImplementationStatus, string>> = {
  completed: '#1b6b4c',
  continuedAfterCompletion: '#5fae8b',
  onTrack: '#1d5fa8',
  partial: '#e0a100',
  onHold: '#8794a1',
  abandoned: '#a5533f',
};

/** The colour of an implementation status; null: none is chosen or suggested. */
export function implementationStatusColor(
  { implementationStatuses }: OfficeLists,
  status: ImplementationStatus | null,
): string {
  if (status === null) return '#c9d1d9';
  return isOwnWord(status)
    ? colorOfOwnWord(implementationStatuses, status)
    : IMPLEMENTATION_STATUS_COLORS[status];
}
