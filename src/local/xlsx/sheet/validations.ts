import { formatA1 } from '../../workbook/a1.ts';
import type { ValidationRule } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { type Element, elementText, escapeXml } from '../package/xml.ts';
import { rectanglesIn } from './conditional-formats.ts';

type Rules = ReadonlyMap<string, ValidationRule>;

/** The rules of a worksheet by `row,column`, as far as Sheets has words for them; nothing where there are none. */
export function readValidations(
  validations: Element | undefined,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Map<string, ValidationRule> | undefined {
  const rules = new Map<string, ValidationRule>();
  for (const element of validations?.childrenNamed('dataValidation') ?? []) {
    const rule = ruleOf(element);
    if (rule === null) continue;
    for (const range of rectanglesIn(element.attributes.sqref ?? '')) {
      for (let row = range.row; row < Math.min(range.row + range.rows, rows + 1); row += 1) {
        for (
          let column = range.column;
          column < Math.min(range.column + range.columns, columns + 1);
          column += 1
        )
          rules.set(`${row},${column}`, rule);
      }
    }
  }
  return rules.size === 0 ? undefined : rules;
}

export function hasSameValidations(before: Rules = new Map(), after: Rules = new Map()): boolean {
  if (before.size !== after.size) return false;
  const texts = new Map<ValidationRule, string>();
  const textOf = (rule: ValidationRule | undefined) => {
    if (rule === undefined) return '';
    const text = texts.get(rule) ?? JSON.stringify(rule);
    texts.set(rule, text);
    return text;
  };
  return [...before].every(
    ([key, rule]) => after.get(key) === rule || textOf(after.get(key)) === textOf(rule),
  );
}

/** The `<dataValidations>` of those rules. What there is no word for stays as the file has it. */
export function validationsElement(element: Element | undefined, rules: Rules = new Map()): string {
  const foreign = element?.childrenNamed('dataValidation').filter((each) => ruleOf(each) === null) ?? [];
  const cells = new Map<string, { rule: ValidationRule; keys: string[] }>();
  for (const [key, rule] of rules) {
    const text = JSON.stringify(rule);
    const known = cells.get(text);
    if (known === undefined) cells.set(text, { rule, keys: [key] });
    else known.keys.push(key);
  }
  const own = [...cells.values()].flatMap(({ rule, keys }) => validationElement(rule, areasOf(keys)));
  const all = [...foreign.map(({ outer }) => outer), ...own];
  return all.length === 0 ? '' : elementText('dataValidations', { count: all.length }, all.join(''));
}

const OPERATORS: Readonly<Record<string, string>> = {
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
  equal: 'EQUAL_TO',
  notEqual: 'NOT_EQUAL_TO',
  greaterThan: 'GREATER_THAN',
  greaterThanOrEqual: 'GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'LESS_THAN',
  lessThanOrEqual: 'LESS_THAN_OR_EQUAL_TO',
};

const DATE_OPERATORS: Readonly<Record<string, string>> = {
  between: 'DATE_BETWEEN',
  notBetween: 'DATE_NOT_BETWEEN',
  equal: 'DATE_EQUAL_TO',
  greaterThan: 'DATE_AFTER',
  greaterThanOrEqual: 'DATE_ON_OR_AFTER',
  lessThan: 'DATE_BEFORE',
  lessThanOrEqual: 'DATE_ON_OR_BEFORE',
};

/** Excel has no rule for any date at all: this is every date that there is. */
const FIRST_DATE = '1';

function ruleOf(element: Element): ValidationRule | null {
  const {
    type = 'none',
    operator = 'between',
    errorStyle = 'stop',
    showErrorMessage,
    showDropDown,
    prompt,
  } = element.attributes;
  const [first = '', second = ''] = ['formula1', 'formula2'].map((name) => element.child(name)?.text.trim());
  const rule = (criterion: string, values: ValidationRule['values']): ValidationRule => ({
    criterion,
    values,
    // The attribute says the opposite of its name.
    showDropdown: type === 'list' && showDropDown !== '1' && showDropDown !== 'true',
    allowInvalid: errorStyle !== 'stop' || !(showErrorMessage === '1' || showErrorMessage === 'true'),
    helpText: prompt ?? null,
  });
  const numbers = [first, second].filter((text) => text !== '').map(Number);
  const areNumbers = numbers.length > 0 && !numbers.some(Number.isNaN);
  switch (type) {
    case 'list': {
      const listed = /^"(.*)"$/s.exec(first)?.[1];
      return listed !== undefined
        ? rule(
            'VALUE_IN_LIST',
            listed.split(',').map((value) => value.trim()),
          )
        : /[!:]/.test(first)
          ? rule('VALUE_IN_RANGE', [first.replaceAll('$', '')])
          : null;
    }
    case 'date': {
      if (operator === 'greaterThanOrEqual' && first === FIRST_DATE) return rule('DATE_IS_VALID_DATE', []);
      const criterion = DATE_OPERATORS[operator];
      return criterion === undefined || !areNumbers ? null : rule(criterion, numbers);
    }
    case 'decimal': {
      const criterion = OPERATORS[operator];
      return criterion === undefined || !areNumbers ? null : rule(`NUMBER_${criterion}`, numbers);
    }
    case 'custom':
      return rule('CUSTOM_FORMULA', [`=${first}`]);
    default:
      return null;
  }
}

function validationElement(rule: ValidationRule, areas: readonly Rectangle[]): readonly string[] {
  const said = formulasOf(rule);
  if (said === null) return [];
  const { type, operator, formulas } = said;
  const attributes = {
    type,
    operator,
    errorStyle: rule.allowInvalid ? 'warning' : undefined,
    allowBlank: 1,
    showDropDown: type === 'list' && !rule.showDropdown ? 1 : undefined,
    showInputMessage: rule.helpText === null ? undefined : 1,
    showErrorMessage: 1,
    prompt: rule.helpText ?? undefined,
    sqref: areas.map((area) => formatA1(area)).join(' '),
  };
  const content = formulas.map(
    (text, index) => `<formula${index + 1}>${escapeXml(text)}</formula${index + 1}>`,
  );
  return [elementText('dataValidation', attributes, content.join(''))];
}

interface Formulas {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

/** Excel's words for a criterion; null where it has none. */
function formulasOf({ criterion, values }: ValidationRule): Formulas | null {
  const texts = values.map(String);
  const [first = ''] = texts;
  const date = keyOf(DATE_OPERATORS, criterion);
  const number = keyOf(OPERATORS, criterion.replace(/^NUMBER_/, ''));
  if (date !== undefined) return { type: 'date', operator: date, formulas: texts };
  if (criterion.startsWith('NUMBER_') && number !== undefined)
    return { type: 'decimal', operator: number, formulas: texts };
  switch (criterion) {
    case 'VALUE_IN_LIST':
      return { type: 'list', formulas: [`"${texts.join(',').replaceAll('"', '""')}"`] };
    case 'VALUE_IN_RANGE':
      return { type: 'list', formulas: [absolute(first)] };
    case 'DATE_IS_VALID_DATE':
      return { type: 'date', operator: 'greaterThanOrEqual', formulas: [FIRST_DATE] };
    case 'CUSTOM_FORMULA':
      return { type: 'custom', formulas: [first.replace(/^=/, '')] };
    default:
      return null;
  }
}

function keyOf(table: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.keys(table).find((key) => table[key] === value);
}

/** `'분류'!B2:B9` → `'분류'!$B$2:$B$9`: a relative list would move on with every cell. */
function absolute(range: string): string {
  const cut = range.lastIndexOf('!') + 1;
  return (
    range.slice(0, cut) +
    range.slice(cut).replace(/([A-Z]+)(\d+)/g, (_, column: string, row: string) => `$${column}$${row}`)
  );
}

/** Cells as few rectangles: runs in a column, and then columns side by side with the same run. */
function areasOf(keys: readonly string[]): readonly Rectangle[] {
  const rowsOfColumn = new Map<number, number[]>();
  for (const key of keys) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const rows = rowsOfColumn.get(column) ?? [];
    rowsOfColumn.set(column, rows);
    rows.push(row);
  }
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const [column, rows] of [...rowsOfColumn].sort(([one], [other]) => one - other)) {
    const runs: { row: number; rows: number }[] = [];
    for (const row of rows.sort((one, other) => one - other)) {
      const last = runs.at(-1);
      if (last !== undefined && last.row + last.rows === row) last.rows += 1;
      else runs.push({ row, rows: 1 });
    }
    for (const run of runs) {
      const left = areas.find(
        (area) => area.column + area.columns === column && area.row === run.row && area.rows === run.rows,
      );
      if (left === undefined) areas.push({ ...run, column, columns: 1 });
      else left.columns += 1;
    }
  }
  return areas;
}
