/** Counts the service calls of an execution. */
/** The number of service calls of an execution. On the platform each round trip takes milliseconds. */
export interface CallCount {
  readonly total: number;
  /** Calls that read or change content or state. */
  readonly transfers: number;
  /** Calls that only return an object, or a value that the script already knows. */
  readonly handles: number;
  /** Calls by name, for example `Range.setValues`. */
  readonly byName: Readonly<Record<string, number>>;
}

/**
 * Calls that need no round trip: they build an object from what the script passed, or return what the object
 * was made from. Any call not listed here reads or changes something at Google and counts as a transfer. `*`
 * means every call of a service.
 */
const HANDLES: ReadonlySet<string> = new Set(
  Object.entries({
    SpreadsheetApp: 'getActive getUi newConditionalFormatRule newDataValidation newTextStyle',
    Spreadsheet: 'getId getSheets getSheetByName getActiveSheet getRange createDeveloperMetadataFinder',
    Sheet:
      'getName getSheetId getIndex getRange getRangeList getDataRange createDeveloperMetadataFinder newChart',
    Range:
      'getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getA1Notation getSheet getCell offset',
    RangeList: 'getRanges',
    DeveloperMetadata: 'getKey getValue getLocation',
    DeveloperMetadataLocation: '*',
    DeveloperMetadataFinder: 'withKey',
    DataValidation: '*',
    DataValidationBuilder: '*',
    ConditionalFormatRule: '*',
    BooleanCondition: '*',
    ConditionalFormatRuleBuilder: '*',
    TextStyle: '*',
    TextStyleBuilder: '*',
    Protection: 'getRange',
    EmbeddedChart: '*',
    ContainerInfo: '*',
    ChartOptions: '*',
    EmbeddedChartBuilder: '*',
    EmbeddedColumnChartBuilder: '*',
    EmbeddedBarChartBuilder: '*',
    LockService: '*',
    Lock: 'hasLock',
    PropertiesService: '*',
    CacheService: '*',
    ScriptApp: 'newTrigger',
    TriggerBuilder: '*',
    ClockTriggerBuilder: 'after atHour inTimezone onMonthDay',
    Trigger: '*',
    Ui: 'createMenu createAddonMenu',
    Menu: 'addItem addSeparator addSubMenu',
    PromptResponse: '*',
    HtmlService: '*',
    HtmlOutput: '*',
    Utilities: '*',
    Session: '*',
  }).flatMap(([service, names]) => names.split(' ').map((name) => `${service}.${name}`)),
);

function isHandle(call: string): boolean {
  return HANDLES.has(call) || HANDLES.has(call.replace(/\.\w+$/, '.*'));
}

/** Counts the calls of one execution. */
export class CallCounter {
  readonly #byName = new Map<string, number>();
  #total = 0;

  /** Counts one call and returns its number, starting at 1. */
  count(name: string): number {
    this.#byName.set(name, (this.#byName.get(name) ?? 0) + 1);
    this.#total += 1;
    return this.#total;
  }

  result(): CallCount {
    let handles = 0;
    for (const [name, times] of this.#byName) handles += isHandle(name) ? times : 0;
    return {
      total: this.#total,
      transfers: this.#total - handles,
      handles,
      byName: Object.fromEntries(this.#byName),
    };
  }
}
