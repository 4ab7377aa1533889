export type EngineFailure =
  /** Not reachable, overloaded, or it broke its own contract. Safe to try again later. */
  | "unavailable"
  /** The credential is not, or no longer, accepted. */
  | "unauthorized"
  | "notFound"
  /** Another object holds the natural key (address, domain name). */
  | "conflict"
  | "overQuota"
  /** Too much was sent lately. Nothing was done; later the same is fine. */
  | "throttled"
  /** The engine said no for a reason that repeating will not change. */
  | "refused"
  /** The request may or may not have been carried out: look before trying again. */
  | "unknownOutcome"
  /** A state string is too old: load the list anew. */
  | "stateTooOld";

/** Every way in which the engine's port fails. `detail` is for logs and operators, never for a mailbox user as it stands. */
export class EngineError extends Error {
  /** The message that was refused and lies among the drafts now. */
  readonly draftId?: string;

  constructor(
    readonly failure: EngineFailure,
    readonly detail: string,
    options?: ErrorOptions & { draftId?: string },
  ) {
    super(`${failure}: ${detail}`, options);
    this.name = "EngineError";
    this.draftId = options?.draftId;
  }
}
