/** Conditional formats: reads rules into Sheets' terms, and writes elements for new rules. */
import { formatA1 } from '../../workbook/a1.ts';
import type { ConditionalRule } from '../../workbook/sheet-objects.ts';
import { type Attributes, type Element, elementText, escapeXml } from '../package/xml.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { rectanglesIn } from './references.ts';

/** The rules of a worksheet, in the order in which they apply. */
export function readConditionalRules(worksheet: Element, styles: StyleBook): readonly ConditionalRule[] {
  return worksheet
    .childrenNamed('conditionalFormatting')
    .flatMap((formatting) => {
      const ranges = rectanglesIn(formatting.attributes.sqref);
      return formatting.childrenNamed('cfRule').map((element) => ({ ranges, element }));
    })
    .sort((one, other) => priorityOf(one.element) - priorityOf(other.element))
    .map(({ ranges, element }) => ({
      ranges,
      condition: conditionOf(element),
      look: styles.lookOf(element.attributes.dxfId),
      source: element.outer,
    }));
}

function priorityOf({ attributes: { priority = '0' } }: Element): number {
  return Number(priority);
}

/**
 * The `<conditionalFormatting>` elements of these rules. An unchanged rule keeps its XML, except for its
 * priority.
 */
export function conditionalFormats(rules: readonly ConditionalRule[], styles: StyleBook): string {
  const elements = rules.map((rule, index) => {
    const priority = index + 1;
    const known = rule.source?.replace(/(<[^>]*?\spriority=")\d+"/, `$1${priority}"`);
    const sqref = rule.ranges.map((range) => formatA1(range)).join(' ');
    return elementText('conditionalFormatting', { sqref }, known ?? ruleElement(rule, priority, styles));
  });
  return elements.join('');
}

const NUMBER_CRITERIA: Readonly<Record<string, string>> = {
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
};

/** Text rules. Excel needs an operator and an equivalent formula for the first cell. */
const TEXT_RULES: Readonly<Record<string, readonly [type: string, operator: string, formula: string]>> = {
  TEXT_CONTAINS: ['containsText', 'containsText', 'NOT(ISERROR(SEARCH(TEXT,CELL)))'],
  TEXT_DOES_NOT_CONTAIN: ['notContainsText', 'notContains', 'ISERROR(SEARCH(TEXT,CELL))'],
  TEXT_STARTS_WITH: ['beginsWith', 'beginsWith', 'LEFT(CELL,LEN(TEXT))=TEXT'],
  TEXT_ENDS_WITH: ['endsWith', 'endsWith', 'RIGHT(CELL,LEN(TEXT))=TEXT'],
};

function conditionOf(rule: Element): ConditionalRule['condition'] {
  const { type = '', operator = '', text = '' } = rule.attributes;
  const formulas = rule.childrenNamed('formula').map((formula) => formula.text);
  const [first = ''] = formulas;
  switch (type) {
    case 'expression':
      return { criterion: 'CUSTOM_FORMULA', values: [`=${first}`] };
    case 'containsBlanks':
      return { criterion: 'CELL_EMPTY', values: [] };
    case 'notContainsBlanks':
      return { criterion: 'CELL_NOT_EMPTY', values: [] };
    case 'cellIs': {
      const inQuotes = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
      if (operator === 'equal' && inQuotes !== undefined) {
        return { criterion: 'TEXT_EQUAL_TO', values: [inQuotes.replaceAll('""', '"')] };
      }
      const criterion = keyWhere(NUMBER_CRITERIA, (known) => known === operator);
      const values = formulas.map(Number);
      return criterion === null || values.some(Number.isNaN) ? null : { criterion, values };
    }
    default: {
      const criterion = keyWhere(TEXT_RULES, ([known]) => known === type);
      return criterion === null ? null : { criterion, values: [text] };
    }
  }
}

function ruleElement(
  { ranges, condition, look }: ConditionalRule,
  priority: number,
  styles: StyleBook,
): string {
  const { criterion, values } = condition ?? { criterion: 'CUSTOM_FORMULA', values: ['=FALSE'] };
  const first = String(values[0] ?? '');
  const corner = ranges[0] === undefined ? 'A1' : formatA1({ ...ranges[0], rows: 1, columns: 1 });
  const inQuotes = `"${first.replaceAll('"', '""')}"`;
  const rule = (attributes: Attributes, ...formulas: readonly (string | number)[]) => {
    const elements = formulas.map((formula) => `<formula>${escapeXml(String(formula))}</formula>`);
    const dxfId = styles.lookIndex(look);
    return elementText('cfRule', { ...attributes, dxfId, priority }, elements.join(''));
  };
  const operator = NUMBER_CRITERIA[criterion];
  if (operator !== undefined) return rule({ type: 'cellIs', operator }, ...values);
  const textRule = TEXT_RULES[criterion];
  if (textRule !== undefined) {
    const [type, operator, formula] = textRule;
    const ofCell = formula.replace(/TEXT|CELL/g, (word) => (word === 'TEXT' ? inQuotes : corner));
    return rule({ type, operator, text: first }, ofCell);
  }
  switch (criterion) {
    case 'TEXT_EQUAL_TO':
      return rule({ type: 'cellIs', operator: 'equal' }, inQuotes);
    case 'CELL_EMPTY':
      return rule({ type: 'containsBlanks' }, `LEN(TRIM(${corner}))=0`);
    case 'CELL_NOT_EMPTY':
      return rule({ type: 'notContainsBlanks' }, `LEN(TRIM(${corner}))>0`);
    default:
      return rule({ type: 'expression' }, first.replace(/^=/, ''));
  }
}

function keyWhere<T>(table: Readonly<Record<string, T>>, fits: (value: T) => boolean): string | null {
  return Object.entries(table).find(([, value]) => fits(value))?.[0] ?? null;
}
