/** The samples, by the names that a person types after `--sample`. */
import { Failure } from '../failure.ts';
import type { BookSample } from './book-sample.ts';
import { FACILITY } from './facility.ts';
import { OFFICE } from './office.ts';

export interface Sample {
  readonly name: string;
  /** `yyyy-mm-dd`: the as-of date that `npm start` uses. */
  readonly asOf: string;
  /** null: the sample is in the script, which fills it in. */
  readonly typed: BookSample | null;
}

/**
 * The sample of a command without a file. Its date is that of the published sheet that it is checked against.
 */
export const FIRST_SAMPLE: Sample = { name: 'meetings', asOf: '2024-03-31', typed: null };

export const FACILITY_SAMPLE: Sample = { name: 'facility', asOf: FACILITY.asOf, typed: FACILITY };

export const OFFICE_SAMPLE: Sample = { name: 'office', asOf: OFFICE.asOf, typed: OFFICE };

const SAMPLES: readonly Sample[] = [FIRST_SAMPLE, FACILITY_SAMPLE, OFFICE_SAMPLE];

/**
 * The sample of that name.
 * @throws {Failure} where there is none.
 */
export function sampleNamed(name: string): Sample {
  const sample = SAMPLES.find((each) => each.name === name);
  if (sample !== undefined) return sample;
  const names = SAMPLES.map((each) => each.name).join(', ');
  throw new Failure(`'${name}'(이)라는 예시는 없습니다. --sample 뒤에는 ${names} 가운데 하나를 적어 주세요.`);
}

/** What a command works on: a file or a sample. */
export type Book =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'sample'; readonly sample: Sample };

/** A new spreadsheet, as Google creates it. */
export interface EmptyBook {
  readonly kind: 'empty';
}

/** The book that was typed: a file, a sample by name, or the first sample where neither is given. */
export function bookOf(file: string | null, sampleName: string | undefined): Book {
  if (sampleName === undefined) {
    return file === null ? { kind: 'sample', sample: FIRST_SAMPLE } : { kind: 'file', path: file };
  }
  if (file !== null) throw new Failure('파일과 --sample은 함께 쓸 수 없습니다. 하나만 적어 주세요.');
  return { kind: 'sample', sample: sampleNamed(sampleName) };
}
