import { isIP } from "node:net";
import { GuardError } from "./guard-error";
import type { TargetRules } from "./target-rules";

const maxLength = 2048;
/** Where web servers are. All others would let strangers speak to mail servers and databases through us. */
const ports = new Set(["", "80", "443", "8080", "8443"]);
/** Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const localNames = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|onion|invalid)$/;

/** RFC 1035 section 2.3.4: longer names cannot even be asked for. */
const askableName = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

/** The host without the brackets of an IPv6 address or a dot at its end. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

const isLoopbackHost = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

/**
 * Reads a URL that a stranger wrote, strictly: what parsers are known to read in two ways is refused before any of them reads it.
 * Throws `GuardError` with the reason `url`.
 */
export function parseTargetUrl(text: string, { allowsHttp, allowsLoopback, ownHosts }: TargetRules): URL {
  const refuse = (why: string) => new GuardError("url", why);
  if (text.length > maxLength) throw refuse("the address is too long");
  if (!/^https?:\/\/[^/\\?#]/i.test(text) || /[\s\\\p{Cc}]/u.test(text))
    throw refuse("the address must begin with https:// and contain no spaces");
  if (!URL.canParse(text)) throw refuse("this is not an address of the web");
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username || url.password) throw refuse("the address must not contain a user or a password");
  if (allowsLoopback && isLoopbackHost(host)) return url;
  if (url.protocol !== "https:" && !allowsHttp) throw refuse("the address must begin with https://");
  if (!ports.has(url.port)) throw refuse("only the ports 80, 443, 8080 and 8443 are called");
  if (isIP(host)) return url;
  if (!askableName.test(host) || localNames.test(host)) throw refuse("the name is not one of the public internet");
  if (ownHosts.some((own) => own.toLowerCase() === host)) throw refuse("the name is one of this installation");
  return url;
}
