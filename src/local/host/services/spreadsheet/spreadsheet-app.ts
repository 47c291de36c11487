import type { Run } from '../../run.ts';
import { Service } from '../../service.ts';
import { Ui } from '../ui.ts';
import { BOOLEAN_CRITERIA, ConditionalFormatRuleBuilder } from './conditional-format.ts';
import { DATA_VALIDATION_CRITERIA, DataValidationBuilder } from './data-validation.ts';
import { METADATA_LOCATION_TYPE, METADATA_VISIBILITY } from './metadata.ts';
import { PROTECTION_TYPE } from './protection.ts';
import type { Range } from './range.ts';
import { activeRangeList, type RangeList, selectList } from './range-list.ts';
import type { Sheet } from './sheet.ts';
import { activeSheetOf, Spreadsheet } from './spreadsheet.ts';
import { BORDER_STYLE, WRAP_STRATEGY } from './style-values.ts';

/** The entry to the spreadsheet services. */
export class SpreadsheetApp extends Service {
  readonly BooleanCriteria = BOOLEAN_CRITERIA;
  readonly BorderStyle = BORDER_STYLE;
  readonly DataValidationCriteria = DATA_VALIDATION_CRITERIA;
  readonly DeveloperMetadataLocationType = METADATA_LOCATION_TYPE;
  readonly DeveloperMetadataVisibility = METADATA_VISIBILITY;
  readonly ProtectionType = PROTECTION_TYPE;
  readonly WrapStrategy = WRAP_STRATEGY;
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'SpreadsheetApp';
  }

  getActive(): Spreadsheet {
    return new Spreadsheet(this.run);
  }

  getActiveSpreadsheet(): Spreadsheet {
    return new Spreadsheet(this.run);
  }

  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }

  getActiveRange(): Range | null {
    return this.getActive().getActiveRange();
  }

  setActiveRange(range: unknown): unknown {
    return this.getActive().setActiveRange(range);
  }

  getActiveRangeList(): RangeList {
    return activeRangeList(this.run, activeSheetOf(this.run.document));
  }

  setActiveRangeList(rangeList: unknown): RangeList {
    return selectList(rangeList, 'SpreadsheetApp');
  }

  getCurrentCell(): Range | null {
    return this.getActive().getCurrentCell();
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
}
