import { authenticate } from "mailauth";
import type { DnsLookup } from "../queue/dns-lookup";
import { pretendsToBeOurs } from "../queue/pretends-to-be-ours";
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
 * Puts our verdict on SPF, DKIM and DMARC in front of an arriving message and takes away fields that pretend to be ours
 * (RFC 8601 section 5). A check that fails to run leaves the message without a verdict, never undelivered.
 */
export async function withAuthenticationResults(
  { raw, sender, ip, helo }: Arrival,
  hostname: string,
  lookup: DnsLookup,
): Promise<Uint8Array> {
  const clean = withoutFields(raw, pretendsToBeOurs(hostname));
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
