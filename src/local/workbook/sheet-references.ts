/** References to sheets in formulas: they follow a renamed sheet, and become `#REF!` when it is deleted. */
import { parseA1 } from './a1.ts';
import type { DocumentState, SheetState, ValidationRule } from './document.ts';
import { tokensOf } from './formula-tokens.ts';
import { setContent } from './grid.ts';
import type { ConditionalRule } from './sheet-objects.ts';

/** New names of sheets, by old name in lower case. */
export type NewNames = ReadonlyMap<string, string>;

const LOST = '#REF!';

/** A quoted text, or the name of a sheet with the `!` after it. */
const SHEET_NAME = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\p{L}\d_.'\]])([\p{L}_][\p{L}\d_.]*)!/gu;

/** Renames sheets. Formulas, validation rules, conditional formats and links that name them follow. */
export function renameSheets({ sheets }: DocumentState, newNames: NewNames): void {
  const renamed = <Value>(value: Value) =>
    typeof value === 'string' ? withNewNames(value, newNames) : value;
  const rules = new Map<ValidationRule, ValidationRule>();
  for (const sheet of sheets) {
    sheet.name = newNames.get(sheet.name.toLowerCase()) ?? sheet.name;
    for (const [key, formula] of sheet.formulas) sheet.formulas.set(key, withNewNames(formula, newNames));
    for (const [key, target] of sheet.links ?? []) {
      if (target.startsWith('#')) sheet.links?.set(key, withNewNames(target, newNames));
    }
    for (const [key, rule] of sheet.validations ?? []) {
      if (rule.criterion !== 'VALUE_IN_RANGE' && rule.criterion !== 'CUSTOM_FORMULA') continue;
      const changed = rules.get(rule) ?? { ...rule, values: rule.values.map(renamed) };
      sheet.validations?.set(key, rules.set(rule, changed).get(rule) ?? rule);
    }
    if (sheet.conditionalRules !== undefined) {
      sheet.conditionalRules = sheet.conditionalRules.map((rule) => renamedRule(rule, newNames));
    }
  }
}

/** A rule whose formula changes no longer is as in its file. */
function renamedRule(rule: ConditionalRule, newNames: NewNames): ConditionalRule {
  const { source: _, condition, ...rest } = rule;
  if (condition === null) return rule;
  const [value] = condition.values;
  const renamed = withNewNames(value, newNames);
  return renamed === value ? rule : { ...rest, condition: { ...condition, values: [renamed] } };
}

/** `SUM(옛이름!A1)` → `SUM('새 이름'!A1)`. */
export function withNewNames(formula: string, newNames: NewNames): string {
  if (!formula.includes('!')) return formula;
  return formula.replace(SHEET_NAME, (whole, quoted: string | undefined, plain: string | undefined) => {
    const newName = newNames.get(nameIn(quoted, plain));
    return newName === undefined ? whole : `'${newName.replaceAll("'", "''")}'!`;
  });
}

/** The names of the sheets that a formula refers to, in lower case. */
export function sheetsNamedIn(formula: string): string[] {
  return Array.from(formula.matchAll(SHEET_NAME), ([, quoted, plain]) => nameIn(quoted, plain));
}

function nameIn(quoted: string | undefined, plain: string | undefined): string {
  return (quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase();
}

/** Replaces references to a sheet by `#REF!`. They stay lost even if a new sheet gets the same name. */
export function loseReferences(sheet: SheetState, name: string): void {
  for (const [key, formula] of [...sheet.formulas]) {
    const left = withoutReferences(formula, name);
    if (left === formula) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    setContent(sheet, row, column, { error: LOST });
    sheet.formulas.set(key, left);
  }
}

function withoutReferences(formula: string, name: string): string {
  if (!formula.includes('!')) return formula;
  return tokensOf(formula)
    .map(({ kind, text }) =>
      kind === 'reference' && parseA1(text)?.sheet?.toLowerCase() === name.toLowerCase() ? LOST : text,
    )
    .join('');
}
