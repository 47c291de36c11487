import type { SheetState } from '../../../workbook/document.ts';
import type { ConditionalLook, ConditionalRule } from '../../../workbook/sheet-objects.ts';
import { Enumeration } from '../../enumeration.ts';
import { NotImplementedError, ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { type Range, rangeAt } from './range.ts';
import { RangePlace } from './range-place.ts';
import { colorOf } from './style-values.ts';

export const BOOLEAN_CRITERIA = new Enumeration(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
);

type Criterion = (typeof BOOLEAN_CRITERIA.names)[number];

/** A rule of a sheet. The host keeps rules; it does not paint cells by them. */
export class ConditionalFormatRule extends Service {
  readonly run: Run;
  readonly sheet: SheetState;
  readonly rule: ConditionalRule;

  constructor(run: Run, sheet: SheetState, rule: ConditionalRule) {
    super();
    this.run = run;
    this.sheet = sheet;
    this.rule = rule;
  }

  override get serviceName(): string {
    return 'ConditionalFormatRule';
  }

  copy(): ConditionalFormatRuleBuilder {
    if (this.rule.condition === null) {
      throw new NotImplementedError('a copy of a conditional format rule of this kind');
    }
    const { source: _, ...rule } = this.rule;
    return new ConditionalFormatRuleBuilder(this.run, this.sheet, rule);
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.rule.condition === null ? null : new BooleanCondition(this.rule);
  }

  getRanges(): Range[] {
    return this.rule.ranges.map((rectangle) => rangeAt(this.run, this.sheet, rectangle));
  }
}

/** What a rule asks of a cell, and how the cell then looks. */
export class BooleanCondition extends Service {
  private readonly rule: ConditionalRule;

  constructor(rule: ConditionalRule) {
    super();
    this.rule = rule;
  }

  override get serviceName(): string {
    return 'BooleanCondition';
  }

  getCriteriaType(): unknown {
    return BOOLEAN_CRITERIA.values.get(this.rule.condition?.criterion ?? '');
  }

  getCriteriaValues(): unknown[] {
    return [...(this.rule.condition?.values ?? [])];
  }

  getBackground(): string | null {
    return this.rule.look.background ?? null;
  }

  getFontColor(): string | null {
    return this.rule.look.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.rule.look.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.rule.look.italic ?? null;
  }

  getUnderline(): boolean | null {
    return this.rule.look.underline ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.rule.look.strikethrough ?? null;
  }
}

/** Builds a rule, as `SpreadsheetApp.newConditionalFormatRule()` begins it. */
export class ConditionalFormatRuleBuilder extends Service {
  readonly run: Run;
  sheet: SheetState | null;
  rule: ConditionalRule;

  constructor(
    run: Run,
    sheet: SheetState | null = null,
    rule: ConditionalRule = { ranges: [], condition: null, look: {} },
  ) {
    super();
    this.run = run;
    this.sheet = sheet;
    this.rule = rule;
  }

  override get serviceName(): string {
    return 'ConditionalFormatRuleBuilder';
  }

  build(): ConditionalFormatRule {
    if (this.rule.condition === null) {
      throw new ServiceError('Cannot build a conditional format rule without a condition.');
    }
    if (this.sheet === null) throw new ServiceError('Cannot build a conditional format rule without ranges.');
    return new ConditionalFormatRule(this.run, this.sheet, this.rule);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, this.sheet, this.rule);
  }

  getRanges(): Range[] {
    const { sheet } = this;
    return sheet === null ? [] : this.rule.ranges.map((rectangle) => rangeAt(this.run, sheet, rectangle));
  }

  /** Ranges of one sheet only. */
  setRanges(ranges: unknown): this {
    const places: readonly unknown[] = Array.isArray(ranges) ? ranges : [];
    const rectangles = places.flatMap((place) => (place instanceof RangePlace ? [place] : []));
    const [first] = rectangles;
    if (first === undefined || rectangles.length !== places.length) {
      throw signatureError('SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges', [ranges]);
    }
    if (rectangles.some(({ sheet }) => sheet !== first.sheet)) {
      throw new ServiceError('All ranges must be on the same sheet.');
    }
    this.sheet = first.sheet;
    this.rule = { ...this.rule, ranges: rectangles.map(({ rectangle }) => rectangle) };
    return this;
  }

  setBackground(color: unknown): this {
    return looking(this, 'background', colorOf(color));
  }

  setFontColor(color: unknown): this {
    return looking(this, 'fontColor', colorOf(color));
  }

  setBold(bold: unknown): this {
    return looking(this, 'bold', typeof bold === 'boolean' ? bold : undefined);
  }

  setItalic(italic: unknown): this {
    return looking(this, 'italic', typeof italic === 'boolean' ? italic : undefined);
  }

  setUnderline(underline: unknown): this {
    return looking(this, 'underline', typeof underline === 'boolean' ? underline : undefined);
  }

  setStrikethrough(strikethrough: unknown): this {
    return looking(this, 'strikethrough', typeof strikethrough === 'boolean' ? strikethrough : undefined);
  }

  whenFormulaSatisfied(formula: unknown): this {
    return when(this, 'CUSTOM_FORMULA', [formula]);
  }

  whenTextEqualTo(text: unknown): this {
    return when(this, 'TEXT_EQUAL_TO', [text]);
  }

  whenTextStartsWith(text: unknown): this {
    return when(this, 'TEXT_STARTS_WITH', [text]);
  }

  whenTextEndsWith(text: unknown): this {
    return when(this, 'TEXT_ENDS_WITH', [text]);
  }

  whenTextContains(text: unknown): this {
    return when(this, 'TEXT_CONTAINS', [text]);
  }

  whenTextDoesNotContain(text: unknown): this {
    return when(this, 'TEXT_DOES_NOT_CONTAIN', [text]);
  }

  whenCellEmpty(): this {
    return when(this, 'CELL_EMPTY', []);
  }

  whenCellNotEmpty(): this {
    return when(this, 'CELL_NOT_EMPTY', []);
  }

  whenNumberEqualTo(number: unknown): this {
    return when(this, 'NUMBER_EQUAL_TO', [number]);
  }

  whenNumberNotEqualTo(number: unknown): this {
    return when(this, 'NUMBER_NOT_EQUAL_TO', [number]);
  }

  whenNumberGreaterThan(number: unknown): this {
    return when(this, 'NUMBER_GREATER_THAN', [number]);
  }

  whenNumberGreaterThanOrEqualTo(number: unknown): this {
    return when(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }

  whenNumberLessThan(number: unknown): this {
    return when(this, 'NUMBER_LESS_THAN', [number]);
  }

  whenNumberLessThanOrEqualTo(number: unknown): this {
    return when(this, 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  whenNumberBetween(start: unknown, end: unknown): this {
    return when(this, 'NUMBER_BETWEEN', [start, end]);
  }

  whenNumberNotBetween(start: unknown, end: unknown): this {
    return when(this, 'NUMBER_NOT_BETWEEN', [start, end]);
  }
}

function when<Of extends ConditionalFormatRuleBuilder>(
  builder: Of,
  criterion: Criterion,
  values: readonly unknown[],
): Of {
  const wanted = criterion.startsWith('NUMBER_') ? 'number' : 'string';
  const given = values.flatMap((value) =>
    typeof value === wanted && (typeof value === 'string' || typeof value === 'number') ? [value] : [],
  );
  if (given.length !== values.length) {
    throw signatureError('SpreadsheetApp.ConditionalFormatRuleBuilder', values);
  }
  builder.rule = { ...builder.rule, condition: { criterion, values: given } };
  return builder;
}

function looking<Of extends ConditionalFormatRuleBuilder, Name extends keyof ConditionalLook>(
  builder: Of,
  name: Name,
  value: ConditionalLook[Name] | undefined,
): Of {
  const { [name]: _, ...rest } = builder.rule.look;
  builder.rule = { ...builder.rule, look: value === undefined ? rest : { ...rest, [name]: value } };
  return builder;
}

/** The rules that a script gives a sheet, in place of those that it had. */
export function conditionalRulesOf(sheet: SheetState, rules: unknown): ConditionalRule[] {
  const given: readonly unknown[] | null = Array.isArray(rules) ? rules : null;
  const known = given?.flatMap((rule) => (rule instanceof ConditionalFormatRule ? [rule] : []));
  if (given === null || known === undefined || known.length !== given.length) {
    throw signatureError('SpreadsheetApp.Sheet.setConditionalFormatRules', [rules]);
  }
  if (known.some((rule) => rule.sheet !== sheet)) {
    throw new ServiceError('Conditional format rules must be of the sheet that they are set on.');
  }
  return known.map(({ rule }) => rule);
}
