/** All states of the sidebar: how to produce them, and the texts that a person then reads. */
import type { Browser } from 'playwright-core';
import type { SidebarState } from '../../src/app/sidebar.ts';
import {
  createDocument,
  type DocumentState,
  type Execution,
  ServiceError,
} from '../../src/local/host/host.ts';
import { messyDocument } from '../samples/load-messy.ts';
import { hostOf, officeDocument, recalculate, runAnswer, sampleDocument } from '../support/running.ts';
import { LEDGER, ledger, refill, sheetNamed } from '../support/workbooks.ts';
import { answering, type Opened, type OpenOptions, openSidebar } from './opening.ts';

export interface State {
  /** Also the name of its picture. */
  readonly name: string;
  /** Opens the sidebar and brings it into this state. */
  open(browser: Browser, look?: Pick<OpenOptions, 'width' | 'height' | 'scale'>): Promise<Opened>;
  /** Texts that must then be there. */
  readonly says: readonly string[];
  /** Text of the heading to which the picture is scrolled. */
  readonly at?: string;
  /** Whether the picture shows the whole page, not only what fits. */
  readonly whole?: boolean;
  /** Expected console messages: the browser itself reports a failed request. */
  readonly mishaps?: readonly RegExp[];
}

function computed(document: DocumentState, asOf: string | null = null): DocumentState {
  recalculate(document, asOf);
  return document;
}

/** Computed once. Each state changes a copy. */
let computedSample: DocumentState | null = null;
/** The sample after every suggestion has been answered. These statuses and days are made up. */
const answeredSample = () => {
  const document = sampleDocument();
  const { values } = sheetNamed(document, '건의사항');
  const [headings = []] = values;
  const [status, day] = ['처리상황', '처리일'].map((heading) => headings.indexOf(heading));
  const answers = ['완료', '추진중', '완료', '중장기추진'];
  values.slice(1).forEach((row, index) => {
    if (status === undefined || day === undefined || row[status]) return;
    row[status] = answers[index % answers.length] ?? '';
    row[day] = '2024. 3. 20.';
  });
  return computed(document);
};

export const unknownStatuses = () =>
  computed(
    ledger({
      분류: '종류 | 이름\n출처 | 초도방문',
      건의사항:
        '접수번호 | 접수일 | 출처 | 처리상황\n1 | 2024. 1. 9. | 초도방문 | 답변완료\n2 | 2024. 1. 9. | 초도방문 | 수용곤란',
    }),
  );

export const recalculatedSample = () => {
  computedSample ??= computed(sampleDocument());
  return structuredClone(computedSample);
};
let computedOffice: DocumentState | null = null;
/** The sample office ends in 2025. With the clock of the other samples its dates would all be in the future. */
const AFTER_OFFICE = new Date('2026-01-05T01:00:00Z');
export const recalculatedOffice = () => {
  if (computedOffice === null) {
    computedOffice = officeDocument();
    runAnswer(hostOf(computedOffice, { now: () => AFTER_OFFICE }).execute('recalculateAll'));
  }
  return structuredClone(computedOffice);
};
const never = () => new Promise<never>(() => undefined);
const fails = (error: string) => () => {
  throw new ServiceError(error);
};

/** Opens a document as it is, and waits until the page is ready. */
function opening(
  documentOf: () => DocumentState,
  options: OpenOptions = {},
  then: (opened: Opened) => Promise<void> = async () => undefined,
): State['open'] {
  return async (browser, look = {}) => {
    const opened = await openSidebar(browser, documentOf(), { ...options, ...look });
    await then(opened);
    return opened;
  };
}

const press =
  (name: string) =>
  async ({ page }: Opened) => {
    await page.getByRole('button', { name, exact: true }).click();
  };

/** Answers one function differently, and lets all others run. */
const only =
  (name: string, instead: () => Execution | Promise<Execution>): NonNullable<OpenOptions['around']> =>
  (call, execute) =>
    call.name === name ? instead() : execute();

const withMonthlyRun = (state: SidebarState): SidebarState => ({
  ...state,
  monthly: {
    possible: true,
    on: true,
    mine: true,
    canBeChanged: true,
    owner: '자치행정팀',
    day: 1,
    hour: 6,
    nextRun: '2024. 5. 1. 6시~7시',
    lastResult: '2024. 3. 1. 마침',
    warnings: [
      '2024. 4. 1.에 있어야 할 실행이 없었습니다. 켠 사람이 바뀌었다면 이제 다른 사람이 새로 켤 수 있습니다.',
    ],
  },
});

