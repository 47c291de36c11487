/** Korean particles that depend on the sound before them: 방문은 but 목표는, 3이 but 2가. */

const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;
const FINAL_RIEUL = 8;
/** Index of the final consonant of each digit as it is read aloud: 영 일 이 삼 사 오 육 칠 팔 구. 8 is ㄹ. */
const FINAL_OF_DIGIT = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];
/** A date ending in a dot, which is read aloud with 일: `2024. 3. 5.` ends in 오일, not in 오. */
const DAY = /\d\.\s*\d{1,2}\.$/;

/** 은 or 는. */
export function topicParticle(text: string): string {
  return chosen(text, '은', '는', '은(는)');
}

/** 이 or 가. */
export function subjectParticle(text: string): string {
  return chosen(text, '이', '가', '이(가)');
}

/** 을 or 를. */
export function objectParticle(text: string): string {
  return chosen(text, '을', '를', '을(를)');
}

/** 과 or 와. */
export function andParticle(text: string): string {
  return chosen(text, '과', '와', '과(와)');
}

/** 으로 or 로; a final ㄹ takes 로. */
export function towardParticle(text: string): string {
  const final = finalOf(text);
  if (final === null) return '(으)로';
  return final === 0 || final === FINAL_RIEUL ? '로' : '으로';
}

function chosen(text: string, withFinal: string, withoutFinal: string, unknown: string): string {
  const final = finalOf(text);
  if (final === null) return unknown;
  return final === 0 ? withoutFinal : withFinal;
}

/** Index of the final consonant of the last sound, 0 for none, null where it is unknown (`R&D`, `#REF!`). */
function finalOf(text: string): number | null {
  if (DAY.test(text)) return FINAL_RIEUL;
  const last = /[가-힣0-9](?=[.\s)」』”"']*$)/.exec(text)?.[0];
  if (last === undefined) return null;
  const code = last.charCodeAt(0);
  if (code >= FIRST_SYLLABLE) return (code - FIRST_SYLLABLE) % FINALS;
  return FINAL_OF_DIGIT[Number(last)] ?? null;
}
