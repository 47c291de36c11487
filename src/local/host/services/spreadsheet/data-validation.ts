import { formatA1, quoteSheetName } from '../../../workbook/a1.ts';
import type { ValidationRule } from '../../../workbook/document.ts';
import { zoneNamed } from '../../../workbook/zone.ts';
import { Enumeration } from '../../enumeration.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, signatureError } from '../../service.ts';
import { RangePlace } from './range-place.ts';
import { Spreadsheet } from './spreadsheet.ts';

export const DATA_VALIDATION_CRITERIA = new Enumeration(
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
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
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
);

type Criterion = (typeof DATA_VALIDATION_CRITERIA.names)[number];

/** A rule of a cell. Whether a script may write against it is in `refusing-rules.ts`. */
export class DataValidation extends Service {
  readonly run: Run;
  readonly rule: ValidationRule;

  constructor(run: Run, rule: ValidationRule) {
    super();
    this.run = run;
    this.rule = rule;
  }

  override get serviceName(): string {
    return 'DataValidation';
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, this.rule);
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  /** https://developers.google.com/apps-script/reference/spreadsheet/data-validation#gethelptext : null where there is none. */
  getHelpText(): string | null {
    return this.rule.helpText;
  }

  getCriteriaType(): unknown {
    return DATA_VALIDATION_CRITERIA.values.get(this.rule.criterion);
  }

  /** The arguments that the rule was built with; a list holds texts, and says last whether there is a dropdown. */
  getCriteriaValues(): unknown[] {
    const { criterion, values, showDropdown } = this.rule;
    switch (criterion) {
      case 'VALUE_IN_LIST':
        return [values.map(String), showDropdown];
      case 'VALUE_IN_RANGE':
        return [...values.map((place) => new Spreadsheet(this.run).getRange(place)), showDropdown];
      default:
        return values.map((value) =>
          criterion.startsWith('DATE_') && typeof value === 'number'
            ? new Date(zoneNamed(this.run.document.timeZone).instantOf(value))
            : value,
        );
    }
  }
}

/** Builds a rule, as `SpreadsheetApp.newDataValidation()` begins it. */
export class DataValidationBuilder extends Service {
  readonly run: Run;
  rule: ValidationRule | null;
  private options: Pick<ValidationRule, 'allowInvalid' | 'helpText'> = { allowInvalid: true, helpText: null };

  constructor(run: Run, rule: ValidationRule | null = null) {
    super();
    this.run = run;
    this.rule = rule;
    if (rule !== null) this.options = { allowInvalid: rule.allowInvalid, helpText: rule.helpText };
  }

  override get serviceName(): string {
    return 'DataValidationBuilder';
  }

  build(): DataValidation {
    if (this.rule === null) throw new ServiceError('Cannot build a data validation rule without criteria.');
    return new DataValidation(this.run, { ...this.rule, ...this.options });
  }

  setAllowInvalid(allowInvalidData: unknown): this {
    this.options = { ...this.options, allowInvalid: allowInvalidData === true };
    return this;
  }

  setHelpText(helpText: unknown): this {
    this.options = { ...this.options, helpText: String(helpText) };
    return this;
  }

  requireValueInList(values: unknown, showDropdown: unknown = true): this {
    if (!Array.isArray(values)) {
      throw signatureError('SpreadsheetApp.DataValidationBuilder.requireValueInList', [values]);
    }
    return criterion(this, 'VALUE_IN_LIST', values, showDropdown === true);
  }

  requireValueInRange(range: unknown, showDropdown: unknown = true): this {
    return criterion(this, 'VALUE_IN_RANGE', [range], showDropdown === true);
  }

  requireDate(): this {
    return criterion(this, 'DATE_IS_VALID_DATE', []);
  }

  requireDateAfter(date: unknown): this {
    return criterion(this, 'DATE_AFTER', [date]);
  }

  requireDateBefore(date: unknown): this {
    return criterion(this, 'DATE_BEFORE', [date]);
  }

  requireDateBetween(start: unknown, end: unknown): this {
    return criterion(this, 'DATE_BETWEEN', [start, end]);
  }

  requireDateOnOrAfter(date: unknown): this {
    return criterion(this, 'DATE_ON_OR_AFTER', [date]);
  }

  requireDateOnOrBefore(date: unknown): this {
    return criterion(this, 'DATE_ON_OR_BEFORE', [date]);
  }

  requireNumberBetween(start: unknown, end: unknown): this {
    return criterion(this, 'NUMBER_BETWEEN', [start, end]);
  }

  requireNumberEqualTo(number: unknown): this {
    return criterion(this, 'NUMBER_EQUAL_TO', [number]);
  }

  requireNumberGreaterThan(number: unknown): this {
    return criterion(this, 'NUMBER_GREATER_THAN', [number]);
  }

  requireNumberGreaterThanOrEqualTo(number: unknown): this {
    return criterion(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }

  requireNumberLessThan(number: unknown): this {
    return criterion(this, 'NUMBER_LESS_THAN', [number]);
  }

  requireNumberLessThanOrEqualTo(number: unknown): this {
    return criterion(this, 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  requireTextContains(text: unknown): this {
    return criterion(this, 'TEXT_CONTAINS', [text]);
  }

  requireFormulaSatisfied(formula: unknown): this {
    return criterion(this, 'CUSTOM_FORMULA', [formula]);
  }

  requireCheckbox(...values: unknown[]): this {
    return criterion(this, 'CHECKBOX', values);
  }
}

/** The rule that a script hands over, or `null` where it takes rules away. */
export function ruleOf(rule: unknown, method: string): ValidationRule | null {
  if (rule === null || rule === undefined) return null;
  if (rule instanceof DataValidation) return rule.rule;
  throw signatureError(`SpreadsheetApp.Range.${method}`, [rule]);
}

function criterion<Builder extends DataValidationBuilder>(
  builder: Builder,
  name: Criterion,
  values: readonly unknown[],
  showDropdown = false,
): Builder {
  builder.rule = {
    criterion: name,
    values: values.map((value) => argumentOf(builder.run, value)),
    showDropdown,
    allowInvalid: true,
    helpText: null,
  };
  return builder;
}

function argumentOf(run: Run, value: unknown): string | number | boolean {
  if (value instanceof RangePlace) {
    return `${quoteSheetName(value.sheet.name)}!${formatA1(value.rectangle)}`;
  }
  if (value instanceof Date) return zoneNamed(run.document.timeZone).serialOf(value.getTime());
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
