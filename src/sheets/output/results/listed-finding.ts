/** A finding as it is shown to a person, wherever that is: in 점검, in the sidebar, on the command line. */
import {
  type Finding,
  type FindingCode,
  SEVERITIES,
  type Severity,
  severityOf,
} from '../../../domain/finding.ts';
import type { InputTab } from '../../../domain/tabs.ts';
import { addressOf } from '../../addresses.ts';
import type { Headings } from '../../input/headings.ts';
import { foundText, messageOf } from '../../messages.ts';
import { shownBriefly, withoutPersonalData } from '../../personal-data.ts';

/** A cell can hold 50,000 letters; so many tell which text it is. */
const LONGEST_FOUND = 300;

export interface ListedFinding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Empty where a finding is about no tab. */
  readonly tab: string;
  readonly cell: string;
  readonly found: string;
  readonly what: string;
  readonly remedy: string;
}

/** Worst first; among equals in the order in which they were found, which is that of tabs and rows. */
export function listedFindings(
  findings: readonly Finding[],
  headings: Readonly<Partial<Record<InputTab, Headings>>>,
): readonly ListedFinding[] {
  const listed = findings.map((finding) => {
    const { problem, place } = finding;
    const { what, remedy } = messageOf(problem, place);
    const address = place === null ? { tabName: '', cell: '' } : addressOf(place, headings);
    return {
      severity: severityOf(finding),
      code: problem.code,
      tab: address.tabName,
      cell: address.cell,
      // What a cell holds is shown, personal data in it never.
      found: shownBriefly(foundText(problem), LONGEST_FOUND),
      what: withoutPersonalData(what),
      remedy: withoutPersonalData(remedy),
    };
  });
  return worstFirst(listed);
}

export function worstFirst(findings: readonly ListedFinding[]): readonly ListedFinding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
