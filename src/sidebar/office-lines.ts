/** Which pledges of an office are listed, and under which department. */
import type { GlanceLine } from '../app/glance/glance.ts';

/** The pledges that a person looks for: every word that they type stands in the number, the name or the department. */
export function linesFound(lines: readonly GlanceLine[], typed: string): readonly GlanceLine[] {
  const words = plain(typed).split(' ');
  return lines.filter(({ number, name, department }) => {
    const text = plain(`${number} ${name ?? ''} ${department ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Without what nobody types the same twice: capitals, letters of a syllable one by one, wide ones, several blanks. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** Whether somebody should look at it: it is behind the target of the year, or rows of it count nowhere. */
export function needsLook({ reached, errors }: GlanceLine): boolean {
  return reached === false || errors > 0;
}

export interface DepartmentLines {
  /** null: nobody says whose they are. */
  readonly department: string | null;
  readonly lines: readonly GlanceLine[];
  readonly behind: number;
  readonly errors: number;
}

/** By department, in the order in which they come up; those of none are last. */
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

/** `못 미침 2건 · 오류 1건`: only those that there are. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count}건`]))
    .join(' · ');
}
