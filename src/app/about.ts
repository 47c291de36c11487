/** The text of 공약장부 정보. */

/** Set by the build: the package version and a fingerprint of the pasted files. */
declare const EDITION: string;

/** `0.2.0-3f9c1a`; empty without a build, for example in tests. */
export const VERSION = typeof EDITION === 'string' ? EDITION : '';

export function aboutText(): string {
  return [
    `공약장부 ${VERSION}`,
    '',
    '적는 탭에 한 줄씩 적은 기록으로 공약의 이행 숫자와 실적보고를 다시 계산합니다.',
    '',
    '자료: 이 스프레드시트에만 있습니다. 다른 파일을 열지 않고, 밖으로 보내지 않으며, 인터넷을 쓰지 않습니다.',
    '쓰는 곳: 결과 탭(초록)과 기록 탭(회색)만 새로 씁니다. 적는 탭(파랑)은 시트 준비와 예시 데이터로 채우기만, 비어 있을 때 씁니다.',
    '쓰는 법: 사용법 탭을 보세요. 없으면 메뉴의 설정 → 시트 준비가 만들어 줍니다.',
  ].join('\n');
}
