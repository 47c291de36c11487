/**
 * Makes the compiler check our services against Google's types. Each method of a service must exist in
 * Google's type of the same name, accept the arguments that Google's accepts, and declare a result that
 * Google's result fits. Otherwise this file does not compile. Nothing imports it.
 */
import type { Enumeration } from './enumeration.ts';
import type { Service } from './service.ts';
import type { Cache, CacheService } from './services/cache-service.ts';
import type { HtmlOutput, HtmlService } from './services/html-service.ts';
import type { Lock, LockService } from './services/lock-service.ts';
import type { Properties, PropertiesService } from './services/properties-service.ts';
import type * as Script from './services/script-app.ts';
import type { Session, User } from './services/session.ts';
import type { BORDER_STYLE } from './services/spreadsheet/borders.ts';
import type * as Charts from './services/spreadsheet/charts.ts';
import type * as Formats from './services/spreadsheet/conditional-format.ts';
import type {
  DATA_VALIDATION_CRITERIA,
  DataValidation,
  DataValidationBuilder,
} from './services/spreadsheet/data-validation.ts';
import type { Filter } from './services/spreadsheet/filter.ts';
import type { TextStyle, TextStyleBuilder } from './services/spreadsheet/looks.ts';
import type * as Marks from './services/spreadsheet/metadata.ts';
import type { NamedRange } from './services/spreadsheet/named-ranges.ts';
import type { PROTECTION_TYPE, Protection } from './services/spreadsheet/protection.ts';
import type { Range } from './services/spreadsheet/range.ts';
import type { RangeList } from './services/spreadsheet/range-list.ts';
import type { Sheet } from './services/spreadsheet/sheet.ts';
import type { Spreadsheet } from './services/spreadsheet/spreadsheet.ts';
import type { SpreadsheetApp } from './services/spreadsheet/spreadsheet-app.ts';
import type * as Windows from './services/ui.ts';
import type { CHARSET, DIGEST_ALGORITHM, Utilities } from './services/utilities.ts';

type Method = (...values: never[]) => unknown;

/** A service's methods with their results as a script sees them; services in results are mapped too. */
type Results<Of> = {
  [Name in keyof Of as Of[Name] extends Method ? Name : never]: Of[Name] extends (
    ...values: never[]
  ) => infer Result
    ? (...values: never[]) => Seen<Result>
    : never;
};

type Seen<Value> = Value extends Service
  ? Results<Value>
  : Value extends readonly (infer Item)[]
    ? Seen<Item>[]
    : Value;

/** The methods with these names, accepting every argument that Google's accept. */
type Taking<Google, Names> = {
  [Name in keyof Google & Names]: Google[Name] extends (...values: infer Values) => unknown
    ? (...values: Values) => unknown
    : unknown;
};

/**
 * Compiles only if Google's type has each of our methods, ours accepts Google's arguments, and Google's
 * result fits ours.
 */
type Extends<Google extends Results<Ours>, Ours extends Taking<Google, keyof Results<Ours>>> = [Google, Ours];

type NamesOf<Of> = Of extends Enumeration<infer Name> ? Name : never;

/** Compiles only if both enumerations have the same names. */
type SameNames<
  Google extends Record<NamesOf<Ours>, unknown>,
  Ours extends Enumeration<Extract<keyof Google, string>>,
> = [Google, Ours];

import GoogleBase = GoogleAppsScript.Base;
import GoogleSpreadsheet = GoogleAppsScript.Spreadsheet;
import GoogleScript = GoogleAppsScript.Script;

