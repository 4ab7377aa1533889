/** Why nothing, or nothing whole, came from an address that somebody else chose. */
export type GuardReason =
  /** The text is no URL that may be called, whatever it leads to. */
  | "url"
  /** The name leads to an address that is not public, or to none. */
  | "address"
  /** DNS gave no answer; a later try may go well. */
  | "dns"
  | "timeout"
  | "certificate"
  | "connection"
  | "redirects";

/** `message` is for a log and for who chose the address; it says nothing about our own network. */
export class GuardError extends Error {
  constructor(
    readonly reason: GuardReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "GuardError";
  }
}
