/** A record for a zone file: `name` is full and without a dot at the end, `value` as a DNS provider's form takes it. */
export type ZoneEntry = {
  name: string;
  type: "TXT" | "MX" | "CNAME" | "SRV";
  value: string;
  ttlSeconds: number;
  /** Written as a comment: nobody imports it by accident. */
  isComment?: boolean;
};

const maxStringBytes = 255;
const quote = 0x22;
const backslash = 0x5c;

/** One byte inside quotation marks: printable ASCII as it is, the rest as `\DDD` (RFC 1035 section 5.1). */
function escaped(byte: number): string {
  if (byte === quote || byte === backslash) return `\\${String.fromCharCode(byte)}`;
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, "0")}`;
}

/** The strings of a TXT record: each at most 255 bytes of UTF-8, quoted. Receivers join them with nothing between (RFC 7208 section 3.3). */
export function txtStrings(value: string): string {
  const bytes = new TextEncoder().encode(value);
  const strings: string[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += maxStringBytes)
    strings.push(`"${Array.from(bytes.subarray(at, at + maxStringBytes), escaped).join("")}"`);
  return strings.join(" ");
}

/** A name that no zone is appended to; what has a meaning of its own in a zone file is escaped. */
const absolute = (name: string) => `${name.replace(/\.$/, "").replaceAll(/[^\w.*-]/g, (sign) => `\\${sign}`)}.`;

/** Everything before the host name stays: the priority of an MX, and of an SRV its weight and port too. */
function withHost(value: string): string {
  const parts = value.trim().split(/\s+/);
  const host = parts.pop() ?? "";
  return [...parts, host === "." ? host : absolute(host)].join(" ");
}

const line = ({ name, type, value, ttlSeconds, isComment }: ZoneEntry): string =>
  `${isComment ? "; " : ""}${absolute(name)}\t${ttlSeconds}\tIN\t${type}\t${type === "TXT" ? txtStrings(value) : withHost(value)}`;

/** A comment is one line of ASCII, whatever is in it. */
const comment = (text: string) => `; ${text.replaceAll(/[^\x20-\x7e]+/g, " ")}`;

/** A zone file for import (RFC 1035 section 5): every name and host is absolute, so that no provider appends anything. */
export const zoneFile = (entries: readonly ZoneEntry[], comments: readonly string[] = []): string =>
  [...comments.map(comment), ...entries.map(line), ""].join("\n");
