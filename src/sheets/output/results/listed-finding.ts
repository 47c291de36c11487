/** A finding as it is shown to people: in 점검, in the sidebar, on the command line. */
import { type Finding, type FindingCode, rankOf, severityOf } from '../../../domain/finding.ts';
import { SEVERITIES, type Severity } from '../../../domain/findings/severity.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { addressOf } from '../../addresses.ts';
import { LONGEST_NAME } from '../../input/classification.ts';
import { CLASSIFICATION_KINDS, type ClassificationKind } from '../../input/classification-kinds.ts';
import type { Headings } from '../../input/headings.ts';
import { foundText } from '../../messages.ts';
import { shownBriefly, withoutPersonalData } from '../../personal-data.ts';
import { groupedFindings, groupMessage } from './grouped-findings.ts';

/** In characters: enough to recognise the text of a cell, which can hold 50,000. */
const LONGEST_FOUND = 300;

export interface ListedFinding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Number of the pledge it is about; absent in a book of one pledge, or if it is about the whole book. */
  readonly pledge?: string;
  /** Empty if the finding is about no tab. */
  readonly tab: string;
  readonly cell: string;
  readonly found: string;
  readonly what: string;
  readonly remedy: string;
  /** The name it is about, if `분류에 더하기` can add that; else null. */
  readonly addable: AddableName | null;
}

export interface AddableName {
  readonly kind: ClassificationKind;
  readonly name: string;
}

/** Findings as shown, worst first, and within a severity in the order of tabs and rows. */
export function listedFindings(
  findings: readonly Finding[],
  headings: Readonly<Partial<Record<InputTab, Headings>>>,
): readonly ListedFinding[] {
  const addressIn = ({ place }: Finding) => (place === null ? NOWHERE : addressOf(place, headings));
  const sorted = [...findings].sort((one, other) => rankOf(one) - rankOf(other));
  return groupedFindings(sorted).map((group) => {
    const [finding] = group;
    const { what, remedy } = groupMessage(group, (one) => addressIn(one).cell);
    const address = addressIn(finding);
    return {
      severity: severityOf(finding),
      code: finding.problem.code,
      tab: address.tabName,
      cell: address.cell,
      // The content of a cell is shown, but personal data in it is masked.
      found: shownBriefly(foundText(finding.problem), LONGEST_FOUND),
      what: withoutPersonalData(what),
      remedy: withoutPersonalData(remedy),
      addable: addableName(finding),
    };
  });
}

/** Sorts findings by severity, keeping their order otherwise. */
export function worstFirst(findings: readonly ListedFinding[]): readonly ListedFinding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

const NOWHERE = { tabName: '', cell: '' };

/** The name, if a new row of 분류 would make it known; else null. */
function addableName({ problem, place }: Finding): AddableName | null {
  if (problem.code !== 'unknown-name' || place === null) return null;
  const kind = KIND_OF_FIELD[`${place.tab} ${place.field}`];
  const { found: name } = problem;
  const isShown = withoutPersonalData(name) === name && name.length <= LONGEST_NAME;
  return kind === undefined || !isShown ? null : { kind, name };
}

const KIND_OF_FIELD: Readonly<Record<string, ClassificationKind | undefined>> = {
  'meetings category': CLASSIFICATION_KINDS.meetings,
  'suggestions occasion': CLASSIFICATION_KINDS.occasions,
  'suggestions status': CLASSIFICATION_KINDS.statuses,
  'budgetPlans fundingSource': CLASSIFICATION_KINDS.fundingSources,
  'executions fundingSource': CLASSIFICATION_KINDS.fundingSources,
};
