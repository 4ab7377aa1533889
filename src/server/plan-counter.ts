/** Name of the row in `rate_limits` that counts to how many recipients a tenant sent on one day. */
export const messagesCounter = "messages";

/** The same as the mail server saw it, whoever handed the mail over. */
export const submittedCounter = "submitted";

const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** The day, by UTC, in which an instant lies. */
export const dayOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / dayMs) * dayMs);

/** The full hour, by UTC, in which an instant lies. */
export const hourOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / hourMs) * hourMs);

export const sendWindows = { hour: { of: hourOf, ms: hourMs }, day: { of: dayOf, ms: dayMs } };
export type SendWindow = keyof typeof sendWindows;

/** Who is counted: one mailbox user, all of a domain, all of a tenant. */
export type SendScope = "user" | "domain" | "tenant";

export type SendCounter = {
  scope: SendScope;
  window: SendWindow;
  /** Names of the rows: what the panel promised to send, and what the mail server saw. */
  claimed: string;
  submitted: string;
  windowStart: Date;
  /** When the next window begins. */
  endsAt: Date;
};

const scopes = ["user", "domain", "tenant"] as const;

/** The six counters that a message of a mailbox user is counted in, at an instant; fewer where an id is left out. */
export function sendCounters(ids: { domainId?: string; mailUserId?: string }, at: Date): SendCounter[] {
  const suffixes = { user: ids.mailUserId, domain: ids.domainId, tenant: "" };
  return scopes.flatMap((scope) => {
    const id = suffixes[scope];
    if (id === undefined) return [];
    const of = id === "" ? "" : ` ${scope} ${id}`;
    return (["hour", "day"] as const).map((window): SendCounter => {
      const { of: startOf, ms } = sendWindows[window];
      const windowStart = startOf(at);
      // The tenant's day is the oldest of the counters: its name says neither.
      const name = `${of}${window === "hour" ? " hour" : ""}`;
      return {
        ...{ scope, window, windowStart, endsAt: new Date(windowStart.getTime() + ms) },
        ...{ claimed: `${messagesCounter}${name}`, submitted: `${submittedCounter}${name}` },
      };
    });
  });
}
