/** Keeps results of functions, so that each distinct text is read once. */

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
