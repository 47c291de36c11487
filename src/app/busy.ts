/** What the second of two people is told, at once. */
export const BUSY = '다른 사람이 지금 계산하고 있습니다. 잠시 뒤에 다시 눌러 주세요.';
