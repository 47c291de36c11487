/** What work costs, in time of the processor: what else the machine does at the time counts little. */

const MEASUREMENTS = 3;
/** The few are quick: one disturbance would double them, so they are done several times. */
const TIMES_FEW = 5;

/**
 * How many times as long the work takes for many as for few: the least of some measurements, since a disturbance only ever adds.
 * Where the work is in proportion that is `many / few`; where each is held against each other it is the square of it. Between the two
 * lies room enough for any machine.
 */
export function growth(work: (size: number) => void, few: number, many: number): number {
  // The first time is slower than all others.
  work(few);
  const measured = Array.from({ length: MEASUREMENTS }, () => {
    const ofFew = processorMilliseconds(() => {
      for (let time = 0; time < TIMES_FEW; time += 1) work(few);
    });
    return processorMilliseconds(() => work(many)) / (ofFew / TIMES_FEW);
  });
  return Math.min(...measured);
}

export function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
