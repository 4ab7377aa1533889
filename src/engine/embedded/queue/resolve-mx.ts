import { isIP } from "node:net";
import { type DnsLookup, LookupError } from "./dns-lookup";

/** Where a domain takes its mail, best first. */
export type MailHost = { hostname: string; addresses: string[] };

/** The domain takes no mail, or is not there: no retry will help. `enhanced` is the status code of RFC 3463 / 7505. */
export class NoMailHost extends Error {
  constructor(
    readonly enhanced: string,
    message: string,
  ) {
    super(message);
  }
}

async function lookup(ask: DnsLookup, name: string, type: string): Promise<unknown[] | "ENOTFOUND" | "ENODATA"> {
  try {
    return await ask(name, type);
  } catch (error) {
    if (error instanceof LookupError && (error.code === "ENOTFOUND" || error.code === "ENODATA")) return error.code;
    throw error;
  }
}

async function addressesOf(ask: DnsLookup, hostname: string): Promise<string[]> {
  const found = await Promise.all(["A", "AAAA"].map((type) => lookup(ask, hostname, type)));
  return found.flatMap((answer) => (typeof answer === "string" ? [] : answer.map(String)));
}

/**
 * Finds the mail hosts of a domain (RFC 5321 section 5.1): MX by preference, or the domain itself when there is none.
 * Throws `NoMailHost` for a null MX (RFC 7505) and unknown names, `LookupError` when DNS does not answer.
 */
export async function resolveMx(ask: DnsLookup, domain: string): Promise<MailHost[]> {
  const literal = /^\[(?:IPv6:)?([^\]]+)\]$/i.exec(domain)?.[1];
  if (literal && isIP(literal)) return [{ hostname: domain, addresses: [literal] }];
  const answer = await lookup(ask, domain, "MX");
  if (answer === "ENOTFOUND") throw new NoMailHost("5.1.2", `The domain ${domain} does not exist.`);
  const exchangers = typeof answer === "string" ? [] : (answer as { exchange: string; priority: number }[]);
  if (exchangers.length === 1 && exchangers[0]?.exchange.replace(/\.$/, "") === "")
    throw new NoMailHost("5.1.10", `The domain ${domain} accepts no mail (null MX).`);
  const names =
    exchangers.length > 0 ? exchangers.toSorted((a, b) => a.priority - b.priority).map((mx) => mx.exchange) : [domain];
  const found = await Promise.allSettled(names.slice(0, 10).map((hostname) => addressesOf(ask, hostname)));
  const reachable = found.flatMap((host, index): MailHost[] =>
    host.status === "fulfilled" && host.value.length > 0
      ? [{ hostname: names[index] as string, addresses: host.value }]
      : [],
  );
  const unanswered = found.find((host) => host.status === "rejected");
  if (reachable.length === 0 && unanswered) throw unanswered.reason;
  if (reachable.length === 0) throw new NoMailHost("5.4.4", `No mail host of ${domain} has an address.`);
  return reachable;
}
