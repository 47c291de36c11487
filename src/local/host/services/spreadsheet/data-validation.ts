/** Data validation rules. `refusing-rules.ts` decides whether a script may write a value against one. */
import { formatA1, quoteSheetName } from '../../../workbook/a1.ts';
import type { ValidationCriterion, ValidationRule } from '../../../workbook/document.ts';
import { zoneNamed } from '../../../workbook/zone.ts';
import { enumerationOf } from '../../enumeration.ts';
import { ServiceError } from '../../errors.ts';
import type { Run } from '../../run.ts';
import { Service, ServiceOf, signatureError } from '../../service.ts';
import { RangePlace } from './range-place.ts';
import { Spreadsheet } from './spreadsheet.ts';

export const DATA_VALIDATION_CRITERIA = enumerationOf(
  'DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX',
);

/** A data validation rule. */
export class DataValidation extends ServiceOf<ValidationRule> {
  getAllowInvalid(): boolean {
    return this.state.allowInvalid;
  }

  /**
   * null if there is none:
   * https://developers.google.com/apps-script/reference/spreadsheet/data-validation#gethelptext
   */
  getHelpText(): string | null {
    return this.state.helpText;
  }

  getCriteriaType(): unknown {
    return DATA_VALIDATION_CRITERIA.values.get(this.state.criterion);
  }

  /**
   * The arguments that the rule was built with. A list or a range is followed by whether it has a dropdown.
   */
  getCriteriaValues(): unknown[] {
    const { criterion, values, showDropdown } = this.state;
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

/** Builds a rule, starting from `SpreadsheetApp.newDataValidation()`. */
export class DataValidationBuilder extends Service {
  condition: Pick<ValidationRule, 'criterion' | 'values' | 'showDropdown'> | null = null;
  options: Pick<ValidationRule, 'allowInvalid' | 'helpText'> = { allowInvalid: true, helpText: null };

  build(): DataValidation {
    const { condition, options } = this;
    if (condition === null) throw new ServiceError('Cannot build a data validation rule without criteria.');
    return new DataValidation(this.run, { ...condition, ...options });
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
    return setCriterion(this, 'VALUE_IN_LIST', values, showDropdown === true);
  }

  requireValueInRange(range: unknown, showDropdown: unknown = true): this {
    return setCriterion(this, 'VALUE_IN_RANGE', [range], showDropdown === true);
  }

  requireDate(): this {
    return setCriterion(this, 'DATE_IS_VALID_DATE', []);
  }

  requireNumberBetween(start: unknown, end: unknown): this {
    return setCriterion(this, 'NUMBER_BETWEEN', [start, end]);
  }

  requireFormulaSatisfied(formula: unknown): this {
    return setCriterion(this, 'CUSTOM_FORMULA', [formula]);
  }
}

/** The rule that a script passes; null if the script removes rules. */
export function ruleOf(rule: unknown, method: string): ValidationRule | null {
  if (rule === null || rule === undefined) return null;
  if (rule instanceof DataValidation) return rule.state;
  throw signatureError(`SpreadsheetApp.Range.${method}`, [rule]);
}

function setCriterion<Builder extends DataValidationBuilder>(
  builder: Builder,
  criterion: ValidationCriterion,
  values: readonly unknown[],
  showDropdown = false,
): Builder {
  const kept = values.map((value) => argumentOf(builder.run, value));
  builder.condition = { criterion, values: kept, showDropdown };
  return builder;
}

function argumentOf({ document }: Run, value: unknown): string | number | boolean {
  if (value instanceof RangePlace) {
    return `${quoteSheetName(value.sheet.name)}!${formatA1(value.rectangle)}`;
  }
  if (value instanceof Date) return zoneNamed(document.timeZone).serialOf(value.getTime());
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
