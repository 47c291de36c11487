/** The command line: runs the command that was typed and exits with its exit code. */
import { runCommand } from './commands/run-command.ts';

/** The reader may stop early, as in `npm start | head -1`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommand(process.argv.slice(2));
