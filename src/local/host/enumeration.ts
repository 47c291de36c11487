/** The enumerations of the script services. */

/** One value of an enumeration of the script services, for example `SpreadsheetApp.BorderStyle.SOLID`. */
export class EnumValue {
  readonly label: string;
  readonly position: number;

  constructor(label: string, position: number) {
    this.label = label;
    this.position = position;
  }
}

/** An enumeration of the script services. A service shows one to scripts by holding it in a field of its name. */
export class Enumeration<Name extends string> {
  readonly names: readonly Name[];
  readonly values: ReadonlyMap<string, EnumValue>;

  constructor(names: readonly Name[]) {
    this.names = names;
    this.values = new Map(names.map((name, position) => [name, new EnumValue(name, position)]));
  }

  /** The value of that name. */
  value(name: Name): EnumValue {
    const value = this.values.get(name);
    if (value === undefined) throw new Error(`no such value: ${name}`);
    return value;
  }

  /** The name of a value of this enumeration; `null` for anything else. */
  nameOf(value: unknown): Name | null {
    return this.names.find((name) => this.values.get(name) === value) ?? null;
  }
}

type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;

/** The enumeration whose values are called by the words of these texts, in their order. */
export function enumerationOf<Text extends string>(...texts: Text[]): Enumeration<Words<Text>> {
  // The type takes a text apart just as `split` does.
  return new Enumeration(texts.join(' ').split(' ') as Words<Text>[]);
}
