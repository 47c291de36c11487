/** Data validations: reads rules into Sheets' terms, and writes elements for new rules. */
import { formatA1 } from '../../workbook/a1.ts';
import type { SheetState, ValidationCriterion, ValidationRule } from '../../workbook/document.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import { UnwritableWorkbook } from '../package/failures.ts';
import { type Element, elementText, escapeXml, isTrue } from '../package/xml.ts';
import { rectanglesIn, rectanglesOf, withDollars } from './references.ts';

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
export function validationElements(
  known: readonly Element[],
  { name, validations: rules = new Map() }: SheetState,
): string[] {
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
    ...[...cells.values()].flatMap(({ rule, keys }) => elementsOfRule(rule, rectanglesOf(keys), name)),
  ];
}

/** Excel's type and operator for each comparison. */
const COMPARISONS = {
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
} as const satisfies Partial<Record<ValidationCriterion, readonly [type: string, operator: string]>>;

type Comparison = keyof typeof COMPARISONS;

/** Excel has no rule for "any date", so the rule is: not before day 1, the earliest date. */
const FIRST_DATE = '1';

/** Excel's limit for the choices of a list, commas included. */
const LONGEST_LIST = 255;

function ruleOf(element: Element): ValidationRule | null {
  const { errorStyle = 'stop', showErrorMessage, showDropDown, prompt = null } = element.attributes;
  const said = conditionOf(element);
  return (
    said && {
      ...said,
      // The attribute means the opposite of its name.
      showDropdown: said.criterion.startsWith('VALUE_IN_') && !isTrue(showDropDown),
      allowInvalid: errorStyle !== 'stop' || !isTrue(showErrorMessage),
      helpText: prompt,
    }
  );
}

type Condition = Pick<ValidationRule, 'criterion' | 'values'>;

function conditionOf(element: Element): Condition | null {
  const { type, operator = 'between' } = element.attributes;
  const [first = '', second = ''] = ['formula1', 'formula2'].map((name) => element.child(name)?.text.trim());
  if (type === 'custom') {
    return isChoiceFormula(first)
      ? { criterion: 'VALUE_IN_LIST', values: choicesIn(first) }
      : { criterion: 'CUSTOM_FORMULA', values: [`=${first}`] };
  }
  if (type === 'list') {
    const listed = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"').split(',');
    if (listed !== undefined)
      return { criterion: 'VALUE_IN_LIST', values: listed.map((each) => each.trim()) };
    return /[!:]/.test(first) ? { criterion: 'VALUE_IN_RANGE', values: [first.replaceAll('$', '')] } : null;
  }
  if (type === 'date' && operator === 'greaterThanOrEqual' && first === FIRST_DATE) {
    return { criterion: 'DATE_IS_VALID_DATE', values: [] };
  }
  const numbers = [first, second].filter((text) => text !== '').map(Number);
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return null;
  const criterion = Object.keys(COMPARISONS)
    .filter(isComparison)
    .find((name) => COMPARISONS[name][0] === type && COMPARISONS[name][1] === operator);
  return criterion === undefined ? null : { criterion, values: numbers };
}

function isComparison(criterion: string): criterion is Comparison {
  return Object.hasOwn(COMPARISONS, criterion);
}

/** The elements of a rule for these cells. */
function elementsOfRule(rule: ValidationRule, areas: readonly Rectangle[], tab: string): string[] {
  const { criterion, values, helpText } = rule;
  const choices = criterion === 'VALUE_IN_LIST' ? values.map(String) : [];
  refuseLongList(choices, areas, tab);
  if (choices.some((choice) => choice.includes(',') || choice.trim() !== choice)) {
    // The formula compares with the first cell of its area, so each area has its own.
    return areas.map((area) => elementOf(['custom', null, choiceFormula(choices, area)], [area]));
  }
  return [elementOf(excelCondition(rule), areas)];

  function elementOf([type, operator, ...formulas]: ExcelCondition, areas: readonly Rectangle[]): string {
    const attributes = {
      type,
      operator,
      errorStyle: rule.allowInvalid ? 'warning' : null,
      allowBlank: 1,
      showDropDown: criterion.startsWith('VALUE_IN_') && !rule.showDropdown ? 1 : null,
      showInputMessage: helpText === null ? null : 1,
      showErrorMessage: 1,
      prompt: helpText,
      sqref: areas.map((area) => formatA1(area)).join(' '),
    };
    const content = formulas.map((text, index) => elementText(`formula${index + 1}`, {}, escapeXml(text)));
    return elementText('dataValidation', attributes, content.join(''));
  }
}

function refuseLongList(choices: readonly string[], [first]: readonly Rectangle[], tab: string): void {
  const { length } = choices.join();
  if (length <= LONGEST_LIST || first === undefined) return;
  const cell = formatA1({ ...first, rows: 1, columns: 1 });
  throw new UnwritableWorkbook(
    `'${tab}' 탭의 ${cell} 셀에서 고르는 목록이 모두 ${length}자입니다. 엑셀 파일의 목록은 ${LONGEST_LIST}자까지만 담을 수 있으니 목록을 줄여 주세요.`,
  );
}

type ExcelCondition = readonly [type: string, operator: string | null, ...formulas: string[]];

function excelCondition({ criterion, values }: ValidationRule): ExcelCondition {
  const texts = values.map(String);
  const [first = ''] = texts;
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
      return [...COMPARISONS[criterion], ...texts];
  }
}

/**
 * Excel splits a list at its commas and trims each choice. Where a choice would not survive that, the rule is
 * a formula, and the cell has no dropdown: `OR(EXACT(B2,"설계, 착공"),EXACT(B2,"준공"))`.
 */
function choiceFormula(choices: readonly string[], area: Rectangle): string {
  const cell = formatA1({ ...area, rows: 1, columns: 1 });
  const tests = choices.map((choice) => `EXACT(${cell},"${choice.replaceAll('"', '""')}")`);
  return `OR(${tests.join()})`;
}

const CHOICE = String.raw`EXACT\([A-Z]+\d+,"((?:[^"]|"")*)"\)`;

function isChoiceFormula(formula: string): boolean {
  return new RegExp(`^OR\\(${CHOICE}(?:,${CHOICE})*\\)$`).test(formula);
}

function choicesIn(formula: string): string[] {
  return Array.from(formula.matchAll(new RegExp(CHOICE, 'g')), ([, choice = '']) =>
    choice.replaceAll('""', '"'),
  );
}

/** `'분류'!B2:B9` → `'분류'!$B$2:$B$9`. A relative range would shift from cell to cell. */
function withFixedCells(range: string): string {
  const cut = range.lastIndexOf('!') + 1;
  return range.slice(0, cut) + withDollars(range.slice(cut));
}
