/** What can be wrong with a file that is read, or with a document that is to be written, in one sentence each. */

type UnreadableCode = 'missing-file' | 'not-xlsx' | 'password-protected' | 'damaged';

/** What follows the name of the file. */
const SENTENCES: Record<UnreadableCode, string> = {
  'missing-file': '을 찾을 수 없습니다. 파일 이름과 위치를 확인한 뒤 다시 실행해 주세요.',
  'not-xlsx':
    '은 xlsx 형식의 통합 문서가 아니어서 읽을 수 없습니다. 엑셀이나 구글 시트에서 xlsx 형식으로 저장해 주세요.',
  'password-protected': '에 암호가 걸려 있어 읽을 수 없습니다. 암호를 푼 뒤 다시 저장해 주세요.',
  damaged: '이 손상되어 읽을 수 없습니다. 원본을 다시 받거나 엑셀에서 열어 새로 저장해 주세요.',
};

/** A workbook that cannot be read, with one sentence for the person who chose the file. */
export class UnreadableWorkbook extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, fileName: string, options?: ErrorOptions) {
    super(`'${fileName}' 파일${SENTENCES[code]}`, options);
    this.name = 'UnreadableWorkbook';
    this.code = code;
  }
}

/** A document that xlsx has no place for, with what to change in it. Nothing was written. */
export class UnwritableWorkbook extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnwritableWorkbook';
  }
}

/** What is wrong inside a file, before anybody has named the file. {@link UnreadableWorkbook} is made from it. */
export class FileFault extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, detail: string) {
    super(detail);
    this.name = 'FileFault';
    this.code = code;
  }
}
