/** The entry point of the spreadsheet services. */
import { Service } from '../../service.ts';
import { Ui } from '../ui.ts';
import { BORDER_STYLE } from './borders.ts';
import { BOOLEAN_CRITERIA, ConditionalFormatRuleBuilder } from './conditional-format.ts';
import { DATA_VALIDATION_CRITERIA, DataValidationBuilder } from './data-validation.ts';
import { TextStyleBuilder } from './looks.ts';
import { METADATA_VISIBILITY } from './metadata.ts';
import { PROTECTION_TYPE } from './protection.ts';
import { Spreadsheet } from './spreadsheet.ts';

export class SpreadsheetApp extends Service {
  readonly BooleanCriteria = BOOLEAN_CRITERIA;
  readonly BorderStyle = BORDER_STYLE;
  readonly DataValidationCriteria = DATA_VALIDATION_CRITERIA;
  readonly DeveloperMetadataVisibility = METADATA_VISIBILITY;
  readonly ProtectionType = PROTECTION_TYPE;

  getActive(): Spreadsheet | null {
    return this.run.isAttached ? new Spreadsheet(this.run) : null;
  }

  getUi(): Ui {
    return new Ui(this.run);
  }

  flush(): void {
    this.run.buffer.apply();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.run);
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.run);
  }
}
