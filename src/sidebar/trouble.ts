/**
 * What to show when a call fails: what is wrong and how to continue, in Korean, whatever language Google's
 * message has. Never a stack trace.
 */
import { LateAnswer } from './server.ts';

export interface Trouble {
  readonly title: string;
  readonly lines: readonly string[];
  /** The platform's own message, for whoever maintains the script; empty if it adds nothing. */
  readonly said: string;
}

/** In characters. */
const LONGEST_SAID = 160;

const KNOWN: readonly { readonly pattern: RegExp; readonly trouble: Omit<Trouble, 'said'> }[] = [
  {
    pattern: /PERMISSION_DENIED/i,
    trouble: {
      title: '구글 계정이 여러 개 로그인되어 있습니다',
      lines: [
        '한 브라우저에 구글 계정이 여러 개 로그인되어 있으면 구글이 사이드바의 요청을 막습니다.',
        '이 스프레드시트를 쓰는 계정 하나만 남기고 로그아웃하거나, 시크릿 창에서 그 계정으로만 로그인해 다시 열어 주세요.',
        '공약장부 메뉴는 그대로 쓸 수 있습니다.',
      ],
    },
  },
  {
    pattern: /NetworkError|Failed to fetch|HTTP 0\b|Connection failure|네트워크 오류|연결(?:에)? 실패/i,
    trouble: {
      title: '구글에 연결되지 않습니다',
      lines: ['인터넷 연결을 확인한 뒤 다시 시도해 주세요. 입력한 내용은 그대로 있습니다.'],
    },
  },
  {
    pattern: /maximum execution time|timed? ?out|최대 실행 시간|시간.{0,4} 초과/i,
    trouble: {
      title: '시간이 너무 오래 걸려 멈추었습니다',
      lines: [
        '구글은 한 번에 6분까지만 계산하게 해 줍니다. 입력한 내용은 그대로 있습니다.',
        '잠시 뒤 다시 시도해 주세요. 되풀이되면 메뉴에서 소통, 건의사항, 예산을 하나씩 계산해 주세요.',
      ],
    },
  },
  {
    pattern: /protected (?:cell|range|sheet)|보호된 (?:셀|범위|시트)/i,
    trouble: {
      title: '보호된 칸이 있어 쓰지 못했습니다',
      lines: [
        '다른 사람이 보호해 둔 탭이나 칸입니다. 데이터 → 시트 및 범위 보호에서 누가 걸었는지 보고, 풀어 달라고 부탁해 주세요.',
        '푼 뒤에 다시 계산하면 됩니다. 입력한 내용은 그대로 있습니다.',
      ],
    },
  },
  {
    // Google's message is in the language of the account. The URL of a scope is the same in every language.
    pattern:
      /googleapis\.com\/auth\/|authoriz|authoris|not have permission|permissions? (?:is|are) (?:required|not sufficient)|권한|승인/i,
    trouble: {
      title: '아직 권한을 허용하지 않았습니다',
      lines: ['공약장부 메뉴에서 전체 다시 계산을 한 번 누르고, 구글이 묻는 창에서 허용해 주세요.'],
    },
  },
];

const UNKNOWN: Omit<Trouble, 'said'> = {
  title: '일을 마치지 못했습니다',
  lines: [
    '입력한 내용은 그대로 있습니다. 잠시 뒤 다시 시도해 주세요.',
    '되풀이되면 사이드바를 닫았다가 다시 열어 보시고, 그래도 안 되면 설치를 맡은 분께 아래의 말을 전해 주세요.',
  ],
};

const LATE: Trouble = {
  title: '대답이 오지 않습니다',
  lines: [
    '실행기록 탭에서 일이 끝났는지 확인하고, 끝나지 않았으면 다시 시도해 주세요.',
    '한 브라우저에 구글 계정이 여러 개 로그인되어 있어도 그럴 수 있습니다.',
  ],
  said: '',
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof LateAnswer) return LATE;
  const said = saidBy(error);
  const known = KNOWN.find(({ pattern }) => pattern.test(said));
  return known === undefined ? { ...UNKNOWN, said } : { ...known.trouble, said: '' };
}

/** The first line of the error message. */
function saidBy(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split(/\n|\s+at\s.*:\d+/);
  return line.trim().slice(0, LONGEST_SAID);
}
