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

/** An enumeration of the script services. A service exposes it in a field of the same name. */
export class Enumeration<Name extends string> {
  readonly names: readonly Name[];
  readonly values: ReadonlyMap<string, EnumValue>;

  constructor(names: readonly Name[]) {
    this.names = names;
    this.values = new Map(names.map((name, position) => [name, new EnumValue(name, position)]));
  }

  /** The value with this name. */
  value(name: Name): EnumValue {
    const value = this.values.get(name);
    if (value === undefined) throw new Error(`no such value: ${name}`);
    return value;
  }

  /** The name of a value; null if it is not a value of this enumeration. */
  nameOf(value: unknown): Name | null {
    return this.names.find((name) => this.values.get(name) === value) ?? null;
  }
}

type Words<Text extends string> = Text extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Text;

/** Makes an enumeration from names separated by spaces, in their order. */
export function enumerationOf<Text extends string>(...texts: Text[]): Enumeration<Words<Text>> {
  // The type splits each text exactly as `split` does.
  return new Enumeration(texts.join(' ').split(' ') as Words<Text>[]);
}
