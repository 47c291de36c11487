/** Texts that would do harm if a page treated them as more than text, or that break a layout. */

/** Sets a global if it ever runs. */
const RUN = 'window.pwned=1';

const TAGS = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</SCRIPT ><script>${RUN}</script >`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onerror="alert(1)">`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<a href="javascript:${RUN}">누르세요</a>`,
  `<form action="javascript:${RUN}"><button>보내기</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<body onload=${RUN}>`,
  `<base href="https://example.invalid/">`,
  `<link rel=stylesheet href="https://example.invalid/a.css">`,
  `<style>*{display:none}</style>`,
  `</style><style>body{display:none}</style>`,
  `<meta http-equiv=refresh content="0;url=https://example.invalid/">`,
  `<math><mtext><table><mglyph><style><img src onerror=${RUN}>`,
  `<template><script>${RUN}</script></template>`,
  `<!-- <script>${RUN}</script> -->`,
  `--><script>${RUN}</script><!--`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<x-a contenteditable onblur=${RUN}>`,
  `<marquee onstart=${RUN}>흐르는 글</marquee>`,
];

const ATTRIBUTES = [
  `" onmouseover="${RUN}`,
  `' onfocus='${RUN}' autofocus='`,
  `" style="position:fixed;inset:0`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `\` onerror=${RUN} \``,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
];

const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `<?!= ${RUN} ?>`,
  '__STATE__',
  '"__STATE__"',
  "$& $` $' $1",
  '__proto__',
  'constructor',
  'dangerouslySetInnerHTML',
];

const CHARACTERS = [
  '줄\u2028나눔',
  '문단\u2029나눔',
  '\u202e거꾸로 쓰는 글 1234',
  '\u2066격리\u2067겹친\u202d것',
  'مرحبا بالعالم 123',
  'שלום עולם <b>굵게</b>',
  '\u200b\u200c\u200d\ufeff보이지 않는',
  '\u0000\u0008\u001b[31m제어',
  '👩‍👩‍👧‍👦🇰🇷👍🏽',
  '\ud800짝 없는\udfff',
  'Z̷̡͚a̸͚͝l̵̛͜g̶̈́͜ơ̷̞',
  'ᄒ\u1161\u11ab글 첫가끝',
];

const LONG = [
  '가'.repeat(400),
  'W'.repeat(400),
  '1'.repeat(60),
  `${'긴이름'.repeat(30)} ${'x'.repeat(100)}`,
  '🏳️‍🌈'.repeat(60),
  'ا'.repeat(200),
  '<'.repeat(300),
];

export const PAYLOADS: readonly string[] = [...TAGS, ...ATTRIBUTES, ...TEMPLATES, ...CHARACTERS, ...LONG];
