/** The kinds of names that 분류 lists. */
export const CLASSIFICATION_KINDS = {
  meetings: '소통',
  statuses: '처리상황',
  occasions: '출처',
  fundingSources: '재원',
  implementationStatuses: '이행구분',
} as const;

export type ClassificationKind = (typeof CLASSIFICATION_KINDS)[keyof typeof CLASSIFICATION_KINDS];
