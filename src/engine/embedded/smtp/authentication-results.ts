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

/** The authserv-id of an Authentication-Results field (RFC 8601 section 2.2), without comments and version. */
const authservId = (value: string): string =>
  value
    .replace(/\([^)]*\)/g, " ")
    .trim()
    .split(/[\s;]/)[0]
    ?.replaceAll('"', "")
    .toLowerCase() ?? "";

/**
 * Puts our verdict on SPF, DKIM and DMARC in front of an arriving message and takes away fields that pretend to be ours
 * (RFC 8601 section 5). A check that fails to run leaves the message without a verdict, never undelivered.
 */
export async function withAuthenticationResults(
  { raw, sender, ip, helo }: Arrival,
  hostname: string,
  lookup: DnsLookup,
): Promise<Uint8Array> {
  const clean = withoutFields(
    raw,
    (name, value) => name === "authentication-results" && authservId(value) === hostname.toLowerCase(),
  );
  try {
    const { headers } = await authenticate(Buffer.from(clean), {
      sender,
      ip,
      helo,
      mta: hostname,
      disableArc: true,
      disableBimi: true,
      resolver: lookup as (name: string, type: string) => Promise<string[][]>,
    });
    return withFields(clean, headers);
  } catch {
    return withFields(clean, `Authentication-Results: ${hostname}; none\r\n`);
  }
}
