import type { OriginHeaders } from "~/engine/mail-objects";

/** By a mail program that had signed in (the A of RFC 3848), or by us over HTTP; never by another server. */
const handedIn = /^by (\S+?)\.? (?:\([^)]*\) )?with (?:(?:E|UTF8)SMTPS?A|HTTPS?|JMAP)\b/i;

/**
 * The domain under whose name a message was handed in at `mailHost` itself: its envelope sender's, which is one of the addresses of
 * whoever had signed in. Null when it came from elsewhere, and for a message of which that cannot be told.
 */
export function wasHandedInBy({ received, returnPath }: OriginHeaders, mailHost: string): string | null {
  // What stands before the only "by" is what the other side said of itself; a second one would be its invention.
  const [, by, ...more] = (received ?? "").split(/\s(?=by\s)/i);
  const [, host] = (more.length === 0 && handedIn.exec((by ?? "").replace(/\s+/g, " "))) || [];
  if (host?.toLowerCase() !== mailHost.toLowerCase()) return null;
  const [, domain] = /@([^\s@<>]+)>?$/.exec(returnPath ?? "") ?? [];
  return domain?.toLowerCase() ?? null;
}
