/**
 * Why a command cannot do its work, in one sentence for the person who typed it. The command exits with 2.
 */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
  }
}
