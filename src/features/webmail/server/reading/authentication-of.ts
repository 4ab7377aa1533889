import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import type { Message } from "~/engine/mail-objects";
import { readAuthenticationResults, type Verdict } from "~/features/users/server/groups/authentication-results";
import type { Authentication } from "../../schema/reading";
import { wasHandedInBy } from "./was-handed-in-by";

type Asked = Pick<Message, "from" | "authenticationResults" | "headers">;

/**
 * What our own mail server found out about the sender (RFC 8601): only the topmost field counts, and only when `mailHost` wrote it, for
 * whatever stands below may have come with the message. Mail that was handed in here no server looked at: it is verified when it was
 * handed in under a name of the very domain that it shows. Null when nobody looked, or when there is not one sender.
 */
export function authenticationOf(message: Asked, mailHost: string): Authentication | null {
  const [sender, ...others] = message.from;
  const domain = domainOf(sender?.email);
  if (!domain || others.length > 0) return null;
  if (wasHandedInBy(message.headers, mailHost) === domain) return { verdict: "verified", domain };
  const { by, verdicts } = readAuthenticationResults(message.authenticationResults[0] ?? "");
  if (by !== mailHost.toLowerCase() || verdicts.length === 0) return null;
  if (verdicts.some((verdict) => proves(verdict, domain))) return { verdict: "verified", domain };
  // Nobody is accused because DNS did not answer.
  return verdicts.some(({ result }) => result === "temperror") ? null : { verdict: "unverified", domain };
}

/** As A-labels, lower case; empty without one. */
export function domainOf(email = ""): string {
  const domain = /@([^@]+)$/.exec(email)?.[1] ?? "";
  return domainToASCII(domain) || domain.toLowerCase();
}

/** Relaxed alignment (RFC 7489 section 3.1): the names have the registered domain in common. */
const isAligned = (one: string, other: string) => {
  const organisation = getDomain(other, { allowPrivateDomains: true });
  return one === other || (organisation !== null && getDomain(one, { allowPrivateDomains: true }) === organisation);
};

function proves({ method, result, properties }: Verdict, domain: string): boolean {
  if (result !== "pass") return false;
  if (method === "dmarc") return isAligned(properties["header.from"] ?? "", domain);
  if (method === "dkim") return isAligned(properties["header.d"] ?? domainOf(properties["header.i"]), domain);
  const envelope = properties["smtp.mailfrom"] ?? "";
  return method === "spf" && isAligned(envelope.includes("@") ? domainOf(envelope) : envelope, domain);
}
