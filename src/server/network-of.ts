import { isIPv4, isIPv6 } from "node:net";

const plainOf = (address: string) => address.replace(/%.*$/, "").toLowerCase();

/** The first `kept` of the eight groups of an IPv6 address, as a prefix. */
function prefixOf(plain: string, kept: number): string {
  const [front, back] = plain.split("::").map((part) => part.split(":").filter(Boolean));
  // A dotted quad at the end stands for two groups.
  const groups = (parts: string[] = []) => parts.length + (parts.at(-1)?.includes(".") ? 1 : 0);
  const missing = back ? 8 - groups(front) - groups(back) : 0;
  const all = [...front!, ...Array.from({ length: missing }, () => "0"), ...(back ?? [])];
  return `${all
    .slice(0, kept)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/${kept * 16}`;
}

/** Whom an address stands for when uses are counted: an IPv4 address itself; of IPv6 the /64 that one subscriber gets (RFC 6177). */
export function networkOf(address: string): string {
  const plain = plainOf(address);
  return isIPv6(plain) ? prefixOf(plain, 4) : plain;
}

/** What a single holder may well have of addresses: 256 of IPv4; of IPv6 a /48 (RFC 6177). */
export function wideNetworkOf(address: string): string {
  const plain = plainOf(address);
  if (isIPv6(plain)) return prefixOf(plain, 3);
  return isIPv4(plain) ? `${plain.slice(0, plain.lastIndexOf("."))}.0/24` : plain;
}
