/** What work costs, in time of the processor: what else the machine does at the time counts little. */

/**
 * How many times as long the work takes for many as for few. Where it is in proportion that is `many / few`, where each is held against
 * each other it is the square of it: between the two lies room enough for any machine.
 */
export function growth(work: (size: number) => void, few: number, many: number): number {
  // The first time is slower than all others.
  work(few);
  return processorMilliseconds(() => work(many)) / processorMilliseconds(() => work(few));
}

export function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
