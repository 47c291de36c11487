/** Conditional formats: reads rules into Sheets' terms, and writes elements for new rules. */
import { formatA1 } from '../../workbook/a1.ts';
import type { ConditionalRule } from '../../workbook/sheet-objects.ts';
import { type Element, elementText, escapeXml } from '../package/xml.ts';
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

/** The condition of a rule; null: one that the script does not know. */
function conditionOf(rule: Element): ConditionalRule['condition'] {
  const { type, operator } = rule.attributes;
  const formula = rule.child('formula')?.text ?? '';
  if (type === 'expression') return { criterion: 'CUSTOM_FORMULA', values: [`=${formula}`] };
  const inQuotes = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  return type === 'cellIs' && operator === 'equal' && inQuotes !== undefined
    ? { criterion: 'TEXT_EQUAL_TO', values: [inQuotes.replaceAll('""', '"')] }
    : null;
}

/** For a rule without a condition of ours, which a script cannot make. */
const NEVER = { criterion: 'CUSTOM_FORMULA', values: ['=FALSE'] } as const;

function ruleElement({ condition, look }: ConditionalRule, priority: number, styles: StyleBook): string {
  const {
    criterion,
    values: [value],
  } = condition ?? NEVER;
  const isText = criterion === 'TEXT_EQUAL_TO';
  const formula = isText ? `"${value.replaceAll('"', '""')}"` : value.replace(/^=/, '');
  const kind = isText ? { type: 'cellIs', operator: 'equal' } : { type: 'expression' };
  const attributes = { ...kind, dxfId: styles.lookIndex(look), priority };
  return elementText('cfRule', attributes, elementText('formula', {}, escapeXml(formula)));
}
