import { describe, expect, it } from 'vitest';
import { failureOf, faultIn } from '../../../src/local/clasp/faults.ts';
import { isScriptId, scriptIdIn } from '../../../src/local/clasp/script-id.ts';

/** Error messages of clasp, its libraries, Node and Google. */
const SAID = [
  ['No credentials found.', 'not-logged-in'],
  ["Expected property name or '}' in JSON at position 1", 'login-unreadable'],
  ['Unexpected end of JSON input', 'login-unreadable'],
  ['invalid_grant', 'login-expired'],
  ['{"error":"invalid_grant","error_subtype":"invalid_rapt"}', 'login-expired'],
  ['Token has been expired or revoked.', 'login-expired'],
  [
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie …',
    'login-expired',
  ],
  ['No refresh token or refresh handler callback is set.', 'login-expired'],
  ['Request had insufficient authentication scopes.', 'login-too-narrow'],
  ['User has not enabled the Apps Script API. Enable it by visiting …', 'api-off'],
  ['Requested entity was not found.', 'unknown-script'],
  ['Invalid ID', 'unknown-script'],
  ['Request contains an invalid argument.', 'unknown-script'],
  ['The caller does not have permission', 'no-permission'],
  ['request to … failed, reason: self-signed certificate in certificate chain', 'certificate'],
  ['request to … failed, reason: unable to get local issuer certificate', 'certificate'],
  ['request to … failed, reason: unable to verify the first certificate', 'certificate'],
  ['request to … failed, reason: getaddrinfo ENOTFOUND script.googleapis.com', 'offline'],
  ['request to … failed, reason: getaddrinfo EAI_AGAIN script.googleapis.com', 'offline'],
  ['request to … failed, reason: connect ECONNREFUSED 127.0.0.1:9', 'offline'],
  ['Client network socket disconnected before secure TLS connection was established', 'offline'],
  ['The service is currently unavailable.', 'busy'],
  ['Request failed with status code 502', 'busy'],
  ["Quota exceeded for quota metric 'Requests' …", 'busy'],
  ['something that nobody has seen yet', 'other'],
] as const;

describe('what clasp says', () => {
  it.each(SAID)('%s → %s', (said, code) => {
    expect(faultIn(said)).toBe(code);
  });

  it.each(SAID)('%s: becomes one or two Korean sentences, on one line', (said) => {
    expect(failureOf(`${said}\n`, 'MADE-UP').message).toMatch(/^[^\n]*[가-힣][^\n]*주세요(?:\([^\n]*\))?\.$/);
  });

  it('is quoted if it is unknown', () => {
    expect(failureOf('something\nelse\n', null).message).toContain('(something else)');
  });
});

const ID = '1AbC-dEf_gHiJkLmNoPqRsTuVwXyZ0123456789abcdefghijklmnopqr';

describe('the id of a script', () => {
  it.each([
    ID,
    `  ${ID}\n`,
    `https://script.google.com/d/${ID}/edit`,
    `https://script.google.com/home/projects/${ID}`,
    `https://script.google.com/u/1/home/projects/${ID}/settings`,
    `https://script.google.com/a/macros/example.org/d/${ID}/edit?uiv=2`,
  ])('is found in %j', (copied) => {
    expect(scriptIdIn(copied)).toBe(ID);
  });

  it.each(['', 'SEE_README_NPM_RUN_CREATE', 'PASTE_YOUR_SCRIPT_ID_HERE', '1-6', '스크립트ID'])(
    'is not %j',
    (text) => {
      expect(isScriptId(text)).toBe(false);
      expect(() => scriptIdIn(text)).toThrow(/스크립트 ID가 아닙니다/);
    },
  );

  it('is not the address of a spreadsheet', () => {
    expect(() => scriptIdIn(`https://docs.google.com/spreadsheets/d/${ID}/edit`)).toThrow(
      /스프레드시트의 주소가 아니라/,
    );
  });
});
