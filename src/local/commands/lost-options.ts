/**
 * Detects options that npm has taken for itself. In `npm run pack --add-on`, without `--` before the option,
 * npm puts it into the environment (`npm_config_add_on=true`) and the command never sees it. PowerShell
 * removes such a `--` even where it was typed.
 */
import { Failure } from '../failure.ts';

interface Option {
  readonly type: 'string' | 'boolean';
}

export interface Typed {
  /** The npm command: `npm run pack`. */
  readonly command: string;
  readonly given: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * @throws {Failure} with the corrected command line, where npm has taken options of the command, or where a
 * single quotation mark is part of a word.
 */
export function refuseLostOptions(options: Readonly<Record<string, Option>>, typed: Typed): void {
  const { command, given, environment } = typed;
  // A single quotation mark alone may be meant, as in '24 공약.
  const opened = given.find((word) => word.startsWith("'"));
  if (opened !== undefined && given.some((word) => word.length > 1 && word.endsWith("'"))) {
    throw new Failure(
      `${opened}: 작은따옴표(')까지 글자로 전해졌습니다. 빈칸이 든 말은 큰따옴표(")로 묶어 주세요. 예: ${command} -- --title "1-6 주민자치"`,
    );
  }
  const lost = Object.entries(options).flatMap(([name, { type }]) => {
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`];
    return value === undefined || value === '' || isGiven(name, given) ? [] : [{ name, type, value }];
  });
  if (lost.length === 0) return;
  const names = lost.map(({ name }) => `--${name}`).join(', ');
  throw new Failure(
    `옵션 앞의 --가 빠져 ${names}을(를) npm이 가져갔습니다. 이렇게 다시 실행해 주세요(Windows에서는 PowerShell 말고 명령 프롬프트에서): ${command} -- ${meantWords(lost, given).map(inQuotes).join(' ')}`,
  );
}

function isGiven(name: string, given: readonly string[]): boolean {
  return given.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
}

/**
 * The words that the person meant. npm takes an option but leaves its value among the words: of `--all
 * 목록.txt` it takes `--all` and leaves `목록.txt`.
 */
function meantWords(
  lost: readonly (Option & { readonly name: string; readonly value: string })[],
  given: readonly string[],
): readonly string[] {
  const separate = lost.filter(({ type, value }) => type === 'string' && value === 'true');
  const [only] = separate;
  // With two such options nobody can tell which value belongs to which.
  const value = separate.length === 1 ? given[0] : undefined;
  const words = value === undefined ? given.filter(() => separate.length === 0) : given.slice(1);
  return [
    ...words,
    ...lost.flatMap((option) => {
      const { name, type } = option;
      if (type === 'boolean') return [`--${name}`];
      if (option.value !== 'true') return [`--${name}`, option.value];
      return [`--${name}`, option === only && value !== undefined ? value : '값'];
    }),
  ];
}

function inQuotes(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}
