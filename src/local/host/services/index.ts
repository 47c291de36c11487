import type { Run } from '../run.ts';
import type { Service } from '../service.ts';
import { CacheService } from './cache-service.ts';
import { HtmlService } from './html-service.ts';
import { LockService } from './lock-service.ts';
import { Logger } from './logger.ts';
import { PropertiesService } from './properties-service.ts';
import { ScriptApp } from './script-app.ts';
import { Session } from './session.ts';
import { SpreadsheetApp } from './spreadsheet/spreadsheet-app.ts';
import { Utilities } from './utilities.ts';

/** The services that a script finds among its globals. */
export function globalServices(run: Run): Readonly<Record<string, Service>> {
  return {
    CacheService: new CacheService(run),
    HtmlService: new HtmlService(run),
    LockService: new LockService(run),
    Logger: new Logger(run),
    PropertiesService: new PropertiesService(run),
    ScriptApp: new ScriptApp(run),
    Session: new Session(run),
    SpreadsheetApp: new SpreadsheetApp(run),
    Utilities: new Utilities(),
  };
}

/** Services that the platform has and the local host does not; advanced services are not among them, being off by default. */
export const ABSENT_SERVICES = [
  'Browser',
  'CalendarApp',
  'CardService',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'MailApp',
  'Maps',
  'MimeType',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
] as const;
