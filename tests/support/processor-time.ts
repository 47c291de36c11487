/** What work costs, in time of the processor: what else the machine does at the time counts little. */

/**
 * How many times as long the work takes for many at once as for as many in small parts, `few` at a time. Where it is in proportion to
 * their number that is about 1; where each is held against each other it is `many / few`. Between the two lies room for any machine.
 */
export function slowdown(work: (size: number) => void, few: number, many: number): number {
  // The first time is slower than all others.
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
