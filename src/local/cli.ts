/** The command line: hands what was typed to its command, and ends with that command's exit code. */
import { runCommand } from './commands/run-command.ts';

/** Whoever reads what is printed may have had enough of it: `npm start | head -1`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommand(process.argv.slice(2));
