/** Measures work in processor time, which hardly depends on what else the machine does. */

/**
 * How much longer the work takes for `many` items at once than for the same number in batches of `few`. About
 * 1 if time is proportional to the number of items; `many / few` if every item is compared with every other.
 * A limit between the two works on any machine.
 */
export function slowdown(work: (size: number) => void, few: number, many: number): number {
  // Warm-up: the first run is slower than all others.
  work(few);
  const inParts = processorMilliseconds(() => {
    for (let done = 0; done < many; done += few) work(few);
  });
  return processorMilliseconds(() => work(many)) / inParts;
}

export function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
