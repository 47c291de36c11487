/** Counting the service calls of an execution. */
/** How many service calls an execution made: what it costs on the platform, where each round trip takes milliseconds. */
export interface CallCount {
  readonly total: number;
  /** Calls that read or change content or state. */
  readonly transfers: number;
  /** Calls that only hand out an object, or a name that is known already. */
  readonly handles: number;
  /** By name, for example `Range.setValues`. */
  readonly byName: Readonly<Record<string, number>>;
}

const CHART_BUILDER = `addRange asBarChart asColumnChart asLineChart build clearRanges setNumHeaders setOption setPosition`;

/**
 * The calls that cost no round trip of data: they make an object out of what the script has already said, or give back what the
 * object was made from. Everything that is not listed reads or changes something that lives at Google, and counts as a transfer.
 */
const HANDLES: ReadonlySet<string> = new Set(
  Object.entries({
    SpreadsheetApp: 'getActive getUi newConditionalFormatRule newDataValidation',
    Spreadsheet: `getId getSheets getSheetByName getNumSheets getActiveSheet getRange createDeveloperMetadataFinder`,
    Sheet: `getName getSheetId getIndex getRange getRangeList getDataRange createDeveloperMetadataFinder newChart`,
    Range: `getRow getColumn getNumRows getNumColumns getLastRow getLastColumn getA1Notation getSheet getCell offset`,
    RangeList: 'getRanges',
    NamedRange: 'getName getRange',
    DeveloperMetadata: 'getKey getValue getVisibility getLocation',
    DeveloperMetadataLocation: 'getLocationType getSheet',
    DeveloperMetadataFinder: 'withKey withValue withVisibility withLocationType',
    DataValidation: 'getAllowInvalid getCriteriaType getCriteriaValues getHelpText',
    DataValidationBuilder: `build setAllowInvalid setHelpText requireDate requireFormulaSatisfied requireNumberBetween
      requireNumberEqualTo requireValueInList requireValueInRange`,
    ConditionalFormatRule: 'copy getBooleanCondition getRanges',
    BooleanCondition: 'getBackground getBold getCriteriaType getCriteriaValues getFontColor',
    ConditionalFormatRuleBuilder: `build setBackground setBold setFontColor setRanges whenCellEmpty whenCellNotEmpty
      whenFormulaSatisfied whenNumberBetween whenTextContains whenTextEqualTo`,
    Protection: 'getRange',
    EmbeddedChart: 'getChartId getContainerInfo getNumHeaders getOptions getRanges modify',
    ContainerInfo: 'getAnchorColumn getAnchorRow getOffsetX getOffsetY',
    ChartOptions: 'get',
    EmbeddedChartBuilder: CHART_BUILDER,
    EmbeddedColumnChartBuilder: CHART_BUILDER,
    EmbeddedBarChartBuilder: CHART_BUILDER,
    EmbeddedLineChartBuilder: CHART_BUILDER,
    LockService: 'getDocumentLock getScriptLock getUserLock',
    Lock: 'hasLock',
    PropertiesService: 'getDocumentProperties getUserProperties',
    CacheService: 'getDocumentCache getUserCache',
    ScriptApp: 'newTrigger',
    TriggerBuilder: 'timeBased',
    ClockTriggerBuilder: 'atHour inTimezone onMonthDay',
    Trigger: 'getEventType getHandlerFunction getTriggerSource getTriggerSourceId getUniqueId',
    Ui: 'createMenu createAddonMenu',
    Menu: 'addItem addSeparator addSubMenu',
    PromptResponse: 'getResponseText getSelectedButton',
    HtmlService: 'createHtmlOutput createHtmlOutputFromFile',
    HtmlOutput: 'getContent setTitle',
    Utilities: 'base64Decode base64Encode computeDigest formatDate formatString getUuid sleep',
    Session: 'getActiveUserLocale getEffectiveUser getScriptTimeZone getTemporaryActiveUserKey',
  }).flatMap(([service, names]) => names.split(/\s+/).map((name) => `${service}.${name}`)),
);

/** Counts the calls of one execution. */
export class CallCounter {
  readonly #byName = new Map<string, number>();
  #total = 0;

  /** Counts one call and gives its number, from 1. */
  count(name: string): number {
    this.#byName.set(name, (this.#byName.get(name) ?? 0) + 1);
    this.#total += 1;
    return this.#total;
  }

  result(): CallCount {
    let handles = 0;
    for (const [name, times] of this.#byName) handles += HANDLES.has(name) ? times : 0;
    return {
      total: this.#total,
      transfers: this.#total - handles,
      handles,
      byName: Object.fromEntries(this.#byName),
    };
  }
}
