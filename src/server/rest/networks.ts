import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Range = ReturnType<typeof ipaddr.parseCIDR>;

function parse(text: string): Range | null {
  try {
    if (text.includes("/")) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  } catch {
    return null;
  }
}

/** An address or a range (RFC 4632, RFC 4291) as it is kept: the first address of the range and its length; `null` for what is neither. */
export function normaliseNetwork(text: string): string | null {
  // The library takes octal and shortened forms too, which people read differently.
  const isPlain = isIP(text.split("/")[0]!) > 0 && !text.includes("%");
  const range = isPlain ? parse(text) : null;
  if (!range) return null;
  const [address, length] = range;
  const network = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${network.networkAddressFromCIDR(`${address.toString()}/${length}`).toString()}/${length}`;
}

/** Whether `ip` is in one of the ranges. An address that cannot be read is in none. */
export function isWithin(ip: string, networks: string[]): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return networks.some((text) => {
    const range = parse(text);
    return range !== null && range[0].kind() === address.kind() && address.match(range);
  });
}
