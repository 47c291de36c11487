/** What to do after replacing an earlier version with this one. Rewritten for each version. */
export const NOTES: { readonly version: string; readonly steps: readonly string[] } = {
  version: '0.2.0',
  steps: [
    '<b>공약장부 → 설정 → 시트 준비</b>를 한 번 누릅니다. 없는 것만 더하고, 적어 둔 내용은 바꾸지 않습니다.',
    '<b>공약장부 → 전체 다시 계산</b>을 누릅니다.',
  ],
};
