/** Conditional formats. The host stores the rules but does not apply them to cells. */
import type { SheetState } from '../../../workbook/document.ts';
import type {
  ConditionalLook,
  ConditionalRule,
  ConditionCriterion,
} from '../../../workbook/sheet-objects.ts';
import { enumerationOf } from '../../enumeration.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, ServiceOf, signatureError } from '../../service.ts';
import { colorOf } from './colors.ts';
import { type Range, rangeAt } from './range.ts';
import { RangePlace } from './range-place.ts';

export const BOOLEAN_CRITERIA = enumerationOf(
  'CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH CUSTOM_FORMULA',
);

/** A conditional format rule of a sheet. */
export class ConditionalFormatRule extends ServiceOf<ConditionalRule> {
  readonly sheet: SheetState;

  constructor(run: Run, sheet: SheetState, rule: ConditionalRule) {
    super(run, rule);
    this.sheet = sheet;
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.state.condition === null ? null : new BooleanCondition(this.run, this.state);
  }

  getRanges(): Range[] {
    return this.state.ranges.map((rectangle) => rangeAt(this.run, this.sheet, rectangle));
  }
}

/** The condition of a rule, and how cells look while it holds. */
export class BooleanCondition extends ServiceOf<ConditionalRule> {
  getCriteriaType(): unknown {
    return BOOLEAN_CRITERIA.values.get(this.state.condition?.criterion ?? '');
  }

  getCriteriaValues(): unknown[] {
    return [...(this.state.condition?.values ?? [])];
  }

  getBackground(): string | null {
    return this.state.look.background ?? null;
  }

  getFontColor(): string | null {
    return this.state.look.fontColor ?? null;
  }
}

/** Builds a rule, starting from `SpreadsheetApp.newConditionalFormatRule()`. */
export class ConditionalFormatRuleBuilder extends Service {
  sheet: SheetState | null = null;
  rule: ConditionalRule = { ranges: [], condition: null, look: {} };

  build(): ConditionalFormatRule {
    if (this.rule.condition === null) {
      throw new ServiceError('Cannot build a conditional format rule without a condition.');
    }
    if (this.sheet === null) throw new ServiceError('Cannot build a conditional format rule without ranges.');
    return new ConditionalFormatRule(this.run, this.sheet, this.rule);
  }

  /** All ranges must be on one sheet. */
  setRanges(ranges: unknown): this {
    const given: readonly unknown[] = Array.isArray(ranges) ? ranges : [];
    const places = given.filter((place) => place instanceof RangePlace);
    const [first] = places;
    if (first === undefined || places.length !== given.length) {
      throw signatureError('SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges', [ranges]);
    }
    if (places.some(({ sheet }) => sheet !== first.sheet)) {
      throw new ServiceError('All ranges must be on the same sheet.');
    }
    this.sheet = first.sheet;
    this.rule = { ...this.rule, ranges: places.map(({ rectangle }) => rectangle) };
    return this;
  }

  setBackground(color: unknown): this {
    return setLook(this, 'background', colorOf(color));
  }

  setFontColor(color: unknown): this {
    return setLook(this, 'fontColor', colorOf(color));
  }

  setBold(bold: unknown): this {
    return setLook(this, 'bold', typeof bold === 'boolean' ? bold : undefined);
  }

  whenFormulaSatisfied(formula: unknown): this {
    return setCondition(this, 'CUSTOM_FORMULA', formula);
  }

  whenTextEqualTo(text: unknown): this {
    return setCondition(this, 'TEXT_EQUAL_TO', text);
  }
}

function setCondition<Of extends ConditionalFormatRuleBuilder>(
  builder: Of,
  criterion: ConditionCriterion,
  value: unknown,
): Of {
  if (typeof value !== 'string') {
    throw signatureError('SpreadsheetApp.ConditionalFormatRuleBuilder', [value]);
  }
  builder.rule = { ...builder.rule, condition: { criterion, values: [value] } };
  return builder;
}

function setLook<Of extends ConditionalFormatRuleBuilder, Name extends keyof ConditionalLook>(
  builder: Of,
  name: Name,
  value: ConditionalLook[Name] | undefined,
): Of {
  const { [name]: _, ...rest } = builder.rule.look;
  builder.rule = { ...builder.rule, look: value === undefined ? rest : { ...rest, [name]: value } };
  return builder;
}

/** Checks the rules that a script sets on a sheet. They replace the existing ones. */
export function conditionalRulesOf(sheet: SheetState, rules: unknown): ConditionalRule[] {
  const given: readonly unknown[] = Array.isArray(rules) ? rules : [rules];
  const known = given.filter((rule) => rule instanceof ConditionalFormatRule);
  if (!Array.isArray(rules) || known.length !== given.length) {
    throw signatureError('SpreadsheetApp.Sheet.setConditionalFormatRules', [rules]);
  }
  if (known.some((rule) => rule.sheet !== sheet)) {
    throw new ServiceError('Conditional format rules must be of the sheet that they are set on.');
  }
  return known.map(({ state }) => state);
}
