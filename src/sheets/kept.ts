/** Keeps results of functions, so that each distinct text, and each tab, is read once. */

/**
 * Wraps a function so that its results are kept while the script runs. A funding source in 10,000 rows is
 * then read once. Only for functions whose result depends on the text alone.
 */
export function keptByText<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/**
 * Returns a function that keeps a value for each pair of objects, as long as there are these objects. An
 * office's tab is read once for each pledge, with the same rows: what is looked for in all of them is then
 * found once.
 */
export function keptByPair<One extends object, Other extends object, Value>(): (
  one: One,
  other: Other,
  find: () => Value,
) => Value {
  const known = new WeakMap<One, WeakMap<Other, Value>>();
  return (one, other, find) => {
    const ofOne = known.get(one) ?? new WeakMap<Other, Value>();
    const earlier = ofOne.get(other);
    if (earlier !== undefined) return earlier;
    const value = find();
    known.set(one, ofOne.set(other, value));
    return value;
  };
}
