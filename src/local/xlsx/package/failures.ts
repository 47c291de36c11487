/** Errors of reading or writing a file, each as one sentence for a person. */

type UnreadableCode =
  | 'missing-file'
  | 'empty'
  | 'not-xlsx'
  | 'password-protected'
  | 'no-worksheet'
  | 'unknown-encoding'
  | 'too-large'
  | 'own-state'
  | 'damaged';

/** The rest of each sentence, after the file name. */
const SENTENCES: Record<UnreadableCode, string> = {
  'missing-file': '을 찾을 수 없습니다. 파일 이름과 위치를 확인한 뒤 다시 실행해 주세요.',
  empty: '에 아무것도 들어 있지 않습니다(0바이트). 원본을 다시 받거나 다시 저장해 주세요.',
  'not-xlsx':
    '은 xlsx 형식의 통합 문서가 아니어서 읽을 수 없습니다. 엑셀이나 구글 시트에서 xlsx 형식으로 저장해 주세요.',
  'password-protected': '에 암호가 걸려 있어 읽을 수 없습니다. 암호를 푼 뒤 다시 저장해 주세요.',
  'no-worksheet':
    '에는 칸이 있는 시트가 없습니다. 차트 시트나 매크로 시트만 있으니, 자료를 적은 시트를 넣어 다시 저장해 주세요.',
  'unknown-encoding':
    '이 알 수 없는 문자 인코딩으로 저장되어 읽을 수 없습니다. 엑셀이나 구글 시트에서 열어 xlsx 형식으로 다시 저장해 주세요.',
  'too-large':
    '이 너무 커서 읽을 수 없습니다. 멀리 떨어진 칸에 적힌 것이나 쓰지 않는 빈 행과 빈 열을 지우고 다시 저장해 주세요.',
  'own-state':
    '에 공약장부가 적어 둔 설정(시간대, 탭의 표시)이 맞지 않아 읽을 수 없습니다. 구글 시트에서 xlsx 형식으로 다시 내려받아 주세요.',
  damaged: '이 손상되어 읽을 수 없습니다. 원본을 다시 받거나 엑셀에서 열어 새로 저장해 주세요.',
};

/** The file cannot be read. The message is one sentence for the person who chose it. */
export class UnreadableWorkbook extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, fileName: string, options?: ErrorOptions) {
    super(`'${fileName}' 파일${SENTENCES[code]}`, options);
    this.name = 'UnreadableWorkbook';
    this.code = code;
  }
}

/** The document holds something that xlsx cannot. The message says what to change. Nothing was written. */
export class UnwritableWorkbook extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnwritableWorkbook';
  }
}

/** A fault inside a file whose name is not known here. It becomes an {@link UnreadableWorkbook}. */
export class FileFault extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, detail: string) {
    super(detail);
    this.name = 'FileFault';
    this.code = code;
  }
}
