/** Errors that services throw at scripts. */
/**
 * An error that a service throws at a script. Inside the realm it becomes an `Error` named `Exception` with
 * this message, as on the platform.
 */
export class ServiceError extends Error {
  override readonly name = 'Exception';
}

/**
 * Thrown when the local host does not support what the script asks. The host never returns a made-up value.
 */
export class NotImplementedError extends ServiceError {
  constructor(what: string) {
    super(`not implemented in the local host: ${what}`);
  }
}
