/** Data validations: reads rules into Sheets' terms, and writes elements for new rules. */
import { formatA1 } from '../../workbook/a1.ts';
import type { ValidationRule } from '../../workbook/document.ts';
import { type Element, elementText, escapeXml, isTrue } from '../package/xml.ts';
import { rectanglesIn, rectanglesOf, withDollars } from './references.ts';

type Rules = ReadonlyMap<string, ValidationRule>;

/** The rules of a worksheet by `row,column`. Rules that Sheets does not have are left out. */
export function readValidations(
  worksheet: Element,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Map<string, ValidationRule> {
  const rules = new Map<string, ValidationRule>();
  for (const element of worksheet.childrenOf('dataValidations')) {
    const rule = ruleOf(element);
    if (rule === null) continue;
    for (const range of rectanglesIn(element.attributes.sqref)) {
      const end = { row: range.row + range.rows, column: range.column + range.columns };
      for (let row = range.row; row < Math.min(end.row, rows + 1); row++) {
        for (let column = range.column; column < Math.min(end.column, columns + 1); column++) {
          rules.set(`${row},${column}`, rule);
        }
      }
    }
  }
  return rules;
}

/**
 * The `<dataValidation>` elements of these rules. Existing rules that Sheets does not have stay as they are.
 */
export function validationElements(known: readonly Element[], rules: Rules = new Map()): string[] {
  const foreign = known.filter((element) => ruleOf(element) === null).map(({ outer }) => outer);
  const texts = new Map<ValidationRule, string>();
  const cells = new Map<string, { rule: ValidationRule; keys: string[] }>();
  for (const [key, rule] of rules) {
    const text = texts.get(rule) ?? JSON.stringify(rule);
    texts.set(rule, text);
    const same = cells.get(text) ?? { rule, keys: [] };
    cells.set(text, same);
    same.keys.push(key);
  }
  return [
    ...foreign,
    ...[...cells.values()].flatMap(({ rule, keys }) => validationElement(rule, keys) ?? []),
  ];
}

/** Excel's type and operator for each comparison. */
const COMPARISONS: Readonly<Record<string, readonly [type: string, operator: string]>> = {
  NUMBER_BETWEEN: ['decimal', 'between'],
  NUMBER_NOT_BETWEEN: ['decimal', 'notBetween'],
  NUMBER_EQUAL_TO: ['decimal', 'equal'],
  NUMBER_NOT_EQUAL_TO: ['decimal', 'notEqual'],
  NUMBER_GREATER_THAN: ['decimal', 'greaterThan'],
  NUMBER_GREATER_THAN_OR_EQUAL_TO: ['decimal', 'greaterThanOrEqual'],
  NUMBER_LESS_THAN: ['decimal', 'lessThan'],
  NUMBER_LESS_THAN_OR_EQUAL_TO: ['decimal', 'lessThanOrEqual'],
  DATE_BETWEEN: ['date', 'between'],
  DATE_NOT_BETWEEN: ['date', 'notBetween'],
  DATE_EQUAL_TO: ['date', 'equal'],
  DATE_AFTER: ['date', 'greaterThan'],
  DATE_ON_OR_AFTER: ['date', 'greaterThanOrEqual'],
  DATE_BEFORE: ['date', 'lessThan'],
  DATE_ON_OR_BEFORE: ['date', 'lessThanOrEqual'],
};

/** Excel has no rule for "any date", so the rule is: not before day 1, the earliest date. */
const FIRST_DATE = '1';

function ruleOf(element: Element): ValidationRule | null {
  const { type, errorStyle = 'stop', showErrorMessage, showDropDown, prompt = null } = element.attributes;
  const said = conditionOf(element);
  return (
    said && {
      ...said,
      // The attribute means the opposite of its name.
      showDropdown: type === 'list' && !isTrue(showDropDown),
      allowInvalid: errorStyle !== 'stop' || !isTrue(showErrorMessage),
      helpText: prompt,
    }
  );
}

type Condition = Pick<ValidationRule, 'criterion' | 'values'>;

function conditionOf(element: Element): Condition | null {
  const { type, operator = 'between' } = element.attributes;
  const [first = '', second = ''] = ['formula1', 'formula2'].map((name) => element.child(name)?.text.trim());
  if (type === 'custom') return { criterion: 'CUSTOM_FORMULA', values: [`=${first}`] };
  if (type === 'list') {
    const listed = /^"(.*)"$/s.exec(first)?.[1]?.split(',');
    if (listed !== undefined)
      return { criterion: 'VALUE_IN_LIST', values: listed.map((each) => each.trim()) };
    return /[!:]/.test(first) ? { criterion: 'VALUE_IN_RANGE', values: [first.replaceAll('$', '')] } : null;
  }
  if (type === 'date' && operator === 'greaterThanOrEqual' && first === FIRST_DATE) {
    return { criterion: 'DATE_IS_VALID_DATE', values: [] };
  }
  const numbers = [first, second].filter((text) => text !== '').map(Number);
  const isComparable = numbers.length > 0 && !numbers.some(Number.isNaN);
  const comparison = Object.entries(COMPARISONS).find(([, said]) => said[0] === type && said[1] === operator);
  return comparison === undefined || !isComparable ? null : { criterion: comparison[0], values: numbers };
}

/** The element of a rule for these cells; null: Excel has no such criterion. */
function validationElement(rule: ValidationRule, keys: readonly string[]): string | null {
  const said = excelCondition(rule);
  if (said === null) return null;
  const [type, operator, ...formulas] = said;
  const attributes = {
    type,
    operator,
    errorStyle: rule.allowInvalid ? 'warning' : null,
    allowBlank: 1,
    showDropDown: type === 'list' && !rule.showDropdown ? 1 : null,
    showInputMessage: rule.helpText === null ? null : 1,
    showErrorMessage: 1,
    prompt: rule.helpText,
    sqref: rectanglesOf(keys)
      .map((area) => formatA1(area))
      .join(' '),
  };
  const content = formulas.map((text, index) => elementText(`formula${index + 1}`, {}, escapeXml(text)));
  return elementText('dataValidation', attributes, content.join(''));
}

type ExcelCondition = readonly [type: string, operator: string | null, ...formulas: string[]];

function excelCondition({ criterion, values }: ValidationRule): ExcelCondition | null {
  const texts = values.map(String);
  const [first = ''] = texts;
  const comparison = COMPARISONS[criterion];
  if (comparison !== undefined) return [...comparison, ...texts];
  switch (criterion) {
    case 'VALUE_IN_LIST':
      return ['list', null, `"${texts.join(',').replaceAll('"', '""')}"`];
    case 'VALUE_IN_RANGE':
      return ['list', null, withFixedCells(first)];
    case 'DATE_IS_VALID_DATE':
      return ['date', 'greaterThanOrEqual', FIRST_DATE];
    case 'CUSTOM_FORMULA':
      return ['custom', null, first.replace(/^=/, '')];
    default:
      return null;
  }
}

/** `'분류'!B2:B9` → `'분류'!$B$2:$B$9`. A relative range would shift from cell to cell. */
function withFixedCells(range: string): string {
  const cut = range.lastIndexOf('!') + 1;
  return range.slice(0, cut) + withDollars(range.slice(cut));
}
