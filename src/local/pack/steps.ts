/** The steps to install a packed script for somebody who does not program. Each step is HTML. */
import { NOTES } from './notes.ts';

export interface Steps {
  readonly title: string;
  readonly steps: readonly string[];
}

const SETTINGS = '왼쪽의 <b>톱니바퀴(프로젝트 설정)</b>';
const SAVE = '<kbd>Ctrl</kbd>+<kbd>S</kbd>로 저장합니다';
const REPLACE =
  '오른쪽 칸을 눌러 <kbd>Ctrl</kbd>+<kbd>A</kbd>로 모두 고른 뒤 지우고, 아래의 복사 단추로 복사해 <kbd>Ctrl</kbd>+<kbd>V</kbd>로 붙여 넣습니다';

/** How to paste the three files in the Apps Script editor. */
const PASTING: readonly string[] = [
  '왼쪽 위의 <b>제목 없는 프로젝트</b>를 눌러 이름을 <b>공약장부</b>로 바꿉니다. 권한을 묻는 화면에 이 이름이 나옵니다.',
  `왼쪽 <b>파일</b>에서 <b>Code.gs</b>(또는 <b>코드.gs</b>)를 누르고, ${REPLACE}(<b>Code.gs 복사</b>). ${SAVE}.`,
  `<b>파일</b> 옆의 <b>+</b> → <b>HTML</b>을 누르고 이름을 <b>Sidebar</b>라고 적습니다(.html은 저절로 붙습니다). ${REPLACE}(<b>Sidebar.html 복사</b>). ${SAVE}.`,
  `${SETTINGS}에서 <b>편집기에 'appsscript.json' 매니페스트 파일 표시</b>를 켭니다. 왼쪽의 <b>&lt; &gt;(편집기)</b>로 돌아와 <b>appsscript.json</b>을 누르고, ${REPLACE}(<b>appsscript.json 복사</b>). ${SAVE}. 파일 이름 옆의 주황색 점이 모두 없어지고 빨간 오류 글이 없어야 합니다.`,
];

const REPLACING: readonly string[] = [
  `새로 받은 폴더의 이 화면을 엽니다. 편집기 왼쪽에서 이미 있는 <b>Code.gs</b>, <b>Sidebar.html</b>, <b>appsscript.json</b>을 하나씩 눌러, ${REPLACE}. 파일마다 ${SAVE}. 새 파일을 더하지 않습니다.`,
];

const ONE_ACCOUNT =
  '크롬에 구글 계정이 여럿 로그인되어 있으면 편집기가 다른 계정으로 열려 오류가 날 수 있습니다. 쓸 계정 하나만 로그인한 창(새 프로필이나 시크릿 창)에서 합니다.';

/** @param scopes OAuth scopes of the manifest */
export function stepsIntoSpreadsheet(scopes: readonly string[]): readonly Steps[] {
  return [
    {
      title: '시작하기 전에',
      steps: [
        'PC의 크롬에서 엽니다. 휴대전화와 태블릿 앱에서는 공약장부 메뉴가 나오지 않습니다.',
        ONE_ACCOUNT,
        '<b>구글 스프레드시트</b>여야 합니다. 제목 옆에 <b>.xlsx</b>가 보이면 <b>파일 → Google Sheets로 저장</b>을 눌러 바꿉니다.',
        '그 스프레드시트를 고칠 수 있는(편집자) 계정으로 엽니다. Apps Script에 이미 다른 글이나 다른 .gs 파일이 있으면 여기에 넣지 말고 새 스프레드시트에 넣습니다. 함께 두면 메뉴가 하나만 나오고(둘 다 onOpen을 씁니다), 쓰던 것의 권한이 빠집니다.',
      ],
    },
    {
      title: '붙여 넣기',
      steps: [
        '스프레드시트에서 <b>확장 프로그램 → Apps Script</b>를 누릅니다. 새 창이 열립니다.',
        ...PASTING,
      ],
    },
    {
      title: '처음 쓰기',
      steps: [
        '스프레드시트로 돌아와 새로 고칩니다(<kbd>F5</kbd>). 몇 초 뒤 도움말 옆에 <b>공약장부</b> 메뉴가 나옵니다.',
        '<b>파일 → 설정</b>에서 언어를 대한민국, 시간대를 서울로 맞춥니다.',
        `<b>공약장부 → 설정 → 시트 준비</b>를 누릅니다. 구글이 권한을 물으면 본인 계정을 고릅니다. 확인되지 않은 앱이라고 나오면 <b>고급 → 공약장부(으)로 이동(안전하지 않음)</b>을 누릅니다. 권한마다 네모 칸이 있으면 <b>모두 표시</b>하고(${scopes.length}가지) 계속을 누릅니다. 아무 일도 없으면 메뉴를 한 번 더 누릅니다.`,
        '<b>공약장부 → 공약장부 정보</b>에 이 화면 맨 위의 판 번호가 나오면 다 된 것입니다.',
      ],
    },
    {
      title: '권한에서 막히면',
      steps: [
        "네모 칸을 빠뜨렸으면 '권한이 없습니다'나 'Specified permissions are not sufficient …', 매월 자동 계산에서는 '구글이 예약(트리거)을 보여 주지 않아 …'가 나옵니다. <b>myaccount.google.com/connections</b>에서 공약장부의 연결을 지우고 메뉴를 다시 눌러 모두 표시합니다.",
        `'관리자가 차단', '액세스 차단됨', <b>admin_policy_enforced</b>가 나오면 기관의 Google Workspace 관리자가 허용해야 합니다. 이렇게 부탁합니다: 관리 콘솔의 <b>보안 → 액세스 및 데이터 관리 → API 제어</b>에서 이 앱(오류 화면의 세부정보에 있는 클라이언트 ID)을 허용해 주세요. 권한은 ${listed(scopes)}뿐이고, 자료를 밖으로 보내지 않습니다.`,
      ],
    },
    {
      title: '여러 사람에게 나누어 줄 때',
      steps: [
        '위의 순서를 빈 스프레드시트 하나에 한 번만 하고, 시트 준비까지 한 그 파일을 사람마다 <b>파일 → 사본 만들기</b>로 나눕니다. 탭과 스크립트가 따라갑니다. 권한 허용과 매월 자동 계산은 사본마다 새로 합니다.',
      ],
    },
    {
      title: '새 판으로 바꿀 때',
      steps: [
        ...REPLACING,
        '스프레드시트를 새로 고치고, <b>공약장부 정보</b>에 새 판 번호가 나오는지 봅니다. 사이드바에 판이 다르다는 줄이 나오면 한 파일이 빠진 것입니다.',
        ...NOTES.steps,
      ],
    },
  ];
}

