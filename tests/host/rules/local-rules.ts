/**
 * Rules of the platform that no single run can show: they need a second person, a second run, or a run that
 * Google ends. The tests named here check that the local host follows them. At Google they cannot be checked
 * with one click.
 */
import { documented, inferred, reference, reported, type Source } from './rule.ts';

export interface LocalRule {
  readonly name: string;
  readonly source: Source;
  /** A file in `tests/host`, and the title of the test or group in it. */
  readonly heldBy: string;
}

const TRIGGERS = documented(
  'https://developers.google.com/apps-script/guides/triggers/installable#restrictions',
);

export const LOCAL_RULES: readonly LocalRule[] = [
  {
    name: 'a lock that another run holds is not got',
    source: reference('lock/lock#trylocktimeoutinmillis'),
    heldBy: 'calls.test.ts: can be taken if nobody holds them',
  },
  {
    name: 'a lock ends with the run that took it, however that ends',
    source: reference('lock/lock#releaselock'),
    heldBy: 'calls.test.ts: end with the execution, also when it fails',
  },
  {
    name: 'a dialog suspends the run and drops its locks',
    source: reference('base/ui#alertprompt'),
    heldBy:
      'calls.test.ts: are held against executions that begin while a dialog is open, until the dialog drops them',
  },
  {
    name: 'writes wait until a flush, a read or the end of the run, also of one that fails',
    source: reference('spreadsheet/spreadsheet-app#flush'),
    heldBy: 'calls.test.ts: until the end of the execution, also when it fails',
  },
  {
    name: 'a run that Google ends may lose what waits to be written, or keep it, and can do no more',
    source: inferred('https://developers.google.com/apps-script/guides/services/quotas'),
    heldBy: 'killed.test.ts: an execution that is killed',
  },
  {
    name: 'each person sees and deletes their own triggers, which run as whoever made them',
    source: TRIGGERS,
    heldBy: 'people.test.ts: each sees and deletes their own',
  },
  {
    name: 'a time trigger has no sheet that is shown',
    source: reported('https://github.com/loghound/Fitbit-for-Google-App-Script/issues/9'),
    heldBy: 'ui.test.ts: nobody looks at a sheet in a time trigger',
  },
  {
    name: 'a trigger that a trigger makes is disabled',
    source: TRIGGERS,
    heldBy: 'services.test.ts: are disabled when a trigger makes them',
  },
  {
    name: 'a trigger hands its event to whatever function it was made for, on Google’s own page too',
    source: documented('https://developers.google.com/apps-script/guides/triggers/events'),
    heldBy: 'services.test.ts: fire with the time in UTC',
  },
  {
    name: 'what only somebody else may write a script cannot write either',
    source: reported('https://github.com/theoephraim/node-google-spreadsheet/pull/20'),
    heldBy: 'people.test.ts: a tab that only somebody else may write',
  },
  {
    name: 'in a table cells are not merged, and a typed column has its own number format',
    source: inferred('https://support.google.com/docs/answer/14239833'),
    heldBy: 'sheet-objects.test.ts: a table that somebody has made, which no script can',
  },
  {
    name: 'a time trigger hands its function the time in UTC',
    source: documented('https://developers.google.com/apps-script/guides/triggers/events#time-driven-events'),
    heldBy: 'services.test.ts: fire with the time in UTC',
  },
  {
    name: 'the cache forgets when its time has come',
    source: reference('cache/cache#putkey,-value,-expirationinseconds'),
    heldBy: 'services.test.ts: forgets when its time has come',
  },
  {
    name: 'user properties and the user’s cache are one person’s own; those of the document are everybody’s',
    source: reference('properties/properties-service'),
    heldBy: 'people.test.ts: two people at one spreadsheet',
  },
  {
    name: 'opening the spreadsheet may build a menu and no more',
    source: documented('https://developers.google.com/apps-script/guides/triggers#restrictions'),
    heldBy: 'ui.test.ts: are all that opening may build',
  },
  {
    name: 'a scope that a person did not grant is refused at the call that needs it, and the message names the scope in every language',
    source: reported('https://github.com/ttsukagoshi/mail-merge-for-gmail/issues/129'),
    heldBy: 'people.test.ts: a scope that a person has not granted',
  },
  {
    name: 'a time trigger has no user interface',
    source: TRIGGERS,
    heldBy: 'ui.test.ts: there is nobody to ask in a time trigger',
  },
  {
    name: 'a date or a function cannot go between sidebar and script',
    source: documented('https://developers.google.com/apps-script/guides/html/reference/run'),
    heldBy: 'ui.test.ts: calls from the sidebar',
  },
  {
    name: 'nothing of a script survives its run',
    source: inferred('https://developers.google.com/apps-script/guides/v8-runtime'),
    heldBy: 'realm.test.ts: nothing of a script survives its execution',
  },
  {
    name: 'a service call while the script loads fails every run',
    source: inferred('https://developers.google.com/apps-script/guides/services/authorization'),
    heldBy: 'realm.test.ts: a service call while the script loads fails every execution',
  },
];
