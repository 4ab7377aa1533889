import { authenticate } from "mailauth";
import type { DnsLookup } from "../queue/dns-lookup";
import { withFields, withoutFields } from "../queue/raw-message";

export type Arrival = {
  raw: Uint8Array;
  /** Envelope sender, empty for the null sender. */
  sender: string;
  ip: string;
  helo: string;
};

/** Milliseconds. A sender's host waits ten minutes for our answer (RFC 5321 section 4.5.3.2.6), ours need not. */
const deadline = 10_000;

function before<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: Timer | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, deadline, otherwise)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Whether an Authentication-Results field names this server anywhere. Comments may nest and hold anything (RFC 8601 section 2.2), so
 * a reader and a filter that look for the authserv-id proper can disagree; taking away one field too many harms nobody.
 */
function namesUs(value: string, hostname: string): boolean {
  const words = value
    .toLowerCase()
    .replaceAll("\\", "")
    .split(/[^a-z0-9._-]+/);
  return words.some((word) => word.replace(/\.$/, "") === hostname.toLowerCase());
}

/**
 * Puts our verdict on SPF, DKIM and DMARC in front of an arriving message and takes away fields that pretend to be ours
 * (RFC 8601 section 5). A check that fails to run leaves the message without a verdict, never undelivered.
 */
export async function withAuthenticationResults(
  { raw, sender, ip, helo }: Arrival,
  hostname: string,
  lookup: DnsLookup,
): Promise<Uint8Array> {
  const clean = withoutFields(raw, (name, value) => name === "authentication-results" && namesUs(value, hostname));
  const none = `Authentication-Results: ${hostname}; none\r\n`;
  try {
    const checks = authenticate(Buffer.from(clean), {
      sender,
      ip,
      helo,
      mta: hostname,
      disableArc: true,
      disableBimi: true,
      resolver: lookup as (name: string, type: string) => Promise<string[][]>,
    });
    const headers = checks.then((result) => result.headers);
    return withFields(clean, await before(headers, none));
  } catch {
    return withFields(clean, none);
  }
}
