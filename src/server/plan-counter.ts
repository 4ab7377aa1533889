/** Name of the row in `rate_limits` that counts to how many recipients a tenant sent on one day. */
export const messagesCounter = "messages";

export const dayMs = 86_400_000;

/** The day, by UTC, in which an instant lies. */
export const dayOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / dayMs) * dayMs);