export const STATES: readonly State[] = [
  {
    name: 'office',
    open: opening(recalculatedOffice),
    says: [
      '총괄',
      '공약 24건',
      '평균 이행률',
      '살펴볼 공약',
      '모든 공약 24건 보기',
      '보고서는 공약 1-1의 것이고',
    ],
    whole: true,
  },
  {
    name: 'office-pledge',
    open: opening(recalculatedOffice, {}, async ({ page }) => {
      await page.getByRole('searchbox').fill('안전 2-3');
      await page.getByRole('button', { name: /^2-3 / }).first().click();
      await page.getByRole('heading', { name: '이행률' }).waitFor();
    }),
    says: [
      '공약 2-3 · 안전총괄과',
      '안전 체험 교육',
      '이 공약을 결과 탭에 보기',
      '결과 탭과 보고서는 지금 공약 1-1의',
    ],
    whole: true,
  },
  {
    name: 'full',
    open: opening(recalculatedSample),
    says: [
      '공약 1-6',
      '주민자치 활성화 "구정의 주인이 구민"',
      '2024. 3. 31. 기준',
      '54%',
      '108회 / 200회',
      '정상추진 (제안)',
      '✓ 계획 이상',
      '2023년 말 계획 50회보다 58회 많습니다',
      '606건',
      '상태 없음 403',
      '21.1%',
      '27.0',
      '63.3%',
      '2024년 1분기',
      '32회 남음',
      '알림 12',
      '전체 다시 계산 (메뉴에서)',
    ],
  },
  {
    name: 'full-implementation',
    open: opening(recalculatedSample),
    says: ['연도별 누적'],
    at: '연도별 누적',
  },
  {
    name: 'full-ahead',
    open: opening(recalculatedSample),
    says: ['이번 분기 계획과 실적'],
    at: '이번 분기 계획과 실적',
  },
  {
    name: 'suggestions-answered',
    open: opening(answeredSample),
    says: ['606건', '완료', '추진중', '중장기추진'],
    at: '건의사항',
  },
  { name: 'full-suggestions', open: opening(recalculatedSample), says: ['출처별'], at: '건의사항' },
  { name: 'full-budget', open: opening(recalculatedSample), says: ['연도·재원별'], at: '예산' },
  {
    name: 'full-findings',
    open: opening(
      () => computed(messyDocument()),
      {},
      async ({ page }) => {
        await page.getByText('알림', { exact: false }).first().waitFor();
      },
    ),
    says: ['오류', '경고', '점검 탭에서 모두 보기'],
    at: '점검',
  },
  {
    name: 'table-behind-chart',
    open: opening(recalculatedSample, {}, async ({ page }) => {
      await page.getByText('표로 보기').first().click();
    }),
    says: ['누적 계획', '그해 실적', '54%'],
    at: '연도별 누적',
  },
  {
    name: 'behind-plan',
    open: opening(() => computed(ledger(), '2024-12-31')),
    says: ['▼ 계획보다 낮음', '2024년 말 계획 90회보다 84회 적습니다', '일부추진 (제안)'],
  },
  {
    name: 'unknown-name',
    open: opening(
      () =>
        computed(
          ledger({
            분류: '종류 | 이름\n소통 | 시장방문\n소통 | 구청장 차담회',
            소통기록: `${LEDGER.소통기록}\n2024. 3. 6. | 구청장차담 | | |`,
          }),
        ),
      {},
      async ({ page }) => {
        await page
          .getByLabel('구청장차담: 어떻게 더할까요?')
          .selectOption({ label: '구청장 차담회의 별칭으로' });
      },
    ),
    says: ['소통기록 B5', '구청장 차담회의 별칭으로', '분류에 더하기'],
    at: '점검',
  },
  {
    name: 'unknown-status',
    open: opening(unknownStatuses),
    says: ['처리가 끝난 것', '어떻게 더할지 고르기', '아직 진행 중인 것'],
    at: '점검',
  },
  {
    name: 'comparison',
    open: opening(
      recalculatedSample,
      {
        around: only('compareWithMonth', () =>
          answering({
            status: 'done',
            month: '2024-02',
            lines: [
              '2024년 2월 기록(2024. 2. 29. 기준) → 지금(2024. 3. 31. 기준)',
              '',
              '누적 실적 106회 → 108회 (+2회)',
              '',
              '소통기록 41행: 되풀이되는 말',
            ],
            rows: [
              { text: '더해짐: 2024. 3. 20. 시장방문 1회', tab: '소통기록', row: 41 },
              { text: '처리상황: 추진중 → 완료', tab: '건의사항', row: 5 },
            ],
          }),
        ),
      },
      async ({ page }) => {
        await page.getByRole('button', { name: '지난달과 비교' }).click();
        await page.getByText('더해짐').waitFor();
      },
    ),
    says: ['누적 실적 106회 → 108회', '숫자를 움직인 행', '소통기록 41행', '처리상황: 추진중 → 완료'],
    at: '지난달과 달라진 것',
  },
  {
    name: 'monthly-settings',
    open: opening(recalculatedSample, { state: withMonthlyRun }, async ({ page }) => {
      await page.getByText('바꾸거나 끄기').click();
    }),
    says: ['2024. 5. 1. 6시~7시', '자치행정팀 (나)', '있어야 할 실행이 없었습니다.', '바꾸기', '끄기'],
    at: '매월 자동 계산',
  },
  {
    name: 'monthly-of-another',
    open: opening(recalculatedSample, {
      state: (state) => {
        const { monthly } = withMonthlyRun(state);
        return {
          ...state,
          monthly: {
            ...monthly,
            mine: false,
            canBeChanged: false,
            lastResult: '2024. 4. 1. 마침',
            warnings: [],
          },
        };
      },
    }),
    says: ['켠 사람만 바꾸거나 끌 수 있습니다.'],
    at: '매월 자동 계산',
  },
  {
    name: 'loading',
    open: opening(recalculatedSample, { state: null, around: only('sidebarState', never) }),
    says: ['불러오고 있습니다.'],
  },
  {
    name: 'loaded-late',
    open: opening(recalculatedSample, { state: null }),
    says: ['54%', '606건'],
  },
  {
    name: 'empty',
    open: opening(() => createDocument()),
    says: ['아직 비어 있는 스프레드시트입니다.', '시트 준비', '예시로 채워 보기'],
  },
  {
    name: 'not-computed',
    open: opening(sampleDocument),
    says: ['아직 계산한 적이 없습니다.', '다시 계산'],
  },
  {
    name: 'missing-tabs',
    open: opening(() => computed(ledger({ 예산집행: null, 건의사항: null }))),
    says: [
      '없는 입력 탭이 있습니다',
      '건의사항, 예산집행 탭이 없어',
      '필요한 탭이나 제목이 없어 계산하지 못했습니다.',
    ],
  },
  {
    name: 'running',
    open: opening(recalculatedSample, { around: only('recalculateFromSidebar', never) }, async (opened) => {
      await press('다시 계산')(opened);
      await opened.page.getByText('1초 지났습니다').waitFor();
    }),
    says: ['입력 탭을 읽고 계산하고 있습니다.', '지난번에 걸린 시간 1초 미만'],
  },
  {
    name: 'running-with-steps',
    open: opening(
      recalculatedSample,
      {
        functions: ['runProgress'],
        around: (call, execute) => {
          if (call.name === 'recalculateFromSidebar') return never();
          return call.name === 'runProgress' ? answering('결과 탭 6개 가운데 3개를 썼습니다.') : execute();
        },
      },
      async (opened) => {
        await press('다시 계산')(opened);
        await opened.page.getByText('3개를 썼습니다.').waitFor();
      },
    ),
    says: ['결과 탭 6개 가운데 3개를 썼습니다.'],
  },
  {
    name: 'done',
    open: opening(recalculatedSample, {}, press('다시 계산')),
    says: ['다시 계산했습니다.', '전체 다시 계산 (사이드바에서)'],
  },
  {
    name: 'report-made',
    open: opening(recalculatedSample, {}, async ({ page }) => {
      await page.getByLabel('기준일', { exact: true }).selectOption('day');
      await page.getByLabel('기준일로 쓸 날짜').fill('2023-12-31');
      await page.getByRole('button', { name: '보고서 만들기' }).click();
      await page.getByText('실적보고 탭을').waitFor();
    }),
    says: ['실적보고 탭을 2023. 12. 31. 기준으로 썼습니다.', '실적보고 탭 보기', '2024. 3. 31. 기준'],
  },
  {
    name: 'error-stopped',
    open: opening(
      () => ledger({ 공약: `${LEDGER.공약.replace('2024. 3. 31.', '어제')}` }),
      {},
      press('다시 계산'),
    ),
    says: ['계산하지 못했습니다', '공약 탭 B7', '2024. 3. 5.처럼 연·월·일을 적어 주세요.', '다시 시도'],
  },
  {
    name: 'error',
    open: opening(
      recalculatedSample,
      {
        around: only(
          'recalculateFromSidebar',
          fails('Service Spreadsheets failed while accessing document\n    at recalculate (Code:123:45)'),
        ),
      },
      press('다시 계산'),
    ),
    says: [
      '일을 마치지 못했습니다',
      '입력한 내용은 그대로 있습니다.',
      'Service Spreadsheets failed',
      '다시 시도',
    ],
  },
  {
    name: 'error-too-long',
    open: opening(
      recalculatedSample,
      { around: only('recalculateFromSidebar', fails('Exceeded maximum execution time')) },
      press('다시 계산'),
    ),
    says: ['시간이 너무 오래 걸려 멈추었습니다', '메뉴에서 소통, 건의사항, 예산을 하나씩 계산해 주세요.'],
  },
  {
    name: 'offline',
    open: opening(recalculatedSample, {}, async (opened) => {
      await opened.page.context().setOffline(true);
      await press('다시 계산')(opened);
    }),
    says: ['구글에 연결되지 않습니다', '인터넷 연결을 확인한 뒤 다시 시도해 주세요.'],
    mishaps: [/ERR_INTERNET_DISCONNECTED/],
  },
  {
    name: 'several-accounts',
    open: opening(recalculatedSample, {
      around: fails(
        "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      ),
    }),
    says: ['구글 계정이 여러 개 로그인되어 있습니다', '시크릿 창에서 그 계정으로만 로그인해', '54%'],
  },
  {
    name: 'stale',
    open: async (browser, look = {}) => {
      const document = recalculatedSample();
      const [, row = []] = sheetNamed(document, '예산집행').values;
      row[2] = 1_900_000;
      const opened = await openSidebar(browser, document, look);
      await opened.page.getByText('원본이 바뀌었습니다').waitFor();
      return opened;
    },
    says: [
      '원본이 바뀌었습니다',
      '아래 숫자는 2024. 4. 2. 10:00에 계산한 것입니다.',
      '바뀐 내용으로 다시 계산',
    ],
  },
  {
    name: 'unfinished',
    open: opening(recalculatedSample, { state: (state) => ({ ...state, unfinished: true }) }),
    says: [
      '계산이 도중에 끊겼습니다',
      '다시 계산을 누르면 모두 새로 쓰여 바로잡힙니다.',
      '다시 계산해 바로잡기',
    ],
  },
  {
    name: 'no-figures',
    open: opening(() => {
      const document = ledger({ 공약: '항목 | 값\n기준일 | 2024. 3. 31.' });
      for (const tab of ['연차목표', '소통기록', '건의사항', '예산계획', '예산집행'] as const) {
        refill(document, tab, LEDGER[tab].trim().split('\n')[0] ?? '');
      }
      return computed(document);
    }),
    says: [
      '이름 없는 공약',
      '최종목표가 없어 이행률을 내지 못했습니다.',
      '기준일까지 접수된 건의사항이 없습니다.',
    ],
  },
  {
    name: 'trace',
    open: opening(
      () => {
        const document = recalculatedSample();
        const { id } = sheetNamed(document, '요약');
        return Object.assign(document, { activeSheetId: id, selection: 'A6' });
      },
      {},
      async (opened) => {
        await press('근거 보기')(opened);
        await opened.page.getByText('돌아가기').waitFor();
      },
    ),
    says: ['요약 A6의 근거', '분자', '분모', '소통기록 2행', '공약 7행'],
  },
  {
    name: 'trace-stopped',
    open: opening(recalculatedSample, {}, async (opened) => {
      await press('근거 보기')(opened);
      await opened.page.getByText('근거를 보여 드리지 못했습니다.').waitFor();
    }),
    says: ["'시트1' 탭은 결과 탭이 아닙니다."],
  },
];

export function stateNamed(name: string): State {
  const state = STATES.find((candidate) => candidate.name === name);
  if (state === undefined) throw new Error(`there is no state ${name}`);
  return state;
}
