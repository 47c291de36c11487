/** The actions that the sidebar offers for an empty spreadsheet. */
import type { ScriptFunction } from './server.ts';

/** One of these actions. */
export interface Beginning {
  readonly name: ScriptFunction & ('setUpFromSidebar' | 'fillSampleFromSidebar');
  readonly label: string;
  readonly meaning: string;
  readonly step: string;
  readonly thenCompute: boolean;
}

export const BEGINNINGS: readonly Beginning[] = [
  {
    name: 'setUpFromSidebar',
    label: '시트 준비',
    meaning: '입력할 탭을 제목과 함께 만듭니다.',
    step: '입력할 탭을 만들고 있습니다.',
    thenCompute: false,
  },
  {
    name: 'fillSampleFromSidebar',
    label: '예시로 채워 보기',
    meaning: '예시 공약을 채우고 바로 계산합니다. 해 본 뒤 우리 자료로 바꾸시면 됩니다.',
    step: '예시 데이터로 채우고 있습니다.',
    thenCompute: true,
  },
];
