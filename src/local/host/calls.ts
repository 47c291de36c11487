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

/** What every builder of a chart has. */
const CHART_BUILDER = `addRange asBarChart asColumnChart asLineChart build clearRanges getContainer getRanges removeRange
  setNumHeaders setOption setPosition setTransposeRowsAndColumns`;

/**
 * The calls that cost no round trip of data: they make an object out of what the script has already said, or give back what the
 * object was made from. Everything that is not listed reads or changes something that lives at Google, and counts as a transfer.
 */
const HANDLES: ReadonlySet<string> = new Set(
  Object.entries({
    SpreadsheetApp:
      'getActive getActiveSpreadsheet getActiveSheet getUi newConditionalFormatRule newDataValidation',
    Spreadsheet: `getId getUrl getName getSheets getSheetByName getSheetById getNumSheets getActiveSheet getRange getDataRange
      createDeveloperMetadataFinder`,
    Sheet: `getName getSheetName getSheetId getIndex getParent getRange getRangeList getDataRange
      createDeveloperMetadataFinder newChart`,
    Range: `getRow getRowIndex getColumn getNumRows getNumColumns getLastRow getLastColumn getA1Notation getSheet getGridId
      getCell offset`,
    RangeList: 'getRanges',
    NamedRange: 'getName getRange',
    DeveloperMetadata: 'getId getKey getValue getVisibility getLocation',
    DeveloperMetadataLocation: 'getLocationType getSheet getSpreadsheet',
    DeveloperMetadataFinder: 'withId withKey withValue withVisibility withLocationType',
    DataValidation: 'copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText',
    DataValidationBuilder: `build copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText setAllowInvalid setHelpText
      withCriteria requireCheckbox requireDate requireDateAfter requireDateBefore requireDateBetween requireDateOnOrAfter
      requireDateOnOrBefore requireFormulaSatisfied requireNumberBetween requireNumberEqualTo requireNumberGreaterThan
      requireNumberGreaterThanOrEqualTo requireNumberLessThan requireNumberLessThanOrEqualTo requireTextContains
      requireValueInList requireValueInRange`,
    ConditionalFormatRule: 'copy getBooleanCondition getRanges',
    BooleanCondition: `getBackground getBold getCriteriaType getCriteriaValues getFontColor getItalic getStrikethrough
      getUnderline`,
    ConditionalFormatRuleBuilder: `build copy getRanges setBackground setBold setFontColor setItalic setRanges setStrikethrough
      setUnderline whenCellEmpty whenCellNotEmpty whenFormulaSatisfied whenNumberBetween whenNumberEqualTo
      whenNumberGreaterThan whenNumberGreaterThanOrEqualTo whenNumberLessThan whenNumberLessThanOrEqualTo
      whenNumberNotBetween whenNumberNotEqualTo whenTextContains whenTextDoesNotContain whenTextEndsWith whenTextEqualTo
      whenTextStartsWith`,
    Protection: 'getRange',
    EmbeddedChart: `getChartId getContainerInfo getNumHeaders getOptions getRanges getTransposeRowsAndColumns modify`,
    ContainerInfo: 'getAnchorColumn getAnchorRow getOffsetX getOffsetY',
    ChartOptions: 'get',
    EmbeddedChartBuilder: CHART_BUILDER,
    EmbeddedColumnChartBuilder: `${CHART_BUILDER} setColors setStacked setTitle setXAxisTitle setYAxisTitle`,
    EmbeddedBarChartBuilder: `${CHART_BUILDER} setColors setStacked setTitle setXAxisTitle setYAxisTitle`,
    EmbeddedLineChartBuilder: `${CHART_BUILDER} setColors setTitle setXAxisTitle setYAxisTitle`,
    LockService: 'getDocumentLock getScriptLock getUserLock',
    Lock: 'hasLock',
    PropertiesService: 'getDocumentProperties getScriptProperties getUserProperties',
    CacheService: 'getDocumentCache getScriptCache getUserCache',
    ScriptApp: 'newTrigger getScriptId',
    TriggerBuilder: 'timeBased forSpreadsheet',
    ClockTriggerBuilder: `after at atDate atHour everyDays everyHours everyMinutes everyWeeks inTimezone nearMinute onMonthDay
      onWeekDay`,
    SpreadsheetTriggerBuilder: 'onOpen onEdit onChange onFormSubmit',
    Trigger: 'getEventType getHandlerFunction getTriggerSource getTriggerSourceId getUniqueId',
    Ui: 'createMenu createAddonMenu',
    Menu: 'addItem addSeparator addSubMenu',
    PromptResponse: 'getResponseText getSelectedButton',
    HtmlService: 'createHtmlOutput createHtmlOutputFromFile',
    HtmlOutput: `append clear getContent getHeight getTitle getWidth setContent setHeight setSandboxMode setTitle setWidth
      setXFrameOptionsMode`,
    Utilities: `base64Decode base64Encode base64EncodeWebSafe computeDigest formatDate formatString getUuid sleep`,
    Session: 'getActiveUser getActiveUserLocale getEffectiveUser getScriptTimeZone getTemporaryActiveUserKey',
    User: 'getEmail',
    Logger: 'log getLog clear',
  }).flatMap(([service, names]) => names.split(/\s+/).map((name) => `${service}.${name}`)),
);

/** Counts the calls of one execution. */
export class CallCounter {
  private readonly byName = new Map<string, number>();
  private total = 0;

  /** Counts one call and gives its number, from 1. */
  count(name: string): number {
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
    this.total += 1;
    return this.total;
  }

  result(): CallCount {
    let handles = 0;
    for (const [name, times] of this.byName) handles += HANDLES.has(name) ? times : 0;
    return {
      total: this.total,
      transfers: this.total - handles,
      handles,
      byName: Object.fromEntries(this.byName),
    };
  }
}
