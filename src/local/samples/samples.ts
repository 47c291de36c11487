/** The samples by the names that a person types after `--sample`. */
import { Failure } from '../failure.ts';
import type { BookSample } from './book-sample.ts';
import { FACILITY } from './facility.ts';
import { OFFICE } from './office.ts';

export interface Sample {
  readonly name: string;
  /** `yyyy-mm-dd`: the date as of which `npm start` shows it. */
  readonly asOf: string;
  /** null: it is in the script, which fills it in. */
  readonly typed: BookSample | null;
}

/** What a command without a file takes. Its date is that as of which the reference gives its figures. */
export const FIRST_SAMPLE: Sample = { name: 'meetings', asOf: '2024-03-31', typed: null };

export const FACILITY_SAMPLE: Sample = { name: 'facility', asOf: FACILITY.asOf, typed: FACILITY };

export const OFFICE_SAMPLE: Sample = { name: 'office', asOf: OFFICE.asOf, typed: OFFICE };

const SAMPLES: readonly Sample[] = [FIRST_SAMPLE, FACILITY_SAMPLE, OFFICE_SAMPLE];

/** The sample of that name. Of another name it is a {@link Failure}. */
export function sampleNamed(name: string): Sample {
  const sample = SAMPLES.find((each) => each.name === name);
  if (sample !== undefined) return sample;
  const names = SAMPLES.map((each) => each.name).join(', ');
  throw new Failure(`'${name}'(이)라는 예시는 없습니다. --sample 뒤에는 ${names} 가운데 하나를 적어 주세요.`);
}

/** What a command works on: a file, or a sample. */
export type Book =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'sample'; readonly sample: Sample };

/** A new spreadsheet, as Google makes one. */
export interface EmptyBook {
  readonly kind: 'empty';
}

/** What was typed: a file, the name of a sample, or neither, which is the first sample. */
export function bookOf(file: string | null, sampleName: string | undefined): Book {
  if (sampleName === undefined) {
    return file === null ? { kind: 'sample', sample: FIRST_SAMPLE } : { kind: 'file', path: file };
  }
  if (file !== null) throw new Failure('파일과 --sample은 함께 쓸 수 없습니다. 하나만 적어 주세요.');
  return { kind: 'sample', sample: sampleNamed(sampleName) };
}
