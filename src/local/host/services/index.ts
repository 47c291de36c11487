/** The services that a script finds as globals. */
import type { Run } from '../run.ts';
import type { Service } from '../service.ts';
import { CacheService } from './cache-service.ts';
import { HtmlService } from './html-service.ts';
import { LockService } from './lock-service.ts';
import { PropertiesService } from './properties-service.ts';
import { ScriptApp } from './script-app.ts';
import { Session } from './session.ts';
import { SpreadsheetApp } from './spreadsheet/spreadsheet-app.ts';
import { Utilities } from './utilities.ts';

const SERVICES = {
  CacheService,
  HtmlService,
  LockService,
  PropertiesService,
  ScriptApp,
  Session,
  SpreadsheetApp,
  Utilities,
};

/** The services of one execution, by global name. */
export function globalServices(run: Run): [name: string, service: Service][] {
  return Object.entries(SERVICES).map(([name, Global]) => [name, new Global(run)]);
}

/** Services that the local host lacks. Advanced services are off by default and not listed. */
export const ABSENT_SERVICES: readonly string[] =
  `Browser CalendarApp CardService Charts ContactsApp ContentService DocumentApp DriveApp FormApp GmailApp GroupsApp Jdbc
   LanguageApp LinearOptimizationService Logger MailApp Maps MimeType SlidesApp UrlFetchApp XmlService`.split(
    /\s+/,
  );