export type Proofs = [
  Extends<GoogleSpreadsheet.SpreadsheetApp, SpreadsheetApp>,
  Extends<GoogleSpreadsheet.Spreadsheet, Spreadsheet>,
  Extends<GoogleSpreadsheet.Sheet, Sheet>,
  Extends<GoogleSpreadsheet.Range, Range>,
  Extends<GoogleSpreadsheet.RangeList, RangeList>,
  Extends<GoogleSpreadsheet.NamedRange, NamedRange>,
  Extends<GoogleSpreadsheet.Filter, Filter>,
  Extends<GoogleSpreadsheet.TextStyle, TextStyle>,
  Extends<GoogleSpreadsheet.TextStyleBuilder, TextStyleBuilder>,
  Extends<GoogleSpreadsheet.DataValidation, DataValidation>,
  Extends<GoogleSpreadsheet.DataValidationBuilder, DataValidationBuilder>,
  Extends<GoogleSpreadsheet.EmbeddedChart, Charts.EmbeddedChart>,
  Extends<GoogleSpreadsheet.ContainerInfo, Charts.ContainerInfo>,
  Extends<GoogleAppsScript.Charts.ChartOptions, Charts.ChartOptions>,
  Extends<GoogleSpreadsheet.EmbeddedChartBuilder, Charts.EmbeddedChartBuilder>,
  Extends<GoogleSpreadsheet.EmbeddedColumnChartBuilder, Charts.EmbeddedColumnChartBuilder>,
  Extends<GoogleSpreadsheet.EmbeddedBarChartBuilder, Charts.EmbeddedBarChartBuilder>,
  Extends<GoogleSpreadsheet.EmbeddedLineChartBuilder, Charts.EmbeddedLineChartBuilder>,
  Extends<GoogleSpreadsheet.ConditionalFormatRule, Formats.ConditionalFormatRule>,
  Extends<GoogleSpreadsheet.ConditionalFormatRuleBuilder, Formats.ConditionalFormatRuleBuilder>,
  Extends<GoogleSpreadsheet.BooleanCondition, Formats.BooleanCondition>,
  Extends<GoogleSpreadsheet.Protection, Protection>,
  Extends<GoogleSpreadsheet.DeveloperMetadata, Marks.DeveloperMetadata>,
  Extends<GoogleSpreadsheet.DeveloperMetadataFinder, Marks.DeveloperMetadataFinder>,
  Extends<GoogleSpreadsheet.DeveloperMetadataLocation, Marks.DeveloperMetadataLocation>,
  Extends<GoogleBase.Ui, Windows.Ui>,
  Extends<GoogleBase.Menu, Windows.Menu>,
  Extends<GoogleBase.PromptResponse, Windows.PromptResponse>,
  Extends<GoogleBase.Session, Session>,
  Extends<GoogleBase.User, User>,
  Extends<GoogleAppsScript.Lock.LockService, LockService>,
  Extends<GoogleAppsScript.Lock.Lock, Lock>,
  Extends<GoogleAppsScript.Properties.PropertiesService, PropertiesService>,
  Extends<GoogleAppsScript.Properties.Properties, Properties>,
  Extends<GoogleAppsScript.Cache.CacheService, CacheService>,
  Extends<GoogleAppsScript.Cache.Cache, Cache>,
  Extends<GoogleAppsScript.HTML.HtmlService, HtmlService>,
  Extends<GoogleAppsScript.HTML.HtmlOutput, HtmlOutput>,
  Extends<GoogleAppsScript.Utilities.Utilities, Utilities>,
  Extends<GoogleScript.ScriptApp, Script.ScriptApp>,
  Extends<GoogleScript.Trigger, Script.Trigger>,
  Extends<GoogleScript.TriggerBuilder, Script.TriggerBuilder>,
  Extends<GoogleScript.ClockTriggerBuilder, Script.ClockTriggerBuilder>,
  SameNames<typeof GoogleSpreadsheet.BorderStyle, typeof BORDER_STYLE>,
  SameNames<typeof GoogleSpreadsheet.BooleanCriteria, typeof Formats.BOOLEAN_CRITERIA>,
  SameNames<typeof GoogleSpreadsheet.ProtectionType, typeof PROTECTION_TYPE>,
  SameNames<typeof GoogleSpreadsheet.DataValidationCriteria, typeof DATA_VALIDATION_CRITERIA>,
  SameNames<typeof GoogleSpreadsheet.DeveloperMetadataVisibility, typeof Marks.METADATA_VISIBILITY>,
  SameNames<typeof GoogleSpreadsheet.DeveloperMetadataLocationType, typeof Marks.METADATA_LOCATION_TYPE>,
  SameNames<typeof GoogleBase.Button, typeof Windows.BUTTON>,
  SameNames<typeof GoogleBase.ButtonSet, typeof Windows.BUTTON_SET>,
  SameNames<typeof GoogleScript.AuthMode, typeof Script.AUTH_MODE>,
  SameNames<typeof GoogleScript.EventType, typeof Script.EVENT_TYPE>,
  SameNames<typeof GoogleScript.TriggerSource, typeof Script.TRIGGER_SOURCE>,
  SameNames<typeof GoogleAppsScript.Utilities.DigestAlgorithm, typeof DIGEST_ALGORITHM>,
  SameNames<typeof GoogleAppsScript.Utilities.Charset, typeof CHARSET>,
];
