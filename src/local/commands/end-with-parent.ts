/** Milliseconds. */
const BETWEEN_LOOKS = 500;

/**
 * Ends this process when the one that started it has ended. npm starts a command by a shell, which passes no signal on: whoever ends npm
 * would leave the command behind.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, BETWEEN_LOOKS).unref();
}
