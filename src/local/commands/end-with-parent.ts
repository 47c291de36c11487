/** In milliseconds. */
const BETWEEN_LOOKS = 500;

/**
 * Ends this process when its parent has ended. npm starts a command through a shell that passes no signals
 * on, so ending npm alone would leave the command running.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, BETWEEN_LOOKS).unref();
}
