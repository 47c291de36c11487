/** Tells the engine to wait longer before it optimizes a function. */
import { setFlagsFromString } from 'node:v8';

/**
 * The work that a function does before the engine optimizes it, in bytes of bytecode that ran. The engine's
 * own value is 132 KiB. An execution lasts a second or two in a realm of its own, and everything is optimized
 * anew in the next: with the engine's own value a third of the processor time of a book of 300 pledges went
 * into optimizing (3.6 s instead of 2.5 s). An engine that does not know the setting says so on standard
 * error.
 */
const INTERRUPT_BUDGET = 3000000;

export function makeEnginePatient(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
