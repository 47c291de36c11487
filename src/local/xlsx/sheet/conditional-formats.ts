import { formatA1, parseA1, rectangleOf } from '../../workbook/a1.ts';
import type { Rectangle } from '../../workbook/rectangle.ts';
import type { ConditionalRule } from '../../workbook/sheet-objects.ts';
import { type Element, elementText, escapeXml } from '../package/xml.ts';
import type { StyleBook } from '../styles/style-book.ts';
import { LARGEST_GRID } from './grid-limits.ts';

type Condition = NonNullable<ConditionalRule['condition']>;

/** The rules of a worksheet in the order in which they are tried; nothing where it has none. */
export function readConditionalRules(worksheet: Element, styles: StyleBook): ConditionalRule[] | undefined {
  const rules = worksheet.childrenNamed('conditionalFormatting').flatMap((formatting) => {
    const ranges = rectanglesIn(formatting.attributes.sqref ?? '');
    return formatting.childrenNamed('cfRule').map((element) => ({
      priority: Number(element.attributes.priority ?? 0),
      rule: {
        ranges,
        condition: conditionOf(element),
        look: styles.lookOf(element.attributes.dxfId),
        source: element.outer,
      },
    }));
  });
  rules.sort((one, other) => one.priority - other.priority);
  return rules.length === 0 ? undefined : rules.map(({ rule }) => rule);
}

export function hasSameRules(
  before: readonly ConditionalRule[] = [],
  after: readonly ConditionalRule[] = [],
): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The `<conditionalFormatting>` of those rules. A rule that nobody changed stays as its file has it. */
export function conditionalFormats(rules: readonly ConditionalRule[], styles: StyleBook): string {
  return rules
    .map((rule, index) => {
      const element =
        rule.source?.replace(/(<[^>]*?\spriority=")\d+"/, `$1${index + 1}"`) ??
        ruleElement(rule, index + 1, styles);
      return elementText(
        'conditionalFormatting',
        { sqref: rule.ranges.map((range) => formatA1(range)).join(' ') },
        element,
      );
    })
    .join('');
}

export function rectanglesIn(sqref: string): Rectangle[] {
  return sqref
    .split(/\s+/)
    .map(parseA1)
    .flatMap((range) =>
      range === null
        ? []
        : [rectangleOf(range, { maxRows: LARGEST_GRID.rows, maxColumns: LARGEST_GRID.columns })],
    );
}

const NUMBER_CRITERIA: Readonly<Record<string, string>> = {
  equal: 'NUMBER_EQUAL_TO',
  notEqual: 'NUMBER_NOT_EQUAL_TO',
  greaterThan: 'NUMBER_GREATER_THAN',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'NUMBER_LESS_THAN',
  lessThanOrEqual: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  between: 'NUMBER_BETWEEN',
  notBetween: 'NUMBER_NOT_BETWEEN',
};

const TEXT_CRITERIA: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

function conditionOf(rule: Element): Condition | null {
  const { type = '', operator = '', text = '' } = rule.attributes;
  const formulas = rule.childrenNamed('formula').map((formula) => formula.text);
  const [first = ''] = formulas;
  const textCriterion = TEXT_CRITERIA[type];
  if (textCriterion !== undefined) return { criterion: textCriterion, values: [text] };
  switch (type) {
    case 'expression':
      return { criterion: 'CUSTOM_FORMULA', values: [`=${first}`] };
    case 'containsBlanks':
      return { criterion: 'CELL_EMPTY', values: [] };
    case 'notContainsBlanks':
      return { criterion: 'CELL_NOT_EMPTY', values: [] };
    case 'cellIs': {
      const quoted = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
      if (operator === 'equal' && quoted !== undefined) {
        return { criterion: 'TEXT_EQUAL_TO', values: [quoted.replaceAll('""', '"')] };
      }
      const criterion = NUMBER_CRITERIA[operator];
      const values = formulas.map(Number);
      return criterion === undefined || values.some(Number.isNaN) ? null : { criterion, values };
    }
    default:
      return null;
  }
}

function ruleElement({ ranges, condition, look }: ConditionalRule, priority: number, styles: StyleBook) {
  const { criterion, values } = condition ?? { criterion: 'CUSTOM_FORMULA', values: ['=FALSE'] };
  const [first = ''] = values;
  const corner = ranges[0] === undefined ? 'A1' : formatA1({ ...ranges[0], rows: 1, columns: 1 });
  const rule = (attributes: Readonly<Record<string, string>>, formulas: readonly (string | number)[]) =>
    elementText(
      'cfRule',
      { ...attributes, dxfId: styles.differentialIndex(look), priority },
      formulas.map((formula) => `<formula>${escapeXml(String(formula))}</formula>`).join(''),
    );
  const text = `"${String(first).replaceAll('"', '""')}"`;
  const operator = keyOf(NUMBER_CRITERIA, criterion);
  if (operator !== undefined) return rule({ type: 'cellIs', operator }, values);
  switch (criterion) {
    case 'TEXT_EQUAL_TO':
      return rule({ type: 'cellIs', operator: 'equal' }, [text]);
    case 'TEXT_CONTAINS':
      return rule({ type: 'containsText', operator: 'containsText', text: String(first) }, [
        `NOT(ISERROR(SEARCH(${text},${corner})))`,
      ]);
    case 'TEXT_DOES_NOT_CONTAIN':
      return rule({ type: 'notContainsText', operator: 'notContains', text: String(first) }, [
        `ISERROR(SEARCH(${text},${corner}))`,
      ]);
    case 'TEXT_STARTS_WITH':
      return rule({ type: 'beginsWith', operator: 'beginsWith', text: String(first) }, [
        `LEFT(${corner},LEN(${text}))=${text}`,
      ]);
    case 'TEXT_ENDS_WITH':
      return rule({ type: 'endsWith', operator: 'endsWith', text: String(first) }, [
        `RIGHT(${corner},LEN(${text}))=${text}`,
      ]);
    case 'CELL_EMPTY':
      return rule({ type: 'containsBlanks' }, [`LEN(TRIM(${corner}))=0`]);
    case 'CELL_NOT_EMPTY':
      return rule({ type: 'notContainsBlanks' }, [`LEN(TRIM(${corner}))>0`]);
    default:
      return rule({ type: 'expression' }, [String(first).replace(/^=/, '')]);
  }
}

function keyOf(table: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.keys(table).find((key) => table[key] === value);
}
