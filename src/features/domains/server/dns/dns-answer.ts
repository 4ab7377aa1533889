export type RecordType = "A" | "AAAA" | "CAA" | "CNAME" | "DS" | "MX" | "NS" | "PTR" | "SOA" | "SRV" | "TLSA" | "TXT";

/**
 * Why a question has no answer either way: the asked servers failed, do not know the zone (`ELAME`), or nobody asked yet. Never a reason
 * to call a record missing.
 */
export type UnknownReason =
  | ("ESERVFAIL" | "ETIMEOUT" | "EREFUSED" | "ECONNREFUSED" | "EBADRESP" | "ELAME" | "ELOOP")
  | ("EDISAGREE" | "EDNSSEC" | "UNASKED");

/** What a resolver says of its own failure: a number of the registry and its own words (RFC 8914). */
export type ExtendedError = { code: number; text: string };

/**
 * What DNS says about one name and type, after following aliases. `records` are in presentation form, host names in lower case without a
 * trailing dot (`10 mx1.acme.org`, `0 1 443 host`); the strings of one TXT record are joined with nothing between (RFC 7208 section 3.3,
 * RFC 6376 section 3.6.2.2). `absent` tells a name that does not exist (`ENOTFOUND`) from one that has no such record (`ENODATA`).
 */
export type DnsAnswer =
  | { status: "found"; records: string[]; ttlSeconds: number; aliases: string[]; authenticated: boolean }
  | {
      status: "absent";
      reason: "ENOTFOUND" | "ENODATA";
      aliases: string[];
      authenticated: boolean;
      /** How long a resolver may go on saying no (RFC 2308 section 5), where the answer tells. */
      negativeTtlSeconds?: number;
    }
  | {
      status: "unknown";
      reason: UnknownReason;
      /** Those that differ, for `EDISAGREE`. */
      servers?: string[];
      ede?: ExtendedError;
    };

/** Names are compared without case and without the dot that marks a full name. */
export function normaliseName(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}
