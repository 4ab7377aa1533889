import { isIPv6 } from "node:net";

/** Whom an address stands for when uses are counted: an IPv4 address itself; of IPv6 the /64 that one subscriber gets (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").toLowerCase();
  if (!isIPv6(plain)) return plain;
  const [front, back] = plain.split("::").map((part) => part.split(":").filter(Boolean));
  // A dotted quad at the end stands for two groups.
  const groups = (parts: string[] = []) => parts.length + (parts.at(-1)?.includes(".") ? 1 : 0);
  const missing = back ? 8 - groups(front) - groups(back) : 0;
  const all = [...front!, ...Array.from({ length: missing }, () => "0"), ...(back ?? [])];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
