/** How much a finding matters. */

/**
 * `error`: something is missing, or a row is in no figure. `warning`: the rows contradict each other or what
 * is written. `notice`: taken as meant, but worth a look.
 */
export type Severity = 'error' | 'warning' | 'notice';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
