/** The page that lies beside a packed script: how somebody who writes no programs puts it into a spreadsheet, click by click. */

export interface PackedFile {
  /** As it lies in the folder: `Code.gs`. */
  readonly name: string;
  readonly text: string;
}

interface Steps {
  readonly title: string;
  readonly steps: readonly string[];
}

const EDITOR = '<b>확장 프로그램 → Apps Script</b>';
const SETTINGS = '왼쪽의 <b>톱니바퀴(프로젝트 설정)</b>';

/** Where the three files go, in the editor of Apps Script. Each step is HTML. */
const PASTING: readonly string[] = [
  '왼쪽 <b>파일</b>에서 <b>Code.gs</b>(또는 <b>코드.gs</b>)를 누르고, 오른쪽 칸을 눌러 <kbd>Ctrl</kbd>+<kbd>A</kbd>로 모두 고른 뒤 지웁니다. 아래에서 <b>Code.gs 복사</b>를 누르고, 그 칸에 <kbd>Ctrl</kbd>+<kbd>V</kbd>로 붙여 넣습니다.',
  '<b>파일</b> 옆의 <b>+</b> → <b>HTML</b>을 누르고 이름을 <b>Sidebar</b>라고 적습니다(.html은 저절로 붙습니다). 들어 있는 글을 모두 지우고, 아래의 <b>Sidebar.html 복사</b>로 복사해 붙여 넣습니다.',
  `${SETTINGS}에서 <b>편집기에 'appsscript.json' 매니페스트 파일 표시</b>를 켭니다. 왼쪽의 <b>&lt; &gt;(편집기)</b>로 돌아와 <b>appsscript.json</b>을 누르고, 모두 지운 뒤 아래의 <b>appsscript.json 복사</b>로 복사해 붙여 넣습니다.`,
  '<kbd>Ctrl</kbd>+<kbd>S</kbd>로 저장합니다. 빨간 표시나 오류 글이 없어야 합니다.',
];

const INTO_A_SPREADSHEET: readonly Steps[] = [
  {
    title: '시작하기 전에',
    steps: [
      'PC의 크롬에서 엽니다. 휴대전화와 태블릿 앱에서는 공약장부 메뉴가 나오지 않습니다.',
      '<b>구글 스프레드시트</b>여야 합니다. 제목 옆에 <b>.xlsx</b>가 보이면 <b>파일 → Google Sheets로 저장</b>을 눌러 바꿉니다.',
      '그 스프레드시트를 고칠 수 있는(편집자) 계정으로 엽니다. Apps Script에 이미 다른 글이 들어 있으면 먼저 다른 곳에 복사해 둡니다. 지우면 되찾을 수 없습니다.',
    ],
  },
  { title: '붙여 넣기', steps: [`스프레드시트에서 ${EDITOR}를 누릅니다. 새 창이 열립니다.`, ...PASTING] },
  {
    title: '처음 쓰기',
    steps: [
      '스프레드시트로 돌아와 새로 고칩니다(<kbd>F5</kbd>). 몇 초 뒤 도움말 옆에 <b>공약장부</b> 메뉴가 나옵니다.',
      '<b>파일 → 설정</b>에서 언어를 대한민국, 시간대를 서울로 맞춥니다.',
      '<b>공약장부 → 설정 → 시트 준비</b>를 누릅니다. 구글이 권한을 물으면 본인 계정을 고르고 허용합니다. 확인되지 않은 앱이라고 나오면 <b>고급 → (안전하지 않음)으로 이동</b>을 누릅니다. 아무 일도 없으면 메뉴를 한 번 더 누릅니다.',
      '<b>공약장부 → 공약장부 정보</b>에 이 화면 맨 위의 판 번호가 나오면 다 된 것입니다.',
    ],
  },
  {
    title: '새 판으로 바꿀 때',
    steps: [
      '새로 받은 폴더의 이 화면에서 <b>붙여 넣기</b>를 다시 하고 새로 고칩니다. 적어 둔 내용과 기록은 그대로입니다.',
    ],
  },
];

const AS_AN_ADD_ON: readonly Steps[] = [
  {
    title: '붙여 넣기',
    steps: [
      '기관 계정으로 <b>script.google.com</b>을 열고 <b>새 프로젝트</b>를 누릅니다. 스프레드시트 안에서 만들지 않습니다.',
      '왼쪽 위의 이름을 <b>공약장부</b>로 바꿉니다. 메뉴에 이 이름이 나옵니다.',
      ...PASTING,
    ],
  },
  {
    title: '게시하기',
    steps: ['저장소의 <b>src/google/README.md</b>에서 <b>조직 안에 애드온으로 게시하기</b>를 따라 합니다.'],
  },
];

/** The page. What is to be pasted stands in it, so that a button copies it. */
export function installPage(version: string, files: readonly PackedFile[], isAddOn: boolean): string {
  const parts = isAddOn ? AS_AN_ADD_ON : INTO_A_SPREADSHEET;
  const title = `공약장부 ${version} 설치${isAddOn ? '(애드온)' : ''}`;
  return `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.7 sans-serif;word-break:keep-all}
li{margin:.4em 0}button{margin:.3em .3em .3em 0;padding:.5em 1em;font:inherit}textarea{width:100%;height:4em;font:12px monospace}
kbd{padding:0 .3em;border:1px solid;border-radius:3px}
</style>
</head>
<body>
<h1>${title}</h1>
${parts.map(({ title: heading, steps }) => `<h2>${heading}</h2>\n<ol>\n${steps.map((step) => `<li>${step}</li>`).join('\n')}\n</ol>`).join('\n')}
<h2>붙여 넣을 것</h2>
<p role="status" id="said">단추를 누르면 그 파일의 글이 모두 복사됩니다. 이 폴더의 같은 이름 파일과 같은 글입니다.</p>
${files.map(({ name, text }) => `<button type="button" data-of="${name}">${name} 복사</button>\n<textarea readonly id="${name}" aria-label="${name}" spellcheck="false">\n${escaped(text)}</textarea>`).join('\n')}
<p>Notices.html은 함께 쓴 프로그램의 사용 조건입니다. 붙여 넣지 않아도 되지만, 폴더를 남에게 줄 때에는 함께 줍니다.</p>
<script>
document.addEventListener('click', ({ target }) => {
  const name = target.dataset.of;
  if (!name) return;
  const text = document.getElementById(name);
  text.select();
  document.getElementById('said').textContent = document.execCommand('copy')
    ? name + '을(를) 복사했습니다(' + text.value.length.toLocaleString() + '자). 편집기에 붙여 넣어 주세요.'
    : name + '을(를) 복사하지 못했습니다. 칸을 누르고 Ctrl+A, Ctrl+C를 눌러 주세요.';
});
</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
