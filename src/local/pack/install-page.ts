/**
 * The page beside a packed script. It tells somebody who does not program how to install it, click by click.
 */
import { stepsAsAddOn, stepsIntoSpreadsheet } from './steps.ts';

export interface PackedFile {
  /** File name in the folder: `Code.gs`. */
  readonly name: string;
  readonly text: string;
}

/** The page as HTML. It contains the texts to paste, so that buttons can copy them. */
export function installPage(version: string, files: readonly PackedFile[], isAddOn: boolean): string {
  const scopes = scopesIn(files);
  const parts = isAddOn ? stepsAsAddOn(scopes) : stepsIntoSpreadsheet(scopes);
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
code{word-break:break-all}kbd{padding:0 .3em;border:1px solid;border-radius:3px}
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

/** The OAuth scopes that the manifest asks for. */
function scopesIn(files: readonly PackedFile[]): readonly string[] {
  const manifest = files.find(({ name }) => name === 'appsscript.json');
  const { oauthScopes }: { oauthScopes: readonly string[] } = JSON.parse(manifest?.text ?? '');
  return oauthScopes;
}
