/** The errors of the services. */
/**
 * What a service throws at a script. Inside the realm it becomes an `Error` named `Exception`, as on the platform, with
 * this message.
 */
export class ServiceError extends Error {
  override readonly name = 'Exception';
}

/** Thrown where the local host cannot do what the platform does; it never answers with a made-up value. */
export class NotImplementedError extends ServiceError {
  constructor(what: string) {
    super(`not implemented in the local host: ${what}`);
  }
}
