/** Filters and groups the pledges of an office. */
import type { GlanceLine } from '../app/glance/glance.ts';

/** The pledges whose number, name or department contain every typed word. */
export function linesFound(lines: readonly GlanceLine[], typed: string): readonly GlanceLine[] {
  const words = plain(typed).split(' ');
  return lines.filter(({ number, name, department }) => {
    const text = plain(`${number} ${name ?? ''} ${department ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Ignores differences in typing: capitals, decomposed syllables, full-width letters, repeated spaces. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** Whether somebody should look at the pledge: it is behind this year's target, or it has errors. */
export function needsLook({ reached, errors }: GlanceLine): boolean {
  return reached === false || errors > 0;
}

export interface DepartmentLines {
  /** null: no department is given. */
  readonly department: string | null;
  readonly lines: readonly GlanceLine[];
  readonly behind: number;
  readonly errors: number;
}

/** Groups pledges by department in order of appearance. Pledges without a department come last. */
export function linesByDepartment(lines: readonly GlanceLine[]): readonly DepartmentLines[] {
  const departments = [...new Set(lines.map(({ department }) => department))];
  const sorted = [
    ...departments.filter((each) => each !== null),
    ...departments.filter((each) => each === null),
  ];
  return sorted.map((department) => {
    const own = lines.filter((line) => line.department === department);
    return {
      department,
      lines: own,
      behind: own.filter(({ reached }) => reached === false).length,
      errors: own.reduce((sum, { errors }) => sum + errors, 0),
    };
  });
}

/** `못 미침 2건 · 오류 1건`, without zero counts. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count}건`]))
    .join(' · ');
}