/** @param scopes OAuth scopes of the manifest */
export function stepsAsAddOn(scopes: readonly string[]): readonly Steps[] {
  return [
    {
      title: '시작하기 전에',
      steps: [
        ONE_ACCOUNT,
        '필요한 것: 기관의 Google Workspace 계정, Google Cloud에 프로젝트를 만들 권한, 설치할 관리자. 약관·개인정보처리방침·지원 안내의 주소(기관 홈페이지의 주소면 됩니다). 그림: 아이콘 32×32와 128×128, 배너 220×140, 화면 그림 1280×800 하나 이상(PNG. 등록하는 화면에 다른 크기가 적혀 있으면 그것을 따릅니다).',
        '애드온에서는 매월 자동 계산을 쓸 수 없습니다. 예약이 어느 스프레드시트의 것인지 구글이 알려 주지 않기 때문입니다. 달마다 지난달 마감하기를 누릅니다.',
        '메뉴와 화면의 이름은 구글이 바꿀 수 있습니다.',
      ],
    },
    {
      title: '붙여 넣기',
      steps: [
        '<b>script.google.com</b>을 열고 <b>새 프로젝트</b>를 누릅니다. 스프레드시트 안에서 만들지 않습니다. 주인이 한 사람이 되지 않게 공유 드라이브에 두면 좋습니다.',
        ...PASTING,
      ],
    },
    {
      title: '시험하기',
      steps: [
        '편집기의 <b>배포 → 배포 테스트</b>에서 톱니바퀴를 눌러 유형을 <b>편집기 부가기능</b>으로 고르고, 시험할 스프레드시트를 골라 저장한 뒤 실행합니다. <b>확장 프로그램 → 공약장부</b>에서 시트 준비와 전체 다시 계산이 되면 됩니다.',
      ],
    },
    {
      title: '게시하기',
      steps: [
        '<b>console.cloud.google.com</b>에서 조직 안에 프로젝트를 만들고 <b>프로젝트 번호</b>를 적어 둡니다.',
        `그 프로젝트의 <b>Google 인증 플랫폼</b>(예전의 OAuth 동의 화면)에서 <b>브랜딩</b>에 앱 이름과 연락처를 적고, <b>대상</b>을 <b>내부</b>로 하고, <b>데이터 액세스</b>에 다음을 더합니다: ${listed(scopes)}.`,
        'Apps Script의 <b>프로젝트 설정 → Google Cloud Platform(GCP) 프로젝트 → 프로젝트 변경</b>에 그 번호를 적습니다.',
        'Apps Script의 <b>배포 → 새 배포</b>에서 유형을 <b>부가기능</b>으로 골라 배포하고 <b>버전 번호</b>를 적어 둡니다. 새 배포는 이때 한 번만 합니다.',
        `Cloud 콘솔에서 <b>Google Workspace Marketplace SDK</b>를 사용 설정하고 <b>앱 구성</b>을 채웁니다. 공개 상태는 <b>비공개</b>(한번 저장하면 바꿀 수 없습니다), 설치는 개인과 관리자 또는 관리자만, 앱 통합은 <b>Sheets 부가기능</b>에 스크립트 ID(프로젝트 설정에 있습니다)와 버전 번호, OAuth 범위는 위와 같은 ${scopes.length}가지입니다.`,
        '<b>스토어 등록정보</b>에 이름, 설명, 위의 그림과 주소를 넣고 게시합니다. 조직 안에만 게시하는 앱은 구글의 심사를 받지 않습니다.',
        '관리자가 <b>관리 콘솔 → 앱 → Google Workspace Marketplace 앱</b>에서 설치합니다. 모두에게 보이기까지 최대 24시간이 걸립니다.',
      ],
    },
    {
      title: '새 판으로 바꿀 때',
      steps: [
        ...REPLACING,
        '<b>배포 → 배포 관리</b>에서 쓰고 있는 배포의 <b>연필(수정)</b>을 누르고, 버전을 <b>새 버전</b>으로 골라 배포합니다. <b>새 배포는 누르지 않습니다.</b>',
        'Marketplace SDK의 <b>앱 구성</b>에서 버전 번호를 새것으로 바꾸고 저장합니다. 모든 사람이 함께 바뀝니다. 권한이 늘었으면 데이터 액세스와 OAuth 범위도 고치고, 사람마다 다시 허용합니다.',
        `쓰는 사람에게 알립니다: ${NOTES.steps.join(' ')}`,
      ],
    },
  ];
}

function listed(scopes: readonly string[]): string {
  return scopes.map((scope) => `<code>${scope}</code>`).join(', ');
}
