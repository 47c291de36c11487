/**
 * Maps clasp's English error messages to faults, and each fault to a Korean sentence that says what to do.
 */
import { Failure } from '../failure.ts';

/** The message of each fault. The first match counts. */
const FAULTS = [
  ['not-logged-in', /No credentials found/],
  // clasp parses ~/.clasprc.json and prints the parser's error.
  ['login-unreadable', /in JSON at position|Unexpected end of JSON|is not valid JSON/],
  ['login-too-narrow', /insufficient authentication scopes|Insufficient Permission/i],
  [
    'login-expired',
    /invalid_grant|invalid_rapt|invalid_client|expired or revoked|invalid authentication credentials|No refresh token/i,
  ],
  ['api-off', /has not enabled the Apps Script API/],
  ['unknown-script', /entity was not found|Invalid ID|invalid argument/i],
  ['no-permission', /does not have permission/],
  ['certificate', /self[- ]signed certificate|unable to (?:get|verify)\b.*certificate/i],
  [
    'offline',
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|socket disconnected/,
  ],
  ['busy', /quota exceeded|rate limit|backend error|internal error|unavailable|status code 5\d\d/i],
] as const;

export type FaultCode = (typeof FAULTS)[number][0] | 'other';

/** @param said standard error output of clasp */
export function faultIn(said: string): FaultCode {
  return FAULTS.find(([, says]) => says.test(said))?.[0] ?? 'other';
}

/** Faults that would hit every script alike. A push to many scripts reports them once and stops. */
const GLOBAL_FAULTS: ReadonlySet<FaultCode> = new Set([
  'not-logged-in',
  'login-unreadable',
  'login-too-narrow',
  'login-expired',
  'api-off',
  'certificate',
  'offline',
]);

/** A {@link Failure} that would hit every other script too. */
export class GlobalFailure extends Failure {}

/** @param scriptId the script that clasp worked on; null: there is none yet */
export function failureOf(said: string, scriptId: string | null): Failure {
  const code = faultIn(said);
  const Kind = GLOBAL_FAULTS.has(code) ? GlobalFailure : Failure;
  return new Kind(remedy(code, said, scriptId));
}

const LOGIN = 'npx clasp login';

function remedy(code: FaultCode, said: string, scriptId: string | null): string {
  switch (code) {
    case 'not-logged-in':
      return `구글에 로그인되어 있지 않습니다. ${LOGIN}을 실행해 로그인한 뒤 다시 실행해 주세요.`;
    case 'login-unreadable':
      return `저장된 로그인 정보를 읽을 수 없습니다. 홈 폴더의 .clasprc.json 파일을 지우고 ${LOGIN}을 실행한 뒤 다시 실행해 주세요.`;
    case 'login-expired':
      return `구글 로그인이 만료되었습니다. ${LOGIN}을 실행해 다시 로그인한 뒤 다시 실행해 주세요.`;
    case 'login-too-narrow':
      return `로그인할 때 허용한 권한이 모자랍니다. ${LOGIN}을 다시 실행하고, 구글이 묻는 권한을 모두 허용해 주세요.`;
    case 'api-off':
      return 'Apps Script API가 꺼져 있습니다. https://script.google.com/home/usersettings 에서 켜고, 몇 분 뒤 다시 실행해 주세요.';
    case 'unknown-script':
      return `스크립트 ID '${scriptId ?? ''}'인 스크립트를 찾을 수 없습니다. 확장 프로그램 → Apps Script → 프로젝트 설정의 스크립트 ID와 같은지, 로그인한 계정이 맞는지 확인해 주세요.`;
    case 'no-permission':
      return `로그인한 계정에는 스크립트 '${scriptId ?? ''}'을(를) 고칠 권한이 없습니다. 스크립트 ID를 확인하거나, 그 스프레드시트를 편집할 수 있는 계정으로 ${LOGIN}을 실행해 주세요.`;
    case 'certificate':
      return '구글과의 보안 연결을 확인할 수 없습니다. 기관의 보안 장비를 거친다면 그 인증서 파일의 경로를 환경 변수 NODE_EXTRA_CA_CERTS에 적고 다시 실행해 주세요.';
    case 'offline':
      return '구글에 연결할 수 없습니다. 인터넷 연결과, 쓰고 있다면 프록시 설정(HTTPS_PROXY)을 확인한 뒤 다시 실행해 주세요.';
    case 'busy':
      return '구글이 지금 요청을 처리하지 못합니다. 몇 분 뒤 다시 실행해 주세요.';
    case 'other':
      return `clasp가 일을 마치지 못했습니다. clasp의 설명을 확인해 주세요(${said.trim().replace(/\s+/g, ' ')}).`;
  }
}
