/**
 * Makes the compiler check our services against Google's types. Each method of a service must exist in
 * Google's type of the same name, accept the arguments that Google's accepts, and declare a result that
 * Google's result fits. Otherwise this file does not compile. Nothing imports it.
 */
import type { Enumeration } from '../../src/local/host/enumeration.ts';
import type { Service } from '../../src/local/host/service.ts';
import type { Cache, CacheService } from '../../src/local/host/services/cache-service.ts';
import type { HtmlOutput, HtmlService } from '../../src/local/host/services/html-service.ts';
import type { Lock, LockService } from '../../src/local/host/services/lock-service.ts';
import type { Properties, PropertiesService } from '../../src/local/host/services/properties-service.ts';
import type * as Script from '../../src/local/host/services/script-app.ts';
import type { Session, User } from '../../src/local/host/services/session.ts';
import type { BORDER_STYLE } from '../../src/local/host/services/spreadsheet/borders.ts';
import type * as Charts from '../../src/local/host/services/spreadsheet/charts.ts';
import type * as Formats from '../../src/local/host/services/spreadsheet/conditional-format.ts';
import type {
  DATA_VALIDATION_CRITERIA,
  DataValidation,
  DataValidationBuilder,
} from '../../src/local/host/services/spreadsheet/data-validation.ts';
import type { Filter } from '../../src/local/host/services/spreadsheet/filter.ts';
import type { TextStyle, TextStyleBuilder } from '../../src/local/host/services/spreadsheet/looks.ts';
import type * as Marks from '../../src/local/host/services/spreadsheet/metadata.ts';
import type { PROTECTION_TYPE, Protection } from '../../src/local/host/services/spreadsheet/protection.ts';
import type { Range } from '../../src/local/host/services/spreadsheet/range.ts';
import type { RangeList } from '../../src/local/host/services/spreadsheet/range-list.ts';
import type { Sheet } from '../../src/local/host/services/spreadsheet/sheet.ts';
import type { Spreadsheet } from '../../src/local/host/services/spreadsheet/spreadsheet.ts';
import type { SpreadsheetApp } from '../../src/local/host/services/spreadsheet/spreadsheet-app.ts';
import type * as Windows from '../../src/local/host/services/ui.ts';
import type { Utilities } from '../../src/local/host/services/utilities.ts';

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
  SameNames<typeof GoogleBase.Button, typeof Windows.BUTTON>,
  SameNames<typeof GoogleBase.ButtonSet, typeof Windows.BUTTON_SET>,
  SameNames<typeof GoogleScript.AuthMode, typeof Script.AUTH_MODE>,
];
